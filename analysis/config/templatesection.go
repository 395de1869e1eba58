package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/template"
)

var starParts = []template.Key{template.Situation, template.Task, template.Action, template.Result, template.Reflection}

// section adds the section that an entry describes, within parent where that is
// not nil, or changes the one it names.
func (b *builder) section(n *yaml.Node, parent *template.Part) {
	name := scalarOf(n, "name")
	role := template.Key(scalarOf(n, "is"))
	at := b.find(role, name, parent)
	key := role
	switch {
	case at >= 0:
		key = b.t.Parts[at].Key
	case b.removes(n, "section", name, partNames(b.t.Parts)):
		return
	case role == "":
		within := template.Key("")
		if parent != nil {
			within = parent.Key
		}
		key = own(within, name)
	}
	if !b.once(b.sections, key, n) {
		return
	}
	if strings.EqualFold(scalarOf(n, "remove"), "true") {
		b.t.Parts = slices.DeleteFunc(b.t.Parts, func(p template.Part) bool { return p.Key == key || p.Parent == key })
		return
	}
	p := template.Part{Key: key, Class: template.Section}
	var within []template.Part // what stands in it already
	if at >= 0 {
		p = b.t.Parts[at]
		for _, c := range b.t.Parts {
			if c.Parent == key {
				within = append(within, c)
			}
		}
		b.t.Parts = slices.DeleteFunc(b.t.Parts, func(c template.Part) bool { return c.Key == key || c.Parent == key })
	} else if builtin := template.Default().Part(role); builtin != nil {
		p = *builtin
		p.Parent = ""
		if len(elements(member(n, "sections"))) > 0 {
			p.Body = ""
		}
	}
	p.Aliases = slices.Clone(p.Aliases)
	before, stood := p.Name, p.Parent
	b.shared(n, &p.Name, &p.Aliases, &p.Requirement, &p.Body, &p.Hint)
	if p.Name != before {
		p.Light = ""
	}
	if !b.settle(n, &p, parent, at >= 0) {
		return
	}
	to := b.place(n, "section", partNames(b.t.Parts))
	switch {
	case to >= 0 && to < len(b.t.Parts): // behind all that stands within the one named
		for to > 0 && to < len(b.t.Parts) && b.t.Parts[to].Parent != p.Parent && b.t.Parts[to].Parent != "" {
			to++
		}
	case to < 0 && at >= 0 && p.Parent == stood: // it keeps its place
		to = at
	case to < 0:
		to = b.end(parent)
	}
	to = min(to, len(b.t.Parts))
	b.t.Parts = slices.Insert(b.t.Parts, to, append([]template.Part{p}, within...)...)
	for _, child := range elements(member(n, "sections")) {
		b.nested(child, key)
	}
}

// find is the part that an entry means: the one of its role, else the one of its
// name, which in a template of one's own from the ground up is none; -1 for none.
func (b *builder) find(role template.Key, name string, parent *template.Part) int {
	return slices.IndexFunc(b.t.Parts, func(p template.Part) bool {
		switch {
		case role != "":
			return p.Key == role
		case b.replaces, parent != nil && p.Parent != parent.Key:
			return false
		}
		return template.Normalize(plainName(p.Name)) == template.Normalize(plainName(name))
	})
}

// settle says of what class a section is, where it stands and at which level; ok
// is false where it can't stand there.
func (b *builder) settle(n *yaml.Node, p *template.Part, parent *template.Part, known bool) (ok bool) {
	star := slices.Contains(starParts, p.Key)
	switch {
	case parent != nil && parent.Key == template.STAR:
		p.Class, p.Parent = template.Star, parent.Key
	case parent != nil && star:
		where := cmp.Or(member(n, "is"), member(n, "name"))
		b.problem(where, fmt.Sprintf("%q is a part of the story and can't stand in %q; put it into the section that is \"star\", or beside the others", where.Value, parent.Name), "")
		return false
	case parent != nil:
		p.Class, p.Parent = template.Subsection, parent.Key
	case p.Key == template.STAR:
		p.Class = template.Container
	case known: // it stays where it is
	case star:
		p.Class = template.Star
		if !b.replaces && b.has(template.STAR) {
			p.Parent = template.STAR
		}
	default:
		p.Class = template.Section
	}
	above := 1
	for _, o := range b.t.Parts {
		if o.Key == p.Parent {
			above = o.Level
		}
	}
	usual := p.Level
	if !known || usual <= above {
		usual = above + 1
	}
	p.Level = b.level(n, p.Name, usual, above)
	return true
}

func (b *builder) has(key template.Key) bool {
	return slices.ContainsFunc(b.t.Parts, func(p template.Part) bool { return p.Key == key })
}

