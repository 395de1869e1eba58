package rules_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what the cases expect")

// today is the day on which every test runs.
const today = "2026-11-01"

// TestCases runs analysis/testdata/rules/<rule>/*.txtar. A case is an archive:
//
//	Prose that says what the case shows. Lines of the form "key: value" at its
//	end set options:
//	eol: crlf (or cr)   the files have these line ends
//	bom: yes            the first file starts with a byte order mark
//	show: all           findings of all rules, not only the folder's
//	-- .achievements.yaml --   the configuration, where the case needs one
//	-- ACH-001-x.md --         the file that is checked
//	-- other.md --             further files of the workspace
//	-- want --                 the findings
//	-- fixed/ACH-001-x.md --   the file after the first fix of each finding
//	-- fixed2/ACH-001-x.md --  the file after the second fix of the first finding
//
// A case without a markdown file is about the configuration itself.
//
// With -update, want and the fixed files that stand there are rewritten; a
// case without any gets a want, and a fixed file where there is a fix.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../testdata/rules/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, file := range files {
		rule := filepath.Base(filepath.Dir(file))
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(rule+"/"+name, func(t *testing.T) {
			if rules.Lookup(rule) == nil {
				t.Fatalf("%s: there is no rule %q", file, rule)
			}
			runCase(t, file, rule)
		})
	}
}

func runCase(t *testing.T, file, rule string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := readCase(t, archive)
	for _, form := range forms {
		if c.ofConfig {
			break
		}
		t.Run(form.name, func(t *testing.T) {
			in := readCase(t, &txtar.Archive{Comment: append(slices.Clone(archive.Comment), form.options...), Files: archive.Files}).input
			checkFixes(t, in, rules.Check(in))
		})
	}
	found := rules.Check(c.input)
	if c.ofConfig {
		found = checkConfig(c.input.Document.Source)
	}
	checkFindings(t, c.input.Document, found)
	if !c.ofConfig {
		checkFixes(t, c.input, found)
	}
	shown := found[:0:0]
	for _, f := range found {
		if c.all || f.Rule.Name == rule {
			shown = append(shown, f)
		}
	}
	got := map[string]string{"want": renderFindings(c.input.Document, shown)}
	if fixed, ok := applyFirst(t, c.input.Document, shown); ok {
		got["fixed/"+c.input.Document.Path] = c.written(fixed)
	}
	if len(shown) > 0 && len(shown[0].Fixes) > 1 && shown[0].Fixes[1].Edits != nil {
		fixed, err := text.Apply(c.input.Document.Source, shown[0].Fixes[1].Edits())
		if err != nil {
			t.Fatalf("second fix: %v", err)
		}
		got["fixed2/"+c.input.Document.Path] = c.written(fixed)
	}
	if *update {
		updateCase(t, file, archive, got)
		return
	}
	seen := false
	for _, f := range archive.Files {
		isFixed := strings.HasPrefix(f.Name, "fixed")
		if f.Name != "want" && !isFixed {
			continue
		}
		seen = true
		if diff := cmp.Diff(string(f.Data), got[f.Name]); diff != "" {
			t.Errorf("%s: %s differs (-want +got):\n%s", file, f.Name, diff)
		}
	}
	if !seen {
		t.Errorf("%s expects nothing; run go test -update and read what it wrote", file)
	}
}

// forms are the further ways in which the files of each case are written: its
// fixes have to be as good in them.
var forms = []struct{ name, options string }{
	{"LF", "eol: lf\n"},
	{"CRLF", "eol: crlf\n"},
	{"CR", "eol: cr\n"},
	{"CRLF, BOM", "eol: crlf\nbom: yes\n"},
}

// testCase is a case's archive, read.
type testCase struct {
	input    rules.Input
	all      bool
	ofConfig bool // the configuration is what is checked
	eol, bom string
}

func readCase(t *testing.T, archive *txtar.Archive) testCase {
	c := testCase{eol: "\n"}
	for line := range strings.Lines(string(archive.Comment)) {
		switch strings.TrimSpace(line) {
		case "eol: lf":
			c.eol = "\n"
		case "eol: crlf":
			c.eol = "\r\n"
		case "eol: cr":
			c.eol = "\r"
		case "bom: yes":
			c.bom = "\ufeff"
		case "show: all":
			c.all = true
		}
	}
	files := make(map[string]string)
	first := ""
	for _, f := range archive.Files {
		if f.Name == "want" || strings.HasPrefix(f.Name, "fixed") {
			continue
		}
		files[f.Name] = strings.ReplaceAll(string(f.Data), "\n", c.eol)
		if first == "" && strings.HasSuffix(f.Name, ".md") {
			first = f.Name
			files[f.Name] = c.bom + files[f.Name]
		}
	}
	if src, ok := files[configFile]; ok && first == "" {
		c.ofConfig = true
		c.input.Document = document.ParseAs(document.Other, configFile, src, nil)
		return c
	}
	if first == "" {
		t.Fatal("the case has no markdown file")
	}
	c.input = input(t, first, files)
	return c
}

