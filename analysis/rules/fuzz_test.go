package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var fuzzDay = calendar.Date{Year: 2026, Month: 5, Day: 20}

// everyRule is a configuration in which every rule is on and has something to go by.
var everyRule = func() *config.Config {
	var src strings.Builder
	src.WriteString("confidential: [secret, /acme-[0-9]+/]\ncategories: [Technical / Performance]\npeople: [Ada Lovelace]\ntags: {required: [night], known: [ward], aliases: {perf: performance}}\nrules:\n")
	for _, r := range rules.All() {
		src.WriteString("  " + r.Name + ": warning\n")
	}
	c, _ := config.Parse(src.String())
	return c
}()

// FuzzCheck: whatever a file holds, every rule comes to an end with findings in
// the file, the same each time, and every fix applies and keeps what is UTF-8 so.
func FuzzCheck(f *testing.F) {
	for _, pattern := range []string{"../../examples/roles/*/achievements/*.md", "../../examples/roles/*/*.md", "../../examples/broken/achievements/*.md", "../testdata/*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no files match %s: %v", pattern, err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(filepath.Base(file), string(src))
		}
	}
	for _, r := range rules.All() {
		f.Add("ACH-001-A.md", r.Doc.Bad)
	}
	f.Add("2026-H1-Self-Review.md", "# Self-Review: 2026-H1\n\n- ACH-001 from 3 to 2 (by 90%)\n")
	f.Add("people.md", "# People\n\n| Name | Role |\n|---|---|\n| Ada | |\n")
	f.Fuzz(func(t *testing.T, path, src string) {
		doc := rules.Parse(everyRule, path, src)
		in := rules.Input{Document: doc, Workspace: workspace.Empty().With(workspace.FactsOf(doc)), Config: everyRule, Today: fuzzDay, Exists: func(string) bool { return false }}
		found := rules.Check(in)
		if again := rules.Check(in); len(again) != len(found) {
			t.Fatalf("%d findings, then %d", len(found), len(again))
		}
		for _, finding := range found {
			if s := finding.Span; s.Start < 0 || s.End < s.Start || s.End > len(src) {
				t.Fatalf("%s is at %v of %d bytes", finding.Rule.Name, s, len(src))
			}
			if strings.TrimSpace(finding.Message) == "" {
				t.Fatalf("%s says nothing", finding.Rule.Name)
			}
			for _, fix := range finding.Fixes {
				if fix.Edits == nil {
					continue // it is about other files
				}
				fixed, err := text.Apply(src, fix.Edits())
				if err != nil || utf8.ValidString(src) && !utf8.ValidString(fixed) {
					t.Fatalf("%s: %q gives %q, %v", finding.Rule.Name, fix.Title, fixed, err)
				}
			}
		}
		if fixed := rules.FixAll(in, func(*rules.Finding) bool { return true }); utf8.ValidString(src) && !utf8.ValidString(fixed) {
			t.Fatalf("all mended it is no UTF-8: %q", fixed)
		}
	})
}

// FuzzSuppress: whatever a comment says, it takes findings away and adds none but
// those about itself.
func FuzzSuppress(f *testing.F) {
	const src = "# Achievement: A\n\n## Tags\n\n- #a b\n\nHelped with many things.\n\n"
	check := func(src string) (names []string) {
		doc := rules.Parse(config.Default(), "ACH-001-A.md", src)
		for _, x := range rules.Check(rules.Input{Document: doc, Today: fuzzDay}) {
			if s := x.Span; s.Start < 0 || s.End < s.Start || s.End > len(src) {
				panic(x.Rule.Name)
			}
			names = append(names, x.Rule.Name)
		}
		return names
	}
	for _, words := range []string{"disable-file", "disable-file invalid-tag", "disable weak-verb", "enable", "disable-next-line", "disable-line x,y", " DISABLE-FILE", "disable-file\tmissing-section ,", "", "disable-"} {
		f.Add(words)
	}
	known := check(src + "<!-- nothing -->\n")
	f.Fuzz(func(t *testing.T, words string) {
		if strings.ContainsAny(words, "<>\r\n\x00") {
			return // the comment would end, or be none
		}
		left := slices.Clone(known)
		for _, name := range check(src + "<!-- achievement-ls " + words + " -->\n") {
			if i := slices.Index(left, name); i >= 0 {
				left = slices.Delete(left, i, i+1)
			} else if rules.Lookup(name).Group != rules.Suppression {
				t.Fatalf("%q brings %s about", words, name)
			}
		}
	})
}
