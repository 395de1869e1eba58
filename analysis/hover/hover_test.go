package hover

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/workspace"
)

var known = func() *workspace.Snapshot {
	s := workspace.Empty()
	for path, src := range map[string]string{
		"roles/ROLE-001-Library/onboarding.md": "# Onboarding: Archivist @ City Library\n\n**Role ID:** ROLE-001\n**Start:** 2024-02-01\n",
		"roles/ROLE-001-Library/achievements/ACH-001-Catalogue.md": "# Achievement: One *catalogue*\n\n**Achievement ID:** ACH-001\n**Date:** 2025-03-04\n**Role:** ROLE-001 - Archivist @ City Library\n\n" +
			"## Summary\n\nMerged two card catalogues into one.\n\n## Results\n\n- Look-ups: 9 min → 1 min\n- Cards: *none* lost\n- a\n- b\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| Mara Lindt | Curator | Chose the order |\n\n## Tags\n\n- #archive\n",
	} {
		s = s.With(workspace.FactsOf(document.Parse(path, src, nil)))
	}
	return s
}()

func TestAt(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want      []string // what the text holds; nothing for no answer
		about     string
	}{
		{"section", "## Evi$0dence\n", []string{"**Evidence** — section 3 of 9, recommended", "doubting reader"}, "## Evidence"},
		{"alias", "## Pro$0of\n", []string{"**Evidence**"}, "## Proof"},
		{"subsection", "## Skills Demonstrated\n\n### Soft$0 Skills\n", []string{"part of Skills Demonstrated, optional"}, "### Soft Skills"},
		{"STAR heading", "## STAR Format\n\n### Ta$0sk\n\n- x\n", []string{"**Task (Your Responsibility)** — part 2 of 4 of STAR, required", "yours alone"}, "### Task"},
		{"STAR label", "## STAR Format\n\n**Situ$0ation:** x\n\n**Task:** y\n\n**Action:** z\n\n**Result:** w\n", []string{"part 1 of 4"}, "Situation"},
		{"field", "**Da$0te:** 2026-01-02\n", []string{"**Date** — field 2 of 6, required", "In front matter: `date`"}, "Date"},
		{"tag", "## Tags\n\n- #arch$0ive\n", []string{"used 2 times", "- ACH-001 One catalogue (2025-03-04)"}, "#archive"},
		{"person", "## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| Mara $0Lindt | Curator | x |\n", []string{"**Mara Lindt** — Curator", "ACH-001"}, "Mara Lindt"},
		{"ID", "## Summary\n\nBuilds on ACH-0$001.\n", []string{"**ACH-001 One", "Merged two card catalogues into one", "\n\n- Look-ups: 9 min → 1 min\n- Cards: none lost\n- a\n- …\n\n", "`roles/ROLE-001-Library/achievements/ACH-001-Catalogue.md`"}, "ACH-001"},
		{"ID in another case", "## Summary\n\nBuilds on $0ach-001.\n", []string{"Merged"}, "ach-001"},
		{"no ID but part of a word", "## Summary\n\nBuilds on REACH-00$01.\n", nil, ""},
		{"unknown ID", "## Summary\n\nBuilds on ACH-9$099.\n", nil, ""},
		{"role", "**Role:** ROLE-$0001 - Archivist\n", []string{"Archivist @ City Library", "since 2024-02-01", "2 achievements"}, "ROLE-001"},
		{"rule name", "<!-- achievement-ls disable-file missing-$0section -->\n", []string{"## missing-section"}, "missing-section"},
		{"change", "## Results\n\n- Queue: 2.5 s → $01.5 s\n", []string{"duration, 2.5 s → 1.5 s, −40 %"}, "2.5 s → 1.5 s"},
		{"stated figure", "## Results\n\n- Queue: 2.5 s → 1.5 s (4$00% less)\n", []string{"duration, 2.5 s → 1.5 s, −40 %"}, "2.5 s → 1.5 s (40%"},
		{"change with emphasis", "## Results\n\n- Queue: **2.5 s** → **1.$05 s**\n", []string{"duration, 2.5 s → 1.5 s, −40 %"}, "2.5 s** → **1.5 s"},
		{"points", "## Results\n\nRenewals rose from 71$0% to 83%.\n", []string{"percentage, 71% → 83%, +12 pp"}, "71% to 83%"},
		{"quantity", "## Results\n\n- Saved ~$2$000/month\n", []string{"money, ~$200/month"}, "~$200/month"},
		{"quantity in a cell", "## Results\n\n| What | How much |\n|---|---|\n| Calls | 12$0% fewer |\n", []string{"percentage, 12%"}, "12%"},
		{"a change over two cells", "## Results\n\n| What | Before | After |\n|---|---|---|\n| Calls | 50 mi$0n | 30 min |\n", []string{"duration, 50 min → 30 min, −40 %"}, "50 min"},
		{"a change over two cells by an arrow", "## Results\n\n| What | One | Two |\n|---|---|---|\n| Calls | 50 min | → 3$00 min |\n", []string{"duration, 50 min → 30 min, −40 %"}, "30 min"},
		{"a change over nested items", "## Results\n\n- Calls\n  - Before: 50 mi$0n\n  - After: 30 min\n", []string{"duration, 50 min → 30 min, −40 %"}, "50 min"},
		{"beside a change over two cells", "## Results\n\n| What | Before | After |\n|---|---|---|\n| Ca$0lls | 50 min | 30 min |\n", nil, ""},
		{"quantity in a nested item", "## Results\n\n- Calls\n  - 4$03 a week\n", []string{"rate, 43 a week"}, "43 a week"},
		{"German quantity", "## Ergebnis\n\n- 1,5 M$0io. € gespart\n", []string{"money, 1,5 Mio. €"}, "1,5 Mio. €"},
		{"version", "## Results\n\n- Runs on Python 3.$011\n", nil, ""},
		{"quantity in code", "## Results\n\n- Set `timeout=3$00s`\n", nil, ""},
		{"quantity in a quote", "## Results\n\n> 4$00% less\n", nil, ""},
		{"beside a quantity", "## Results\n\n- Ca$0lls: 40% fewer\n", nil, ""},
		{"prose", "## Summary\n\nA qui$0et day.\n", nil, ""},
		{"unknown heading", "## Weather$0\n", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := "# Achievement: X\n\n" + tt.src
			offset := strings.Index(src, "$0")
			src = src[:offset] + src[offset+2:]
			doc := document.Parse("roles/ROLE-001-Library/achievements/ACH-005-X.md", src, nil)
			got, ok := At(Input{Document: doc, Offset: offset, Workspace: known.With(workspace.FactsOf(doc))})
			if ok != (tt.want != nil) {
				t.Fatalf("answered: %v, %q", ok, got.Markdown)
			}
			for _, want := range tt.want {
				if !strings.Contains(got.Markdown, want) {
					t.Errorf("the text lacks %q:\n%s", want, got.Markdown)
				}
			}
			if ok && got.Span.Of(src) != tt.about {
				t.Errorf("it is about %q, want %q", got.Span.Of(src), tt.about)
			}
		})
	}
}

