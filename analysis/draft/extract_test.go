package draft_test

import (
	"strings"
	"testing"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/draft"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// A passage of a review becomes an achievement's Summary; the review cites it.
func TestExtract(t *testing.T) {
	const name = "roles/ROLE-001-Ward/reviews/2026-H1-Self-Review.md"
	cfg := config.Default()
	s := workspace.Empty().With(workspace.FactsOf(document.Parse("roles/ROLE-001-Ward/achievements/ACH-007-A.md",
		"# Achievement: A\n\n**Achievement ID:** ACH-007\n**Date:** 2026-02-01\n**Role:** Nurse @ Ward (ROLE-001)\n\n## Situation\n\na\n", nil)))
	for _, tt := range []struct{ name, src, file, summary, cites string }{
		{
			"a paragraph", "# Self-Review: 2026-H1\n\nThe $night handover\ntakes **20 minutes**, not 45. See [the plan](../plan.md).\n\nMore.\n",
			"ACH-008-The-night-handover-takes-20-minutes-not-45.md",
			"The night handover takes **20 minutes**, not 45. See [the plan](../plan.md).",
			"\n\n[ACH-008](../achievements/ACH-008-The-night-handover-takes-20-minutes-not-45.md): The night handover takes 20 minutes, not 45\n\nMore.\n",
		},
		{
			"an item with others below it, in a file with other line ends", "# Self-Review: 2026-H1\r\n\r\n1. Taught $the wound course\r\n   - 12 nurses\r\n   - 3 wards\r\n2. Else\r\n",
			"ACH-008-Taught-the-wound-course.md",
			"Taught the wound course\n\n- 12 nurses\n- 3 wards",
			"\r\n\r\n1. [ACH-008](../achievements/ACH-008-Taught-the-wound-course.md): Taught the wound course\r\n2. Else\r\n",
		},
		{"one that cites", "# Self-Review: 2026-H1\n\nThe $night, see ACH-007.\n", "", "", ""},
		{"one that links to it", "# Self-Review: 2026-H1\n\nThe $night, [see](../achievements/ACH-007-A.md).\n", "", "", ""},
		{"a field", "# Self-Review\n\n**Period:** $2026-H1\n", "", "", ""},
		{"code", "# Self-Review: 2026-H1\n\n    a $b\n", "", "", ""},
		{"a heading", "# Self-$Review: 2026-H1\n\na\n", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after, _ := strings.Cut(tt.src, "$")
			doc := document.ParseAs(document.Review, name, before+after, nil)
			p := draft.Place{Snapshot: s, Config: cfg, Folder: ".", Folders: func(string) []string { return nil }}
			passage, ok := review.PassageAt(doc, len(before))
			if ok != (tt.file != "") {
				t.Fatalf("it is %t that there is something to extract", ok)
			}
			if !ok {
				return
			}
			f, edits, err := p.Extract(doc, passage, calendar.Date{Year: 2026, Month: 9, Day: 3})
			if err != nil {
				t.Fatal(err)
			}
			if want := "roles/ROLE-001-Ward/achievements/" + tt.file; f.Path != want {
				t.Errorf("the file is %s, want %s", f.Path, want)
			}
			for _, want := range []string{"**Achievement ID:** ACH-008\n", "**Date:** 2026-06-30\n", "**Role:** Nurse @ Ward (ROLE-001)\n", "## Summary\n\n" + tt.summary + "\n\n"} {
				if !strings.Contains(f.Content, want) {
					t.Errorf("it lacks %q:\n%s", want, f.Content)
				}
			}
			got, err := text.Apply(doc.Source, edits)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(got, tt.cites) {
				t.Errorf("the review becomes\n%s", got)
			}
			facts := workspace.FactsOf(document.ParseAs(document.Review, name, got, nil))
			made := workspace.FactsOf(document.Parse(f.Path, f.Content, nil))
			if !s.With(facts).With(made).Cites(&facts, workspace.Place{Path: made.Path, Entry: &made.Entries[0]}) {
				t.Errorf("it does not cite the achievement")
			}
		})
	}
}
