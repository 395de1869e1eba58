package document

import (
	"fmt"
	"strings"
	"testing"

	"achievement-ls/analysis/template"
)

// render writes what a document was understood as, a line a thing, so that a
// test can say what it expects in the same form.
func render(d *Document) string {
	var b strings.Builder
	kinds := map[Kind]string{Other: "other", Achievement: "achievement", Review: "review", Role: "role", People: "people", Excluded: "excluded"}
	fmt.Fprintf(&b, "%s\n", kinds[d.Kind])
	for _, e := range d.Entries {
		fmt.Fprintf(&b, "entry %q\n", e.Title)
		for _, f := range e.Fields {
			fmt.Fprintf(&b, "field %s=%q\n", nameOf(f.Key, d.Text(f.Name)), f.Text)
		}
		for _, s := range e.Sections {
			fmt.Fprintf(&b, "section %s %d\n", s.Key, s.Level)
		}
		for _, s := range e.Subsections {
			fmt.Fprintf(&b, "sub %s\n", s.Key)
		}
		for _, p := range e.Parts {
			var keys []string
			for _, k := range p.Keys {
				keys = append(keys, string(k))
			}
			fmt.Fprintf(&b, "star %s=%q\n", strings.Join(keys, "+"), strings.Join(strings.Fields(d.Text(p.Body)), " "))
		}
		for _, t := range e.Tags {
			fmt.Fprintf(&b, "tag %s\n", d.Text(t.Span))
		}
		for _, p := range e.People {
			fmt.Fprintf(&b, "person %s|%s|%s\n", p.Name.Text, p.Role.Text, p.Contribution.Text)
		}
		for _, r := range e.Reviews {
			fmt.Fprintf(&b, "review %s #%d\n", r.Target.Text, r.Number)
		}
		fmt.Fprintf(&b, "form %s light=%t\n", e.Framework.Name, e.Light)
	}
	return b.String()
}

func nameOf(key template.Key, text string) string {
	if key == "" {
		return "(" + text + ")"
	}
	return string(key)
}

// expect fails unless each line of want is a line of what src is read as, and
// no line that starts with "not " is.
func expect(t *testing.T, path, src, want string) *Document {
	t.Helper()
	d := Parse(path, src, nil)
	got := render(d)
	lines := map[string]bool{}
	for _, l := range strings.Split(got, "\n") {
		lines[l] = true
	}
	for _, w := range strings.Split(strings.TrimSpace(want), "\n") {
		w = strings.TrimSpace(w)
		if not, ok := strings.CutPrefix(w, "not "); ok {
			for l := range lines {
				if strings.HasPrefix(l, not) {
					t.Errorf("%q: found %q, which is not there\nread as:\n%s", src, l, got)
				}
			}
		} else if !lines[w] {
			t.Errorf("%q: missing %q\nread as:\n%s", src, w, got)
		}
	}
	return d
}

const head = "# Achievement: Shorter queues\n\n"

func TestTags(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"list", head + "## Tags\n\n- #care\n- #triage\n", "tag #care\ntag #triage"},
		{"one line", head + "## Tags\n\n#care #triage #q1-2026\n", "tag #care\ntag #triage\ntag #q1-2026"},
		{"commas", head + "## Tags\n\ncare, triage\n", "tag care\ntag triage"},
		{"field", head + "**Tags:** #care, #triage\n", "tag #care\ntag #triage"},
		{"front matter list", "---\ntags: [care, triage]\n---\n" + head, "tag care\ntag triage"},
		{"front matter block", "---\ntags:\n  - care\n  - \"triage\"\n---\n" + head, "tag care\ntag triage"},
		{"front matter string", "---\ntags: care, triage\n---\n" + head, "tag care\ntag triage"},
		{"elsewhere", head + "## Summary\n\nSee #platform, issue #1.\n", "not tag"},
		{"in code", head + "## Tags\n\n```\n#care\n```\n", "not tag"},
		{"half typed", head + "## Tags\n\n- #care\n- #\n", "tag #care"},
		{"after a break", head + "## Tags\n\n- #care\n\n---\n\n**Used in:** x.md\n", "tag #care\nnot tag *"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}

