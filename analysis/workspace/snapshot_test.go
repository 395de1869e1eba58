package workspace

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/document"
)

// career is a workspace of files, by path.
func career(files map[string]string) *Snapshot {
	s := Empty()
	for path, src := range files {
		s = s.With(FactsOf(document.Parse(path, src, nil)))
	}
	return s
}

// achievement is an achievement file with what tests vary.
func achievement(id, date, tags, person, role string) string {
	return fmt.Sprintf("# Achievement: Work of %s\n\n**Achievement ID:** %s\n**Date:** %s\n**Role:** ROLE-001 - Dev @ Co\n**Category:** Technical / Speed\n\n"+
		"## Summary\n\nMade it faster. And more.\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| %s | %s | Helped |\n\n## Tags\n\n%s\n",
		id, id, date, person, role, tags)
}

var small = map[string]string{
	"roles/ROLE-001-Co/achievements/ACH-001-a.md": achievement("ACH-001", "2026-01-10", "- #speed\n- #redis", "Ann Lee", "Designer"),
	"roles/ROLE-001-Co/achievements/ACH-002-b.md": achievement("ACH-002", "2026-05-10", "- #speed", "Ann Lee", "Lead Designer"),
	"roles/ROLE-001-Co/achievements/ACH-003-c.md": achievement("ACH-003", "2026-03-10", "- #speed", "Bo Ek", ""),
	"roles/ROLE-002-Org/ACH-001-d.md":             achievement("ACH-001", "2026-06-01", "- #redis", "Ann Lee", "Lead Designer"),
	"roles/ROLE-001-Co/onboarding.md":             "# Onboarding: Developer @ Co\n\n**Role ID:** ROLE-001\n**Manager:** Sara Kim\n**Mentor:** Per Holm (Staff Engineer)\n",
	"roles/ROLE-001-Co/reviews/2026-H1-Review.md": "# Self-Review: 2026-H1\n\nGood.\n",
	"INDEX.md": "# Career\n\n| Role | Company | Started |\n|---|---|---|\n| [ROLE-003](x) | Third | 2020-01-01 |\n",
}

func written(uses []Use) []string {
	var out []string
	for _, u := range uses {
		out = append(out, fmt.Sprintf("%s×%d %s", u.Name, u.Count, u.Last))
	}
	return out
}

func TestIndexes(t *testing.T) {
	s := career(small)
	var tags, people, roles, reviews []string
	for _, u := range s.Tags() {
		tags = append(tags, fmt.Sprintf("%s×%d %s %v %s", u.Name, u.Count, u.Last, u.Roles, s.Bearing(u.Name)[0].Entry.ID))
	}
	for _, p := range s.People() {
		people = append(people, fmt.Sprintf("%s (%s) ×%d %s", p.Name, p.Role(), p.Count, p.Last))
	}
	for _, r := range s.Roles() {
		roles = append(roles, fmt.Sprintf("%s %s @ %s %s", r.ID, r.Title, r.Organisation, r.Start))
	}
	for _, r := range s.Reviews() {
		reviews = append(reviews, r.Base()+" "+r.Title)
	}
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"tags by use, the latest achievement first", tags, []string{"speed×3 2026-05-10 [ROLE-001] ACH-002", "redis×2 2026-06-01 [ROLE-001] ACH-001"}},
		{"people with the role given most often, those of onboarding too", people,
			[]string{"Ann Lee (Lead Designer) ×3 2026-06-01", "Bo Ek () ×1 2026-03-10", "Per Holm (Staff Engineer) ×1 ", "Sara Kim (Manager) ×1 "}},
		{"roles from onboarding, folders and the table", roles, []string{"ROLE-001 Developer @ Co ", "ROLE-002  @  ", "ROLE-003  @ Third 2020-01-01"}},
		{"categories", written(s.Categories()), []string{"Technical / Speed×4 2026-06-01"}},
		{"role fields", written(s.RoleFields()), []string{"ROLE-001 - Dev @ Co×4 2026-06-01"}},
		{"reviews", reviews, []string{"2026-H1-Review.md Self-Review: 2026-H1"}},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestByIDPrefersTheFilesOwnScope(t *testing.T) {
	s := career(small)
	for from, want := range map[string]string{
		"roles/ROLE-001-Co/growth.md":  "roles/ROLE-001-Co/achievements/ACH-001-a.md",
		"roles/ROLE-002-Org/growth.md": "roles/ROLE-002-Org/ACH-001-d.md",
	} {
		places := s.ByID("ach-001", from)
		if len(places) != 2 || places[0].Path != want {
			t.Errorf("ACH-001 from %s is %v, want %s first of two", from, places, want)
		}
	}
	if places := s.ByID("ACH-404", "x.md"); len(places) != 0 {
		t.Errorf("ACH-404 is %v, want nothing", places)
	}
}

