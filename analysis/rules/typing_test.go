package rules_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// While a file is typed, what is there and right is not called wrong. At each
// keystroke an error or warning is about something that is missing or empty
// still, or about the block that is being typed: half a date is no date, and
// half a table row lacks cells.
func TestTyping(t *testing.T) {
	files, snapshot := exampleFiles(t)
	for path, src := range files {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			in := input(t, path, map[string]string{path: src})
			in.Workspace = snapshot
			if found := rules.Check(in); len(found) > 0 {
				t.Fatalf("the complete file has findings:\n%s", renderFindings(in.Document, found))
			}
			step := 1
			if testing.Short() {
				step = 37
			}
			for i := 0; i <= len(src); i += step {
				in.Document = document.Parse(path, src[:i], nil)
				typed := typedAt(in.Document)
				for _, f := range rules.Check(in) {
					if f.Severity < severity.Warning || f.Rule.Absence || touches(f, typed) {
						continue
					}
					t.Fatalf("after %q:\n%s", src[max(0, i-60):i], renderFindings(in.Document, []*rules.Finding{f}))
				}
			}
		})
	}
}

// typedAt is the top-level block in which a file ends, and what is behind it.
func typedAt(doc *document.Document) text.Span {
	end := len(doc.Source)
	span := text.Span{Start: end, End: end}
	blocks := doc.Tree.Blocks
	if n := len(blocks); n > 0 {
		span.Start = blocks[n-1].Span.Start
	} else if fm := doc.Tree.FrontMatterBlock; !fm.Empty() {
		span.Start = fm.Start
	}
	return span
}

// touches reports whether a finding is about the block being typed, or holds
// another against it.
func touches(f *rules.Finding, typed text.Span) bool {
	for _, r := range f.Related {
		if r.Path == "" && r.Span.End >= typed.Start {
			return true
		}
	}
	return f.Span.End >= typed.Start || f.Judged.End >= typed.Start && !f.Judged.Empty()
}

// exampleFiles are the files in good order that the project brings, with the
// workspace they are in.
func exampleFiles(t *testing.T) (map[string]string, *workspace.Snapshot) {
	t.Helper()
	files := map[string]string{completeFile: completeExample(t)}
	root := filepath.Join("..", "..", "examples")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.Name() == "broken" {
			return fs.SkipDir
		}
		if entry.IsDir() || filepath.Ext(path) != ".md" {
			return nil
		}
		src, err := os.ReadFile(path)
		files[filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))] = string(src)
		return err
	})
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d files, %v", len(files), err)
	}
	snapshot := workspace.Empty()
	for path, src := range files {
		if path != completeFile {
			snapshot = snapshot.With(workspace.FactsOf(document.Parse(path, src, nil)))
		}
	}
	return files, snapshot
}
