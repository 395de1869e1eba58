package config

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// The schema takes what Parse takes, and rejects what Parse reports, but for
// globs and patterns, which a schema can't know.
func TestSchema(t *testing.T) {
	ruleDocs := map[string]string{"weak-verb": "A weak verb", "long-summary": "A long Summary"}
	src, err := Schema(ruleDocs)
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, string(src))
	tests := []struct{ name, src, wrong string }{
		{"every key", `files: {achievements: [wins/**], reviews: yearly/*.md, roles: [], people: [team.md], exclude: ["*.tmp.md"], maxSize: 100}
id: {prefix: WIN-, digits: 4}
period: {fiscalYearStart: 12}
template: {extends: german, title: Sieg, fields: [{name: KST, requirement: required, frontMatter: kst, after: date}], columns: {person: [Wer]}, sections: [{name: Kosten, level: 2, aliases: [Budget], body: x, hint: y}, {is: skills, sections: [{name: Mut}]}, {is: lessons, remove: true}]}
rules: {weak-verb: off, long-summary: {severity: warning}}
overrides:
  - paths: [old/**]
    rules: {weak-verb: hint}
  - paths: drafts
tags: {required: ["#career"], known: [care, 2026], aliases: {kids: children, year: 2026}}
people: [Ann Lee, Bo Ek: Nurse, Cy Oz: ]
categories: [Technical]
confidential: [Falcon, "/proj-[0-9]+/"]
features: {hover: false}
skills: [Go]
language: de
diagnostics: {scope: workspace}
format: {tables: false, breaks: true}
summary: {maxWords: 10000}
words: {weakVerbs: {add: [Touched], remove: [Helped]}, vagueQuantifiers: {add: some}}
`, ""},
		{"nothing", "{}\n", ""},
		{"keys without values", "files:\nid: {digits: }\nrules:\noverrides:\npeople:\ntags: {known: , aliases: }\n", ""},
		{"people as a mapping", "people: {Ann Lee: Nurse, Bo Ek: }\n", ""},
		{"a severity that YAML 1.1 reads as a boolean", "rules: {weak-verb: false}\n", ""},

		{"unknown key", "fils: {}\n", "fils"},
		{"unknown key inside", "files: {exlude: [a]}\n", "exlude"},
		{"unknown rule", "rules: {weak-verbs: off}\n", "weak-verbs"},
		{"unknown key of an override", "overrides: [{path: a}]\n", "path"},
		{"wrong type", "id: {digits: many}\n", "digits"},
		{"too small", "id: {digits: 0}\n", "digits"},
		{"too large", "period: {fiscalYearStart: 13}\n", "fiscalYearStart"},
		{"not a list", "categories: {a: b}\n", "categories"},
		{"a number as a list", "skills: 5\n", "skills"},
		{"a list in a list", "skills: [[a]]\n", "skills"},
		{"a list as a text", "language: [de]\n", "language"},
		{"not a boolean", "format: {tables: sometimes}\n", "tables"},
		{"one of", "diagnostics: {scope: all}\n", "scope"},
		{"unknown key of a rule", "rules: {long-summary: {maxWords: 40}}\n", "long-summary"},
		{"bad severity", "rules: {weak-verb: warn}\n", "weak-verb"},
		{"bad severity in an override", "overrides: [{paths: [a], rules: {weak-verb: on}}]\n", "overrides"},
		{"overrides as a mapping", "overrides: {paths: [a]}\n", "overrides"},
		{"a feature's text", "features: {hover: no thanks}\n", "hover"},
		{"people as a text", "people: Ann Lee\n", "people"},
		{"a template by its name", "template: light\n", ""},
		{"a template as a list", "template: [a]\n", "template"},
		{"an unknown template", "template: lite\n", "template"},
		{"an unknown key of a template", "template: {sectons: []}\n", "template"},
		{"an unknown key of a section", "template: {sections: [{name: A, alias: B}]}\n", "alias"},
		{"an unknown key of a field", "template: {fields: [{name: A, level: 2}]}\n", "level"},
		{"an unknown role", "template: {sections: [{name: A, is: evidense}]}\n", "is"},
		{"a section without a name", "template: {sections: [{level: 2}]}\n", "sections"},
		{"a section as a text", "template: {sections: [A]}\n", "sections"},
		{"a bad level", "template: {sections: [{name: A, level: 1}]}\n", "level"},
		{"a bad requirement", "template: {sections: [{name: A, requirement: must}]}\n", "requirement"},
		{"no mapping", "- a\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, problems := Parse(test.src)
			unknown := slices.ContainsFunc(c.RuleNames, func(n Name) bool { return ruleDocs[n.Text] == "" })
			parses := len(problems) == 0 && !unknown
			err := schema.Validate(decode(t, test.src))
			if parses != (err == nil) {
				t.Fatalf("parsed with %v, by the schema %v", problems, err)
			}
			if bad := test.wrong != "" || test.name == "no mapping"; bad == parses {
				t.Fatalf("%q: taken as good: %t", test.src, parses)
			}
			if err != nil && !strings.Contains(err.Error(), test.wrong) {
				t.Errorf("%q is not named in %v", test.wrong, err)
			}
		})
	}
}

