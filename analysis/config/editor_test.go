package config

import (
	"encoding/json"
	"strings"
	"testing"
)

// Every key but the template is a setting that stands for nothing until it is
// set, and takes what the file takes.
func TestEditorProperties(t *testing.T) {
	src, err := EditorProperties(map[string]string{"weak-verb": "A weak verb"})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(src), `"$ref"`) {
		t.Error("a reference is left, which editors do not resolve")
	}
	var settings map[string]json.RawMessage
	if err := json.Unmarshal(src, &settings); err != nil {
		t.Fatal(err)
	}
	for _, v := range Default().Values() {
		if v.Key == "template" || v.Key == "root" {
			continue
		}
		name := "achievementLs." + v.Key
		s, ok := settings[name]
		if !ok {
			t.Errorf("there is no %s", name)
			continue
		}
		if !strings.Contains(string(s), `"default": null`) || compile(t, string(s)).Validate(nil) != nil {
			t.Errorf("%s is not unset by default: %s", name, s)
		}
		if !strings.Contains(string(s), `"description": "`+v.Doc) {
			t.Errorf("%s does not say %q", name, v.Doc)
		}
		delete(settings, name)
	}
	rules := compile(t, string(settings["achievementLs.rules"]))
	delete(settings, "achievementLs.rules")
	if err := rules.Validate(decode(t, "weak-verb: hint\n")); err != nil {
		t.Error(err)
	}
	if rules.Validate(decode(t, "weak-verbs: hint\n")) == nil || rules.Validate(decode(t, "weak-verb: warn\n")) == nil {
		t.Error("an unknown rule, or severity, is taken")
	}
	for name := range settings {
		t.Errorf("%s is no key", name)
	}
}
