package quantity

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestStatements holds every labelled statement of testdata/statements.jsonl:
// what is quantified is called so, and what is not, is not. An ambiguous one may
// count as quantified, and is never called unquantified, since that is reported.
func TestStatements(t *testing.T) {
	file, err := os.Open("testdata/statements.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var s struct {
			Text, Label string
			Spans       []string
		}
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		r := Read(s.Text)
		got := [...]string{"unquantified", "ambiguous", "quantified"}[r.Class]
		if got != s.Label && (s.Label != "ambiguous" || r.Class == Unquantified) {
			t.Errorf("%s: got %s, want %s", s.Text, got, s.Label)
		}
		for _, span := range s.Spans {
			if !overlapped(s.Text, span, r.Quantities) {
				t.Errorf("%s: no quantity in %q", s.Text, span)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func overlapped(src, part string, all []Quantity) bool {
	at := strings.Index(src, part)
	for _, q := range all {
		if at >= 0 && q.Span.Start < at+len(part) && at < q.Span.End {
			return true
		}
	}
	return false
}
