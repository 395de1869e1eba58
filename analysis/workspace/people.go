package workspace

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// People are those whom a file names outside of achievements: in a people or
// role file, and in the onboarding file of a role folder.
func People(d *document.Document) []document.Person {
	switch {
	case d.Kind == document.Role || d.Kind == document.People:
		return once(append(peopleInFields(d), peopleInTables(d)...))
	case d.Kind == document.Other && onboarding(d):
		return peopleInFields(d)
	}
	return nil
}

// once leaves out who was read at the same place before.
func once(people []document.Person) []document.Person {
	seen := make(map[text.Span]bool)
	var out []document.Person
	for _, p := range people {
		if !seen[p.Name.Span] {
			seen[p.Name.Span] = true
			out = append(out, p)
		}
	}
	return out
}

func personFacts(people []document.Person) []PersonFacts {
	var out []PersonFacts
	for _, p := range people {
		out = append(out, PersonFacts{Name: shared(p.Name.Text), Role: shared(p.Role.Text)})
	}
	return out
}

// peopleInFields reads the manager, buddy or mentor of an onboarding file, and
// the key collaborators listed below a heading of that name.
func peopleInFields(d *document.Document) []document.Person {
	var out []document.Person
	for _, f := range d.Fields {
		switch template.Normalize(d.Text(f.Name)) {
		case "manager", "buddy mentor", "buddy", "mentor", "skip level manager":
			name, role, ok := strings.Cut(f.Text, "(")
			p := document.Person{Role: document.Item{Text: d.Text(f.Name), Span: f.Name}}
			p.Name = document.Item{Text: strings.TrimSpace(name), Span: f.Value}
			if n := strings.Index(d.Text(f.Value), "("); ok && n >= 0 {
				p.Name.Span.End = f.Value.Start + len(strings.TrimRight(d.Text(f.Value)[:n], " \t"))
				p.Role = document.Item{Text: strings.TrimSuffix(strings.TrimSpace(role), ")")}
			}
			if p.Name.Text != "" {
				out = append(out, p)
			}
		}
	}
	for _, s := range d.Sections {
		switch template.Normalize(s.Name) {
		case "key collaborators", "collaborators", "people", "team":
			out = append(out, d.PeopleIn(s)...)
		}
	}
	return out
}

// peopleInTables reads tables with a column of persons anywhere in the file.
func peopleInTables(d *document.Document) []document.Person {
	var out []document.Person
	for _, b := range d.Tree.Blocks {
		if b.Kind != markdown.Table {
			continue
		}
		name, role := -1, -1
		for _, row := range b.Children {
			if row.Header {
				for i, c := range row.Children {
					switch template.Normalize(markdown.Plain(d.Prose(c.Text))) {
					case "person", "name":
						name = i
					case "role", "title", "position":
						role = i
					}
				}
				continue
			}
			cell := func(i int) document.Item {
				if i < 0 || i >= len(row.Children) {
					return document.Item{}
				}
				return document.Item{Text: words(d.Prose(row.Children[i].Text)), Span: row.Children[i].Text}
			}
			if p := (document.Person{Name: cell(name), Role: cell(role)}); p.Name.Text != "" {
				out = append(out, p)
			}
		}
	}
	return out
}
