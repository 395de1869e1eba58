package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/template"
)

// builder makes a template of the entries that extend another.
type builder struct {
	*reader
	t template.Template
	// replaces tells a template that extends none.
	replaces bool
	// fields and sections are the nodes that describe one, by its key.
	fields, sections map[template.Key]*yaml.Node
}

func newBuilder(p *reader, extends string) *builder {
	b := &builder{reader: p, fields: make(map[template.Key]*yaml.Node), sections: make(map[template.Key]*yaml.Node)}
	b.replaces = extends == none
	base := template.Named(cmp.Or(extends, template.Default().Name))
	if base == nil {
		base = template.Default()
	}
	b.t = template.Template{
		Name: base.Name, Title: base.Title, Titles: base.Titles, Breaks: base.Breaks, Frameworks: template.Default().Frameworks,
		Parts: slices.Clone(base.Parts), Fields: slices.Clone(base.Fields), Columns: make(map[template.Column][]string),
	}
	for c, names := range base.Columns {
		b.t.Columns[c] = slices.Clone(names)
	}
	for i := range b.t.Parts {
		b.t.Parts[i].Aliases = slices.Clone(b.t.Parts[i].Aliases)
		if p := &b.t.Parts[i]; p.Class == template.Section && b.parent(p.Key) {
			p.Body = "" // its subsections', which may come to differ
		}
	}
	if b.replaces {
		b.t.Name, b.t.Parts = "", nil
		for i := range b.t.Fields { // what nobody asks for is understood still
			b.t.Fields[i].Requirement = template.Optional
		}
	}
	return b
}

// parent reports whether sections stand within the one of that key.
func (b *builder) parent(key template.Key) bool {
	return slices.ContainsFunc(b.t.Parts, func(p template.Part) bool { return p.Parent == key })
}

func (b *builder) title(n *yaml.Node) {
	word := strings.TrimSpace(strings.TrimRight(strings.TrimSpace(n.Value), ":："))
	if word != b.t.Title && b.t.Title != "" {
		b.t.Titles = append([]string{b.t.Title}, b.t.Titles...)
	}
	b.t.Title = word
}

func (b *builder) column(c template.Column, list *yaml.Node) {
	for _, name := range list.Content {
		b.t.Columns[c] = append(b.t.Columns[c], name.Value)
	}
}

// own is the key of a field or section that stands for no built-in one.
func own(within template.Key, name string) template.Key {
	return template.Key("own/" + strings.TrimPrefix(string(within)+"/", "/") + template.Normalize(name))
}

// field adds the field that an entry describes, or changes the one it names.
func (b *builder) field(n *yaml.Node) {
	name := scalarOf(n, "name")
	key, known := fieldRoles[scalarOf(n, "is")]
	at := slices.IndexFunc(b.t.Fields, func(f template.Field) bool {
		return known && f.Key == key || !known && template.Normalize(f.Name) == template.Normalize(name)
	})
	switch {
	case at >= 0:
		key = b.t.Fields[at].Key
	case b.removes(n, "field", name, fieldNames(b.t.Fields)):
		return
	case !known:
		key = own("", name)
	}
	if !b.once(b.fields, key, n) {
		return
	}
	if strings.EqualFold(scalarOf(n, "remove"), "true") {
		b.t.Fields = slices.Delete(b.t.Fields, at, at+1)
		return
	}
	f := template.Field{Key: key}
	if at >= 0 {
		f = b.t.Fields[at]
		b.t.Fields = slices.Delete(b.t.Fields, at, at+1)
		if b.replaces { // listed, it is one of the template's again
			f.Requirement = template.Default().Field(key).Requirement
		}
	}
	f.Aliases = slices.Clone(f.Aliases)
	b.shared(n, &f.Name, &f.Aliases, &f.Requirement, &f.Body, &f.Hint)
	if f.Body == "" {
		f.Body = "${[" + f.Name + "]}"
	}
	f.FrontMatter = cmp.Or(scalarOf(n, "frontMatter"), f.FrontMatter, strings.ReplaceAll(template.Normalize(f.Name), " ", "-"))
	switch to := b.place(n, "field", fieldNames(b.t.Fields)); {
	case to >= 0:
		at = to
	case b.replaces: // in the order of the list
		at = len(b.fields) - 1
	case at < 0:
		at = b.lastAsked()
	}
	b.t.Fields = slices.Insert(b.t.Fields, min(at, len(b.t.Fields)), f)
}

// lastAsked is the place behind the last field that has to be there or that the
// workspace has added: those that are merely understood come after.
func (b *builder) lastAsked() int {
	at := 0
	for i, f := range b.t.Fields {
		if f.Requirement == template.Required || strings.HasPrefix(string(f.Key), "own/") {
			at = i + 1
		}
	}
	return at
}

func fieldNames(fields []template.Field) []named {
	var out []named
	for _, f := range fields {
		out = append(out, named{f.Key, f.Name, f.Aliases})
	}
	return out
}

func partNames(parts []template.Part) []named {
	var out []named
	for _, p := range parts {
		out = append(out, named{p.Key, plainName(p.Name), p.Aliases})
	}
	return out
}

// named is a field or section by its names.
type named struct {
	key     template.Key
	name    string
	aliases []string
}

// role is what the configuration calls a built-in field or section; "" for others.
func (n named) role() string {
	if n.key == template.TagsField {
		return "tags"
	}
	if strings.HasPrefix(string(n.key), "own/") {
		return ""
	}
	return string(n.key)
}

// once reports whether no other entry has described the same thing.
func (b *builder) once(described map[template.Key]*yaml.Node, key template.Key, n *yaml.Node) bool {
	if described[key] != nil {
		where := cmp.Or(member(n, "is"), member(n, "name"))
		b.problem(where, fmt.Sprintf("%q is described here a second time; join the two", where.Value), "")
		return false
	}
	described[key] = n
	return true
}

// removes reports whether an entry wants to remove what is not there, which it
// says.
func (b *builder) removes(n *yaml.Node, thing, name string, list []named) bool {
	if !strings.EqualFold(scalarOf(n, "remove"), "true") {
		return false
	}
	where := cmp.Or(member(n, "name"), member(n, "is"))
	b.unknown(where, thing, list)
	return true
}

// unknown reports a name that no field or section bears.
func (b *builder) unknown(n *yaml.Node, thing string, list []named) {
	var names []string
	for _, l := range list {
		names = append(names, l.name)
		if r := l.role(); r != "" {
			names = append(names, r)
		}
	}
	suggestion := nearest(n.Value, names)
	tail := ""
	if suggestion != "" {
		tail = didYouMean(suggestion)
	}
	b.problem(n, fmt.Sprintf("the template has no %s %q%s", thing, n.Value, tail), suggestion)
}

// place is where "after" or "before" of an entry puts it in list; -1 where it
// says nothing, or names nothing.
func (b *builder) place(n *yaml.Node, thing string, list []named) int {
	for i, word := range []string{"before", "after"} {
		v := member(n, word)
		if v == nil {
			continue
		}
		at := slices.IndexFunc(list, func(l named) bool {
			return l.role() == v.Value || template.Normalize(l.name) == template.Normalize(plainName(v.Value))
		})
		if at < 0 {
			b.unknown(v, thing, list)
			continue
		}
		return at + i
	}
	return -1
}
