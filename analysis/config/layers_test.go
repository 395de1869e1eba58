package config

import (
	"encoding/json"
	"strings"
	"testing"

	"achievement-ls/analysis/severity"
)

// What lies higher holds: mappings and rules key by key, all else whole.
func TestMerge(t *testing.T) {
	editor, err := Settings([]byte(`{"achievementLs": {"tags": {"known": ["#a"], "required": null}, "rules": {"long-summary": "error", "late": null}, "files": {"maxSize": 10485761}}}`))
	if err != nil {
		t.Fatal(err)
	}
	c := Layers{
		Under: []Layer{{Kind: Flags, Name: "--select", Settings: map[string]any{"rules": map[string]any{"passive-voice": "information", "weak-verb": "information"}}}},
		File: Layer{Name: FileName, Source: `id: {prefix: WIN-, digits: 4}
people: [Ann Lee]
tags: {required: [x], known: [b, c]}
confidential: [Falcon]
rules: {weak-verb: off, long-summary: {severity: hint}}
overrides:
  - paths: [old]
    rules: {long-summary: off, weak-verb: hint, invalid-date: off}
`},
		Folders: map[string]Layer{
			"a":     {Kind: FolderFile, Name: "a/" + FileName, Source: "root: false\npeople: [Bo Ek]\nrules: {weak-verb: error, invalid-date: hint}\nid: {digits: 9}\n"},
			"a/b":   {Kind: FolderFile, Name: "a/b/" + FileName, Source: "root: false\nlanguage: de\noverrides: [{paths: [\"*.md\"], rules: {weak-verb: warning}}]\n"},
			"a[1]":  {Kind: FolderFile, Name: "a[1]/" + FileName, Source: "root: false\noverrides: [{paths: [x], rules: {weak-verb: warning}}]\n"},
			"other": {Kind: FolderFile, Name: "other/" + FileName, Source: "root: false\n- a"}, // holds nothing, as it is no YAML
		},
		Over: []Layer{
			{Kind: EditorSettings, Name: "editor", Settings: editor},
			{Kind: Flags, Name: "--set", Settings: map[string]any{"summary": map[string]any{"maxWords": 7}}},
		},
	}.Merge()

	values := func(path string) map[string]string {
		out := make(map[string]string)
		for _, v := range c.For(path).Values() {
			b, _ := json.Marshal(v.Value)
			out[v.Key] = string(b) + " " + v.Origin.Layer
		}
		return out
	}
	tests := []struct{ path, key, want string }{
		{"x.md", "id.prefix", `"WIN-" .achievements.yaml`},
		{"x.md", "people", `["Ann Lee"] .achievements.yaml`},
		{"x.md", "tags.known", `["a"] editor`},
		{"x.md", "tags.required", `["x"] .achievements.yaml`},
		{"x.md", "files.maxSize", `10485761 editor`},
		{"x.md", "summary.maxWords", `7 --set`},
		{"x.md", "language", `"" `},
		{"a/x.md", "people", `["Bo Ek"] a/.achievements.yaml`},
		{"a/x.md", "confidential", `["Falcon"] .achievements.yaml`},
		{"a/x.md", "id.digits", `4 .achievements.yaml`}, // a folder has no say in it
		{"a/x.md", "tags.known", `["a"] editor`},
		{"a/b/x.md", "people", `["Bo Ek"] a/.achievements.yaml`},
		{"a/b/x.md", "language", `"de" a/b/.achievements.yaml`},
		{"ab/x.md", "people", `["Ann Lee"] .achievements.yaml`},
		{"other/x.md", "people", `["Ann Lee"] .achievements.yaml`},
	}
	for _, test := range tests {
		if got := values(test.path)[test.key]; got != test.want {
			t.Errorf("%s of %s is %s, want %s", test.key, test.path, got, test.want)
		}
	}
	severities := []struct {
		rule, path string
		want       severity.Severity
	}{
		{"passive-voice", "x.md", severity.Information},
		{"weak-verb", "x.md", severity.Off},
		{"weak-verb", "old/x.md", severity.Hint},
		{"weak-verb", "a/x.md", severity.Error},
		{"weak-verb", "a/b/x.md", severity.Warning},
		{"weak-verb", "a/b/c/x.md", severity.Error}, // *.md is relative to the folder
		{"weak-verb", "a[1]/x/y.md", severity.Warning},
		{"long-summary", "old/x.md", severity.Error}, // the editor's word is above the file's override
		{"invalid-date", "old/x.md", severity.Off},
	}
	for _, test := range severities {
		if got, _ := c.For(test.path).Severity(test.rule, test.path); got != test.want {
			t.Errorf("%s in %s is %v, want %v", test.rule, test.path, got, test.want)
		}
	}
}

