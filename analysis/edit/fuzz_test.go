package edit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// FuzzEdits holds of every edit of any text what checkEdits says, and
// that text which is UTF-8 stays so.
func FuzzEdits(f *testing.F) {
	for _, pattern := range []string{"../../examples/roles/*/achievements/*.md", "../../examples/broken/achievements/*.md", "../testdata/*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no files match %s", pattern)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(src))
			f.Add(strings.ReplaceAll(string(src[:len(src)/2]), "\n", "\r\n"))
			f.Add(strings.ReplaceAll(string(src[len(src)/3:]), "\n", "\r"))
		}
	}
	for _, src := range []string{
		"", "\ufeff", "\r", "\ufeff\r\n", "# ", "---\n---\n", "---\nid: ", "---\r\nid: x\r\n", "# Achievement:\n\nDate:", "# A\n\n|||\n|-|\n",
		"# A\n\n**S:** x **T:** y\n", "# A\n\n- **S** — \n  - a\n", "Summary\n---\n```\nx", "# A\n\n## Tags\n\n<!-- x", "# A\n\n## Tags ##\n> - a\n",
		"# A\n\n| S | x |\n|---|---|\n| A | |", "1. S: x\n2. T:\n\n   y\n", "<div>\n# A\n## Summary\n", "# A\n\n**Date:**\n2026-01-01\n**Role:** |\\\n",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		doc := parse("ACH-001.md", src)
		for _, e := range doc.Entries {
			tryEntry(t, doc, e)
		}
		for _, s := range doc.Sections {
			trySection(t, doc, s)
		}
		try(t, doc, edit.ToBold(doc))
		try(t, doc, edit.ToFrontMatter(doc))
		if len(edit.ToBold(doc)) > 0 && !edit.CanBold(doc) || len(edit.ToFrontMatter(doc)) > 0 && !edit.CanFrontMatter(doc) {
			t.Errorf("fields can be moved, and it is said that they can't: %q", src)
		}
		for n := range doc.Lines.Count() {
			at := doc.Lines.Line(n)
			for _, e := range doc.Entries {
				try(t, doc, edit.Steps(doc, e, at.Start))
			}
			try(t, doc, edit.Bullets(doc, at.Start))
			try(t, doc, edit.Toggle(doc, at.Start))
			try(t, doc, edit.TickAll(doc, at.Start))
			if box, open := edit.HasBox(doc, at.Start); box != (len(edit.Toggle(doc, at.Start)) > 0) || open != len(edit.TickAll(doc, at.Start)) {
				t.Errorf("line %d has a box: %t, open are %d: %q", n+1, box, open, src)
			}
			for _, scope := range []edit.Scope{edit.Line, edit.NextLine, edit.File} {
				try(t, doc, []text.Edit{edit.Suppress(doc, "missing-field", at, scope)})
			}
		}
	})
}

func tryEntry(t *testing.T, doc *document.Document, e *document.Entry) {
	for i := range doc.Template.Parts {
		key := doc.Template.Parts[i].Key
		try(t, doc, edit.InsertSection(doc, e, key))
		try(t, doc, edit.InsertPart(doc, e, key))
	}
	for i := range doc.Template.Fields {
		try(t, doc, edit.InsertField(doc, e, doc.Template.Fields[i].Key, ""))
		try(t, doc, edit.InsertField(doc, e, doc.Template.Fields[i].Key, "a $ ${b} \\"))
	}
	try(t, doc, edit.InsertMissing(doc, e))
	try(t, doc, edit.Complete(doc, e))
	try(t, doc, edit.InsertTitle(doc, e))
	try(t, doc, edit.Reorder(doc, e))
	for _, p := range e.Parts {
		try(t, doc, edit.FillPart(doc, p))
		for _, s := range doc.Statements(p.Body) {
			try(t, doc, edit.AppendMetric(doc, s, "${figure}"))
		}
		edits, _ := edit.AppendItem(doc, p.Body, "${figure}")
		try(t, doc, edits)
	}
}

func trySection(t *testing.T, doc *document.Document, s *document.Section) {
	try(t, doc, edit.FillSection(doc, s))
	try(t, doc, edit.InsertRow(doc, s))
	try(t, doc, edit.SetLevel(doc, s, s.Level%6+1))
	try(t, doc, edit.InsertDelimiter(doc, s.Span, 3))
	try(t, doc, edit.InsertHeader(doc, s.Heading.Span))
}

func try(t *testing.T, doc *document.Document, edits []text.Edit) {
	t.Helper()
	checkEdits(t, doc, edits)
	for _, e := range edits {
		if utf8.ValidString(doc.Source) && !utf8.ValidString(e.New) {
			t.Errorf("no UTF-8: %q", e.New)
		}
	}
	if t.Failed() {
		t.Fatalf("%q\n%+v", doc.Source, edits)
	}
}

// FuzzBetween holds that the edits between two texts turn the one into the other.
func FuzzBetween(f *testing.F) {
	f.Add("| a | b |\n|--|--|\n", "| a | b |\n| - | - |\n")
	f.Add("ä\xff", "\xffö\r\n")
	f.Add("", "𐐀")
	f.Fuzz(func(t *testing.T, before, after string) {
		if got, err := text.Apply(before, edit.Between(before, after)); err != nil || got != after {
			t.Errorf("%q to %q: %q, %v", before, after, got, err)
		}
	})
}
