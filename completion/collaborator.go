package completion

import (
	"cmp"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// collaborators offers, in the Collaboration section, the people one has worked
// with, those of late first, each with the role that goes with the name.
func collaborators(p *place, l *list) {
	if p.section == nil || p.section.Key != template.Collaboration {
		return
	}
	if r := p.row(); r != nil && r.columns != nil {
		name, role := p.personColumns(r.columns)
		switch r.at {
		case name:
			p.personCells(l, r, name, role)
		case role:
			p.roleCells(l, r, name)
		}
		return
	}
	tabular := slices.ContainsFunc(p.section.Blocks, func(b *markdown.Block) bool { return b.Kind == markdown.Table })
	if s, ok := p.item(); ok {
		if !tabular {
			p.personItems(l, s)
		}
		return
	}
	if s, columns, ok := p.newRow(); ok {
		name, role := p.personColumns(columns)
		for _, who := range p.people(s) {
			values := map[int]string{name: inCell(who.Name)}
			if who.Role() != "" && role >= 0 {
				values[role] = inCell(who.Role())
			}
			l.add(p.personCandidate(who, p.edit(s, rowOf(columns, values))))
		}
		return
	}
	if s, ok := p.newItem(""); ok && p.blank() && s.before != "" {
		p.personItems(l, s)
	}
}

// personColumns are the columns of name and role, -1 for none; a table that does
// not say which is which has them in the template's order.
func (p *place) personColumns(columns []string) (name, role int) {
	name, role = p.column(columns, template.Person), p.column(columns, template.PersonRole)
	if name < 0 && role < 0 {
		return 0, 1
	}
	return max(name, 0), role
}

// personCells fills a row's name, and its role where that is empty.
func (p *place) personCells(l *list, r *row, name, role int) {
	s := p.cell(r, name)
	for _, who := range p.people(s) {
		filled := s
		var more []text.Edit
		if given := who.Role(); given != "" && role > name && p.cellText(r, role) == "" {
			switch {
			case role < len(r.cells)-1:
				more = append(more, p.edit(p.cell(r, role), inCell(given)))
			case len(r.cells) == name+1 && role == name+1: // the row ends with the name
				filled.after = " | " + inCell(given) + " | "
			case len(r.cells) == role+1 && role == name+1: // "| Ann |", nothing behind
				more = append(more, p.edit(slot{span: r.cells[role], before: " ", after: " |"}, inCell(given)))
			}
		}
		c := p.personCandidate(who, p.edit(filled, inCell(who.Name)))
		c.Additional = more
		l.add(c)
	}
}

// roleCells offers the roles the row's person had, then those of others.
func (p *place) roleCells(l *list, r *row, name int) {
	s := p.cell(r, r.at)
	who := p.cellText(r, name)
	add := func(role, detail string) {
		if role != "" {
			l.add(Candidate{Kind: Role, Label: role, Detail: detail, Edit: p.edit(s, inCell(role))})
		}
	}
	for _, other := range p.Workspace.People() {
		if strings.EqualFold(other.Name, who) {
			for _, u := range other.Roles {
				if !p.only(u.Name, u.Count, s) {
					add(u.Name, "of "+other.Name)
				}
			}
		}
	}
	for _, other := range p.Workspace.People() {
		if !strings.EqualFold(other.Name, who) {
			add(other.Role(), "")
		}
	}
}

// personItems fills a list item as the items of the section are written.
func (p *place) personItems(l *list, s slot) {
	bold, form := "", " (${Role}): ${What they did}"
	for _, b := range p.section.Blocks {
		if b.Kind != markdown.List {
			continue
		}
		for _, item := range b.Children {
			if t := p.doc.Text(item.Text); !item.Text.Touches(p.offset) && t != "" {
				bold, form = itemForm(t)
				break
			}
		}
	}
	if rest := strings.TrimSpace(p.src[p.offset:max(s.span.End, p.offset)]); rest != "" {
		return // a name before what is written already
	}
	if bold != "" && strings.HasPrefix(s.span.Of(p.src), bold) {
		s.span.Start += len(bold)
		if s.span.Start > p.offset {
			return
		}
		s.after = bold
	} else if bold != "" {
		s.before, s.after = s.before+bold, bold
	}
	for _, who := range p.people(s) {
		filled := form
		if role := who.Role(); role != "" {
			filled = strings.Replace(form, "${Role}", text.Literal(role), 1)
		}
		c := s
		c.after += filled
		l.add(p.personCandidate(who, p.edit(c, text.Literal(who.Name))))
	}
}

// itemForm is how an item marks the name, and what it writes behind it.
func itemForm(item string) (bold, form string) {
	if strings.HasPrefix(item, "**") {
		bold = "**"
	}
	switch {
	case strings.Contains(item, " ("):
		form = " (${Role}): ${What they did}"
	case strings.Contains(item, " — "):
		form = " — ${Role} — ${What they did}"
	case strings.Contains(item, ", "):
		form = ", ${Role}"
	case strings.Contains(item, ": "):
		form = ": ${What they did}"
	}
	return bold, form
}

func (p *place) personCandidate(who workspace.PersonUse, e text.Edit) Candidate {
	c := Candidate{Kind: Person, Label: who.Name, Detail: who.Role(), Edit: e}
	if strings.HasPrefix(e.Span.Of(p.src), "@") { // as one calls somebody elsewhere
		c.Filter = "@" + who.Name
	}
	if who.Count > 0 {
		c.Documentation = func() string { return personText(who, p.Workspace.Together(who.Name)) }
	}
	return c
}

// people are those to offer, the latest first: known from other places than the
// slot, and not named in the entry yet.
func (p *place) people(s slot) []workspace.PersonUse {
	have := map[string]bool{}
	if p.entry != nil {
		for _, who := range p.entry.People {
			if !who.Name.Span.Touches(p.offset) {
				have[strings.ToLower(who.Name.Text)] = true
			}
		}
	}
	var out []workspace.PersonUse
	known := map[string]bool{}
	for _, who := range p.Workspace.People() {
		if key := strings.ToLower(who.Name); !have[key] && !p.only(who.Name, who.Count, s) && !strings.ContainsAny(who.Name, "[]{}<>") {
			out = append(out, who)
			known[key] = true
		}
	}
	slices.SortStableFunc(out, func(a, b workspace.PersonUse) int {
		return cmp.Or(b.Last.Compare(a.Last), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	for _, who := range p.Config.People {
		if key := strings.ToLower(who.Name); !known[key] && !have[key] {
			u := workspace.PersonUse{Use: workspace.Use{Name: who.Name, Last: calendar.Date{}}}
			if who.Role != "" {
				u.Roles = []workspace.Use{{Name: who.Role}}
			}
			out = append(out, u)
		}
	}
	return out
}

// personText says in what one worked with a person, the latest first.
func personText(who workspace.PersonUse, places []workspace.Place) string {
	var b strings.Builder
	b.WriteString("**" + text.Escape(who.Name) + "**\n")
	for _, r := range who.Roles {
		b.WriteString("\n" + text.Escape(r.Name) + "\n")
	}
	for i, place := range places {
		if i == 5 {
			break
		}
		b.WriteString("\n- " + text.Escape(strings.TrimSpace(place.Entry.ID+" "+place.Entry.Title)))
	}
	return b.String()
}
