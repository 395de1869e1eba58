package completion

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// today is a Wednesday in the second quarter.
var today = calendar.Date{Year: 2026, Month: 5, Day: 20}

const here = "roles/ROLE-001-Co/achievements/ACH-009-Draft.md"

// files is the workspace that completion draws on.
var files = map[string]string{
	"roles/ROLE-001-Co/onboarding.md": "# Onboarding: Developer @ Co\n\n**Role ID:** ROLE-001\n**Start:** 2024-02-01\n**Manager:** Sara Kim\n",
	"roles/ROLE-001-Co/achievements/ACH-001-Cache.md": entry("ACH-001", "Faster cache", "2026-05-02", "ROLE-001 - Developer @ Co", "Technical / Performance",
		"Ann Lee|Designer", "performance redis", "PR", "Go", "Redis"),
	"roles/ROLE-001-Co/achievements/ACH-002-Queue.md": entry("ACH-002", "Shorter queue", "2025-11-30", "ROLE-001 - Developer @ Co", "Technical / Performance",
		"Bo Ek|Lawyer", "performance queue", "Benchmark", "Go", "Kafka"),
	"roles/ROLE-002-Org/achievements/ACH-001-Ward.md": entry("ACH-001", "Ward handover", "2026-03-18", "ROLE-002 - Nurse @ Org", "Process",
		"Ann Lee|Lead Designer", "handover", "Audit", "Coaching", "Portal"),
	"roles/ROLE-002-Org/achievements/ACH-003-Shift.md": entry("ACH-003", "Shift plan", "2026-02-01", "ROLE-002 - Nurse @ Org", "Process",
		"Ann Lee|Lead Designer", "handover zeal", "Audit", "Coaching", "Portal"),
	"roles/ROLE-001-Co/reviews/2025-H2-Self-Review.md": "# Self-Review: 2025-H2\n",
	"roles/ROLE-001-Co/reviews/2026-H1-Self-Review.md": "# Self-Review: 2026-H1\n",
}

func entry(id, title, date, role, category, person, tags, evidence, skill, tool string) string {
	var list []string
	for _, t := range strings.Fields(tags) {
		list = append(list, "- #"+t)
	}
	return "# Achievement: " + title + "\n\n**Achievement ID:** " + id + "\n**Date:** " + date + "\n**Role:** " + role + "\n**Category:** " + category + "\n\n## Summary\n\nWas good.\n\n" +
		"## Evidence\n\n| Type | Link/Location | Notes |\n|---|---|---|\n| " + evidence + " | x | y |\n\n" +
		"## Skills Demonstrated\n\n### Technical Skills\n- " + skill + "\n\n### Tools/Technologies\n- " + tool + "\n\n" +
		"## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| " + strings.ReplaceAll(person, "|", " | ") + " | z |\n\n" +
		"## Tags\n\n" + strings.Join(list, "\n") + "\n"
}

var known = func() *workspace.Snapshot {
	s := workspace.Empty()
	for path, src := range files {
		s = s.With(factsOf(path, src))
	}
	return s
}()

func factsOf(path, src string) workspace.Facts {
	return workspace.FactsOf(document.Parse(path, src, nil))
}

// at parses a source in which $0 is the cursor. A first line "@ path" names the
// file. The workspace knows the file as it stands, half typed as it is.
func at(t testing.TB, src string) Input {
	t.Helper()
	path := here
	if rest, ok := strings.CutPrefix(src, "@ "); ok {
		path, src, _ = strings.Cut(rest, "\n")
	}
	offset := strings.Index(src, "$0")
	if offset < 0 || strings.Count(src, "$0") > 1 {
		t.Fatalf("%q has not one $0", src)
	}
	doc := document.Parse(path, src[:offset]+src[offset+2:], nil)
	return Input{Document: doc, Offset: offset, Workspace: known.With(workspace.FactsOf(doc)), Config: config.Default(), Today: today}
}

// complete is Complete with what holds for every answer checked.
func complete(t testing.TB, in Input) []Candidate {
	t.Helper()
	l := Complete(context.Background(), in)
	src := in.Document.Source
	line := in.Document.Lines.LineAt(min(max(in.Offset, 0), len(src)))
	labels := map[string]bool{}
	for _, c := range l.Candidates {
		if !c.Edit.Span.Touches(in.Offset) || !line.Covers(c.Edit.Span) {
			t.Errorf("%q: edit at %v, the cursor at %d on line %v", c.Label, c.Edit.Span, in.Offset, line)
		}
		if filter := cmp.Or(c.Filter, c.Label); !inOrder(filter, src[c.Edit.Span.Start:in.Offset]) {
			t.Errorf("typed %q, offered %q, filtered by %q", src[c.Edit.Span.Start:in.Offset], c.Label, filter)
		}
		if labels[c.Label] {
			t.Errorf("%q is offered twice", c.Label)
		}
		labels[c.Label] = true
		if c.Kind == 0 || c.Label == "" {
			t.Errorf("a candidate without kind or label: %+v", c)
		}
		if _, err := text.Apply(src, append([]text.Edit{c.Edit}, c.Additional...)); err != nil {
			t.Errorf("%q: %v", c.Label, err)
		}
		at := 0
		for _, s := range c.Edit.Stops {
			if s.Start < at || s.End < s.Start || s.End > len(c.Edit.New) {
				t.Errorf("%q: stop %v in %q", c.Label, s, c.Edit.New)
			}
			at = s.End
		}
		if c.Documentation != nil && c.Documentation() == "" {
			t.Errorf("%q: empty documentation", c.Label)
		}
	}
	return l.Candidates
}

