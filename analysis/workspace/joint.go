package workspace

import "strings"

// Joint is how many achievements name a person.
func (s *Snapshot) Joint(person string) int {
	n := 0
	for u := range s.names[personNames].uses(person).all() {
		if u.entry >= 0 {
			n++
		}
	}
	return n
}

// InRole is how many achievements belong to a role.
func (s *Snapshot) InRole(id string) int {
	n := 0
	for _, p := range s.Entries() {
		if strings.EqualFold(p.Entry.RoleID, id) {
			n++
		}
	}
	return n
}