func TestBeginsWorkspace(t *testing.T) {
	for src, want := range map[string]bool{
		"": true, "language: de\n": true, "root: true\n": true, "root: false\n": false, "# x\nroot: false # y\nid: {}\n": false,
		"{root: false}": false, "root: \"false\"\n": true, "x:\n  root: false\n": true, "root: false\nid: {\n": false, "id: {\n": true,
	} {
		if got := BeginsWorkspace(src); got != want {
			t.Errorf("%q begins a workspace: %t", src, got)
		}
	}
}

// Settings come bare or below their section; the extension's own are none of the
// configuration's.
func TestSettings(t *testing.T) {
	for src, want := range map[string]string{
		`{"id": {"digits": 4}}`:                                               `{"id":{"digits":4}}`,
		`{"achievementLs": {"id": {"digits": 4}}, "editor": {}}`:              `{"id":{"digits":4}}`,
		`{"achievementLs": {"server": {"path": "x"}, "trace": {"a": "off"}}}`: `{}`,
		`{"achievementLs": null}`:                                             `null`, `null`: `null`, `{}`: `null`,
		`[]`: "null", `{"achievementLs": []}`: "null", `false`: "null",
		`[1]`: "error", `"x"`: "error", `{"achievementLs": 1}`: "error", `{`: "error",
	} {
		values, err := Settings([]byte(src))
		got := "error"
		if err == nil {
			b, _ := json.Marshal(values)
			got = string(b)
		}
		if got != want {
			t.Errorf("%s is %s, want %s", src, got, want)
		}
	}
}

// An editor written in Lua has one empty table for lists and mappings.
func TestEmptySettings(t *testing.T) {
	values, err := Settings([]byte(`{"rules": [], "id": [], "tags": {"aliases": [], "known": []}, "features": []}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := (Layer{Kind: EditorSettings, Name: "editor", Settings: values}).Read(); len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
}

// A layer of values says of each fault the key, as a file says the place.
func TestFaultsOfSettings(t *testing.T) {
	values, err := Settings([]byte(`{"fils": {}, "root": false, "template": "light", "files": {"exclude": ["a["]}, "rules": {"weak-verb": "of"}, "confidential": ["/(/"]}`))
	if err != nil {
		t.Fatal(err)
	}
	_, problems := Layer{Kind: EditorSettings, Name: "editor", Settings: values}.Read()
	var keys []string
	for _, p := range problems {
		keys = append(keys, p.Key)
	}
	if got, want := strings.Join(keys, " "), "confidential files.exclude fils root rules.weak-verb template"; got != want {
		t.Errorf("faults in %s, want %s: %v", got, want, problems)
	}
}

// What holds for a whole workspace is none of its folders' matter.
func TestParseFolder(t *testing.T) {
	src := "root: false\nid: {digits: 4}\nlanguage: de\n"
	c, problems := ParseFolder(src)
	if len(problems) != 1 || problems[0].Span.Of(src) != "id" || problems[0].Message != `"id" holds for a whole workspace; set it in the file at its top` {
		t.Errorf("problems: %v", problems)
	}
	if c.Language != "de" || c.ID.Digits != 3 {
		t.Errorf("read as %+v", c)
	}
}
