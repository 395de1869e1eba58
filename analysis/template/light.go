package template

import (
	"slices"
	"sync"
)

// light is the template of the light form: the story without a heading of its
// own and without a Task, the evidence as a checklist, the ID in the file's name.
var light = sync.OnceValue(func() *Template {
	t := Template{
		Name:       "light",
		Title:      "Achievement",
		Titles:     []string{"Accomplishment"},
		Fields:     slices.Clone(defaultFields),
		Frameworks: defaultFrameworks,
		Columns:    defaultColumns,
	}
	for i := range t.Fields {
		if t.Fields[i].Key == ID {
			t.Fields[i].Requirement = Optional
		}
	}
	for _, key := range []Key{Summary, Situation, Action, Result, Evidence, Tags} {
		i := slices.IndexFunc(defaultParts, func(p Part) bool { return p.Key == key })
		p := defaultParts[i]
		if p.Class == Star {
			p.Aliases = append([]string{plain(p.Name)}, p.Aliases...)
			p.Name, p.Light = p.Light, ""
			p.Parent, p.Level = "", 2
		}
		switch key {
		case Evidence:
			p.Body, p.Requirement = "- [ ] ${[Link]}", Optional
		case Tags:
			p.Requirement = Optional
		}
		t.Parts = append(t.Parts, p)
	}
	return New(t)
})