// Every key of the definition stands in the schema with what it means.
func TestSchemaHasEveryKey(t *testing.T) {
	src, err := Schema(nil)
	if err != nil {
		t.Fatal(err)
	}
	var top map[string]any
	if err := json.Unmarshal(src, &top); err != nil {
		t.Fatal(err)
	}
	var check func(keys []key, within map[string]any, path string)
	check = func(keys []key, within map[string]any, path string) {
		properties, _ := within["properties"].(map[string]any)
		if len(properties) != len(keys) {
			t.Errorf("%q has %d properties for %d keys", path, len(properties), len(keys))
		}
		for _, k := range keys {
			s, _ := properties[k.name].(map[string]any)
			if s["description"] != k.doc || k.doc == "" {
				t.Errorf("%s is described as %v, want %q", join(path, k.name), s["description"], k.doc)
			}
			if k.kind == aMapping {
				check(k.keys, s, join(path, k.name))
			}
		}
	}
	check(definition, top, "")
}

func TestValues(t *testing.T) {
	src := "files:\n  exclude: drafts/**\nid: {digits: 4, prefix: [x]}\npeople: [Ann Lee, Bo Ek: Nurse]\nrules:\n  weak-verb: off\nconfidential: [Falcon]\n" +
		"overrides: [{paths: [old], rules: {weak-verb: hint}}]\n"
	c, _ := Parse(src)
	want := map[string]struct{ value, at string }{
		"files.exclude":      {`["drafts/**"]`, "exclude"},
		"files.achievements": {`[]`, ""},
		"files.maxSize":      {`1048576`, ""},
		"id.digits":          {`4`, "digits"},
		"id.prefix":          {`"ACH-"`, ""}, // what is wrong sets nothing
		"people":             {`["Ann Lee",{"Bo Ek":"Nurse"}]`, "people"},
		"confidential":       {`["Falcon"]`, "confidential"},
		"overrides":          {`[{"paths":["old"],"rules":{"weak-verb":"hint"}}]`, "overrides"},
		"summary.maxWords":   {`60`, ""},
	}
	for _, v := range c.Values() {
		w, asked := want[v.Key]
		if !asked {
			continue
		}
		delete(want, v.Key)
		value, err := json.Marshal(v.Value)
		if err != nil || string(value) != w.value || v.Origin.Set() != (w.at != "") || v.Origin.Place.Of(src) != w.at {
			t.Errorf("%s is %s, set %t at %q, want %s at %q", v.Key, value, v.Origin.Set(), v.Origin.Place.Of(src), w.value, w.at)
		}
	}
	for key := range want {
		t.Errorf("%s has no value", key)
	}
	if o := c.Origin("rules.weak-verb"); !o.Set() || o.Place.Of(src) != "weak-verb" {
		t.Errorf("the rule is set: %t, at %q", o.Set(), o.Place.Of(src))
	}
}

func compile(t *testing.T, src string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// decode is YAML as a JSON Schema sees it.
func decode(t *testing.T, src string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(src), &v); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// What init writes is the default, in comments and without them.
func TestCommented(t *testing.T) {
	if c, problems := Parse(Commented("default")); len(problems) > 0 || !slices.Equal(keysSet(c), nil) {
		t.Errorf("%v are set, with %v", keysSet(c), problems)
	}
	var bare strings.Builder
	for line := range strings.Lines(Commented("default")) {
		if key := regexp.MustCompile(`^# *\w+: `); key.MatchString(line) {
			line = strings.TrimPrefix(line, "# ")
		}
		bare.WriteString(line)
	}
	c, problems := Parse(bare.String())
	if len(problems) > 0 {
		t.Fatalf("%v in\n%s", problems, bare.String())
	}
	defaults := make(map[string]Value)
	for _, v := range Default().Values() {
		defaults[v.Key] = v
	}
	for _, v := range c.Values() {
		got, _ := json.Marshal(v.Value)
		want, _ := json.Marshal(defaults[v.Key].Value)
		if !v.Origin.Set() || string(got) != string(want) {
			t.Errorf("%s is %s, set %t, want %s", v.Key, got, v.Origin.Set(), want)
		}
	}
	src, err := Schema(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := compile(t, string(src)).Validate(decode(t, bare.String())); err != nil {
		t.Error(err)
	}
}

func keysSet(c *Config) []string {
	var keys []string
	for _, v := range c.Values() {
		if v.Origin.Set() {
			keys = append(keys, v.Key)
		}
	}
	return keys
}
