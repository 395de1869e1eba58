package document

import (
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// readPeople reads the collaborators: rows of the Collaboration section's
// tables, or the items of its lists.
func (d *Document) readPeople(e *Entry) {
	s := e.Section(template.Collaboration)
	if s == nil {
		return
	}
	e.People = d.PeopleIn(s)
}

// personColumns finds which columns hold name, role and contribution; -1 for
// one that is not there. Without a header that says so it is their order.
func (d *Document) personColumns(table *markdown.Block) (name, role, contribution int) {
	name, role, contribution = -1, -1, -1
	if len(table.Children) == 0 || !table.Children[0].Header {
		return 0, 1, 2
	}
	for i, cell := range table.Children[0].Children {
		switch header := d.plain(cell.Text); {
		case d.Template.Is(template.Person, header):
			if name < 0 {
				name = i
			}
		case d.Template.Is(template.PersonRole, header):
			role = i
		case d.Template.Is(template.Contribution, header):
			contribution = i
		}
	}
	if name < 0 && role < 0 && contribution < 0 {
		return 0, 1, 2
	}
	return max(name, 0), role, contribution
}

func (d *Document) peopleInTable(table *markdown.Block) []Person {
	name, role, contribution := d.personColumns(table)
	var people []Person
	for _, row := range table.Children {
		if row.Header {
			continue
		}
		cell := func(i int) Item {
			if i < 0 || i >= len(row.Children) {
				return Item{Span: text.Span{Start: row.Span.End, End: row.Span.End}}
			}
			span := d.trimValue(row.Children[i].Text)
			return Item{Text: d.plain(span), Span: span}
		}
		p := Person{Name: cell(name), Role: cell(role), Contribution: cell(contribution)}
		if p.Name.Text != "" {
			people = append(people, p)
		}
	}
	return people
}

// personInItem reads "**Ann Lee** (Designer): drew it", "Ann Lee, Designer" or
// "Ann Lee — Designer — drew it".
func (d *Document) personInItem(item *markdown.Block) (Person, bool) {
	line := item.Text
	s := d.Text(line)
	end := len(s)
	for _, sep := range []string{" (", "（", " —", " –", " - ", ":", "：", ","} {
		if i := strings.Index(s, sep); i > 0 {
			end = min(end, i)
		}
	}
	span := d.trimValue(text.Span{Start: line.Start, End: line.Start + end})
	for _, mark := range []string{"**", "__"} { // "**Ann Lee:** …" leaves one pair open
		if strings.HasPrefix(d.Text(span), mark) {
			span.Start += len(mark)
		}
		if strings.HasSuffix(d.Text(span), mark) {
			span.End -= len(mark)
		}
	}
	p := Person{Name: Item{Text: d.plain(span), Span: span}}
	if p.Name.Text == "" {
		return p, false
	}
	rest := text.Span{Start: line.Start + end, End: line.End}
	p.Role.Span = text.Span{Start: rest.Start, End: rest.Start}
	r := d.Text(rest)
	switch {
	case strings.HasPrefix(r, " ("):
		if n := strings.IndexByte(r, ')'); n > 0 {
			p.Role.Span = d.trimValue(text.Span{Start: rest.Start + 2, End: rest.Start + n})
			rest.Start += n + 1
		}
	case strings.HasPrefix(r, ","):
		n := len(r)
		if i := strings.IndexAny(r, ":—–"); i > 0 {
			n = i
		}
		p.Role.Span = d.trimValue(text.Span{Start: rest.Start + 1, End: rest.Start + n})
		rest.Start += n
	}
	p.Role.Text = d.plain(p.Role.Span)
	r = d.Text(rest)
	rest.Start += len(r) - len(strings.TrimLeft(r, " :—–-*_"))
	p.Contribution.Span = trimSpan(d.Source, rest)
	p.Contribution.Text = d.plain(p.Contribution.Span)
	return p, true
}

// PeopleIn reads the people that a section's tables and lists name.
func (d *Document) PeopleIn(s *Section) []Person {
	var people []Person
	for _, b := range s.Blocks {
		switch b.Kind {
		case markdown.Table:
			people = append(people, d.peopleInTable(b)...)
		case markdown.List:
			for _, item := range b.Children {
				if p, ok := d.personInItem(item); ok {
					people = append(people, p)
				}
			}
		}
	}
	return people
}
