package completion

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// tags offers tags where tags are: the Tags section and field, and the front
// matter. Elsewhere "#platform" is a chat channel. Tags the entry has already
// are left out; those of this role and quarter come first, the most used among
// them before the rest.
func tags(p *place, l *list) {
	s, hash, ok := p.tagSlot()
	if !ok {
		return
	}
	have := map[string]bool{}
	if p.entry != nil {
		for _, t := range p.entry.Tags {
			if !t.Span.Touches(p.offset) {
				have[strings.ToLower(t.Name)] = true
			}
		}
	}
	mark := ""
	if hash {
		mark = "#"
	}
	for _, t := range p.tagChoices(s, func(name string) bool {
		return l.fits(mark+name, s.span) && !have[strings.ToLower(name)] && !strings.ContainsAny(name, " \t[]{}<>,")
	}) {
		c := Candidate{Kind: Tag, Label: "#" + t.Name, Detail: used(t.Count), Filter: mark + t.Name, Edit: p.edit(s, text.Literal(mark+t.Name))}
		if t.Count > 0 {
			c.Documentation = func() string { return tagText(*t, p.Workspace.Bearing(t.Name)) }
		}
		l.add(c)
	}
}

// The ranks of tags: what is asked for stands before what was used for the same role
// and quarter, for the role, in the quarter, and elsewhere.
const (
	rankElsewhere = iota
	rankQuarter
	rankRole
	_ // both
	rankRequired
	ranks
)

// tagChoices are the tags there are that fit, in the order in which they are offered.
func (p *place) tagChoices(s slot, fits func(name string) bool) []*workspace.TagUse {
	role, date := "", p.Today
	if p.entry != nil {
		if f := p.entry.Field(template.Role); f != nil {
			role = workspace.RoleID(f.Text)
		}
		if d, ok := p.entry.DateOf(); ok {
			date = d
		}
	}
	role = cmp.Or(role, p.doc.RoleFolder())
	typed := strings.TrimPrefix(strings.TrimSpace(s.span.Of(p.src)), "#")
	inUse := p.Workspace.Tags()
	var ranked [ranks][]*workspace.TagUse
	known := make(map[string]bool, 1+len(inUse))
	known[""] = true
	add := func(t *workspace.TagUse, rank int) {
		if !known[t.Name] && fits(t.Name) {
			known[t.Name] = true
			ranked[rank] = append(ranked[rank], t)
		}
	}
	unused := func(name string) *workspace.TagUse { return &workspace.TagUse{Use: workspace.Use{Name: name}} }
	for _, name := range p.Config.Tags.Required {
		add(unused(name), rankRequired)
	}
	yearFirst := false
	for i := range inUse {
		t := &inUse[i]
		if t.Count == 1 && t.Name == typed && t.In == p.doc.Path || p.Config.Tags.Aliases[t.Name] != "" {
			continue
		}
		rank := rankElsewhere
		if role != "" && slices.Contains(t.Roles, role) {
			rank += rankRole
		}
		if t.UsedIn(date) {
			rank += rankQuarter
		}
		yearFirst = yearFirst || len(t.Name) == len("2006-q1") && yearQuarter.MatchString(t.Name)
		add(t, rank)
	}
	if !date.IsZero() {
		add(unused(quarterTag(date, yearFirst)), rankQuarter)
	}
	for _, name := range p.Config.Tags.Known {
		add(unused(name), rankElsewhere)
	}
	slices.Reverse(ranked[:])
	return slices.Concat(ranked[:]...)
}

var yearQuarter = pattern.New(`^\d{4}-q[1-4]$`)

// quarterTag is the tag of a date's quarter, in the workspace's own style.
func quarterTag(d calendar.Date, yearFirst bool) string {
	if yearFirst {
		return fmt.Sprintf("%d-q%d", d.Year, d.Quarter())
	}
	return fmt.Sprintf("q%d-%d", d.Quarter(), d.Year)
}

// tagText says where a tag is used, the latest first.
func tagText(t workspace.TagUse, places []workspace.Place) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**#%s** %s\n", text.Escape(t.Name), used(t.Count))
	for i, place := range places {
		if i == 5 {
			break
		}
		fmt.Fprintf(&b, "\n- %s", text.Escape(strings.TrimSpace(place.Entry.ID+" "+place.Entry.Title)))
	}
	return b.String()
}
