package completion

import (
	"testing"

	"achievement-ls/analysis/workspace"
)

// A role that no achievement names yet is offered as what defines it says.
func TestDefinedRoles(t *testing.T) {
	src := "# Achievement: D\n\n**Role:** $0\n"
	in := at(t, src)
	in.Workspace = workspace.Empty().With(workspace.Facts{Path: "INDEX.md", Roles: []workspace.RoleFacts{
		{ID: "ROLE-005", Title: "Cook", Organisation: "Inn", Start: today.AddDays(-9), End: today}, {ID: "ROLE-006", Title: "Chef", Start: today},
		{ID: "ROLE-007"}, // its folder alone says too little
	}})
	checkIn(t, in, src, "ROLE-005 - Cook @ Inn", "ROLE-006 - Chef")
	c := complete(t, in)
	if c[0].Detail != "2026-05-11 to 2026-05-20" || c[1].Detail != "since 2026-05-20" {
		t.Errorf("details %q and %q", c[0].Detail, c[1].Detail)
	}
}

// The quarter's tag is written as the workspace writes such tags.
func TestQuarterTagStyle(t *testing.T) {
	src := head + "## Tags\n\n- #q2$0\n"
	check(t, src, "#q2-2026")
	in := at(t, src)
	in.Workspace = in.Workspace.With(workspace.Facts{Path: "x.md", Entries: []workspace.EntryFacts{{Tags: []string{"2025-q3"}}}})
	checkIn(t, in, src, "#2026-q2")
}

// YAML needs quotes where a value would be read as something else, and keeps
// those that are there.
func TestFrontMatterQuotes(t *testing.T) {
	for _, c := range []struct{ typed, category, want string }{
		{"$0", "Process", "Process"},
		{"$0", "Process: care", `"Process: care"`},
		{"$0", "#1", `"#1"`},
		{`"pro$0"`, "Process: care", `"Process: care"`},
		{`"pro$0`, "Process", `"Process"`},
		{`'$0'`, "Process", `'Process'`},
		{`"$0"`, `The "big" one`, `"The \"big\" one"`},
		{`'$0'`, "Children's care", `'Children''s care'`},
		{"$0", "Care:", `"Care:"`},
		{"$0", `"Big" \ small`, `"\"Big\" \\ small"`},
	} {
		in := at(t, "---\ncategory: "+c.typed+"\n---\n# Achievement: D\n")
		in.Workspace = workspace.Empty().With(workspace.Facts{Path: "x.md", Entries: []workspace.EntryFacts{{Category: c.category}}})
		found := complete(t, in)
		if len(found) != 1 {
			t.Errorf("%s: %d candidates", c.typed, len(found))
			continue
		}
		e := found[0].Edit
		src := in.Document.Source
		if got, want := src[:e.Span.Start]+e.New+src[e.Span.End:], "---\ncategory: "+c.want+"\n---\n# Achievement: D\n"; got != want {
			t.Errorf("%s: %q, want %q", c.typed, got, want)
		}
	}
}

// STAR parts that are labels have their proposals too.
func TestLabelledParts(t *testing.T) {
	const star = "\n\n**Situation:** x\n\n**Action:** y\n\n"
	check(t, head+star+"**Result:** $0\n", "metric: before → after (…%)", "…")
	check(t, head+star+"**Result:** cut fro$0\n", "from … to … (…%)")
	check(t, head+"- **S** — x\n- **T** — y\n- **A** — z\n- **R** — fro$0\n", "from … to … (…%)")
	check(t, head+"- **S** — x\n- **T** — y\n- **A** — fro$0\n- **R** — z\n")
	check(t, head+"| Situation | x |\n|---|---|\n| Action | y |\n| Result | fro$0 |\n") // a row is no place for a form
}

func TestListsOfCollaborators(t *testing.T) {
	const list = head + "## Collaboration\n\n"
	accept(t, list+"- Ann Lee: drew\n- b$0\n", "Bo Ek", list+"- Ann Lee: drew\n- Bo Ek: ‹What they did›\n")
	accept(t, list+"- **Ann Lee** (Designer): drew\n- **b$0\n", "Bo Ek", list+"- **Ann Lee** (Designer): drew\n- **Bo Ek** (Lawyer): ‹What they did›\n")
	accept(t, list+"- Ann Lee\n- b$0\n", "Bo Ek", list+"- Ann Lee\n- Bo Ek\n")
	check(t, list+"- b$0 and others\n") // the line has gone on already
}

func TestTagsWithoutItems(t *testing.T) {
	const line = head + "## Tags\n\n#redis #queue\n"
	accept(t, line+"$0\n", "#performance", line+"#performance\n")
	accept(t, head+"## Tags\n\nredis，que$0\n", "#queue", head+"## Tags\n\nredis，#queue\n")
}

func TestLanguage(t *testing.T) {
	src := head + "## STAR Format\n\n### Action\n1. Prof$0\n"
	in := at(t, src)
	in.Config.Language = "de"
	checkIn(t, in, src)
	in.Config.Language = "en-GB"
	checkIn(t, in, src, "Profiled")
}
