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
	for _, t := range p.tagChoices(s) {
		name := t.Name
		if have[strings.ToLower(name)] || strings.ContainsAny(name, " \t[]{}<>,") {
			continue
		}
		c := Candidate{Kind: Tag, Label: "#" + name, Detail: used(t.Count), Filter: name, Edit: p.edit(s, text.Literal(name))}
		if hash {
			c.Filter, c.Edit = "#"+name, p.edit(s, text.Literal("#"+name))
		}
		if t.Count > 0 {
			c.Documentation = func() string { return tagText(t, p.Workspace.Bearing(name)) }
		}
		l.add(c)
	}
}

// tagChoices are the tags there are, in the order in which they are offered.
func (p *place) tagChoices(s slot) []workspace.TagUse {
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
	type ranked struct {
		workspace.TagUse
		rank int
	}
	var choices []ranked
	known := map[string]bool{}
	add := func(t workspace.TagUse, rank int) {
		if t.Name != "" && !known[t.Name] {
			known[t.Name] = true
			choices = append(choices, ranked{t, rank})
		}
	}
	for _, name := range p.Config.Tags.Required {
		add(workspace.TagUse{Use: workspace.Use{Name: name}}, 4)
	}
	yearFirst := false
	for _, t := range p.Workspace.Tags() {
		if t.Count == 1 && t.Name == typed && t.In == p.doc.Path || p.Config.Tags.Aliases[t.Name] != "" {
			continue
		}
		rank := 0
		if role != "" && slices.Contains(t.Roles, role) {
			rank += 2
		}
		if t.UsedIn(date) {
			rank++
		}
		yearFirst = yearFirst || yearQuarter.MatchString(t.Name)
		add(t, rank)
	}
	if !date.IsZero() {
		add(workspace.TagUse{Use: workspace.Use{Name: quarterTag(date, yearFirst)}}, 1)
	}
	for _, name := range p.Config.Tags.Known {
		add(workspace.TagUse{Use: workspace.Use{Name: name}}, 0)
	}
	slices.SortStableFunc(choices, func(a, b ranked) int { return cmp.Compare(b.rank, a.rank) })
	out := make([]workspace.TagUse, len(choices))
	for i, c := range choices {
		out[i] = c.TagUse
	}
	return out
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
