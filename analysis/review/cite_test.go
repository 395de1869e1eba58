package review_test

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"

	"github.com/google/go-cmp/cmp"
)

func TestInsert(t *testing.T) {
	places := []workspace.Place{
		{Path: "role/achievements/ACH-007-Night (1).md", Entry: &workspace.EntryFacts{ID: "ACH-007", Title: "Night | bread", Category: "Trade", Statements: []workspace.StatementFacts{{Part: "result", Text: "More"}, {Part: "result", Text: "Loaves: 900 → 1200"}}}},
		{Path: "role/Win.md", Entry: &workspace.EntryFacts{Title: "A [small] win"}},
	}
	for _, c := range []struct{ name, src, want string }{
		{
			"rows, by the table's columns",
			"# R\n\n| # | Achievement | Impact | Link |\n|---|---|---|---|\n| 4 | Noon | | ACH-001 |\n\nEnd.\n",
			"# R\n\n| # | Achievement | Impact | Link |\n|---|---|---|---|\n| 4 | Noon | | ACH-001 |\n| 5 | Night \\| bread | Loaves: 900 → 1200 | [ACH-007](../achievements/ACH-007-Night%20%281%29.md) |\n| 6 | A [small] win |  | [A \\[small\\] win](../Win.md) |\n\nEnd.\n",
		},
		{
			"rows of a table without a column of links",
			"| Achievement | Category |\n|---|---|\n",
			"| Achievement | Category |\n|---|---|\n| [ACH-007](../achievements/ACH-007-Night%20%281%29.md): Night \\| bread | Trade |\n| [A \\[small\\] win](../Win.md) |  |\n",
		},
		{
			"items of a loose numbered list, with the file's line ends",
			"# R\r\n\r\n1) ACH-001\r\n\r\n2) ACH-002\r\n",
			"# R\r\n\r\n1) ACH-001\r\n\r\n2) ACH-002\r\n\r\n3) [ACH-007](../achievements/ACH-007-Night%20%281%29.md): Night | bread\r\n\r\n4) [A \\[small\\] win](../Win.md)\r\n",
		},
		{
			"a list in the section for it",
			"# R\n\n## Achievements\n\nWhat I did:\n\n## Next\n",
			"# R\n\n## Achievements\n\nWhat I did:\n\n1. [ACH-007](../achievements/ACH-007-Night%20%281%29.md): Night | bread\n2. [A \\[small\\] win](../Win.md)\n\n## Next\n",
		},
		{
			"a section of its own",
			"# R\n\nACH-001 was mine.",
			"# R\n\nACH-001 was mine.\n\n## Achievements\n\n1. [ACH-007](../achievements/ACH-007-Night%20%281%29.md): Night | bread\n2. [A \\[small\\] win](../Win.md)\n",
		},
	} {
		doc := document.ParseAs(document.Review, "role/reviews/r.md", c.src, nil)
		got, err := text.Apply(c.src, review.Insert(doc, places))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		// What was inserted cites what was to be cited.
		s := workspace.Empty()
		for _, p := range places {
			s = s.With(workspace.Facts{Path: p.Path, Kind: document.Achievement, Entries: []workspace.EntryFacts{*p.Entry}})
		}
		facts := workspace.FactsOf(document.ParseAs(document.Review, "role/reviews/r.md", got, nil))
		s = s.With(facts)
		for f := range s.All() {
			for i := range f.Entries {
				if !s.Cites(&facts, workspace.Place{Path: f.Path, Entry: &f.Entries[i]}) {
					t.Errorf("%s: %s is not cited in\n%s", c.name, f.Path, got)
				}
			}
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ to, from, want string }{
		{"a.md", "b.md", "a.md"},
		{"x/a.md", "x/b.md", "a.md"},
		{"x/a.md", "y/b.md", "../x/a.md"},
		{"x/y/z/a.md", "x/b/c.md", "../y/z/a.md"},
		{"xy/a.md", "x/b.md", "../xy/a.md"},
		{"x/a b%.md", "x/c.md", "a%20b%25.md"},
		{"a.md", "x/y/b.md", "../../a.md"},
	} {
		if got := review.Link(c.to, c.from); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// What is put below stands apart: it becomes no row of a table above, and takes
// no paragraph below for its own.
func TestBelow(t *testing.T) {
	for _, tt := range []struct{ name, src, block, want string }{
		{"behind a block", "# R\n\nO$ne.\n", "Two.", "# R\n\nOne.\n\nTwo.\n"},
		{"an item behind a list", "# R\n\n- o$ne\n", "- two", "# R\n\n- one\n- two\n"},
		{"an item on the line below a list", "# R\n\n- one\n$\n", "- two", "# R\n\n- one\n- two\n"},
		{"on a line between blank ones", "# R\n\nOne.\n\n$\n\nThree.\n", "Two.", "# R\n\nOne.\n\nTwo.\n\nThree.\n"},
		{"right below a table", "# R\n\n| a |\n|---|\n| b |\n$", "Two.", "# R\n\n| a |\n|---|\n| b |\n\nTwo."},
		{"right above a paragraph", "# R\n\n$\nThree.\n", "Two.", "# R\n\nTwo.\n\nThree.\n"},
		{"with other line ends", "# R\r\n\r\n| a |\r\n|---|\r\n$", "Two.", "# R\r\n\r\n| a |\r\n|---|\r\n\r\nTwo."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after, _ := strings.Cut(tt.src, "$")
			doc := document.ParseAs(document.Review, "2026.md", before+after, nil)
			got, err := text.Apply(doc.Source, []text.Edit{review.Below(doc, len(before), tt.block)})
			if err != nil || got != tt.want {
				t.Errorf("got %q (%v), want %q", got, err, tt.want)
			}
		})
	}
}
