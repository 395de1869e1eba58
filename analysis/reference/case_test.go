package reference_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/reference"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var update = flag.Bool("update", false, "rewrite what the cases expect")

// parsed are files that were read before, since most of a folder stays.
var parsed = make(map[[2]string]parsedFile)

type parsedFile struct {
	doc   *document.Document
	facts workspace.Facts
}

// library is a workspace of files, by path.
func library(files map[string]string) *reference.Library {
	docs := make(map[string]*document.Document)
	return &reference.Library{
		Snapshot: workspace.Of(func(yield func(workspace.Facts) bool) {
			for path, src := range files {
				f, ok := parsed[[2]string{path, src}]
				if !ok {
					f.doc = document.Parse(path, src, nil)
					f.facts = workspace.FactsOf(f.doc)
					parsed[[2]string{path, src}] = f
				}
				docs[path] = f.doc
				if !yield(f.facts) {
					return
				}
			}
		}),
		Config:   config.Default(),
		Document: func(path string) *document.Document { return docs[path] },
	}
}

// apply is the files after a change.
func apply(t *testing.T, files map[string]string, c *reference.Change) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for path, src := range files {
		src, err := text.Apply(src, c.Edits[path])
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for _, r := range c.Renames {
			if path == r.From {
				path = r.To
			} else if rest, ok := strings.CutPrefix(path, r.From+"/"); ok {
				path = r.To + "/" + rest
			}
		}
		if _, taken := out[path]; taken {
			t.Fatalf("two files become %s", path)
		}
		out[path] = src
	}
	for path := range c.Edits {
		if _, ok := files[path]; !ok {
			t.Fatalf("edits of %s, which is no file", path)
		}
	}
	return out
}

// TestCases runs analysis/testdata/reference/*.txtar. A case is an archive:
// prose, with lines "rename: NAME", "move: FROM TO" or "delete: PATH" that say
// what is done; the files of the workspace, of which one holds the cursor $0
// where the name is asked for; want, which says what stands there, where it is
// defined and named, or why a rename is refused; and after/PATH, the files that
// have changed.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../testdata/reference/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

func runCase(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	cursorPath, cursor := "", -1
	var kept []txtar.File
	want := make(map[string]string)
	for _, f := range archive.Files {
		if f.Name == "want" || strings.HasPrefix(f.Name, "after/") {
			want[f.Name] = string(f.Data)
			continue
		}
		kept = append(kept, f)
		src := string(f.Data)
		if i := strings.Index(src, "$0"); i >= 0 {
			cursorPath, cursor, src = f.Name, i, src[:i]+src[i+2:]
		}
		files[f.Name] = src
	}
	l := library(files)
	got := map[string]string{}
	var b strings.Builder
	var name reference.Name
	if cursor >= 0 {
		n, span, ok := l.At(cursorPath, cursor)
		if !ok {
			b.WriteString("nothing\n")
		} else {
			fmt.Fprintf(&b, "at %q: %s %s %s\n", files[cursorPath][span.Start:span.End], kinds[n.Kind], n.Text, n.Path)
		}
		name = n
	}
	var change *reference.Change
	var words []string
	for line := range strings.Lines(string(archive.Comment)) {
		verb, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		words = strings.Fields(rest)
		switch verb {
		case "rename":
			if change, err = l.Rename(name, rest); err != nil {
				fmt.Fprintf(&b, "refused: %v\n", err)
			}
		case "move":
			change = l.Moved([]reference.Rename{{From: words[0], To: words[1]}})
		case "delete":
			change = l.Deleted(words)
		}
	}
	if change == nil {
		for _, o := range l.Definitions(name) {
			fmt.Fprintf(&b, "defined %s\n", located(files, o))
		}
		for _, o := range l.Uses(name, true) {
			fmt.Fprintf(&b, "named %s\n", located(files, o))
		}
	} else {
		for _, r := range change.Renames {
			fmt.Fprintf(&b, "moves %s to %s\n", r.From, r.To)
		}
		for path, src := range apply(t, files, change) {
			if files[path] != src {
				got["after/"+path] = src
			}
		}
	}
	got["want"] = b.String()
	if *update {
		archive.Files = kept
		for _, name := range slices.Sorted(maps.Keys(got)) {
			archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(got[name])})
		}
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", file, d)
	}
}

var kinds = map[reference.Kind]string{
	reference.Achievement: "achievement", reference.Tag: "tag", reference.Person: "person", reference.Role: "role", reference.File: "file", reference.Heading: "heading",
}

func located(files map[string]string, o reference.Location) string {
	src := files[o.Path]
	line := 1 + strings.Count(src[:o.Span.Start], "\n")
	s := fmt.Sprintf("%s:%d %q", o.Path, line, src[o.Span.Start:o.Span.End])
	if o.Definition {
		s += " (definition)"
	}
	return s
}
