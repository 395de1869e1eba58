package config

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/template"
)

// This file reads a template: the name of a built-in one, or a mapping that
// extends one. What is wrong in an entry costs that entry.

func (p *reader) template(n *yaml.Node, path string) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		t := template.Named(n.Value)
		if t == nil {
			suggestion := nearest(n.Value, template.Names())
			p.problem(n, fmt.Sprintf("there is no template %q; use %s, or a mapping of keys", n.Value, strings.Join(template.Names(), ", ")), suggestion)
			return false
		}
		p.config.Template = t
		return true
	case yaml.MappingNode:
	default:
		return p.wrong(n, path, "the name of a template, or a mapping of keys")
	}
	p.mapping(n, templateKeys, path)
	b := newBuilder(p, scalarOf(n, "extends"))
	if title := member(n, "title"); title != nil {
		b.title(title)
	}
	for _, c := range templateKeys[len(templateKeys)-1].keys {
		if list := member(member(n, "columns"), c.name); list != nil {
			b.column(template.Column(c.name), list)
		}
	}
	for _, entry := range elements(member(n, "fields")) {
		b.field(entry)
	}
	for _, entry := range elements(member(n, "sections")) {
		b.section(entry, nil)
	}
	p.config.Template = b.finish()
	return true
}

// entries checks a list of fields or sections.
func (p *reader) entries(n *yaml.Node, keys []key, path string) bool {
	if n.Kind != yaml.SequenceNode {
		return p.wrong(n, path, "a list")
	}
	kept := n.Content[:0:0]
	for _, entry := range n.Content {
		if entry.Kind != yaml.MappingNode {
			p.problem(entry, fmt.Sprintf("an element of %q must be a mapping with a \"name\"", path), "")
			continue
		}
		before := len(p.problems)
		p.mapping(entry, keys, path)
		if member(entry, "name") == nil && member(entry, "is") == nil {
			if len(p.problems) == before { // it may be that very key which is wrong
				p.problem(entry, fmt.Sprintf("an element of %q has no name; write \"name\", or \"is\" for a built-in one", path), "")
			}
			continue
		}
		kept = append(kept, entry)
	}
	n.Content = kept
	return true
}

// member is the value of a key in a mapping, nil where it has none.
func member(n *yaml.Node, name string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

func elements(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	return n.Content
}

func scalarOf(n *yaml.Node, name string) string {
	if v := member(n, name); v != nil {
		return strings.TrimSpace(v.Value)
	}
	return ""
}

func listOf(n *yaml.Node, name string) []string {
	var out []string
	for _, e := range elements(member(n, name)) {
		out = append(out, strings.TrimSpace(e.Value))
	}
	return out
}

var requirements = map[string]template.Requirement{
	"optional": template.Optional, "recommended": template.Recommended, "required": template.Required,
}

// shared sets what a field and a section have in common, where the entry says it.
func (b *builder) shared(n *yaml.Node, name *string, aliases *[]string, requirement *template.Requirement, body, hint *string) {
	if s := scalarOf(n, "name"); s != "" && s != *name {
		if *name != "" {
			*aliases = append([]string{plainName(*name)}, *aliases...)
		}
		*name = s
	}
	*aliases = append(listOf(n, "aliases"), *aliases...)
	if s := scalarOf(n, "requirement"); s != "" {
		*requirement = requirements[s]
	}
	if v := member(n, "body"); v != nil && b.closed(v) {
		*body = strings.TrimSpace(v.Value)
	}
	*hint = cmp.Or(scalarOf(n, "hint"), *hint)
}

// closed reports whether each ${ in a body has its }.
func (b *builder) closed(n *yaml.Node) bool {
	rest := n.Value
	for {
		i := strings.Index(rest, "${")
		if i < 0 {
			return true
		}
		escaped := i > 0 && rest[i-1] == '\\'
		rest = rest[i+2:]
		if end := strings.IndexAny(rest, "}\n"); !escaped && (end < 0 || rest[end] == '\n') {
			b.problem(n, `the body opens "${" and does not close it; write "}" behind what is to be filled in, or "\$" for a dollar sign`, "")
			return false
		}
	}
}

// level is the level that an entry gives its heading, below that of the section
// it stands in; the one given where it says none or a wrong one.
func (b *builder) level(n *yaml.Node, name string, usual, above int) int {
	v := member(n, "level")
	if v == nil {
		return usual
	}
	level, err := strconv.Atoi(v.Value)
	switch {
	case err != nil:
		return usual
	case level <= above:
		b.problem(v, fmt.Sprintf("the level of %q is %d, and that of the section it stands in %d; use a higher number", name, level, above), "")
		return usual
	}
	return level
}

// plainName is a name without a note in parentheses.
func plainName(name string) string {
	if outside, _, ok := strings.Cut(name, "("); ok && strings.TrimSpace(outside) != "" {
		return strings.TrimSpace(outside)
	}
	return name
}
