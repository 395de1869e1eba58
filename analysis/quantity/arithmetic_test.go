package quantity

import (
	"os"
	"strings"
	"testing"
)

// TestArithmetic reads testdata/arithmetic.txt: true statements that a naive
// sum would report, and false ones with the figure that is right.
func TestArithmetic(t *testing.T) {
	file, err := os.ReadFile("testdata/arithmetic.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		want, src, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		t.Run(src, func(t *testing.T) {
			if got := finding(src); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// finding is what is wrong with the last change that something is wrong with.
func finding(src string) string {
	r := Read(src)
	found := "ok"
	for i := range r.Changes {
		c := &r.Changes[i]
		if span, ok := c.Misdirected(); ok {
			found = "direction: " + span.Of(src)
			continue
		}
		if c.Incompatible() {
			found = "unit"
		}
		for k := range c.Stated {
			if v := c.Check(k); !v.Possible {
				found = "percent: " + c.Stated[k].Figure(src, v.Right)
				if !v.Fixable {
					found = "percent: " + short(v.Right) + "x"
				}
			}
		}
	}
	return found
}
