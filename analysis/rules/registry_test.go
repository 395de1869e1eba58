package rules_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

var ruleName = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// Every rule is complete: it has a name of its own, a group, and a page.
func TestRegistry(t *testing.T) {
	groups := []rules.Group{rules.Structure, rules.Metadata, rules.Result, rules.Wording, rules.Reference, rules.Tags, rules.Suppression}
	seen := make(map[string]bool)
	last := 0
	for _, r := range rules.All() {
		if !ruleName.MatchString(r.Name) {
			t.Errorf("%q is no name of a rule", r.Name)
		}
		if seen[r.Name] {
			t.Errorf("%s is listed twice", r.Name)
		}
		seen[r.Name] = true
		if rules.Lookup(r.Name) != r {
			t.Errorf("%s is not found by its name", r.Name)
		}
		group := slices.Index(groups, r.Group)
		if group < last {
			t.Errorf("%s stands outside its group %q", r.Name, r.Group)
		}
		last = group
		if !strings.HasSuffix(r.Doc.Summary, ".") || r.Doc.Why == "" || r.Doc.Bad == "" || r.Doc.Good == "" || r.Check == nil {
			t.Errorf("%s: its page or its check is incomplete", r.Name)
		}
	}
	if rules.Lookup("no-such-rule") != nil {
		t.Error("a rule is found that does not exist")
	}
}

// The examples of a rule's page do what they are shown for: Bad gives this
// finding and no other, Good none, and the fix leads from one to the other.
func TestDocExamples(t *testing.T) {
	for _, r := range rules.All() {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(fmt.Sprintf("%s/%q", r.Name, eol), func(t *testing.T) { testExample(t, r, eol) })
		}
	}
}

func testExample(t *testing.T, r *rules.Rule, eol string) {
	lines := func(s string) string { return strings.ReplaceAll(s, "\n", eol) }
	if r.Doc.File == configFile {
		if found := checkConfig(lines(r.Doc.Bad)); len(found) == 0 || found[0].Rule != r {
			t.Errorf("Bad gives %v", found)
		}
		if found := checkConfig(lines(r.Doc.Good)); len(found) > 0 {
			t.Errorf("Good gives %q", found[0].Message)
		}
		return
	}
	check := func(src string) (rules.Input, []*rules.Finding) {
		in := example(t, r, src)
		found := rules.Check(in)
		checkFindings(t, in.Document, found)
		return in, found
	}
	in, found := check(lines(r.Doc.Bad))
	if len(found) == 0 || slices.ContainsFunc(found, func(f *rules.Finding) bool { return f.Rule != r }) {
		t.Fatalf("Bad gives\n%s", renderFindings(in.Document, found))
	}
	if in, found := check(lines(r.Doc.Good)); len(found) > 0 {
		t.Fatalf("Good gives\n%s", renderFindings(in.Document, found))
	}
	bad := renderFindings(in.Document, found)
	for _, f := range found {
		for i, fix := range f.Fixes {
			if fix.Edits == nil {
				continue
			}
			edits := fix.Edits()
			fixed, err := text.Apply(in.Document.Source, edits)
			if err != nil {
				t.Fatalf("%s: %v", fix.Title, err)
			}
			if strings.Contains(strings.ReplaceAll(fixed, eol, ""), "\n") {
				t.Errorf("%s: the fix brings other line ends than the file's:\n%q", fix.Title, fixed)
			}
			if fixed == in.Document.Source {
				t.Errorf("%s: the fix changes nothing", fix.Title)
			}
			stops := slices.ContainsFunc(edits, func(e text.Edit) bool { return len(e.Stops) > 0 })
			if stops && fix.Certain {
				t.Errorf("%s: a certain fix leaves something to be filled in", fix.Title)
			}
			after, rest := check(fixed)
			for _, left := range rest {
				if left.Rule.Name != "placeholder-text" && !strings.Contains(bad, left.Message) {
					t.Errorf("%s leaves %s: %s\n%s", fix.Title, left.Rule.Name, left.Message, fixed)
				}
			}
			if !stops && i == 0 && len(found) == 1 && fixed != lines(r.Doc.Good) {
				t.Errorf("%s gives\n%s\nnot\n%s", fix.Title, fixed, r.Doc.Good)
			}
			if again := sameFix(rest, f, fix.Title); again != nil && len(rest) >= len(found) {
				t.Errorf("%s: the fix is offered again after it was applied\n%s", fix.Title, renderFindings(after.Document, rest))
			}
		}
	}
}

// sameFix is the fix of that title which a finding like f still has.
func sameFix(found []*rules.Finding, f *rules.Finding, title string) *rules.Fix {
	for _, g := range found {
		if g.Rule != f.Rule || g.Message != f.Message {
			continue
		}
		for _, fix := range g.Fixes {
			if fix.Title == title {
				return fix
			}
		}
	}
	return nil
}

// example is the input under which a rule's examples are checked.
func example(t *testing.T, r *rules.Rule, src string) rules.Input {
	name := r.Doc.File
	if name == "" {
		name = "ACH-001-Example.md"
	}
	files := map[string]string{name: src}
	for path, beside := range r.Doc.Beside {
		files[path] = beside
	}
	if r.Doc.Config != "" {
		files[configFile] = r.Doc.Config
	}
	return input(t, name, files)
}