func TestNextID(t *testing.T) {
	s := career(small)
	for _, c := range []struct{ from, prefix, want string }{
		{"roles/ROLE-001-Co/achievements/new.md", "ACH-", "ACH-004"}, // numbers count per role folder
		{"roles/ROLE-002-Org/new.md", "ACH-", "ACH-002"},
		{"flat.md", "ACH-", "ACH-001"}, // in no role folder there is none yet
		{"roles/ROLE-001-Co/new.md", "WIN-", "WIN-001"},
	} {
		if got := s.NextID(c.from, c.prefix, 3); got != c.want {
			t.Errorf("next %s from %s is %s, want %s", c.prefix, c.from, got, c.want)
		}
	}
	if got := s.NextID("roles/ROLE-001-Co/n.md", "ACH-", 5); got != "ACH-00004" {
		t.Errorf("five digits: %s", got)
	}
	wide := career(map[string]string{"ACH-1000-x.md": "# Achievement: X\n"})
	if got := wide.NextID("n.md", "ACH-", 3); got != "ACH-1001" {
		t.Errorf("an ID from the file's name, past the digits: %s", got)
	}
}

func TestScope(t *testing.T) {
	for path, want := range map[string]string{
		"roles/ROLE-001-Co/achievements/a.md": "ROLE-001",
		"ROLE-12/a.md":                        "ROLE-12",
		"roles/ROLE-x/a.md":                   "",
		"roles/MY-ROLE-1/a.md":                "",
		"ROLE-001.md":                         "", // a file is no folder
		"":                                    "",
	} {
		if got := Scope(path); got != want {
			t.Errorf("Scope(%q) is %q, want %q", path, got, want)
		}
	}
}

// A snapshot is a value: what a later one holds does not show in it.
func TestSnapshotsAreImmutable(t *testing.T) {
	before := career(small)
	tags := len(before.Tags())
	after := before.With(Facts{Path: "n.md", Entries: []EntryFacts{{ID: "ACH-009", Tags: []string{"new"}}}})
	if len(before.Tags()) != tags || before.File("n.md") != nil {
		t.Error("With changed the snapshot it was called on")
	}
	if len(after.Tags()) != tags+1 || after.File("n.md") == nil {
		t.Error("With gave a snapshot without the file")
	}
	if gone := after.Without("n.md"); gone.File("n.md") != nil || len(gone.Tags()) != tags {
		t.Error("Without gave a snapshot with the file")
	}
	if after.File("n.md") == nil {
		t.Error("Without changed the snapshot it was called on")
	}
}

// Typing that changes no fact costs no index: the snapshot stays the same.
func TestEqualFactsShareEverything(t *testing.T) {
	s := career(small)
	const path = "roles/ROLE-001-Co/achievements/ACH-001-a.md"
	typed := strings.Replace(small[path], "| Helped |", "| Helped a lot |", 1)
	if got := s.With(FactsOf(document.Parse(path, typed, nil))); got != s {
		t.Error("the facts are equal, and the snapshot is another")
	}
	retagged := strings.Replace(small[path], "#redis", "#go", 1)
	if got := s.With(FactsOf(document.Parse(path, retagged, nil))); got == s {
		t.Error("a tag changed, and the snapshot is the same")
	}
	if got := s.Without("no-such.md"); got != s {
		t.Error("nothing was removed, and the snapshot is another")
	}
}

// Many changes lose nothing, and files stay in the order of paths.
func TestManyChanges(t *testing.T) {
	s := Empty()
	want := map[string]bool{}
	for i := range 3 * 200 {
		path := fmt.Sprintf("f%04d.md", (i*7919)%(2*200)) // some come twice
		if i%5 == 4 {
			s = s.Without(path)
			delete(want, path)
			continue
		}
		s = s.With(Facts{Path: path, Heading: fmt.Sprint(i)})
		want[path] = true
	}
	var got []string
	for f := range s.All() {
		got = append(got, f.Path)
		if !want[f.Path] {
			t.Errorf("%s was removed and is there", f.Path)
		}
	}
	if len(got) != len(want) || !slices.IsSorted(got) {
		t.Errorf("%d files in order %t, want %d in order", len(got), slices.IsSorted(got), len(want))
	}
}

func TestOfEqualsWith(t *testing.T) {
	with := career(small)
	of := Of(func(yield func(Facts) bool) {
		for path, src := range small {
			if !yield(FactsOf(document.Parse(path, src, nil))) {
				return
			}
		}
	})
	if d := cmp.Diff(slices.Collect(with.All()), slices.Collect(of.All())); d != "" {
		t.Error(d)
	}
}
