package document

import "achievement-ls/analysis/template"

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
		named, ok := d.Template.FrameworkIn(container.Name)
		if !ok && len(d.Template.Frameworks) > 0 {
			named = d.Template.Frameworks[0]
		}
		e.Framework = named
	} else {
		e.Framework = d.frameworkOf(e)
	}
	for _, key := range e.Framework.Keys {
		if part := d.Template.Part(key); part != nil && part.Requirement != template.Optional {
			e.Expected = append(e.Expected, key)
		}
	}
	e.Light = container == nil && d.contains() && len(e.Parts) > 0 && e.Part(template.Task) == nil
}

// contains reports whether the template has a section that holds the STAR parts.
func (d *Document) contains() bool {
	star := d.Template.Part(template.STAR)
	return star != nil && star.Class == template.Container
}

// frameworkOf is the framework that fits the parts an entry has: the template's
// own where it has none yet or the template needs no heading for them, else with a
// Task STAR, without one SAR.
func (d *Document) frameworkOf(e *Entry) template.Framework {
	if len(d.Template.Frameworks) > 0 && (len(e.Parts) == 0 || !d.contains()) {
		return d.Template.Frameworks[0]
	}
	want := "SAR"
	if e.Part(template.Task) != nil {
		want = "STAR"
	}
	for _, f := range d.Template.Frameworks {
		if f.Name == want {
			return f
		}
	}
	return template.Framework{Name: want, Keys: []template.Key{template.Situation, template.Action, template.Result}}
}
