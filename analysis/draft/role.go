package draft

import (
	"cmp"
	"fmt"
	"path"
	"strconv"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/workspace"
)

// Role is what is known of a new role. Its ID is given by the draft, and without
// End it is still held.
type Role struct {
	Title, Organisation string
	Start, End          calendar.Date
}

// Role is the file that says what a role is, in a folder of the role's own with
// the next free number. The folder lies beside those of other roles, else below
// "roles".
func (p Place) Role(r Role) File {
	beside := "roles"
	for f := range p.Snapshot.All() {
		if folder := roleFolder(f.Path); folder != "" {
			beside = path.Dir(folder)
		}
	}
	taken := p.Snapshot.Roles()
	for _, name := range p.Folders(beside) {
		if id := workspace.RoleID(name); id != "" {
			taken = append(taken[:len(taken):len(taken)], workspace.RoleFacts{ID: id})
		}
	}
	title, organisation := squeezed(r.Title), squeezed(r.Organisation)
	id := nextRole(taken)
	folder := path.Join(beside, strings.Trim(strings.Join([]string{id, slug(organisation), slug(title)}, "-"), "-"))
	folder = strings.ReplaceAll(folder, "--", "-")
	heading := title
	if organisation != "" {
		heading += " @ " + organisation
	}
	content := fmt.Sprintf(`# Onboarding: %s

**Role ID:** %s
**Title:** %s
**Organisation:** %s
**Start:** %s
**End:** %s
**Manager:**
**Buddy/Mentor:**

## Key collaborators

| Person | Role |
| --- | --- |
`, heading, id, title, cmp.Or(organisation, "[Organisation]"), r.Start, cmp.Or(r.End.String(), "present"))
	return File{Path: path.Join(folder, "onboarding.md"), ID: id, Content: content}
}

// nextRole is the ID of one role more, with as many digits as others have.
func nextRole(roles []workspace.RoleFacts) string {
	highest, digits := 0, 3
	for _, r := range roles {
		number := strings.TrimPrefix(strings.ToUpper(r.ID), "ROLE-")
		if n, err := strconv.Atoi(number); err == nil && n >= highest {
			highest, digits = n, len(number)
		}
	}
	return fmt.Sprintf("ROLE-%0*d", digits, highest+1)
}