// inOrder reports whether the characters of typed, blanks aside, stand in s in
// their order and in any case: by which, at the least, clients filter.
func inOrder(s, typed string) bool {
	s = strings.ToLower(s)
	for _, r := range strings.ToLower(strings.Join(strings.Fields(typed), "")) {
		_, rest, ok := strings.Cut(s, string(r))
		if !ok {
			return false
		}
		s = rest
	}
	return true
}

// check says what is offered: the labels in order, or nothing at all; a last
// "…" stands for any number of others.
func check(t *testing.T, src string, want ...string) {
	t.Helper()
	checkIn(t, at(t, src), src, want...)
}

func checkIn(t *testing.T, in Input, src string, want ...string) {
	t.Helper()
	var got []string
	for _, c := range complete(t, in) {
		got = append(got, c.Label)
	}
	shown := got
	if n := len(want) - 1; n >= 0 && want[n] == "…" {
		want = want[:n]
		if len(got) <= n {
			t.Errorf("%q: offered %q and no more", src, got)
		}
		got = got[:min(n, len(got))]
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q:\noffered %q\nwant    %q", src, shown, want)
	}
}

// accept says what the file is after a candidate was taken, its stops in ‹›.
func accept(t *testing.T, src, label, want string) {
	t.Helper()
	in := at(t, src)
	for _, c := range complete(t, in) {
		if c.Label != label {
			continue
		}
		e := c.Edit
		for _, s := range slices.Backward(e.Stops) {
			e.New = e.New[:s.Start] + "‹" + s.Of(e.New) + "›" + e.New[s.End:]
		}
		got, err := text.Apply(in.Document.Source, append([]text.Edit{e}, c.Additional...))
		if err != nil {
			t.Fatalf("applying %q: %v", label, err)
		}
		if d := gocmp.Diff(want, got); d != "" {
			t.Errorf("%q, %s taken: %s", src, label, d)
		}
		return
	}
	t.Errorf("%q: %q is not offered", src, label)
}

const head = "# Achievement: Draft\n\n**Date:** 2026-05-15\n**Role:** ROLE-001 - Developer @ Co\n\n"

// Where nothing fits nothing is offered, whatever has been typed.
func TestNothingOffered(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"prose", head + "## Summary\n\nMade it fast and #per$0\n"},
		{"prose at a line's start", head + "## Summary\n\nDate$0\n"},
		{"an empty line of prose", head + "## Summary\n\n$0\n"},
		{"a word that an ID's prefix begins", head + "## Summary\n\nach$0ieved it\n"},
		{"a person in prose", head + "## Summary\n\nWith Ann$0\n"},
		{"fenced code in Tags", head + "## Tags\n\n```\n- #per$0\n```\n"},
		{"a fence that is not closed", head + "## Tags\n\n```\n- #per$0\n\n## Evidence\n"},
		{"an empty line in fenced code", head + "## Tags\n\n```\na\n$0\n```\n"},
		{"indented code", head + "## Tags\n\n    - #per$0\n"},
		{"inline code", head + "## Tags\n\n- `#per$0`\n"},
		{"inline code not closed", head + "## Tags\n\n- `#per$0\n"},
		{"an ID in inline code", head + "## Summary\n\nsee `ACH-$0`\n"},
		{"a comment", head + "## Tags\n\n<!-- - #per$0 -->\n"},
		{"an ID in a comment", head + "## Summary\n\n<!-- see ACH-$0 -->\n"},
		{"a comment over lines", head + "## Tags\n\n<!--\n- #per$0\n-->\n"},
		{"a comment that is not closed", head + "## Tags\n\n<!--\n- #per$0\n"},
		{"behind a comment", head + "## Tags\n\n<!-- x -->$0\n"},
		{"a quote", head + "## Tags\n\n> - #per$0\n"},
		{"an address", head + "## Tags\n\n- https://example.org/#per$0\n"},
		{"an ID in an address", head + "## Summary\n\nhttps://example.org/ACH-$0\n"},
		{"an ID in an address without scheme", head + "## Summary\n\nexample.org/a/ACH-0$0\n"},
		{"a picture's file", head + "## Summary\n\n![x](ACH-$0)\n"},
		{"an ID in a path", head + "## Summary\n\nachievements/ACH-$0\n"},
		{"HTML", head + "## Tags\n\n<div>\n- #per$0\n</div>\n"},
		{"a field's name within a section", head + "## Summary\n\n**Da$0\n"},
		{"a field's value within a section", head + "## Summary\n\n**Date:** $0\n"},
		{"a table's delimiter row", head + "## Evidence\n\n| Type | Link |\n|--$0--|---|\n"},
		{"a table's header", head + "## Evidence\n\n| Ty$0 | Link |\n|---|---|\n"},
		{"a column without proposals", head + "## Evidence\n\n| Type | Link | Notes |\n|---|---|---|\n| PR | $0 | |\n"},
		{"behind a row's last bar", head + "## Evidence\n\n| Type | Link |\n|---|---|\n| PR | x |$0\n"},
		{"behind the rule that ends a section", head + "## Tags\n\n- #a\n\n---\n\n- #$0\n"},
		{"an unknown section", head + "## Notes\n\n- #per$0\n"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src) })
	}
}

