package edit_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"

	"github.com/aymanbagabas/go-udiff"
)

func parse(path, src string) *document.Document {
	return document.ParseAs(document.Achievement, path, src, nil)
}

// apply is the document after edits, with what holds for all edits checked.
func apply(t testing.TB, doc *document.Document, edits []text.Edit) *document.Document {
	t.Helper()
	checkEdits(t, doc, edits)
	after, err := text.Apply(doc.Source, edits)
	if err != nil {
		t.Fatal(err)
	}
	return parse(doc.Path, after)
}

// checkEdits holds what is true of every edit of every text: edits do not
// overlap, nor do two insert at one place; they cut neither a character nor a
// line ending in two, change something, and bring the file's line ends alone.
func checkEdits(t testing.TB, doc *document.Document, edits []text.Edit) {
	t.Helper()
	src := doc.Source
	if _, err := text.Apply(src, edits); err != nil {
		t.Errorf("%v", err)
	}
	eol := edit.EOL(doc)
	starts := make(map[int]bool)
	for _, e := range edits {
		if starts[e.Span.Start] {
			t.Errorf("two edits at %d", e.Span.Start)
		}
		starts[e.Span.Start] = true
		if e.Span.Of(src) == e.New {
			t.Errorf("an edit that changes nothing: %+v", e)
		}
		for _, offset := range []int{e.Span.Start, e.Span.End} {
			if utf8.ValidString(src) && offset < len(src) && !utf8.RuneStart(src[offset]) {
				t.Errorf("%d lies within a character", offset)
			}
			if offset > 0 && offset < len(src) && src[offset-1:offset+1] == "\r\n" {
				t.Errorf("%d lies within a line ending", offset)
			}
		}
		// A byte order mark stays the first thing in the file.
		if strings.HasPrefix(src, "\ufeff") && e.Span.Start < len("\ufeff") {
			t.Errorf("an edit at %d before or in the byte order mark", e.Span.Start)
		}
		if uniform(src, eol) && !uniform(e.New, eol) {
			t.Errorf("line ends in %q, the file's are %q", e.New, eol)
		}
		at := 0
		for _, s := range e.Stops {
			if s.Start < at || s.End < s.Start || s.End > len(e.New) {
				t.Errorf("stop %v in %q", s, e.New)
			}
			at = s.End
		}
	}
}

// uniform reports whether every line of s ends in eol.
func uniform(s, eol string) bool {
	return !strings.ContainsAny(strings.ReplaceAll(s, eol, ""), "\r\n")
}

func without(src string, span text.Span) string { return src[:span.Start] + src[span.End:] }

// changed shows how two texts differ.
func changed(before, after string) string {
	show := strings.NewReplacer("\r\n", "␍\n", "\r", "␍\n")
	return udiff.Unified("want", "got", show.Replace(before), show.Replace(after))
}
