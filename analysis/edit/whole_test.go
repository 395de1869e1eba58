package edit

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// What stands in the place of an empty file is an achievement that lacks nothing.
func TestWhole(t *testing.T) {
	empty := document.ParseAs(document.Achievement, "ACH-001.md", "", nil)
	pattern := Whole(empty, empty.Entries[0], "Paid \\$5", func(f *template.Field) string {
		if f.Key == template.Date {
			return "2026-03-14"
		}
		return f.Body
	})
	e := text.NewEdit(text.Span{}, pattern)
	doc := document.Parse("a.md", e.New, nil)
	if len(doc.Entries) != 1 {
		t.Fatalf("%d achievements in\n%s", len(doc.Entries), e.New)
	}
	entry := doc.Entries[0]
	if missing := Missing(doc, entry); len(missing) > 0 {
		t.Errorf("missing are %v", missing)
	}
	if entry.Title != "Paid $5" || entry.Field(template.Date).Text != "2026-03-14" {
		t.Errorf("title %q, date %q", entry.Title, entry.Field(template.Date).Text)
	}
	for i := range doc.Template.Parts {
		if p := &doc.Template.Parts[i]; p.Class == template.Section && entry.Section(p.Key) == nil {
			t.Errorf("no section %s", p.Key)
		}
	}
	if len(e.Stops) == 0 || !strings.HasSuffix(e.New, "\n") {
		t.Errorf("%d places to fill in, in\n%s", len(e.Stops), e.New)
	}
}
