package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var roleInField = pattern.New(`(?i)\bROLE-[0-9]+`)

// roleID is the ID of the role that a Role field names, as it is written, with
// its place: the value where the ID does not stand there word for word.
func roleID(doc *document.Document, f *document.Field) (id string, span text.Span) {
	id = roleInField.FindString(f.Text)
	if i := strings.Index(doc.Text(f.Value), id); id != "" && i >= 0 {
		return id, text.Span{Start: f.Value.Start + i, End: f.Value.Start + i + len(id)}
	}
	return id, f.Value
}

// roleNumber is a role ID's number without leading zeros.
func roleNumber(id string) string {
	_, number, _ := strings.Cut(id, "-")
	return strings.TrimLeft(number, "0")
}

// roleValue is what a Role field says of a role: what it says in most
// achievements of it, else what defines the role.
func roleValue(known *workspace.Snapshot, r workspace.RoleFacts) string {
	for _, u := range known.RoleFields() {
		if strings.EqualFold(workspace.RoleID(u.Name), r.ID) && u.Name != r.ID {
			return u.Name
		}
	}
	return r.Field()
}

// setRole offers to make a Role field name another role: the whole of it, where
// the workspace knows what it should say and the field says more than the ID.
func (p *Pass) setRole(f *Finding, field *document.Field, r workspace.RoleFacts) {
	value := r.ID
	if id, _ := roleID(p.Document, field); strings.TrimSpace(field.Text) != id {
		value = roleValue(p.known(), r)
	}
	edits := func() []text.Edit { return setField(p.Document, field, value) }
	if id, span := roleID(p.Document, field); id != "" && span != field.Value && (value == r.ID || strings.HasSuffix(field.Text, strings.TrimPrefix(value, r.ID))) {
		edits = func() []text.Edit { return []text.Edit{text.Replace(span, r.ID)} }
	}
	f.Fix(fmt.Sprintf("Change to %q", value), false, edits)
}

// likelyRoles are the roles a Role field that names an unknown one may mean, the
// likeliest first, and whether the first is meant by all appearances: it has the
// number, or the title and organisation, that the field gives.
func (p *Pass) likelyRoles(field *document.Field) (roles []workspace.RoleFacts, meant bool) {
	id, _ := roleID(p.Document, field)
	rest := template.Normalize(strings.Replace(field.Text, id, "", 1))
	rank := func(r workspace.RoleFacts) int {
		value := roleValue(p.known(), r)
		switch {
		case roleNumber(r.ID) == roleNumber(id):
			return 0
		case rest != "" && template.Normalize(strings.Replace(value, r.ID, "", 1)) == rest:
			return 1
		case strings.EqualFold(r.ID, p.Document.RoleFolder()):
			return 2
		}
		return 2 + distance(strings.ToUpper(id), strings.ToUpper(r.ID))
	}
	roles = slices.Clone(p.known().Roles())
	slices.SortStableFunc(roles, func(a, b workspace.RoleFacts) int { return cmp.Compare(rank(a), rank(b)) })
	return roles, len(roles) > 0 && rank(roles[0]) < 2
}