// In a document that is none of ours only IDs are completed.
func TestOtherDocuments(t *testing.T) {
	const other = "@ README.md\n# Readme\n\n"
	for _, c := range []struct {
		src  string
		want []string
	}{
		{other + "See ACH-$0\n", []string{"ACH-001", "ACH-003", "ACH-002"}},
		{other + "See [ACH-00$0]\n", []string{"ACH-001", "…"}},
		{other + "See `ACH-$0`\n", nil},
		{other + "## Tags\n\n- #$0\n", nil},
		{other + "## $0\n", nil},
		{other + "**Da$0\n", nil},
		{other + "**Date:** $0\n", nil},
		{other + "<!-- achievement-ls $0 -->\n", nil},
		{"@ README.md\n---\nda$0\n---\n", nil},
	} {
		check(t, c.src, c.want...)
	}
}

func TestPlacesOutsideTheText(t *testing.T) {
	in := at(t, head+"## Tags\n\n- #é$0\r\n")
	for _, offset := range []int{-1, len(in.Document.Source) + 1, in.Offset - 1 /* within é */, in.Offset + 1 /* between \r and \n */} {
		in.Offset = offset
		checkIn(t, in, "an offset that is no place")
	}
	check(t, "@ a.md\n$0")
	Complete(context.Background(), Input{})
	Complete(context.Background(), Input{Document: in.Document, Offset: 3})
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if l := Complete(ctx, at(t, head+"## Tags\n\n- #$0\n")); len(l.Candidates) > 0 {
		t.Errorf("%d candidates after the request was cancelled", len(l.Candidates))
	}
}

func TestLongListsAreCut(t *testing.T) {
	in := at(t, head+"## Tags\n\n- #$0\n")
	var tags []string
	for i := range 2 * maxCandidates {
		tags = append(tags, "t"+string(rune('a'+i%26))+strings.Repeat("x", i/26))
	}
	in.Workspace = in.Workspace.With(workspace.Facts{Path: "many.md", Entries: []workspace.EntryFacts{{Tags: tags}}})
	if l := Complete(context.Background(), in); len(l.Candidates) != maxCandidates || !l.Incomplete {
		t.Errorf("%d candidates, incomplete %t", len(l.Candidates), l.Incomplete)
	}
	in = at(t, head+"## Tags\n\n- #red$0\n")
	if l := Complete(context.Background(), in); l.Incomplete {
		t.Errorf("%d candidates are said to be incomplete", len(l.Candidates))
	}
}

func example(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("../analysis/testdata/ACH-007-Ward-Handover.md")
	if err != nil {
		t.Fatalf("reading the example: %v", err)
	}
	return string(src)
}

// What holds for every answer holds at every place of a whole file, and of the
// file as far as it has been typed.
func TestEveryOffset(t *testing.T) {
	src := example(t)
	for _, eol := range []string{"\n", "\r\n", "\r"} {
		doc := document.Parse(here, strings.ReplaceAll(src, "\n", eol), nil)
		in := Input{Document: doc, Workspace: known, Config: config.Default(), Today: today}
		for in.Offset = range doc.Source {
			complete(t, in)
		}
	}
	for i := 0; i <= len(src); i += 3 {
		complete(t, Input{Document: document.Parse(here, src[:i], nil), Offset: i, Workspace: known, Config: config.Default(), Today: today})
	}
}

