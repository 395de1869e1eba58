package token

import (
	"fmt"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
)

var kinds = map[Kind]string{Field: "field", ID: "id", Label: "label", Quantity: "quantity", Tag: "tag", Person: "person", Role: "role", Date: "date"}

func render(doc *document.Document, tokens []Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(kinds[t.Kind])
		for i, name := range []string{"declaration", "before", "after", "computed"} {
			if t.Modifier&(1<<i) != 0 {
				b.WriteString("." + name)
			}
		}
		fmt.Fprintf(&b, " %q\n", doc.Text(t.Span))
	}
	return b.String()
}

const head = "# Achievement: Calmer waiting room\n\n**Achievement ID:** ACH-001\n\n"

func TestOf(t *testing.T) {
	const top = "field \"Achievement ID\"\nid.declaration \"ACH-001\"\n"
	for _, tt := range []struct{ name, src, want string }{
		{"fields", head + "**Date:** 2026-03-04\n**Role:** ROLE-002 - Nurse @ Elm Clinic\n", top + `field "Date"
date "2026-03-04"
field "Role"
role "ROLE-002"
`},
		{"front matter", "---\nid: ACH-001\ndate: 2026-03-04\ntags: [triage, night]\nrole: ROLE-002 - Nurse\n---\n\n# Achievement: X\n", `field "id"
id.declaration "ACH-001"
field "date"
date "2026-03-04"
field "tags"
tag "triage"
tag "night"
field "role"
role "ROLE-002"
`},
		{"figures of a change", head + "## STAR Format\n\n### Result\n\n- **Waiting:** 50 min → 30 min (40% shorter), for 3 wards\n", top + `label "Result"
quantity.before "50 min"
quantity.after "30 min"
quantity.computed "40%"
quantity "3 wards"
`},
		{"figures in cells", head + "## STAR Format\n\n### Result\n\n| Before | After |\n|---|---|\n| 50 min | 30 min |\n", top + `label "Result"
quantity "50 min"
quantity "30 min"
`},
		{"labels", head + "## STAR Format\n\n**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n**Result:** d\n", top + `label "Situation"
label "Task"
label "Action"
label "Result"
`},
		{"tags and people", head + "## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| Mara Lindt | Porter | x |\n\n## Tags\n\n- #triage\n", top + `person "Mara Lindt"
tag "#triage"
`},
		{"people of a role", "---\ntype: role\n---\n\n# Onboarding: Porter\n\n**Role ID:** ROLE-001\n**Manager:** Ada Rye (Matron)\n\n## Key collaborators\n\n| Person | Role |\n|---|---|\n| Mara Lindt | Porter |\n",
			`field "type"
field "Role ID"
role.declaration "ROLE-001"
field "Manager"
person "Ada Rye"
person "Mara Lindt"
`},
		{"IDs that are cited", head + "## Summary\n\nGrew out of ACH-002 and ach-003, not REACH-4, `ACH-005` or [it](ACH-006.md).\n", top + `id "ACH-002"
id "ach-003"
`},
		{"a review", "# Self-Review: 2026-H1\n\n- ACH-001: 50 min → 30 min\n", `id "ACH-001"
quantity.before "50 min"
quantity.after "30 min"
`},
		{"dates that are none", head + "## Summary\n\nOn 2026-02-30, part 12026-03-041.\n", top},
		{"code is none", head + "```\nACH-002 2026-03-04\n```\n", top},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := document.Parse("career/achievements/ACH-001-X.md", tt.src, nil)
			if strings.HasPrefix(tt.src, "# Self") {
				doc = document.Parse("career/reviews/2026-H1.md", tt.src, nil)
			}
			if got := render(doc, Of(doc, "ACH-")); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestSame(t *testing.T) {
	doc := document.Parse("ACH-001-X.md", head+"## Summary\n\nAs ACH-002 says, and ach-002 again; of ACH-003 nothing.\n", nil)
	all := Of(doc, "ACH-")
	at, ok := At(all, strings.Index(doc.Source, "ach-002")+len("ach-002"))
	if got, want := render(doc, Same(all, at)), "id \"ACH-002\"\nid \"ach-002\"\n"; !ok || got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if at, ok := At(all, strings.Index(doc.Source, "Achievement ID")); !ok || Same(all, at) != nil {
		t.Errorf("a field's name is named elsewhere: %v", Same(all, at))
	}
}

// FuzzOf: whatever a file holds, its tokens are in order, within it, not empty,
// and none overlaps another.
func FuzzOf(f *testing.F) {
	f.Add(head + "**Date:** 2026-03-04\n\n## Tags\n\n- #a\n\n### Result\n\n- 5 → 3 (40%)\n")
	f.Fuzz(func(t *testing.T, src string) {
		doc := document.Parse("ACH-001-X.md", src, nil)
		end := 0
		for _, tok := range Of(doc, "ACH-") {
			if tok.Span.Start < end || tok.Span.Empty() || tok.Span.End > len(src) {
				t.Fatalf("%v after %d", tok, end)
			}
			end = tok.Span.End
		}
	})
}
