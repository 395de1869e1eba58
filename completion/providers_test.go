package completion

import (
	"strings"
	"testing"

	"achievement-ls/analysis/config"
)

func TestTags(t *testing.T) {
	const tags = head + "## Tags\n\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"this role's and quarter's first, then the role's, then by use", tags + "- #$0\n", []string{"#performance", "#redis", "#queue", "#q2-2026", "#handover", "#zeal"}},
		{"half typed", tags + "- #per$0\n", []string{"#performance"}},
		{"an item without #", tags + "- que$0\n", []string{"#queue"}},
		{"an empty item", tags + "- $0\n", []string{"#performance", "…"}},
		{"an empty line", tags + "- #redis\n$0\n", []string{"#performance", "#queue", "…"}},
		{"several on a line", tags + "#redis #$0\n", []string{"#performance", "#queue", "…"}},
		{"a comma list", tags + "redis, que$0\n", []string{"#queue"}},
		{"a # alone at a line's start", tags + "#$0\n", []string{"#performance", "…"}},
		{"those that are there are left out", tags + "- #performance\n- #redis\n- #$0\n", []string{"#queue", "…"}},
		{"half-typed tags are no tags", tags + "- #hand$0\n", []string{"#handover"}},
		{"words in the Tags section", tags + "- see the que$0\n", nil},
		{"a tags field", "# Achievement: D\n\n**Date:** 2025-11-01\n**Tags:** #red$0\n", []string{"#redis"}},
		{"front matter, a list in brackets", "---\ndate: 2026-05-01\ntags: [redis, q$0]\n---\n# Achievement: D\n", []string{"#queue", "#q2-2026"}},
		{"front matter, a list of lines", "---\ntags:\n  - redis\n  - han$0\n---\n# Achievement: D\n", []string{"#handover"}},
		{"front matter, below a list in brackets", "---\ntags: [redis]\n- han$0\n---\n# Achievement: D\n", nil},
		{"front matter, another key's list", "---\nlinks:\n  - han$0\n---\n# Achievement: D\n", nil},
		{"a chat channel in Evidence", head + "## Evidence\n\n| Type | Link | Notes |\n|---|---|---|\n| Slack | #per$0 | |\n", nil},
		{"a heading of the Tags section", tags + "### per$0\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, tags+"-$0\n", "#queue", tags+"- #queue\n") // a bullet that is being typed
	check(t, tags+"--$0\n")
	accept(t, tags+"* #redis\n#$0\n", "#queue", tags+"* #redis\n* #queue\n")
	accept(t, tags+"- #per$0\n", "#performance", tags+"- #performance\n")
	accept(t, tags+"- #p$0erf\n", "#performance", tags+"- #performance\n") // the rest of the word goes too
	accept(t, tags+"- per$0\n", "#performance", tags+"- #performance\n")
	accept(t, tags+"- #redis\n$0\n", "#queue", tags+"- #redis\n- #queue\n")
	accept(t, tags+"#redis #$0\n", "#queue", tags+"#redis #queue\n")
	accept(t, "---\ntags: [redis, q$0]\n---\n# Achievement: D\n", "#queue", "---\ntags: [redis, queue]\n---\n# Achievement: D\n")
	accept(t, "---\ntags:\n  - han$0\n---\n# Achievement: D\n", "#handover", "---\ntags:\n  - handover\n---\n# Achievement: D\n")
	accept(t, head+"**Tags:**$0\n", "#queue", head+"**Tags:** #queue\n")
}

func TestConfiguredTags(t *testing.T) {
	src := head + "## Tags\n\n- #$0\n"
	in := at(t, src)
	in.Config.Tags = config.Tags{Required: []string{"team-x"}, Known: []string{"cloud"}, Aliases: map[string]string{"redis": "cache"}}
	// the required first; an alias is written as what it stands for
	checkIn(t, in, src, "#team-x", "#performance", "#queue", "#q2-2026", "#handover", "#zeal", "#cloud")
}

func TestCollaborators(t *testing.T) {
	const table = head + "## Collaboration\n\n| Person | Role | Their Contribution |\n|--------|------|--------------------|\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"the latest first", table + "| $0 | | |\n", []string{"Ann Lee", "Bo Ek", "Sara Kim"}},
		{"half typed", table + "| bo$0\n", []string{"Bo Ek"}},
		{"a name's second word", table + "| Lee$0 | | |\n", []string{"Ann Lee"}},
		{"a name behind an @", table + "| @an$0 | | |\n", []string{"Ann Lee"}},
		{"a name with spaces", table + "| Ann L$0 | | |\n", []string{"Ann Lee"}},
		{"a bar alone", table + "|$0\n", []string{"Ann Lee", "Bo Ek", "Sara Kim"}},
		{"an empty line below the table", table + "$0\n", []string{"Ann Lee", "…"}},
		{"an empty section", head + "## Collaboration\n\n$0\n", []string{"Ann Lee", "…"}},
		{"those that are there are left out", table + "| Ann Lee | x | y |\n| $0 | | |\n", []string{"Bo Ek", "Sara Kim"}},
		{"an empty line behind a blank one", table + "| Ann Lee | x | y |\n\n$0\n", nil},
		{"the roles the person had", table + "| Ann Lee | $0 | |\n", []string{"Lead Designer", "Designer", "Lawyer", "Manager"}},
		{"what they did is theirs to say", table + "| Ann Lee | x | $0 |\n", nil},
		{"a list", head + "## Collaboration\n\n- A$0\n", []string{"Ann Lee"}},
		{"prose", head + "## Collaboration\n\nWith An$0\n", nil},
		{"another table", head + "## Evidence\n\n| Person | Role |\n|---|---|\n| x | An$0 |\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, table+"| bo$0\n", "Bo Ek", table+"| Bo Ek | Lawyer | \n")
	accept(t, table+"| @bo$0 |\n", "Bo Ek", table+"| Bo Ek | Lawyer |\n")
	accept(t, table+"| bo$0 |\n", "Bo Ek", table+"| Bo Ek | Lawyer |\n")
	accept(t, table+"| bo$0 |  |  |\n", "Bo Ek", table+"| Bo Ek | Lawyer |  |\n")
	accept(t, table+"| $0 | | |\n", "Ann Lee", table+"| Ann Lee | Lead Designer | |\n")
	accept(t, table+"| bo$0     |      |   |\n", "Bo Ek", table+"| Bo Ek  | Lawyer |   |\n") // the width stays where the name fits
	accept(t, table+"| bo$0 | Judge | |\n", "Bo Ek", table+"| Bo Ek | Judge | |\n")          // a role that stands there stays
	accept(t, table+"$0\n", "Bo Ek", table+"| Bo Ek | Lawyer | ‹Their Contribution› |\n")
	accept(t, head+"## Collaboration\n\n$0\n", "Bo Ek",
		head+"## Collaboration\n\n| Person | Role   | Their Contribution |\n|--------|--------|--------------------|\n| Bo Ek | Lawyer | ‹Their Contribution› |\n")
	accept(t, head+"## Collaboration\n\n| Role | Name |\n|---|---|\n| | b$0 |\n", "Bo Ek", head+"## Collaboration\n\n| Role | Name |\n|---|---|\n| | Bo Ek |\n")
	accept(t, head+"## Collaboration\n\n- B$0\n", "Bo Ek", head+"## Collaboration\n\n- Bo Ek (Lawyer): ‹What they did›\n")
	accept(t, head+"## Collaboration\n\n- **Ann Lee** — Designer — drew\n- B$0\n", "Bo Ek", head+"## Collaboration\n\n- **Ann Lee** — Designer — drew\n- **Bo Ek** — Lawyer — ‹What they did›\n")
	accept(t, head+"## Collaboration\n\n- Ann Lee, Designer\n$0\n", "Bo Ek", head+"## Collaboration\n\n- Ann Lee, Designer\n- Bo Ek, Lawyer\n")
}

func TestConfiguredPeople(t *testing.T) {
	src := head + "## Collaboration\n\n| Person | Role |\n|---|---|\n| $0 | |\n"
	in := at(t, src)
	in.Config.People = []config.Person{{Name: "Zoe Ash", Role: "Chef"}, {Name: "ann lee"}}
	checkIn(t, in, src, "Ann Lee", "Bo Ek", "Sara Kim", "Zoe Ash")
}

func TestIDs(t *testing.T) {
	const review = "@ roles/ROLE-001-Co/reviews/2025-H2-Self-Review.md\n# Self-Review: 2025-H2\n\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"of the own role first, the latest first; another's with the same number not", head + "## Summary\n\nBuilds on ACH-$0\n", []string{"ACH-001", "ACH-002", "ACH-003"}},
		{"without the hyphen", head + "## Summary\n\nBuilds on ACH$0\n", []string{"ACH-001", "…"}},
		{"in lower case", head + "## Summary\n\nBuilds on ach-00$0\n", []string{"ACH-001", "…"}},
		{"a number", head + "## Summary\n\nBuilds on ACH-002$0\n", []string{"ACH-002"}},
		{"in brackets", head + "## Summary\n\nBuilds on [ACH-$0]\n", []string{"ACH-001", "…"}},
		{"another word", head + "## Summary\n\nthe REACH-$0\n", nil},
		{"a word behind the hyphen", head + "## Summary\n\nthe ACH-transfer$0\n", nil},
		{"in a review those of its period first", review + "ACH-$0\n", []string{"ACH-002", "ACH-001", "ACH-003"}},
		{"behind a review's bracket", review + "See [$0]\n", []string{"ACH-002", "…"}},
		{"a review's column", review + "| # | Achievement |\n|---|---|\n| 1 | $0 |\n", []string{"ACH-002", "…"}},
		{"behind the bracket of a review's item", review + "- [$0]\n", []string{"ACH-002", "…"}},
		{"a review's checklist", review + "- [ ] ask\n- [$0]\n", nil},
		{"an item above a review's checklist", review + "- [$0\n- [x] asked\n", nil},
		{"an ID's first letters behind a review's bracket", review + "See [a$0]\n", []string{"ACH-002", "…"}},
		{"another word behind a review's bracket", review + "See [the$0]\n", nil},
		{"a review's prose", review + "Good $0\n", nil},
		{"a bracket elsewhere", head + "## Summary\n\nSee [$0]\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, head+"## Summary\n\nBuilds on ACH-0$00.\n", "ACH-002", head+"## Summary\n\nBuilds on ACH-002.\n")
	accept(t, "@ reviews/r.md\n# Self-Review\n\nSee [$0\n", "ACH-002", "# Self-Review\n\nSee [ACH-002]\n")
	accept(t, "@ reviews/r.md\n# Self-Review\n\n- [AC$0]\n", "ACH-002", "# Self-Review\n\n- [ACH-002]\n")
	in := at(t, head+"## Summary\n\nACH-001$0\n")
	if c := complete(t, in); len(c) == 0 || c[0].Detail != "2026-05-02 Faster cache" {
		t.Errorf("detail: %+v", c)
	}
}

func TestIDPrefix(t *testing.T) {
	src := head + "## Summary\n\nWIN-$0\n"
	in := at(t, src)
	in.Config.ID.Prefix = "WIN-"
	in.Workspace = in.Workspace.With(fact("WIN-7"))
	checkIn(t, in, src, "WIN-7")
	checkIn(t, at(t, src), src)
}

func TestOwnID(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"the file's name bears one", "# Achievement: D\n\n**Achievement ID:** $0\n", []string{"ACH-009"}},
		{"half typed", "# Achievement: D\n\n**Achievement ID:** ACH-$0\n", []string{"ACH-009"}},
		{"the next free one of the role", "@ roles/ROLE-001-Co/achievements/new.md\n# Achievement: D\n\n**Achievement ID:** $0\n", []string{"ACH-003"}},
		{"the next free one elsewhere", "@ flat/new.md\n# Achievement: D\n\n**Achievement ID:** $0\n", []string{"ACH-001"}},
		{"plain", "@ flat/new.md\n# Achievement: D\n\nAchievement ID: ACH$0\n", []string{"ACH-001"}},
		{"front matter", "@ flat/new.md\n---\nid: $0\n---\n# Achievement: D\n", []string{"ACH-001"}},
		{"a table", "@ flat/new.md\n# Achievement: D\n\n| Achievement ID | $0 |\n|---|---|\n| Date | x |\n", []string{"ACH-001"}},
		{"a field in a section", head + "## Summary\n\n**Achievement ID:** $0\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, "# Achievement: D\n\n**Achievement ID:**$0\n", "ACH-009", "# Achievement: D\n\n**Achievement ID:** ACH-009\n")
	accept(t, "# Achievement: D\n\n**Achievement ID:** AC$0  \n**Date:** x\n", "ACH-009", "# Achievement: D\n\n**Achievement ID:** ACH-009  \n**Date:** x\n")
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"the folder's own first", "# Achievement: D\n\n**Role:** $0\n", []string{"ROLE-001 - Developer @ Co", "ROLE-002 - Nurse @ Org"}},
		{"by the place of the file", "@ roles/ROLE-002-Org/n.md\n# Achievement: D\n\n**Role:** $0\n", []string{"ROLE-002 - Nurse @ Org", "ROLE-001 - Developer @ Co"}},
		{"half typed", "# Achievement: D\n\n**Role:** ROLE-002 - Nur$0\n", []string{"ROLE-002 - Nurse @ Org"}},
		{"up to the organisation", "# Achievement: D\n\n**Role:** ROLE-002 - Nurse @$0\n", []string{"ROLE-002 - Nurse @ Org"}},
		{"plain", "# Achievement: D\n\nRole: nurse$0\n", []string{"ROLE-002 - Nurse @ Org"}},
		{"front matter", "---\nrole: nurse$0\n---\n# Achievement: D\n", []string{"ROLE-002 - Nurse @ Org"}},
		{"in prose", head + "## Summary\n\nRole: $0\n", nil},
		{"in code", "# Achievement: D\n\n`**Role:** $0`\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, "# Achievement: D\n\n**Role:** ROLE$0-001\\\n", "ROLE-002 - Nurse @ Org", "# Achievement: D\n\n**Role:** ROLE-002 - Nurse @ Org\\\n")
	accept(t, "# Achievement: D\n\n**Role:** nu$0 | **Date:** 2026-01-01\n", "ROLE-002 - Nurse @ Org", "# Achievement: D\n\n**Role:** ROLE-002 - Nurse @ Org | **Date:** 2026-01-01\n")
	accept(t, "---\nrole: \"nu$0\"\n---\n# Achievement: D\n", "ROLE-002 - Nurse @ Org", "---\nrole: \"ROLE-002 - Nurse @ Org\"\n---\n# Achievement: D\n")
}

func TestCategories(t *testing.T) {
	src := "# Achievement: D\n\n**Category:** $0\n"
	check(t, src, "Technical / Performance", "Process")
	check(t, "# Achievement: D\n\n**Category:** Tech$0\n", "Technical / Performance")
	check(t, head+"## Summary\n\nCategory: $0\n")

	in := at(t, src)
	in.Config.Categories = []string{"Technical", "Teaching"}
	checkIn(t, in, src, "Technical / Performance", "Technical", "Teaching") // what is not allowed is not offered

	in = at(t, src)
	in.Workspace = nil
	checkIn(t, in, src, "Technical", "Leadership", "Process", "Business Impact")
}

func TestDates(t *testing.T) {
	const field = "# Achievement: D\n\n**Date:** "
	const talks = head + "## Visibility & Recognition\n\n### Presentations/Sharing\n\n| Date | Venue | Audience |\n|---|---|---|\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"an achievement lies not in the future", field + "$0\n", []string{"2026-05-20", "2026-05-19", "2026-05-15", "2026-03-31"}},
		{"half typed", field + "2026-03$0\n", []string{"2026-03-31"}},
		{"by its name", field + "today$0\n", []string{"2026-05-20"}},
		{"a column of dates", talks + "| $0 | | |\n", []string{"2026-05-20", "2026-05-19", "2026-05-22", "2026-05-15", "2026-06-30", "2026-03-31"}},
		{"another column", talks + "| 2026-05-20 | $0 | |\n", nil},
		{"an empty line below the table", talks + "$0\n", []string{"2026-05-20", "…"}},
		{"front matter", "---\ndate: $0\n---\n# Achievement: D\n", []string{"2026-05-20", "…"}},
		{"a role's start", "@ r.md\n# Role: Nurse\n\n**Role ID:** ROLE-005\n**Start:** $0\n", []string{"2026-05-20", "…"}},
		{"prose", head + "## Summary\n\non 2026-$0\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, field+"2026-0$05-01\n", "2026-05-20", field+"2026-05-20\n")
	accept(t, talks+"$0\n", "2026-05-22", talks+"| 2026-05-22 | ‹Venue› | ‹Audience› |\n")
	check(t, "@ r.md\n# Role: Nurse\n\n**Role ID:** ROLE-005\n**End:** pr$0\n", "present")
	check(t, "@ reviews/r.md\n# Self-Review\n\n**Period:** $0\n", "2026-H1", "2026-Q2", "2026", "2025-H2", "2026-Q1", "2025")
	check(t, "@ reviews/r.md\n---\nperiod: 2025$0\n---\n# Self-Review\n", "2025-H2", "2025")
	in := at(t, field+"$0\n")
	in.Today.Year = 0
	in.Today.Month, in.Today.Day = 0, 0
	checkIn(t, in, "no date is known")
}

func TestEvidence(t *testing.T) {
	const table = head + "## Evidence\n\n| Type | Link/Location | Notes |\n|------|---------------|-------|\n"
	check(t, table+"| $0 | | |\n", "Audit", "PR", "Benchmark", "Metrics", "Design doc", "…")
	check(t, table+"| des$0\n", "Design doc")
	check(t, table+"$0\n", "Audit", "…")
	check(t, head+"## Evidence\n\nSee P$0\n")
	accept(t, head+"## Evidence\n\n|$0\n", "PR",
		head+"## Evidence\n\n| Type   | Link/Location | Notes           |\n|--------|---------------|-----------------|\n| PR | ‹Link/Location› | ‹Notes› |\n")
	check(t, head+"## Evidence\n\nSee\n|$0\n")
	accept(t, table+"| des$0\n", "Design doc", table+"| Design doc |\n")
	accept(t, table+"| de$0s | x | y |\n", "Design doc", table+"| Design doc | x | y |\n")
	accept(t, table+"$0\n", "PR", table+"| PR | ‹Link/Location› | ‹Notes› |\n")
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	accept(t, crlf(head+"## Evidence\n\n$0\n"), "PR",
		crlf(head+"## Evidence\n\n| Type   | Link/Location | Notes           |\n|--------|---------------|-----------------|\n| PR | ‹Link/Location› | ‹Notes› |\n"))
}

func TestChecklist(t *testing.T) {
	const who = head + "## Visibility & Recognition\n\n### Who Knows About This?\n"
	check(t, who+"- [ ] $0\n", "Direct manager", "…")
	check(t, who+"- [ ] exec$0\n", "Executive leadership")
	check(t, who+"- [x] Direct manager (Sara)\n- [ ] direct$0\n") // it is there already
	check(t, who+"- skip$0\n", "Skip-level manager")
	check(t, head+"## Visibility & Recognition\n\n### Recognition Received\n- [ ] award$0\n", "Award or bonus")
	check(t, who+"Direct man$0\n")
	check(t, head+"## Evidence\n\n- [ ] $0\n")
	check(t, who+"- [$0\n", "Direct manager", "…")
	check(t, head+"## Evidence\n\n- [$0\n")
	accept(t, who+"- [$0]\n", "Mentor", who+"- [ ] Mentor\n") // an editor closed the bracket
	accept(t, who+"- [x$0\n", "Mentor", who+"- [x] Mentor\n")
	accept(t, who+"-$0\n", "Mentor", who+"- [ ] Mentor\n")
	accept(t, who+"- skip$0\n", "Skip-level manager", who+"- [ ] Skip-level manager\n")
	accept(t, who+"- [x] Mentor\n$0\n", "Customers", who+"- [x] Mentor\n- [ ] Customers\n")
}

func TestSkills(t *testing.T) {
	const section = head + "## Skills Demonstrated\n\n"
	check(t, section+"### Technical Skills\n- $0\n", "Go", "Coaching")
	check(t, section+"### Soft Skills\n- co$0\n", "Coaching")
	check(t, section+"### Tools/Technologies\n- $0\n", "Portal", "Redis", "Kafka")
	check(t, section+"- ka$0\n", "Kafka") // a flat list
	check(t, section+"### Tools/Technologies\n- Redis (cache)\n- $0\n", "Portal", "Kafka")
	check(t, section+"### Tools/Technologies\nWith ka$0\n")
	accept(t, section+"### Tools/Technologies\n* Redis\n$0\n", "Kafka", section+"### Tools/Technologies\n* Redis\n* Kafka\n")
	src := section + "### Technical Skills\n- $0\n"
	in := at(t, src)
	in.Config.Skills = []string{"Triage"}
	checkIn(t, in, src, "Go", "Coaching", "Triage")
}

func TestVerbs(t *testing.T) {
	const action = head + "## STAR Format\n\n### Action (What You Did)\n"
	check(t, action+"1. Prof$0\n", "Profiled")
	check(t, action+"1. $0\n", "Built", "…")
	check(t, action+"1. **neg$0\n", "Negotiated")
	check(t, action+"- neg$0\n", "Negotiated")
	check(t, action+"1. Then I prof$0\n")
	check(t, action+"Prof$0\n")
	check(t, head+"## STAR Format\n\n### Task (Your Responsibility)\n- Prof$0\n")
	check(t, head+"## Handlung\n\n1. $0\n\n## Ergebnis\n\nx\n") // English verbs do not help there
	check(t, head+"**Situation:** x\n\n**Action:**\n\n1. Prof$0\n\n**Result:** y\n", "Profiled")
	accept(t, action+"1. Prof$0 the queue\n", "Profiled", action+"1. Profiled the queue\n")
	accept(t, action+"1. Led it\n$0\n", "Measured", action+"1. Led it\n2. Measured \n")
}

func TestMetrics(t *testing.T) {
	const result = head + "## STAR Format\n\n### Result (Quantified Impact)\n"
	all := []string{"before → after (…%)", "from … to … (…%)", "…"}
	check(t, result+"- $0\n", append([]string{"metric: before → after (…%)"}, all...)...)
	check(t, result+"- **P95 latency:** $0\n", all...)
	check(t, result+"- P95 latency: $0\n", all...)
	check(t, result+"P95 latency: $0\n") // prose
	check(t, result+"- It was late, and so: $0\n")
	check(t, result+"- Cut waiting fro$0\n", "from … to … (…%)")
	check(t, result+"Complaints went dow$0\n", "down from … to …")
	check(t, result+"- Cut waiting f$0\n") // one letter says too little
	check(t, result+"- Cut waiting fro$0 ten\n")
	check(t, result+"- Cut the $0\n")
	check(t, head+"## STAR Format\n\n### Situation (Context)\n- Cut waiting fro$0\n")
	check(t, head+"## Summary\n\nCut waiting fro$0\n")
	accept(t, result+"- Cut waiting fro$0\n", "from … to … (…%)", result+"- Cut waiting from ‹before› to ‹after› (‹percent›%)\n")
	accept(t, result+"- P95 latency:$0\n", "before → after (…%)", result+"- P95 latency: ‹before› → ‹after› (‹percent›% ‹reduction›)\n")
	accept(t, result+"- **P95 latency:**$0\n", "before → after (…%)", result+"- **P95 latency:** ‹before› → ‹after› (‹percent›% ‹reduction›)\n")
	accept(t, result+"- $0\n", "metric: before → after (…%)", result+"- **‹Metric›:** ‹before› → ‹after› (‹percent›% ‹reduction›)\n")
}

func TestFields(t *testing.T) {
	const title = "# Achievement: D\n\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"those that are not there", head + "**$0\n", []string{"Achievement ID", "Category", "Tags", "Status"}},
		{"half typed", title + "**Da$0\n", []string{"Date"}},
		{"an empty line", title + "$0\n", []string{"Achievement ID", "Date", "Role", "Category", "Tags", "Status"}},
		{"the beginning of a name", title + "Cat$0\n", []string{"Category"}},
		{"a word that begins no name", title + "Thus$0\n", nil},
		{"a sentence", title + "Role in it$0\n", nil},
		{"a field that is there", head + "**Date$0\n", nil},
		{"a name that an editor closed", title + "**Da$0**\n", []string{"Date"}},
		{"with a Tags section no Tags field", title + "**Tags$0\n\n## Tags\n\n- #a\n", nil},
		{"a section of the writer's own", head + "## Notes\n\n$0\n", nil},
		{"an item there", head + "## Notes\n\n- $0\n", nil},
		{"a section of the writer's own that holds fields", title + "## Details\n\n**Date:** 2026-05-15\n**Ro$0\n", []string{"Role"}},
		{"one that may come to hold them", title + "## Details\n\n**Da$0\n", []string{"Date"}},
		{"a review's", "@ reviews/r.md\n# Self-Review\n\n**Pe$0\n", []string{"Period"}},
		{"code", title + "`**Da$0`\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	const table = title + "| Field | Value |\n|---|---|\n| Date | 2026-05-01 |\n"
	check(t, table+"| Ro$0 | |\n", "Role")
	check(t, table+"| Role | $0 |\n", "ROLE-001 - Developer @ Co", "ROLE-002 - Nurse @ Org")
	check(t, title+"| Who | What |\n|---|---|\n| Ro$0 | |\n")
	accept(t, table+"$0\n", "Category", table+"| Category | ‹[Category]› / ‹[Subcategory]› |\n")
	accept(t, table+"| Cat$0\n", "Category", table+"| Category | ‹[Category]› / ‹[Subcategory]› |\n")
	accept(t, table+"| Cat$0 | x |\n", "Category", table+"| Category | x |\n")
	accept(t, title+"**Da$0**\n", "Date", title+"**Date:** ‹2026-05-20›\n")
	accept(t, title+"Date: 2026-01-01\nAch$0\n", "Achievement ID", title+"Date: 2026-01-01\nAchievement ID: ACH-009\n")
	accept(t, "@ flat/n.md\n"+title+"**Ach$0\n", "Achievement ID", title+"**Achievement ID:** ‹ACH-001›\n")
	accept(t, title+"- **Role:** x\n- **Cat$0\n", "Category", title+"- **Role:** x\n- **Category:** ‹[Category]› / ‹[Subcategory]›\n")
}

func TestStatus(t *testing.T) {
	check(t, head+"**Status:** $0\n", "draft", "final")
	check(t, head+"**Status:** dr$0\n", "draft")
	check(t, head+"## Summary\n\n**Status:** $0\n")
	accept(t, head+"**Status:** $0\n", "draft", head+"**Status:** draft\n")
}

func TestFrontMatter(t *testing.T) {
	const rest = "---\n# Achievement: D\n"
	check(t, "---\nid: ACH-009\nda$0\n"+rest, "date")
	check(t, "---\nid: ACH-009\n$0\n"+rest, "title", "date", "role", "category", "tags", "status", "type")
	check(t, "---\nid: ACH-009\nstatus: $0\n"+rest, "draft", "final")
	check(t, "---\nd$0\n\n# Achievement: D\n", "date") // not closed yet
	check(t, "@ achievements/ACH-009.md\n---\nid: ACH-009\n$0\n", "title", "date", "…")
	check(t, "@ achievements/ACH-009.md\n---\nid: ACH-009\nstatus: $0", "draft", "final")
	check(t, "@ achievements/ACH-009.md\n---\nid: ACH-009\n\nnotes da$0\n")
	check(t, "---\nid: ACH-009\n---$0\n# Achievement: D\n")
	check(t, "---\nid: ACH-009\nnotes: da$0\n"+rest)
	check(t, "---\nid: ACH-009\n# da$0\n"+rest)
	accept(t, "---\nid: ACH-009\nda$0\n"+rest, "date", "---\nid: ACH-009\ndate: ‹2026-05-20›\n"+rest)
	accept(t, "---\nid: ACH-009\nty$0\n"+rest, "type", "---\nid: ACH-009\ntype: achievement\n"+rest)
}

func TestHeadings(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"what is not there, what comes next first", head + "## Summary\n\nx\n\n## Evidence\n\n- x\n\n## $0\n",
			[]string{"Skills Demonstrated", "Visibility & Recognition", "Collaboration", "Lessons Learned", "Tags", "Link to Review", "STAR Format"}},
		{"half typed", head + "## Evi$0\n", []string{"Evidence"}},
		{"initials", head + "## sd$0\n", []string{"Skills Demonstrated"}},
		{"typed to the end", head + "## Evidence$0\n", []string{"Evidence"}},
		{"hashes alone", head + "##$0\n", []string{"Summary", "STAR Format", "…"}},
		{"behind a rule", head + "## Summary\n\nx\n\n---\n\n## Ev$0\n", []string{"Evidence"}},
		{"an empty line behind a rule", head + "## Summary\n\nx\n\n---\n\n$0\n", []string{"STAR Format", "Evidence", "…"}},
		{"an empty line behind a section", head + "## Summary\n\nx\n\n$0\n", nil},
		{"subsections of the section", head + "## Skills Demonstrated\n\n### $0\n", []string{"Technical Skills", "Soft Skills", "Tools/Technologies"}},
		{"STAR parts below their heading", head + "## STAR Format\n\n### Situation\n\nx\n\n### $0\n", []string{"Task (Your Responsibility)", "Action (What You Did)", "Result (Quantified Impact)"}},
		{"STAR parts without it", head + "## Situation\n\nx\n\n## Act$0\n", []string{"Action (What You Did)"}},
		{"the first STAR part of the light form", head + "## Summary\n\nx\n\n## Sit$0\n", []string{"Situation (Context)"}},
		{"no part of the light form before its name", head + "## Summary\n\nx\n\n## $0\n", []string{"STAR Format", "Evidence", "Skills Demonstrated", "Visibility & Recognition", "Collaboration", "Lessons Learned", "Tags", "Link to Review"}},
		{"no title where the front matter has it", "---\ntitle: D\n---\n\n# $0\n", nil},
		{"no title further down", "@ achievements/ACH-010.md\n## Summary\n\nx\n\n# $0\n", nil},
		{"the title", "@ achievements/ACH-010.md\n# $0\n\n**Date:** x\n", []string{"Achievement:"}},
		{"a title that is there", head + "# Ach$0\n", nil},
		{"no subsection elsewhere", head + "## Summary\n\nx\n\n### Tech$0\n", nil},
		{"within a line", head + "## Summary\n\nnumber ## Ev$0\n", nil},
		{"in front matter", "---\nid: ACH-009\n#$0\n---\n# Achievement: D\n", nil},
		{"in a fence", head + "```\n## Ev$0\n```\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, head+"## Ta$0\n", "Tags", head+"## Tags\n\n- ‹#tag›\n")
	accept(t, head+"## Summary\n\nx\n\n---\n\n$0\n", "Tags", head+"## Summary\n\nx\n\n---\n\n## Tags\n\n- ‹#tag›\n")
	accept(t, head+"##$0", "Tags", head+"## Tags\n\n- ‹#tag›")
	accept(t, head+"## Ta$0\n## Link to Review\n\nx\n", "Tags", head+"## Tags\n\n- ‹#tag›\n\n## Link to Review\n\nx\n")
	accept(t, head+"## Ta$0\n\n- #redis\n", "Tags", head+"## Tags\n\n- #redis\n") // what stands below stays its content
	accept(t, head+"## Skills Demonstrated\n\n### So$0\n", "Soft Skills", head+"## Skills Demonstrated\n\n### Soft Skills\n\n- ‹[Skill]›\n")
	accept(t, "# Mine\n\n## Achievement: A\n\n**Date:** x\n\n### Ta$0\n\n## Achievement: B\n\n**Date:** y\n", "Tags",
		"# Mine\n\n## Achievement: A\n\n**Date:** x\n\n### Tags\n\n- ‹#tag›\n\n## Achievement: B\n\n**Date:** y\n")
	accept(t, head+"## CAR Format\n\n### $0\n", "Result (Quantified Impact)",
		head+"## CAR Format\n\n### Result (Quantified Impact)\n\n- **‹[Metric]›:** ‹[Before]› → ‹[After]› (‹[X]›% ‹[improvement]›)\n")
}

// STAR parts that are bold labels are gone on with as they were begun.
func TestLabels(t *testing.T) {
	const begun = head + "## STAR Format\n\n**Situation:** x\n\n"
	check(t, begun+"**$0\n", "Task", "Action", "Result")
	check(t, begun+"**Ta$0\n", "Task")
	check(t, begun+"**Ta$0**\n", "Task")
	check(t, begun+"**Task:** y\n\n**$0\n\n**Result:** z\n", "Action")
	check(t, begun+"**Nobody$0\n")
	check(t, begun+"So **Ta$0\n")
	check(t, begun+"## Evidence\n\n**Ta$0\n")
	check(t, head+"## STAR Format\n\n### Situation\n\nx\n\n**Ta$0\n")
	accept(t, begun+"**Ta$0\n", "Task", begun+"**Task:** ‹[What you were to achieve, and by when]›\n")
	accept(t, head+"## STAR Format\n\n__Situation__: x\n\n__Ac$0\n", "Action", head+"## STAR Format\n\n__Situation__: x\n\n__Action__: ‹[The first thing you did, opening with a verb]›\n")
	accept(t, head+"**S** — x\n\n**T** — y\n\n**$0\n\n**R** — z\n", "A", head+"**S** — x\n\n**T** — y\n\n**A** — ‹[The first thing you did, opening with a verb]›\n\n**R** — z\n")
	check(t, head+"**Problem:** x\n\n**$0\n\n**Result:** z\n", "Action", "…")
}

func TestWholeFile(t *testing.T) {
	check(t, "$0", "achievement")
	check(t, "@ notes/x.md\n$0")
	in := at(t, "$0")
	c := complete(t, in)
	if len(c) != 1 {
		t.Fatal("nothing is offered")
	}
	// what is inserted is a whole achievement, with its ID
	check(t, c[0].Edit.New+"\n## $0\n")
}

func TestReviews(t *testing.T) {
	const link = head + "## Link to Review\n\n"
	const first, second = "2026-H1-Self-Review.md", "2025-H2-Self-Review.md"
	check(t, link+"**Used in:** $0\n", first, second) // the date lies in 2026-H1
	check(t, link+"**Used in:** 2025$0\n", second)
	check(t, link+"$0\n", first, second)
	check(t, link+"**Used in:** "+first+" $0\n", "Achievement #1")
	check(t, link+"**Used in:** "+first+" — Ach$0\n", "Achievement #1")
	check(t, link+"**Used in:** [$0]\n", first, second)
	check(t, link+"**Used in:** [x]($0)\n", "../reviews/"+second, "../reviews/"+first)
	check(t, head+"## Summary\n\n**Used in:** $0\n")
	accept(t, link+"**Used in:** 20$0\n", first, link+"**Used in:** "+first+" — Achievement #‹1›\n")
	accept(t, link+"**Used in:** 20$0 — Achievement #3\n", first, link+"**Used in:** "+first+" — Achievement #3\n")
	accept(t, link+"**Used in:** [[20$0]]\n", first, link+"**Used in:** [["+first+"]]\n")
	accept(t, link+"**Used in:** [[20$0\n", first, link+"**Used in:** [["+first+"]]\n")
	accept(t, link+"**Used in:** "+first+" — Ach$0\n", "Achievement #1", link+"**Used in:** "+first+" — Achievement #‹1›\n")
	accept(t, link+"$0\n", first, link+"**Used in:** "+first+" — Achievement #‹1›\n")
}

// The number is the one that the review has for the achievement, else its next.
func TestAchievementNumbers(t *testing.T) {
	const path = "roles/ROLE-001-Co/reviews/2026-H1-Self-Review.md"
	const link = head + "## Link to Review\n\n**Used in:** 2026-H1-Self-Review.md"
	for _, tt := range []struct{ name, review, label, detail, taken string }{
		{"cited there", "1. ACH-001\n2. ACH-009\n", "Achievement #2", "its number in 2026-H1-Self-Review.md", " — Achievement #2"},
		{"in a table's column", "| # | Achievement |\n|---|---|\n| 7 | ACH-009 |\n", "Achievement #7", "its number in 2026-H1-Self-Review.md", " — Achievement #7"},
		{"not cited yet", "1. ACH-001\n2. ACH-002\n", "Achievement #3", "the next number in 2026-H1-Self-Review.md", " — Achievement #3"},
		{"others say theirs", "", "Achievement #5", "the next number in 2026-H1-Self-Review.md", " — Achievement #5"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := at(t, link+" $0\n")
			in.Workspace = in.Workspace.With(factsOf(path, "# Self-Review: 2026-H1\n\n"+tt.review))
			if tt.review == "" {
				in.Workspace = in.Workspace.With(factsOf("roles/ROLE-001-Co/achievements/ACH-004-X.md", "# Achievement: X\n\n**Used in:** 2026-H1-Self-Review.md — Achievement #4\n"))
			}
			got := complete(t, in)
			if len(got) != 1 || got[0].Label != tt.label || got[0].Detail != tt.detail || got[0].Edit.New != tt.taken {
				t.Fatalf("offered: %+v", got)
			}
			if known := tt.detail[:3] == "its"; known == (len(got[0].Edit.Stops) > 0) {
				t.Errorf("stops: %v", got[0].Edit.Stops)
			}
		})
	}
}

func TestRuleNames(t *testing.T) {
	check(t, head+"<!-- achievement-ls $0 -->\n", "disable-next-line", "disable-line", "disable", "enable", "disable-file")
	check(t, head+"<!-- achievement-ls disable-n$0 -->\n", "disable-next-line")
	check(t, head+"<!-- achievement-ls disable missing-st$0 -->\n", "missing-star-field")
	check(t, head+"<!-- achievement-ls disable missing-st$0\n", "missing-star-field")
	check(t, head+"<!-- achievement-ls disable missing-star-field missing-sta$0 -->\n") // named already
	check(t, head+"<!-- achievement-ls disable-line empty-section, missing-fi$0 -->\n", "missing-field", "missing-star-field")
	check(t, head+"<!-- note: disable missing-$0 -->\n")
	check(t, head+"`<!-- achievement-ls disable missing-st$0 -->`\n")
	check(t, head+"```\n<!-- achievement-ls disable missing-st$0 -->\n```\n")
	check(t, head+"achievement-ls disable missing-st$0\n")
	accept(t, head+"<!-- achievement-ls disable missing-st$0-->\n", "missing-star-field", head+"<!-- achievement-ls disable missing-star-field-->\n")
}