func FuzzComplete(f *testing.F) {
	src := example(f)
	f.Add(here, src, 900)
	f.Add("reviews/2026-H1-Review.md", "# Self-Review: 2026-H1\n\n| # | Achievement |\n|---|---|\n| 1 | [ |", 60)
	f.Add("x.md", "---\nid: ACH-1\ntags: [a, \"b\n---\n# Achievement: x\n", 20)
	f.Add(here, head+"## Collaboration\n\n| Person | Role |\n|---|---|\n| A", len(head)+53)
	f.Add(here, head+"## Link to Review\n\n**Used in:** [[2026", len(head)+39)
	f.Add("", "<!-- achievement-ls disable ", 28)
	f.Add("a.md", "\ufeff#\r## \r\n-\t#é，", 14)
	f.Fuzz(func(t *testing.T, path, src string, offset int) {
		complete(t, Input{Document: document.Parse(path, src, nil), Offset: offset, Workspace: known, Config: config.Default(), Today: today})
		complete(t, Input{Document: document.ParseAs(document.Achievement, path, src, nil), Offset: offset, Workspace: known})
	})
}

// BenchmarkComplete is a keystroke in each of several places of an 8 kB file, in
// a workspace of 1,000 files.
func BenchmarkComplete(b *testing.B) {
	src := example(b)
	src += strings.Repeat("\n## More\n\n- Something that was done and measured, from 3 to 4\n", 110)[:8192-len(src)]
	snapshot := workspace.Of(func(yield func(workspace.Facts) bool) {
		for i := range 1000 {
			id := "ACH-" + string(rune('0'+i/100)) + string(rune('0'+i/10%10)) + string(rune('0'+i%10))
			facts := workspace.FactsOf(document.Parse("achievements/"+id+".md",
				entry(id, "Title", "2026-05-02", "ROLE-001 - Dev @ Co", "Technical", "P"+id+"|R", "a b c t"+id, "PR", "Go", "Redis"), nil))
			if !yield(facts) {
				return
			}
		}
	})
	snapshot.Tags()
	for _, place := range []struct{ name, before, typed string }{
		{"tag", "- #patient-safety", "- #"},
		{"person", "| Tomas Okafor", "| T"},
		{"ID", "## STAR Format", "See ACH-"},
		{"heading", "## Lessons Learned", "## "},
		{"prose", "## STAR Format", "and then"},
	} {
		offset := strings.Index(src, place.before)
		typed := src[:offset] + place.typed + "\n" + src[offset:]
		in := Input{Document: document.Parse("ACH-007.md", typed, nil), Offset: offset + len(place.typed), Workspace: snapshot, Config: config.Default(), Today: today}
		b.Run(place.name, func(b *testing.B) {
			for b.Loop() {
				Complete(context.Background(), in)
			}
		})
	}
}

// fact is a file that holds one achievement and bears its ID.
func fact(id string) workspace.Facts {
	return workspace.Facts{Path: id + ".md", Kind: document.Achievement, Entries: []workspace.EntryFacts{{ID: id, Title: "T"}}}
}

// A fault in a provider costs what it would have offered, and is told by its name.
func TestEveryProviderMayFail(t *testing.T) {
	const src = "# Achievement: A\n\n## Tags\n\n- #\n"
	doc := document.Parse(here, src, nil)
	in := Input{Document: doc, Offset: strings.Index(src, "#\n") + 1, Today: today}
	whole := Complete(context.Background(), in)
	if len(whole.Candidates) == 0 {
		t.Fatal("nothing is offered")
	}
	for i := range providers {
		sound := providers[i]
		providers[i].offer = func(*place, *list) { panic("as asked") }
		var told []string
		in.Failed = func(name string, fault any) { told = append(told, name) }
		got := Complete(context.Background(), in)
		providers[i] = sound
		asked := newPlace(in).fits(sound)
		if asked != slices.Equal(told, []string{sound.name}) || !asked && len(got.Candidates) != len(whole.Candidates) {
			t.Errorf("%s: told are %q, offered %d", sound.name, told, len(got.Candidates))
		}
	}
}

// A candidate is taken by a character where what it stands for is of a closed
// set, and never by one that a new name can go on with.
func TestCommitCharacters(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"a directive", head + "<!-- achievement-ls dis$0 -->\n", " "},
		{"a rule", head + "<!-- achievement-ls disable-file missing-sec$0 -->\n", ", "},
		{"a file in a link that is closed", head + "## Summary\n\n[x](ACH-002$0)\n", "#"},
		{"a file in a link that is not", head + "## Summary\n\n[x](ACH-002$0\n", ""},
		{"a tag", head + "## Tags\n\n- #per$0\n", ""},
		{"an ID", head + "## Summary\n\nACH-00$0\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := complete(t, at(t, tt.src))
			if len(got) == 0 || strings.Join(got[0].Commit, "") != tt.want {
				t.Errorf("offered: %+v", got)
			}
		})
	}
}
