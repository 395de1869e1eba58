package workspace

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

func TestFactsOfWhatAFileRefersTo(t *testing.T) {
	review := "# Self-Review: 2026-H1\n\n| # | Achievement | Link |\n|---|---|---|\n| 1 | Falls | [ACH-004](../a/ACH-004-Falls.md) |\n| 2 | Rounds | |\n\nSee [[ACH-009-x#Result]], ROLE-002 and [here](#next).\n\n## Next\n"
	got := FactsOf(document.Parse("r/reviews/2026-H1.md", review, nil))
	want := Facts{
		Path: "r/reviews/2026-H1.md", Kind: document.Review, Heading: "Self-Review: 2026-H1", Period: "2026-H1",
		Citations: []CitationFacts{
			{ID: "ACH-004", Path: "r/a/ACH-004-Falls.md", Number: 1},
			{Title: "Rounds", Number: 2},
			{ID: "ACH-009", Path: "ACH-009-x", Wiki: true, Title: "ACH-009-x#Result"},
		},
		Mentions: []string{"ACH-004", "ROLE-002"},
		Links:    []LinkFacts{{Path: "r/a/ACH-004-Falls.md"}, {Path: "ACH-009-x", Fragment: "Result", Wiki: true}, {Fragment: "next"}},
		Headings: []string{"Self-Review: 2026-H1", "Next"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}

	src := "---\nid: ACH-003\nrole: ROLE-007\n---\n\n# Achievement: X\n\n## Summary\n\nCut it. By 3 days.\n\n## Situation\n\nSlow.\n\n## Action\n\nAs in ACH-001 and ACH-001.\n\n## Result\n\n- Well received\n- 5 days → 2\n\n## Link to Review\n\n**Used in:** [2026](../reviews/2026.md) — Achievement #4\n"
	e := FactsOf(document.Parse("ACH-003.md", src, nil))
	if d := cmp.Diff([]string{"ACH-001", "ROLE-007"}, e.Mentions); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]ReviewFacts{{Target: "../reviews/2026.md", Number: 4}}, e.Entries[0].Reviews); d != "" {
		t.Error(d)
	}
	var statements []string
	for _, s := range e.Entries[0].Statements {
		statements = append(statements, string(s.Part)+": "+s.Text)
		if !(text.Span{Start: 0, End: len(src)}).Covers(s.Span) || s.Span.Empty() {
			t.Errorf("%q stands at %v", s.Text, s.Span)
		}
	}
	if d := cmp.Diff([]string{"summary: By 3 days.", "action: As in ACH-001 and ACH-001.", "result: Well received", "result: 5 days → 2"}, statements); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(Facts{Path: "x.md", Kind: document.Excluded}, FactsOf(document.ParseAs(document.Excluded, "x.md", review, nil))); d != "" {
		t.Error(d)
	}
}
