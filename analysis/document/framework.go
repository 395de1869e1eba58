package document

import (
	"strings"

	"achievement-ls/analysis/template"
)

// settleForm says which parts the entry's form has. Under a heading that names
// a framework it is that framework; elsewhere Situation, Action and Result are
// complete unless a Task is there.
func (d *Document) settleForm(e *Entry) {
	var container *Section
	for _, s := range e.Sections {
		if s.Class == template.Container {
			container = s
			break
		}
	}
	if container != nil {
		named, ok := d.frameworkNamed(container.Name)
		if !ok && len(d.Template.Frameworks) > 0 {
			named = d.Template.Frameworks[0]
		}
		e.Framework = named
	} else {
		e.Framework = d.frameworkOf(e)
	}
	for _, key := range e.Framework.Keys {
		if key != template.Reflection {
			e.Expected = append(e.Expected, key)
		}
	}
	e.Light = container == nil && len(e.Parts) > 0 && e.Part(template.Task) == nil
}

// frameworkNamed is the framework that a heading names.
func (d *Document) frameworkNamed(heading string) (template.Framework, bool) {
	words := strings.Fields(template.Normalize(heading))
	for _, f := range d.Template.Frameworks {
		for _, word := range words {
			if strings.EqualFold(word, f.Name) {
				return f, true
			}
		}
	}
	return template.Framework{}, false
}

// frameworkOf is the framework that fits the parts an entry has: with a Task
// STAR, else SAR.
func (d *Document) frameworkOf(e *Entry) template.Framework {
	want := "SAR"
	if len(e.Parts) == 0 || e.Part(template.Task) != nil {
		want = "STAR"
	}
	for _, f := range d.Template.Frameworks {
		if f.Name == want {
			return f
		}
	}
	return template.Framework{Name: want, Keys: []template.Key{template.Situation, template.Action, template.Result}}
}