// Who a role's file names is told of as in an achievement.
func TestPersonOfARole(t *testing.T) {
	const src = "# Onboarding: Archivist @ City Library\n\n**Role ID:** ROLE-001\n\n## Key collaborators\n\n| Person | Role |\n|---|---|\n| Mara Lindt | Curator |\n"
	doc := document.Parse("roles/ROLE-001-Library/onboarding.md", src, nil)
	got, _ := At(Input{Document: doc, Offset: strings.Index(src, "Mara"), Workspace: known.With(workspace.FactsOf(doc))})
	if want := "**Mara Lindt** — Curator\n\nWorked with you once:\n\n- ACH-001"; !strings.HasPrefix(got.Markdown, want) {
		t.Errorf("the text is\n%s\nwant at its start\n%s", got.Markdown, want)
	}
}

// A role's latest achievements are named first.
func TestLatestOfARole(t *testing.T) {
	doc := document.Parse("roles/ROLE-001-Library/achievements/ACH-002-X.md", "# Achievement: X\n\n**Achievement ID:** ACH-002\n**Date:** 2026-01-02\n**Role:** ROLE-001 - Archivist\n", nil)
	got, _ := At(Input{Document: doc, Offset: strings.Index(doc.Source, "ROLE-001"), Workspace: known.With(workspace.FactsOf(doc))})
	if want := "2 achievements:\n\n- ACH-002 X (2026-01-02)\n- ACH-001"; !strings.Contains(got.Markdown, want) {
		t.Errorf("the text lacks %q:\n%s", want, got.Markdown)
	}
}

// A result that stands in a table is told as a reader would say it.
func TestResultsInATable(t *testing.T) {
	told := document.Parse("ACH-001-A.md", "# Achievement: A\n\n**Achievement ID:** ACH-001\n\n## Results\n\n| What | Before | After |\n|---|---|---|\n| Calls | 50 min | 30 min |\n", nil)
	doc := document.Parse("ACH-005-X.md", "# Achievement: X\n\n## Summary\n\nBuilds on ACH-001.\n", nil)
	got, _ := At(Input{Document: doc, Offset: strings.Index(doc.Source, "ACH-001"), Workspace: workspace.Empty().With(workspace.FactsOf(told)).With(workspace.FactsOf(doc))})
	if want := "**ACH-001 A**\n\n- Calls: 50 min → 30 min\n\n"; !strings.HasPrefix(got.Markdown, want) {
		t.Errorf("the text is\n%s\nwant at its start\n%s", got.Markdown, want)
	}
}

// Of an achievement is said which reviews cite it.
func TestWhereCited(t *testing.T) {
	cites := document.Parse("roles/ROLE-001-Library/reviews/2025-H1-Self-Review.md", "# Self-Review: 2025-H1\n\n1. ACH-001\n", nil)
	doc := document.Parse("roles/ROLE-001-Library/achievements/ACH-005-X.md", "# Achievement: X\n\n## Summary\n\nBuilds on ACH-001.\n", nil)
	got, ok := At(Input{Document: doc, Offset: strings.Index(doc.Source, "ACH-001"), Workspace: known.With(workspace.FactsOf(cites)).With(workspace.FactsOf(doc))})
	if want := "Cited in:\n\n- `roles/ROLE-001-Library/reviews/2025-H1-Self-Review.md`"; !ok || !strings.Contains(got.Markdown, want) {
		t.Errorf("the text lacks %q:\n%s", want, got.Markdown)
	}
}

// FuzzAt: whatever stands in a file and wherever one points, there is an answer
// about a place within it, or none.
func FuzzAt(f *testing.F) {
	f.Add("# Achievement: X\n\n## Tags\n\n- #a\n", 20)
	f.Fuzz(func(t *testing.T, src string, offset int) {
		doc := document.Parse("ACH-001-X.md", src, nil)
		offset = min(max(offset, 0), len(src))
		if a, ok := At(Input{Document: doc, Offset: offset}); ok && (a.Span.Start < 0 || a.Span.End > len(src) || !a.Span.Touches(offset)) {
			t.Errorf("an answer about %v for %d", a.Span, offset)
		}
	})
}
