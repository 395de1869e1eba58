package config

import (
	"cmp"
	"fmt"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Value is what a key has, from the file or by default.
type Value struct {
	Key   string // its path, such as "files.maxSize"
	Doc   string
	Value any // as encoding/json writes it
	Place text.Span
	Set   bool // whether the file sets it, at Place
}

// Values are the values of all keys in the order of the definition. "rules" is
// not among them: which rules there are is not known here.
func (c *Config) Values() []Value {
	var general map[string]any
	src, err := yaml.Marshal(c)
	if err == nil {
		err = yaml.Unmarshal(src, &general)
	}
	if err != nil {
		panic(fmt.Sprintf("a configuration that YAML does not take: %v", err))
	}
	var out []Value
	var collect func(keys []key, within string, values map[string]any)
	collect = func(keys []key, within string, values map[string]any) {
		for _, k := range keys {
			path := join(within, k.name)
			if k.kind == aMapping {
				inner, _ := values[k.name].(map[string]any)
				collect(k.keys, path, inner)
				continue
			}
			v := Value{Key: path, Doc: k.doc, Value: values[k.name]}
			switch k.kind {
			case aRules:
				continue
			case aTemplate:
				v.Value = c.templateValue()
			case somePeople:
				v.Value = c.peopleValue()
			case someTerms:
				v.Value = c.termsValue()
			case someOverrides:
				v.Value = c.overridesValue()
			}
			v.Place, v.Set = c.Source(path)
			out = append(out, v)
		}
	}
	collect(definition, "", general)
	return out
}

// Source is where the file sets the key of that path; a rule is "rules.NAME".
func (c *Config) Source(path string) (place text.Span, set bool) {
	place, set = c.places[path]
	return place, set
}

func (c *Config) peopleValue() []any {
	out := []any{}
	for _, p := range c.People {
		if p.Role == "" {
			out = append(out, p.Name)
		} else {
			out = append(out, map[string]string{p.Name: p.Role})
		}
	}
	return out
}

// templateValue is the name of a built-in template, else what the workspace's own
// extends and the names of its fields and sections.
func (c *Config) templateValue() any {
	t := c.Template
	if t == template.Named(t.Name) {
		return t.Name
	}
	var fields, sections []string
	for _, f := range t.Fields {
		fields = append(fields, f.Name)
	}
	for _, p := range t.Parts {
		sections = append(sections, p.Name)
	}
	return map[string]any{"extends": cmp.Or(t.Name, none), "fields": fields, "sections": sections}
}

func (c *Config) termsValue() []string {
	out := []string{}
	for _, t := range c.Confidential {
		out = append(out, t.Text)
	}
	return out
}

func (c *Config) overridesValue() []any {
	out := []any{}
	for _, o := range c.Overrides {
		levels := make(map[string]string)
		for name, r := range o.Rules {
			if r.Set {
				levels[name] = r.Severity.String()
			}
		}
		out = append(out, map[string]any{"paths": o.Paths, "rules": levels})
	}
	return out
}