// end is the place behind all that stands in parent, or behind all.
func (b *builder) end(parent *template.Part) int {
	at := len(b.t.Parts)
	if parent == nil {
		return at
	}
	for i, p := range b.t.Parts {
		if p.Key == parent.Key || p.Parent == parent.Key {
			at = i + 1
		}
	}
	return at
}

// nested reads a section within another, which can't have sections of its own.
func (b *builder) nested(n *yaml.Node, within template.Key) {
	if inner := member(n, "sections"); len(elements(inner)) > 0 {
		b.problem(inner.Content[0], "sections stand within one another once; put these beside the one they are in", "")
		inner.Content = nil
	}
	i := slices.IndexFunc(b.t.Parts, func(p template.Part) bool { return p.Key == within })
	parent := b.t.Parts[i]
	b.section(n, &parent)
}

// finish is the template, after what two of its names contradict each other in
// has been reported and taken out.
func (b *builder) finish() *template.Template {
	for i := range b.t.Parts {
		for _, parent := range b.t.Parts {
			if p := &b.t.Parts[i]; p.Parent == parent.Key && p.Level <= parent.Level {
				p.Level = min(parent.Level+1, 6)
			}
		}
	}
	fields := make([]*entry, len(b.t.Fields))
	for i := range b.t.Fields {
		f := &b.t.Fields[i]
		fields[i] = &entry{node: b.fields[f.Key], thing: "field", name: f.Name, aliases: &f.Aliases}
	}
	b.clashes(fields)
	b.t.Fields = keep(b.t.Fields, fields)
	sections := make([]*entry, len(b.t.Parts))
	for i := range b.t.Parts {
		p := &b.t.Parts[i]
		sections[i] = &entry{node: b.sections[p.Key], thing: "section", name: plainName(p.Name), aliases: &p.Aliases}
		if p.Class == template.Subsection {
			sections[i].scope = p.Parent
		}
	}
	b.clashes(sections)
	b.t.Parts = keep(b.t.Parts, sections)
	return template.New(b.t)
}

// keep is the list without what clashes has dropped.
func keep[T any](list []T, entries []*entry) []T {
	var out []T
	for i, e := range entries {
		if !e.dropped {
			out = append(out, list[i])
		}
	}
	return out
}

// entry is a field or section as far as its names go.
type entry struct {
	node    *yaml.Node // that describes it; nil where it is as it was
	thing   string
	scope   template.Key // the section within which its name counts
	name    string
	aliases *[]string
	dropped bool
}

// says is the node in which an entry gives itself an alias; nil where it has it
// from the template it extends.
func (e *entry) says(alias string) *yaml.Node {
	for _, a := range elements(member(e.node, "aliases")) {
		if template.Normalize(a.Value) == template.Normalize(alias) {
			return a
		}
	}
	return nil
}

// clashes reports names that two entries bear. Of what is inherited a name of
// the workspace's own takes an alias away without a word.
func (b *builder) clashes(entries []*entry) {
	type scoped struct {
		scope template.Key
		name  string
	}
	bearer := make(map[scoped]*entry)
	for _, own := range []bool{false, true} { // what is inherited stands first
		for _, e := range entries {
			name := member(e.node, "name")
			if own != (name != nil) {
				continue
			}
			k := scoped{e.scope, template.Normalize(e.name)}
			switch {
			case name != nil && k.name == "":
				b.problem(name, fmt.Sprintf("the name of a %s needs a letter or digit", e.thing), "")
				e.dropped = true
			case bearer[k] != nil && name != nil:
				b.problem(name, fmt.Sprintf("two %ss are called %q; give one of them another name", e.thing, e.name), "")
				e.dropped = true
			default:
				bearer[k] = e
			}
		}
	}
	alias := make(map[scoped]*entry)
	for _, said := range []bool{true, false} { // what the workspace says stands first
		for _, e := range entries {
			*e.aliases = slices.DeleteFunc(*e.aliases, func(a string) bool {
				node := e.says(a)
				if e.dropped || said != (node != nil) {
					return false
				}
				k := scoped{e.scope, template.Normalize(a)}
				other := cmp.Or(bearer[k], alias[k])
				switch {
				case k.name == "" || bearer[k] == e:
					return true
				case other == nil || other == e:
				case node != nil:
					b.problem(node, fmt.Sprintf("%q means the %s %q already; take it out of one of them", a, e.thing, other.name), "")
					return true
				case bearer[k] != nil && bearer[k].node != nil, alias[k] != nil && alias[k].says(a) != nil:
					return true
				}
				if alias[k] == nil {
					alias[k] = e
				}
				return false
			})
		}
	}
	for _, e := range entries {
		*e.aliases = slices.CompactFunc(*e.aliases, strings.EqualFold)
	}
}