// written is what a fixed file looks like in the archive.
func (c testCase) written(s string) string {
	if c.eol != "\n" {
		if strings.Contains(strings.ReplaceAll(s, c.eol, ""), "\n") {
			return "a line ends otherwise than the file's\n" + s
		}
		s = strings.ReplaceAll(s, c.eol, "\n")
	}
	s = strings.TrimPrefix(s, c.bom)
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return s
}

// input makes the input of a check of the file named, all files being the
// workspace.
func input(t *testing.T, name string, files map[string]string) rules.Input {
	t.Helper()
	cfg := config.Default()
	if src, ok := files[configFile]; ok {
		var problems []config.Problem
		cfg, problems = config.Parse(src)
		if len(problems) > 0 {
			t.Fatalf("the configuration is faulty: %+v", problems)
		}
	}
	day, ok := calendar.ParseDate(today)
	if !ok {
		t.Fatal("today is no date")
	}
	snapshot := workspace.Empty()
	for path, src := range files {
		if strings.HasSuffix(path, ".md") {
			snapshot = snapshot.With(workspace.FactsOf(document.Parse(path, src, cfg.Template)))
		}
	}
	return rules.Input{Document: document.Parse(name, files[name], cfg.Template), Workspace: snapshot, Config: cfg, Today: day}
}

func updateCase(t *testing.T, file string, archive *txtar.Archive, got map[string]string) {
	kept := archive.Files[:0:0]
	for _, f := range archive.Files {
		if f.Name == "want" || strings.HasPrefix(f.Name, "fixed") {
			continue
		}
		kept = append(kept, f)
	}
	for _, prefix := range []string{"want", "fixed/", "fixed2/"} {
		for name, data := range got {
			if name == prefix || prefix != "want" && strings.HasPrefix(name, prefix) {
				kept = append(kept, txtar.File{Name: name, Data: []byte(data)})
			}
		}
	}
	archive.Files = kept
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// applyFirst is the document after the first fix of each finding; ok is false
// where no finding has one. A fix that overlaps an earlier one is left out.
func applyFirst(t *testing.T, doc *document.Document, found []*rules.Finding) (fixed string, ok bool) {
	t.Helper()
	var edits []text.Edit
	fixed = doc.Source
	for _, f := range found {
		if len(f.Fixes) == 0 || f.Fixes[0].Edits == nil {
			continue
		}
		more := append(edits[:len(edits):len(edits)], f.Fixes[0].Edits()...)
		if s, err := text.Apply(doc.Source, more); err == nil {
			edits, fixed, ok = more, s, true
		}
	}
	return fixed, ok
}

// checkFixes holds what is true of all fixes: each, made alone, leaves nothing
// to find that was not there before but what is to be filled in, is not
// offered again, and ends lines as the file does.
func checkFixes(t *testing.T, in rules.Input, found []*rules.Finding) {
	t.Helper()
	before := make(map[string]int)
	for _, f := range found {
		before[f.Rule.Name]++
	}
	for _, f := range found {
		for _, fix := range f.Fixes {
			if fix.Edits == nil || fix.Rename != "" {
				continue
			}
			fixed, err := text.Apply(in.Document.Source, fix.Edits())
			if err != nil {
				t.Errorf("%s: %v", fix.Title, err)
				continue
			}
			if fixed == in.Document.Source {
				t.Errorf("%s: %s changes nothing", f.Message, fix.Title)
			}
			if !strings.HasPrefix(fixed, bom(in.Document.Source)) || strings.Count(fixed, "\ufeff") != strings.Count(in.Document.Source, "\ufeff") {
				t.Errorf("%s: %s moves the byte order mark", f.Message, fix.Title)
			}
			if eol := edit.EOL(in.Document); uniform(in.Document.Source, eol) && !uniform(fixed, eol) {
				t.Errorf("%s: %s ends lines otherwise than the file:\n%q", f.Message, fix.Title, fixed)
			}
			again := in
			again.Document = document.Parse(in.Document.Path, fixed, in.Document.Template)
			after := make(map[string]int)
			for _, g := range rules.Check(again) {
				after[g.Rule.Name]++
			}
			for name, n := range after {
				// Only once its verb is right does a comment hide anything, or not.
				verb := f.Rule.Name == "unknown-rule" && name == "unused-suppression"
				if n > before[name] && name != "placeholder-text" && !verb {
					t.Errorf("%s: %s brings %s:\n%s", f.Message, fix.Title, name, renderFindings(again.Document, rules.Check(again)))
				}
			}
			if after[f.Rule.Name] >= before[f.Rule.Name] {
				t.Errorf("%s: %s does not mend it:\n%s", f.Message, fix.Title, fixed)
			}
		}
	}
}

// uniform reports whether all lines of s end with eol.
func uniform(s, eol string) bool {
	return !strings.ContainsAny(strings.ReplaceAll(s, eol, ""), "\r\n")
}

// bom is the byte order mark that s starts with, if any.
func bom(s string) string {
	if strings.HasPrefix(s, "\ufeff") {
		return "\ufeff"
	}
	return ""
}
