package edit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/edit"
)

// What is offered can be done, and what can be done is offered, at each line of all
// examples and of what the rules' cases are about.
func TestWhatIsOfferedCanBeDone(t *testing.T) {
	seen := map[string]int{}
	agree := func(file string, line int, what string, offered bool, edits int) {
		t.Helper()
		if offered != (edits > 0) {
			t.Errorf("%s:%d: %s is offered: %t, and makes %d edits", file, line+1, what, offered, edits)
		}
		if offered {
			seen[what]++
		}
	}
	for _, pattern := range []string{"../../examples/*/*/*.md", "../../examples/*/*/*/*.md", "../testdata/*.md", "../testdata/rules/*/*.txtar"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files match %s", pattern)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, source := range sourcesIn(string(src)) {
				doc := parse("ACH-001.md", source)
				if strings.HasPrefix(source, "# Self-Review") || strings.Contains(source, "\ntype: review\n") {
					doc = parse("reviews/2026-H1.md", source)
				}
				agree(file, 0, "front matter to bold", edit.CanBold(doc), len(edit.ToBold(doc)))
				agree(file, 0, "bold to front matter", edit.CanFrontMatter(doc), len(edit.ToFrontMatter(doc)))
				for _, e := range doc.Entries {
					agree(file, doc.Lines.LineOf(e.Span.Start), "completion", edit.Incomplete(doc, e), len(edit.Complete(doc, e)))
				}
				for n := range doc.Lines.Count() {
					at := doc.Lines.Line(n).Start
					agree(file, n, "bullets", edit.CanBullet(doc, at), len(edit.Bullets(doc, at)))
					if e := doc.EntryAt(at); e != nil {
						agree(file, n, "steps", edit.CanNumber(doc, e, at), len(edit.Steps(doc, e, at)))
					}
				}
			}
		}
	}
	for _, what := range []string{"front matter to bold", "bold to front matter", "bullets", "steps", "completion"} {
		if seen[what] == 0 {
			t.Errorf("%s is offered nowhere", what)
		}
	}
}

// sourcesIn are the files of an archive, or the one file that a text is.
func sourcesIn(s string) []string {
	if !strings.Contains(s, "\n-- ") && !strings.HasPrefix(s, "-- ") {
		return []string{s}
	}
	var out []string
	for _, f := range strings.Split("\n"+s, "\n-- ")[1:] {
		if name, body, ok := strings.Cut(f, "\n"); ok && strings.HasSuffix(name, ".md --") {
			out = append(out, body+"\n")
		}
	}
	return out
}
