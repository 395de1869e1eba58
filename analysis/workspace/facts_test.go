package workspace

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
)

func example(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("../testdata/ACH-007-Ward-Handover.md")
	if err != nil {
		t.Fatalf("reading the example: %v", err)
	}
	return string(src)
}

func TestFactsOfAnAchievement(t *testing.T) {
	got := FactsOf(document.Parse("ROLE-002-Hospital/ACH-007-Ward-Handover.md", example(t), nil))
	want := Facts{
		Path: "ROLE-002-Hospital/ACH-007-Ward-Handover.md", Kind: document.Achievement, Heading: "Achievement: Cut Ward Handover from 45 to 20 Minutes",
		Entries: []EntryFacts{{
			ID: "ACH-007", Title: "Cut Ward Handover from 45 to 20 Minutes", Date: calendar.Date{Year: 2026, Month: 3, Day: 18},
			Role: "ROLE-002 - Charge Nurse @ St. Brigid Hospital", RoleID: "ROLE-002", Category: "Process / Patient Safety",
			Summary:  "Cut the shift handover on a 28-bed ward from 45 minutes to 20 by writing one handover sheet with the team, and brought missed medication checks down from 6 a month to 1.",
			Tags:     []string{"patient-safety", "handover", "coaching"},
			People:   []PersonFacts{{"Tomas Okafor", "Staff Nurse"}, {"Beatrix Lund", "Pharmacist"}},
			Evidence: []string{"Audit", "Sheet"},
			Skills:   []string{"Clinical audit", "Process timing", "Coaching colleagues in pairs"},
			Tools:    []string{"Quality portal"},
			Reviews:  []ReviewFacts{{Target: "2026-H1-Self-Review.md", Number: 2}},
		}},
	}
	// what it refers to has a test of its own
	want.Mentions, want.Headings, want.Entries[0].Statements = got.Mentions, got.Headings, got.Entries[0].Statements
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	want.Entries = slices.Clone(want.Entries)
	want.Entries[0].Tags = slices.Clone(want.Entries[0].Tags)
	if !got.Equal(&want) {
		t.Error("equal facts are said to differ")
	}
	want.Entries[0].Tags[0] = "safety"
	if got.Equal(&want) {
		t.Error("facts that differ in a tag are said to be equal")
	}
}

