package completion

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/workspace"
)

// roles offers, in the Role field, the roles defined and those that other
// achievements name; the one of the file's role folder first.
func roles(p *place, l *list) {
	f, ok := p.field()
	if !ok || f.key != template.Role {
		return
	}
	scope := workspace.Scope(p.doc.Path)
	type choice struct {
		value, detail string
		near          int // lower is nearer
	}
	var choices []choice
	known := map[string]bool{} // IDs
	for _, u := range p.Workspace.RoleFields() {
		if p.only(u.Name, u.Count, f.slot) {
			continue
		}
		id := strings.ToUpper(workspace.RoleID(u.Name))
		c := choice{value: u.Name, detail: used(u.Count), near: 1}
		if id != "" && id == scope {
			c.near = 0
		}
		known[id] = true
		choices = append(choices, c)
	}
	for _, r := range p.Workspace.Roles() {
		if known[strings.ToUpper(r.ID)] || r.Title == "" && r.Organisation == "" && r.ID != scope {
			continue
		}
		c := choice{value: r.Field(), detail: since(r), near: 2}
		if r.ID == scope {
			c.near = 0
		}
		choices = append(choices, c)
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(a.near, b.near) })
	for _, c := range choices {
		l.add(Candidate{Kind: Role, Label: c.value, Detail: c.detail, Edit: p.valueEdit(f, c.value)})
	}
}

func since(r workspace.RoleFacts) string {
	switch {
	case r.Start.IsZero():
		return ""
	case r.End.IsZero():
		return "since " + r.Start.String()
	}
	return r.Start.String() + " to " + r.End.String()
}

// used is a count of uses in words.
func used(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "used once"
	}
	return fmt.Sprintf("used %d times", n)
}
