package config

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"achievement-ls/analysis/severity"
)

func TestParse(t *testing.T) {
	c, problems := Parse(`files:
  exclude: [drafts/**, "*.tmp.md"]
  reviews: yearly/*.md
id: {prefix: WIN-, digits: 4}
period: {fiscalYearStart: 7}
rules:
  weak-verb: off
  long-summary: {severity: warning}
overrides:
  - paths: [old/**]
    rules: {invalid-date: hint}
tags: {required: ["#career"], known: [care]}
people: [Ann Lee, Bo Ek: Nurse]
categories: [Technical, Care / Triage]
confidential: [Falcon, "/proj-[0-9]+/"]
`)
	if len(problems) > 0 {
		t.Fatalf("problems in a good file: %v", problems)
	}
	if c.ID != (ID{"WIN-", 4}) || c.Period.FiscalYearStart != 7 || c.Tags.Required[0] != "career" || c.Summary.MaxWords != 60 {
		t.Errorf("read as %+v", c)
	}
	if got, set := c.Severity("weak-verb", "a.md"); got != severity.Off || !set {
		t.Errorf("weak-verb is %v, %t", got, set)
	}
	if got, _ := c.Severity("long-summary", "a.md"); got != severity.Warning {
		t.Errorf("long-summary is %v", got)
	}
	if got, _ := c.Severity("invalid-date", "old/x/a.md"); got != severity.Hint {
		t.Errorf("invalid-date below old is %v", got)
	}
	if _, set := c.Severity("invalid-date", "a.md"); set {
		t.Error("invalid-date is set outside of old")
	}
	for path, want := range map[string]Place{"drafts/a/b.md": ExcludedPlace, "yearly/a.md": ReviewPlace, "x.tmp.md": ExcludedPlace, "a.md": Unsaid} {
		if got := c.Place(path); got != want {
			t.Errorf("%s is %d, want %d", path, got, want)
		}
	}
	for category, want := range map[string]bool{"Technical / Anything": true, "technical": true, "Care / Triage": true, "Care / Other": false, "Other": false} {
		if got := c.CategoryKnown(category); got != want {
			t.Errorf("category %s known: %t, want %t", category, got, want)
		}
	}
	if len(c.People) != 2 || c.People[1] != (Person{"Bo Ek", "Nurse"}) {
		t.Errorf("people are %v", c.People)
	}
	if got := c.Confidential[0].Find("The falcon, not Falconry"); len(got) != 1 || got[0].Start != 4 {
		t.Errorf("Falcon found at %v", got)
	}
	if got := c.Confidential[1].Find("see proj-12"); len(got) != 1 {
		t.Errorf("pattern found at %v", got)
	}
}

func TestProblems(t *testing.T) {
	tests := []struct{ name, src, at, message string }{
		{"unknown key", "fils: {}\n", "fils", `there is no key "fils"; did you mean "files"?`},
		{"unknown key like none", "foo: 1\n", "foo", `there is no key "foo"; remove it`},
		{"unknown key inside", "files:\n  exlude: [a]\n", "exlude", `there is no key "exlude" in "files"; did you mean "exclude"?`},
		{"wrong type", "id: {digits: many}\n", "many", `"id.digits" must be a whole number`},
		{"out of bounds", "period: {fiscalYearStart: 13}\n", "13", `"period.fiscalYearStart" is 13; use a number from 1 to 12`},
		{"not a list", "categories: {a: b}\n", "{a: b}", `"categories" must be a list`},
		{"bad glob", "files: {exclude: [\"a[\"]}\n", `"a["`, `"a[" is no valid glob; close its brackets or escape them with a backslash`},
		{"bad pattern", "confidential: [\"/a(/\"]\n", `"/a(/"`, "/a(/ is no valid pattern: missing closing ): `a(`"},
		{"bad severity", "rules: {weak-verb: warn}\n", "warn", `the severity of "weak-verb" is "warn"; use off, hint, information, warning or error`},
		{"one of", "diagnostics: {scope: all}\n", "all", `"diagnostics.scope" is "all"; use open or workspace`},
		{"twice", "id: {prefix: A-, prefix: B-}\n", "", ""},
		{"behind astral characters", "tags: {known: [\"𐐀𐐀\"], requird: [a]}\n", "requird", `there is no key "requird" in "tags"; did you mean "required"?`},
		{"CRLF and byte order mark", "\ufefffils: {}\r\nid: {digits: x}\r\n", "fils", `there is no key "fils"; did you mean "files"?`},
		{"no YAML", "a: [b\nc: d\n", "", ""},
		{"no mapping", "- a\n", "- a", "the configuration is no mapping of keys; write \"key: value\" lines"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, problems := Parse(test.src)
			if c == nil || len(problems) == 0 {
				t.Fatalf("%q has no problem", test.src)
			}
			if got := problems[0].Span.Of(test.src); test.at != "" && (got != test.at || problems[0].Message != test.message) {
				t.Errorf("%q: %q at %q, want %q at %q", test.src, problems[0].Message, got, test.message, test.at)
			}
		})
	}
}

