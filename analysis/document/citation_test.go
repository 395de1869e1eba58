package document

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/text"
)

// cited writes a citation as "ID or link or title #number: claim".
func cited(d *Document, c Citation) string {
	s := c.ID
	if c.Target != nil {
		s += "→" + c.Target.Path
	}
	if c.Title != "" {
		s += "=" + c.Title
	}
	return fmt.Sprintf("%s [%s] #%d: %s", s, d.Text(c.Span), c.Number, strings.ReplaceAll(d.Text(c.Claim), "\n", "⏎"))
}

func TestCitations(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"an ID in a sentence", "I led ACH-012 to its end.\n", []string{"ACH-012 [ACH-012] #0: I led ACH-012 to its end."}},
		{"an ID with its title in brackets", "- [ACH-012 Fewer falls]: 40 to 28\n", []string{"ACH-012 [ACH-012] #1: - [ACH-012 Fewer falls]: 40 to 28"}},
		{"a link whose text is the ID is one citation", "1. x\n2. [ACH-001](../a/ACH-001-x.md): 3 wins\n",
			[]string{"ACH-001→a/ACH-001-x.md [ACH-001] #1: 2. [ACH-001](../a/ACH-001-x.md): 3 wins"}},
		{"an ID beside the link to its file is one citation", "ACH-001, [see here](../a/ach-001-x.md)\n", []string{"ACH-001→a/ach-001-x.md [ACH-001] #0: ACH-001, [see here](../a/ach-001-x.md)"}},
		{"a link with a text of its own", "* [Fewer falls](../a/Falls.md#result)\n", []string{"→a/Falls.md=Fewer falls [[Fewer falls](../a/Falls.md#result)] #1: * [Fewer falls](../a/Falls.md#result)"}},
		{"a wiki link", "See [[ACH-004-Falls|falls]].\n", []string{"ACH-004→ACH-004-Falls=falls [[[ACH-004-Falls|falls]]] #0: See [[ACH-004-Falls|falls]]."}},
		{"rows of a table, with the number of its column", "| # | Achievement | Link |\n|---|---|---|\n| 2 | Falls | ACH-004 |\n| 3. | Rounds | |\n",
			[]string{"ACH-004 [ACH-004] #2: | 2 | Falls | ACH-004 |", "=Rounds [Rounds] #3: | 3. | Rounds | |"}},
		{"a table of other things", "| # | Goal |\n|---|---|\n| 1 | Teach |\n", nil},
		{"a numbered list counts what cites", "1. Intro\n2. ACH-001 a\n3. ACH-002 b, with ACH-003\n",
			[]string{"ACH-001 [ACH-001] #1: 2. ACH-001 a", "ACH-002 [ACH-002] #2: 3. ACH-002 b, with ACH-003", "ACH-003 [ACH-003] #0: 3. ACH-002 b, with ACH-003"}},
		{"nested items make claims of their own", "- Speed\n  - ACH-001: 40%\n  - ACH-002: 30%\n", []string{"ACH-001 [ACH-001] #1: - ACH-001: 40%", "ACH-002 [ACH-002] #2: - ACH-002: 30%"}},
		{"a heading's claim is its section, and its number holds below", "## Achievement #3: ACH-007\n\nCut 3 days.\n\n- with ACH-008\n\n## Next\n\nx\n",
			[]string{"ACH-007 [ACH-007] #3: ## Achievement #3: ACH-007⏎⏎Cut 3 days.⏎⏎- with ACH-008", "ACH-008 [ACH-008] #3: - with ACH-008"}},
		{"a number alone", "As Achievement #2 shows.\n", []string{" [Achievement #2] #2: As Achievement #2 shows."}},
		{"neither code, comments, quotes, roles nor quarters", "`ACH-001` <!-- ACH-002 -->\n\n> ACH-003\n\nROLE-001 in Q2-2026, COVID-19\n\n```\nACH-004\n```\n", nil},
		{"no ID within another word", "XACH-001x ACH-001b file/ACH-001 A-ACH-001\n", nil},
		{"links out of the workspace", "[a](https://x.example/ACH-001.md) <https://y.example>\n", nil},
	} {
		d := ParseAs(Review, "reviews/r.md", c.src, nil)
		var got []string
		for _, f := range d.Citations() {
			got = append(got, cited(d, f))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestTargets(t *testing.T) {
	src := "[a](x.md) [b](<../b c.md#The%20end>) [c](/top.md) [d](#here) ![e](pic.png) [[Note#Part|n]] [f][r] [g](%41.md?x=1#y) [h](mailto:a@b.c)\n\n[r]: ../ref.md \"title\"\n"
	d := Parse("in/file.md", src, nil)
	var got []string
	for _, x := range d.Targets() {
		got = append(got, fmt.Sprintf("%s|%s %s|%s %t %t", x.Path, d.Text(x.Span), x.Fragment, d.Text(x.FragmentSpan), x.Wiki, x.Image))
	}
	want := []string{
		"in/x.md|x.md | false false", "b c.md|../b c.md The end|The%20end false false", "top.md|/top.md | false false", "| here|here false false",
		"in/pic.png|pic.png | false true", "ref.md|../ref.md | false false", "in/A.md|%41.md | false false", "Note|Note Part|Part true false",
	}
	for _, w := range want {
		found := false
		for _, g := range got {
			found = found || g == w || strings.HasPrefix(w, "in/A.md") && strings.HasPrefix(g, "in/A.md|%41.md y|")
		}
		if !found {
			t.Errorf("%s is not among\n%s", w, strings.Join(got, "\n"))
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d targets, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
}

func TestMentions(t *testing.T) {
	src := "# Achievement: X\n\n**Achievement ID:** ACH-001\n**Role:** ROLE-002 - Nurse\n\n## Summary\n\nBuilds on ach-002 and [ACH-003](ACH-003-x.md), see [[ACH-004]].\n"
	d := Parse("ACH-001.md", src, nil)
	var got []string
	for _, m := range d.Mentions() {
		got = append(got, m.ID+" "+d.Text(m.Span))
	}
	if diff := cmp.Diff([]string{"ROLE-002 ROLE-002", "ACH-002 ach-002", "ACH-003 ACH-003"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestIdentifiersIn(t *testing.T) {
	for s, want := range map[string]string{
		"“ACH-002”—ACH-003…": "ACH-002 ACH-003",
		"ACH-002, (ACH-003)": "ACH-002 ACH-003",
		"ACH-002-Title.md":   "ACH-002",
		"a/ACH-002":          "",
		"ACH-002é":           "",
	} {
		var got []string
		for _, m := range IdentifiersIn(s) {
			got = append(got, m.ID)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func TestSlugs(t *testing.T) {
	got := Slugs([]string{"Result (Quantified Impact)", "What You'd Do", "A", "A", "Über uns", "A-1"})
	if diff := cmp.Diff([]string{"result-quantified-impact", "what-youd-do", "a", "a-1", "über-uns", "a-1-1"}, got); diff != "" {
		t.Error(diff)
	}
	names := []string{"Alpha", "Beta Gamma"}
	for fragment, want := range map[string]int{"beta-gamma": 1, "Beta Gamma": 1, "Alpha#Beta Gamma": 1, "ALPHA": 0, "delta": -1, "": -1} {
		if got := FragmentIndex(names, fragment); got != want {
			t.Errorf("#%s is heading %d, want %d", fragment, got, want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct{ name, path, src, want string }{
		{"front matter", "r.md", "---\ntype: review\nperiod: 2026-H1\n---\n\n# Review of 2025\n", "2026-01-01 2026-06-30"},
		{"a field", "2024-review.md", "# Self-Review\n\n**Review Period:** January–June 2026\n", "2026-01-01 2026-06-30"},
		{"the file's name", "reviews/2026-Q2-Self-Review.md", "# Self-Review: FY20\n", "2026-04-01 2026-06-30"},
		{"the title, a fiscal year", "reviews/mine.md", "# Self-Review: FY26\n", "2025-07-01 2026-06-30"},
		{"none", "reviews/mine.md", "# Self-Review\n", ""},
		{"a field that says nothing", "reviews/2026.md", "# Self-Review\n\n**Period:** my first\n", ""},
	} {
		got := ""
		if p, ok := Parse(c.path, c.src, nil).Period(time.July); ok {
			got = p.Start.String() + " " + p.End.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzCitations holds that whatever is cited lies in its claim and in the file.
func FuzzCitations(f *testing.F) {
	f.Add("# Achievement #1\n\n| # | Achievement |\n|-|-|\n| 1 | ACH-001 [x](ACH-001.md) |\n")
	f.Add("- a [[ACH-001#b|c]] ![x](y)\n  1. Achievement #2\n")
	f.Fuzz(func(t *testing.T, src string) {
		d := ParseAs(Review, "reviews/r.md", src, nil)
		file := text.Span{Start: 0, End: len(src)}
		for _, c := range d.Citations() {
			if !file.Covers(c.Claim) || !c.Claim.Covers(c.Span) || !file.Covers(c.NumberSpan) {
				t.Errorf("%+v lies outside its claim or the file of %d bytes", c, len(src))
			}
		}
		for _, x := range d.Targets() {
			if !x.Link.Covers(x.Span) && !file.Covers(x.Span) || !file.Covers(x.FragmentSpan) {
				t.Errorf("target %+v", x)
			}
		}
	})
}
