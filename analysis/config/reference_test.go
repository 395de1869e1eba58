package config

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the keys in docs/configuration.md")

// docs/configuration.md describes the keys as the definition has them.
func TestReference(t *testing.T) {
	const name, begin, end = "../../docs/configuration.md", "<!-- The keys: go test ./analysis/config -update writes them. -->\n\n", "\n<!-- The end of the keys. -->\n"
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(page), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no place for the keys", name)
	}
	want := before + begin + Reference() + end + after
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want != string(page) {
		t.Errorf("%s has other keys than the configuration; go test ./analysis/config -update writes them", name)
	}
}

// Every example can be written so, and sets each of its keys.
func TestExamples(t *testing.T) {
	for i := range definition {
		var b strings.Builder
		definition[i].exemplify(&b, "")
		c, problems := Parse(b.String())
		if len(problems) > 0 {
			t.Errorf("%v in\n%s", problems, b.String())
		}
		for _, v := range c.Values() {
			if v.Origin.Set() != (strings.Split(v.Key, ".")[0] == definition[i].name) {
				t.Errorf("%s is set: %t, by\n%s", v.Key, v.Origin.Set(), b.String())
			}
		}
	}
}

// Every kind of value has a name.
func TestReferenceIsWhole(t *testing.T) {
	for line := range strings.Lines(Reference()) {
		if strings.Contains(line, "|  |") {
			t.Errorf("something lacks in %q", line)
		}
	}
}
