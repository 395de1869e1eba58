package config

import (
	"cmp"
	"fmt"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Value is what a key has.
type Value struct {
	Key    string // its path, such as "files.maxSize"
	Doc    string
	Value  any // as encoding/json writes it
	Origin Origin
}

// Origin is where a value comes from.
type Origin struct {
	Layer string // its name; "" for the default
	// Place and Line, which counts from 1, are the key's in the layer's text; zero
	// where it has none.
	Place text.Span
	Line  int
}

// Set reports whether the value is other than by default.
func (o Origin) Set() bool { return o.Layer != "" }

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
			v.Origin = c.Origin(path)
			out = append(out, v)
		}
	}
	collect(definition, "", general)
	return out
}

// Origin is where the key of that path is set; a rule is "rules.NAME".
func (c *Config) Origin(path string) Origin { return c.origins[path] }

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