// A wrong key costs its own value alone.
func TestTheRestHolds(t *testing.T) {
	c, problems := Parse("id: {prefix: [x], digits: 5}\nnonsense: 1\ncategories: [A]\n")
	if len(problems) != 2 || c.ID.Digits != 5 || c.ID.Prefix != "ACH-" || len(c.Categories) != 1 {
		t.Errorf("read as %+v with %v", c, problems)
	}
}

// docs/configuration.md names every key, as a path or in an example.
func TestDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	var check func(keys []key, within string)
	check = func(keys []key, within string) {
		for _, k := range keys {
			path := join(within, k.name)
			shown := strings.Contains(string(doc), "`"+path+"`") || strings.Contains(string(doc), "`"+k.name+"`") ||
				strings.Contains(string(doc), "\n"+strings.Repeat("  ", strings.Count(path, "."))+k.name+":")
			if len(k.keys) == 0 && !shown {
				t.Errorf("%s is not documented", path)
			}
			check(k.keys, path)
		}
	}
	check(definition, "")
}

func FuzzParse(f *testing.F) {
	f.Add("files:\n  exclude: [a]\nrules: {a: off}\n")
	f.Add("people: {a: b}\noverrides: [{paths: a, rules: {b: {severity: hint}}}]\n")
	f.Add("a: &a [*a]\n")
	f.Fuzz(func(t *testing.T, src string) {
		c, problems := Parse(src)
		if c == nil {
			t.Fatal("no configuration")
		}
		for _, p := range problems {
			if p.Span.Start < 0 || p.Span.End > len(src) || p.Span.End < p.Span.Start {
				t.Fatalf("problem %q at %v of %d bytes", p.Message, p.Span, len(src))
			}
			if strings.TrimSpace(p.Message) == "" {
				t.Fatal("a problem without a message")
			}
		}
	})
}

// A configuration may be of another's making: whatever stands in it, reading it
// and asking it come to an end soon.
func TestHostileConfigurations(t *testing.T) {
	braces := strings.Repeat("{a,a}", 40) + "b"
	laughs := "a0: &a0 [lol]\n"
	for i := range 30 {
		laughs += fmt.Sprintf("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n", i+1, i+1, i, i, i, i)
	}
	for name, src := range map[string]string{
		"alternatives":        "files:\n  exclude: [\"" + braces + "\"]\noverrides:\n  - paths: [\"" + braces + "\"]\n    rules: {weak-verb: off}\n",
		"nested alternatives": "files:\n  exclude: [\"" + strings.Repeat("{a,", 40) + "b" + strings.Repeat("}", 40) + "\"]\n",
		"stars":               "files:\n  exclude: [\"" + strings.Repeat("**/*a*/", 300) + "b\"]\n",
		"expressions":         "confidential: [\"/(a+)+$/\", \"/(a|aa)*b/\", \"/((a{0,500}){0,500}){0,500}/\", \"/" + strings.Repeat("(", 2000) + strings.Repeat(")*", 2000) + "/\"]\n",
		"laughs":              laughs + "people: *a30\nfiles: {exclude: *a30}\n",
		"a loop":              "people: &p [*p]\nfiles: &f {exclude: *f}\ntemplate: &t {sections: [*t]}\n",
		"deep":                "people: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\n",
		"many keys":           strings.Repeat("x", 100000) + ": 1\n" + strings.Repeat("y: 1\n", 2000),
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := Parse(src)
			for _, path := range []string{strings.Repeat("a", 80), strings.Repeat("aa/", 500) + "c.md", "ACH-001.md"} {
				c.Place(path)
				c.Severity("weak-verb", path)
			}
			for _, term := range c.Confidential {
				term.Find(strings.Repeat("a", 20000) + "!")
			}
		})
	}
	c, problems := Parse("files:\n  exclude: [\"" + braces + "\", \"{a,b}/{c,d}/*.md\"]\n")
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "stands for more than 1000 globs") || c.Place("a/d/x.md") != ExcludedPlace {
		t.Errorf("the problems are %v", problems)
	}
}
