// Package workspace holds what is known of all files of a workspace folder, as
// an immutable snapshot: each file's facts, and the names that others use.
package workspace

import (
	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
)

// Facts are what other files need to know of one file. They are small, hold
// no part of the file's text, and can be compared with Equal.
type Facts struct {
	Path    string // below the workspace folder, with slashes
	Kind    document.Kind
	Entries []EntryFacts
	// Heading is the file's title; for reviews and roles the name to show.
	Heading string
	// People are those named in a people file or onboarding.md.
	People []PersonFacts
	// Roles are those a role file, onboarding.md or roles table defines.
	Roles []RoleFacts
}

// EntryFacts are the facts of one achievement.
type EntryFacts struct {
	ID       string // as the field or the file's name bears it; "" where neither does
	Title    string
	Date     calendar.Date
	Role     string // the Role field as written
	RoleID   string // its ID, "ROLE-001"
	Category string
	Summary  string // first sentence, for hover and completion detail
	Tags     []string
	People   []PersonFacts
	Evidence []string // kinds: the Type column
	Skills   []string // items of Technical and Soft Skills
	Tools    []string
	Offset   int // where the entry's heading starts
}

// PersonFacts are a name with the role given there.
type PersonFacts struct {
	Name, Role string
}

// RoleFacts are what defines a role.
type RoleFacts struct {
	ID, Title, Organisation string
	Start, End              calendar.Date
}

// Field is the role as the Role field has it: "ROLE-001 - Developer @ Co".
func (r RoleFacts) Field() string {
	value := r.ID
	if r.Title != "" {
		value += " - " + r.Title
	}
	if r.Organisation != "" {
		value += " @ " + r.Organisation
	}
	return value
}