func TestPeopleAndReviews(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"table", head + "## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| Ann Lee | Designer | Drew it |\n", "person Ann Lee|Designer|Drew it"},
		{"other columns", head + "## Team\n\n| Role | Name |\n|---|---|\n| Designer | **Ann Lee** |\n", "person Ann Lee|Designer|"},
		{"list", head + "## Worked with\n\n- **Ann Lee** (Designer): drew it\n- Bo, Nurse — led triage\n", "person Ann Lee|Designer|drew it\nperson Bo|Nurse|led triage"},
		{"bare review", head + "## Link to Review\n\n**Used in:** 2026-H1-Self-Review.md — Achievement #1\n", "review 2026-H1-Self-Review.md #1"},
		{"in brackets", head + "## Link to Review\n\n**Used in:** [2026-H1-Self-Review.md]\n", "review 2026-H1-Self-Review.md #0"},
		{"link", head + "## Link to Review\n\n**Used in:** [H1](../reviews/2026-H1.md), Achievement #2\n", "review ../reviews/2026-H1.md #2"},
		{"wiki link", head + "## Used in\n\n- [[2026-H1-Self-Review]]\n", "review 2026-H1-Self-Review #0"},
		{"not yet", head + "## Link to Review\n\n**Used in:** not yet\n", "not review"},
		{"N/A", head + "## Link to Review\n\nN/A\n", "not review"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}

func TestManyEntries(t *testing.T) {
	d := ParseAs(Achievement, "achievements.md", "# My achievements\n\n## Achievement: One\n\n### Situation\n\na\n\n### Result\n\nb\n\n## Two\n\n**Situation:** c\n\n**Task:** d\n\n## Story 3: Three\n\nLater.\n\n## Notes\n\nNone.\n", nil)
	var titles []string
	for _, e := range d.Entries {
		titles = append(titles, e.Title)
	}
	if got, want := strings.Join(titles, "|"), "One|Two|Three"; got != want || !d.Multiple {
		t.Errorf("entries are %s (multiple %t), want %s", got, d.Multiple, want)
	}
}

func TestKind(t *testing.T) {
	star := "## Situation\n\na\n\n## Task\n\nb\n\n## Result\n\nc\n"
	tests := []struct{ name, path, src, want string }{
		{"title", "x.md", "# Achievement: X\n", "achievement"},
		{"accomplishment", "x.md", "# Accomplishment: X\n", "achievement"},
		{"front matter", "x.md", "---\ntype: achievement\n---\n", "achievement"},
		{"front matter role", "x.md", "---\ntype: role\n---\n# X\n", "role"},
		{"empty by name", "ACH-004-x.md", "", "achievement"},
		{"empty by folder", "career/achievements/x.md", "\n", "achievement"},
		{"by folder, with a label", "achievements/x.md", "# X\n\n**Result:** a\n", "achievement"},
		{"by folder, without", "achievements/README.md", "# How to write these\n\nText.\n", "other"},
		{"ID and label", "x.md", "# X\n\n**Achievement ID:** ACH-001\n\n## Result\n\na\n", "achievement"},
		{"a game's ID", "x.md", "# X\n\n**Achievement ID:** 1234\n", "other"},
		{"front matter id with prefix", "x.md", "---\nid: ACH-001\n---\n# X\n\n## Result\n\na\n", "achievement"},
		{"front matter id of another kind", "x.md", "---\nid: intro\n---\n# X\n\n## Result\n\na\n", "other"},
		{"three labels and a role", "x.md", "# X\n\n**Role:** Nurse\n\n" + star, "achievement"},
		{"three labels alone", "x.md", "# X\n\n" + star, "other"},
		{"template in a code block", "README.md", "# X\n\n```\n# Achievement: X\n**Achievement ID:** ACH-001\n## Situation\n```\n", "other"},
		{"status in Portuguese", "x.md", "# X\n\n**Situação:** aberto\n\n**Role:** x\n", "other"},
		{"self-review by name", "2026-H1-Self-Review.md", "# H1\n", "review"},
		{"self-review by title", "x.md", "# Self-Review: 2026-H1\n", "review"},
		{"brag document", "x.md", "# Ann's brag document\n", "review"},
		{"below reviews", "reviews/x.md", "# X\n", "review"},
		{"role", "x.md", "# Role: Nurse\n", "role"},
		{"onboarding", "onboarding.md", "# Onboarding: Nurse @ Mercy\n\n**Role ID:** ROLE-001\n", "role"},
		{"a changelog", "CHANGELOG.md", "# Changelog\n\n## Impact\n\nNone.\n", "other"},
		{"nothing", "", "", "other"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.SplitN(render(Parse(test.path, test.src, nil)), "\n", 2)[0]; got != test.want {
				t.Errorf("%s is read as %s, want %s", test.src, got, test.want)
			}
		})
	}
}