func TestFactsOfOtherFiles(t *testing.T) {
	for _, c := range []struct {
		name, path, src string
		want            func(Facts) bool
	}{
		{"the ID of the file's name", "ACH-012-x.md", "# Achievement: X\n\n**Date:** 2026-01-01\n", func(f Facts) bool { return f.Entries[0].ID == "ACH-012" }},
		{"the ID of the field before the file's name", "ACH-012-x.md", "# Achievement: X\n\n**Achievement ID:** ACH-013\n", func(f Facts) bool { return f.Entries[0].ID == "ACH-013" }},
		{"no ID of the file's name where there are many entries", "ACH-012-x.md", "# Mine\n\n## Achievement: X\n\n**Date:** 2026-01-01\n\n## Achievement: Y\n\n**Role:** R\n",
			func(f Facts) bool { return len(f.Entries) == 2 && f.Entries[0].ID == "" && f.Entries[1].Offset > 0 }},
		{"a role folder stands for a role the field does not name", "ROLE-004-Co/ACH-012-x.md", "# Achievement: X\n", func(f Facts) bool { return f.Entries[0].RoleID == "ROLE-004" }},
		{"onboarding without a role ID takes the folder's", "ROLE-004-Co/onboarding.md", "# Onboarding: Tester @ Co\n\n**Buddy/Mentor:** Ann Lee\n",
			func(f Facts) bool {
				return cmp.Equal(f.Roles, []RoleFacts{{ID: "ROLE-004", Title: "Tester", Organisation: "Co"}}) && cmp.Equal(f.People, []PersonFacts{{"Ann Lee", "Buddy/Mentor"}})
			}},
		{"key collaborators of onboarding", "ROLE-004-Co/onboarding.md", "# Onboarding: Tester @ Co\n\n**Role ID:** ROLE-004\n\n## Key collaborators\n\n- Bo Ek (Lawyer)\n",
			func(f Facts) bool { return cmp.Equal(f.People, []PersonFacts{{"Bo Ek", "Lawyer"}}) }},
		{"an onboarding file of something else defines nothing", "docs/onboarding.md", "# Onboarding: the basics @ us\n\n**Manager:** Ann\n",
			func(f Facts) bool { return len(f.Roles) == 0 && len(f.People) == 0 }},
		{"a role file's dates", "r.md", "# Role: Nurse @ Ward\n\n**Role ID:** ROLE-009\n**Start:** 2020-02-01\n**End:** present\n",
			func(f Facts) bool {
				return cmp.Equal(f.Roles, []RoleFacts{{ID: "ROLE-009", Title: "Nurse", Organisation: "Ward", Start: calendar.Date{Year: 2020, Month: 2, Day: 1}}})
			}},
		{"tables of other files define no role", "notes.md", "# N\n\n| Role | Company |\n|---|---|\n| ROLE-001 | X |\n", func(f Facts) bool { return len(f.Roles) == 0 }},
		{"an excluded file has no facts but its path", "x.md", "# Achievement: X\n", func(f Facts) bool { return len(f.Entries) == 1 }},
	} {
		if got := FactsOf(document.Parse(c.path, c.src, nil)); !c.want(got) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	excluded := FactsOf(document.ParseAs(document.Excluded, "x.md", "# Achievement: X\n", nil))
	if d := cmp.Diff(Facts{Path: "x.md", Kind: document.Excluded}, excluded); d != "" {
		t.Errorf("an excluded file: %s", d)
	}
}

// Facts outlive their document, so that they may not keep its text in memory.
func TestFactsHoldNoPartOfTheText(t *testing.T) {
	for path, src := range map[string]string{
		"ACH-007-x.md":     example(t),
		"R/onboarding.md":  "# Role: Dev @ Co\n\n**Role ID:** ROLE-001\n**Manager:** Ann\n\n| Name | Role |\n|---|---|\n| Bo | Dev |\n",
		"reviews/h1.md":    "# Self-Review: 2026\n",
		"INDEX.md":         "# Me\n\n| Role | Company |\n|---|---|\n| ROLE-001 | Co |\n",
		"ACH-008-front.md": "---\nid: ACH-008\ntitle: Front\nrole: ROLE-001\ncategory: C\ntags: [a, b]\n---\n\n## Situation\n\nx\n\n## Action\n\ny\n",
	} {
		d := document.Parse(path, src, nil)
		f := FactsOf(d)
		f.Path = "" // the caller's
		eachString(reflect.ValueOf(f), func(s string) {
			for _, held := range []string{d.Source, d.Tree.Prose} {
				from := uintptr(unsafe.Pointer(unsafe.StringData(held)))
				if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); at >= from && at < from+uintptr(len(held)) {
					t.Errorf("%s: %q shares memory with the text", path, s)
				}
			}
		})
	}
}

func eachString(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() > 0 {
			visit(v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), visit)
		}
	}
}

func FuzzFactsOf(f *testing.F) {
	f.Add("ACH-001-x.md", example(f))
	f.Add("ROLE-1/onboarding.md", "# Onboarding: a @ b\n**Manager:** (")
	f.Add("INDEX.md", "| a |\n|-|\n| ROLE-1 | b | c |\n")
	f.Fuzz(func(t *testing.T, path, src string) {
		facts := FactsOf(document.Parse(path, src, nil))
		if again := FactsOf(document.Parse(path, src, nil)); !facts.Equal(&again) {
			t.Errorf("one text, two facts: %+v and %+v", facts, again)
		}
		s := Empty().With(facts)
		s.Tags()
		for _, e := range facts.Entries {
			if e.ID != "" && len(s.ByID(strings.ToLower(e.ID), path)) == 0 {
				t.Errorf("ID %q is not found", e.ID)
			}
			if e.Offset > len(src) {
				t.Errorf("entry at %d of %d", e.Offset, len(src))
			}
		}
	})
}
