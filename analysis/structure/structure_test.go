package structure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
)

// folded writes each fold as its first and last line, from 1.
func folded(doc *document.Document) string {
	var out []string
	for _, f := range Folds(doc) {
		s := fmt.Sprintf("%d-%d", doc.Lines.LineOf(f.Span.Start)+1, doc.Lines.LineOf(f.Span.End)+1)
		if f.Comment {
			s += "c"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestFolds(t *testing.T) {
	for _, tt := range []struct{ name, path, src, want string }{
		{"sections end with their content", "ACH-001-X.md", "# Achievement: X\n\n## Summary\n\na\n\n\n## Tags\n\n- #b\n\n\n", "1-10 3-5 8-10"},
		{"front matter", "ACH-001-X.md", "---\nid: ACH-001\n---\n# Achievement: X\n", "1-3"},
		{"a table", "ACH-001-X.md", "# Achievement: X\n\n## Evidence\n| Type | Link |\n|---|---|\n| a | b |\n", "1-6 3-6 4-6"},
		{"an item rather than its list", "ACH-001-X.md", "# Achievement: X\n\n## Summary\n- a\n  - b\n- c\n", "1-6 3-6 4-5"},
		{"a list", "ACH-001-X.md", "# Achievement: X\n\n## Summary\n- a\n- b\n  b\n", "1-6 3-6 4-6 5-6"},
		{"a comment", "ACH-001-X.md", "# Achievement: X\n\n<!-- a\nb -->\n\ntext\n", "1-6 3-4c"},
		{"code and quote", "ACH-001-X.md", "# Achievement: X\n\n```\na\n```\n\n> b\n> c\n", "1-8 3-5 7-8"},
		{"STAR parts without headings", "ACH-001-X.md", "# Achievement: X\n\n## STAR Format\n\n**Situation:** a\nb\n\n**Task:** c\n\nd\n", "1-10 3-10 5-6 8-10"},
		{"entries of one file", "achievements/2026.md", "# 2026\n\n## Achievement: A\n\n### Situation\na\n\n### Result\nb\n\n## Achievement: B\n\n### Situation\nc\n\n### Result\nd\n", "1-17 3-9 5-6 8-9 11-17 13-14 16-17"},
		{"a review", "reviews/2026-H1.md", "# Self-Review: 2026-H1\n\n## Highlights\n\n- ACH-001\n  text\n", "1-6 3-6 5-6"},
		{"CRLF", "ACH-001-X.md", "# Achievement: X\r\n\r\n## Summary\r\na\r\n\r\n", "1-4 3-4"},
		{"nothing", "ACH-001-X.md", "", ""},
	} {
		if got := folded(document.Parse(tt.path, tt.src, nil)); got != tt.want {
			t.Errorf("%s: folds are %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEnclosing(t *testing.T) {
	const head = "# Achievement: X\n\n"
	const table = "## Collaboration\n\n| Person | Role |\n|---|---|\n| Mara Lindt | Head porter |\n"
	for _, tt := range []struct {
		name, src string
		want      []string // without the file
	}{
		{"a word in a table", head + "## Collaboration\n\n| Person | Role |\n|---|---|\n| Mara Li$0ndt | Head porter |\n",
			[]string{"Lindt", "Mara Lindt", "| Mara Lindt | Head porter |", strings.TrimPrefix(table[:len(table)-1], "## Collaboration\n\n"), table[:len(table)-1]}},
		{"a word in a list", head + "## Summary\n\n- One ca$0me. Two went.\n- Three\n",
			[]string{"came", "One came.", "One came. Two went.", "- One came. Two went.", "- One came. Two went.\n- Three", "## Summary\n\n- One came. Two went.\n- Three"}},
		{"a field", head + "**Category:** Tech$0nical / Care\n",
			[]string{"Technical", "Technical / Care", "**Category:** Technical / Care"}},
		{"a STAR part", head + "## STAR Format\n\n**Situation:** a\n\n**Task:** bo$0th\n",
			[]string{"both", "**Task:** both", "**Situation:** a\n\n**Task:** both", "## STAR Format\n\n**Situation:** a\n\n**Task:** both"}},
		{"front matter", "---\nid: ACH-0$001\n---\n", []string{"ACH-001", "id: ACH-001"}},
		{"between words", head + "## Summary\n\na, $0!\n", []string{"a, !", "## Summary\n\na, !"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.Index(tt.src, "$0")
			src := strings.Replace(tt.src, "$0", "", 1)
			var got []string
			for _, s := range Enclosing(document.Parse("ACH-001-X.md", src, nil), at) {
				got = append(got, s.Of(src))
			}
			if len(got) == 0 || got[len(got)-1] != src {
				t.Fatalf("the last is no file: %q", got)
			}
			if got = slices.DeleteFunc(got, func(s string) bool { return strings.TrimSpace(s) == strings.TrimSpace(src) }); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// FuzzEnclosing: wherever one stands, the spans hold the place, grow, and end
// with the file; folds are in order, each on a line of its own.
func FuzzEnclosing(f *testing.F) {
	f.Add("# Achievement: X\n\n## Tags\n\n- #a\n  - b <!-- c\nd -->\n", 20)
	f.Fuzz(func(t *testing.T, src string, offset int) {
		offset = min(max(offset, 0), len(src))
		doc := document.Parse("ACH-001-X.md", src, nil)
		spans := Enclosing(doc, offset)
		for i, s := range spans {
			if !s.Touches(offset) || i > 0 && (!s.Covers(spans[i-1]) || s == spans[i-1]) {
				t.Fatalf("around %d: %v", offset, spans)
			}
		}
		if last := spans[len(spans)-1]; last.Len() != len(src) {
			t.Fatalf("the last is %v of %d", last, len(src))
		}
		line := -1
		for _, fold := range Folds(doc) {
			first, last := doc.Lines.LineOf(fold.Span.Start), doc.Lines.LineOf(fold.Span.End)
			if first <= line || last <= first || fold.Span.End > len(src) {
				t.Fatalf("fold %v behind line %d", fold, line)
			}
			line = first
		}
	})
}
