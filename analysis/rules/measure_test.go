package rules

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
)

func TestMeasures(t *testing.T) {
	const head = "# Achievement: Payroll closes in two days\n\n"
	tests := []struct {
		name, src string
		want      []Measure
	}{
		{"all of the template", head + fullText, []Measure{{13, 13, true}}},
		{"without Tags", head + strings.TrimSuffix(fullText, fullTags), []Measure{{13, 12, true}}},
		{"tags in a field", head + "**Tags:** payroll\n" + strings.TrimSuffix(fullText, fullTags), []Measure{{13, 13, true}}},
		{"a title alone", head, []Measure{{13, 0, false}}},
		{"an empty Summary", head + "## Summary\n\n<!-- later -->\n", []Measure{{13, 0, false}}},
		{"the light form", head + storyText, []Measure{{4, 4, true}}},
		{"the light form, empty and without a figure",
			head + "## Summary\n\n## Context\n\nIt was slow.\n\n## What I Did\n\n- Wrote a checklist\n\n## Results\n\n- Payroll closes sooner\n",
			[]Measure{{4, 3, false}}},
		{"two in a file, of which one has the light form", "# Achievement: A\n\n**Date:** 2026-01-02\n\n# Achievement: B\n\n### Result\n\n- 5 days → 2 days\n", []Measure{{13, 1, false}, {4, 1, true}}},
		{"no achievement", "# Notes\n", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := document.Parse("a.md", test.src, nil)
			got := Measures(doc)
			if len(got) != len(test.want) {
				t.Fatalf("%d entries, want %d", len(got), len(test.want))
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("entry %d is %+v, want %+v", i, got[i], test.want[i])
				}
			}
		})
	}
}

func TestWithoutPlaceholders(t *testing.T) {
	const written = "# Achievement: A\n\n**Category:** Care\n\n## Summary\n\nMoved 3 beds.\n"
	for _, tt := range []struct{ name, src, want string }{
		{"nothing left in", written, written},
		{"a line of the template", "# Achievement: A\r\n\r\n## Tags\r\n\r\n- #tag\r\n- #é\r\n", "# Achievement: A\r\n\r\n## Tags\r\n\r\n-     \r\n- #é\r\n"},
		{"a figure to fill in", "# Achievement: A\n\n## Summary\n\nMoved XX% of beds.\n", "# Achievement: A\n\n## Summary\n\nMoved     of beds.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := document.Parse("a.md", tt.src, nil)
			if got := WithoutPlaceholders(doc).Source; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
