// Package workspace holds what is known of all files of a workspace folder, as
// an immutable snapshot: each file's facts, and the names that others use.
package workspace

import (
	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
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
	// Period is the text that says which time a review covers; "" for none.
	Period string
	// Citations are the achievements that a review cites, in order.
	Citations []CitationFacts
	// Mentions are the IDs written in the file that are not its own, in upper
	// case, each once, in the order of their first places.
	Mentions []string
	// Links are the links that stay within the workspace, each target once.
	Links []LinkFacts
	// Headings are the texts of all headings, in order.
	Headings []string
}

// CitationFacts are a citation of an achievement. See document.Citation.
type CitationFacts struct {
	ID     string // in upper case; "" where none is written
	Path   string // the file linked to; of a wiki link its name as written
	Wiki   bool
	Title  string
	Number int
}

// LinkFacts are where a link leads. See document.Target.
type LinkFacts struct {
	Path, Fragment string
	Wiki           bool
}

// ReviewFacts are a review that an achievement says it is used in.
type ReviewFacts struct {
	Target string // as named: a file's name, a link's destination
	Number int    // 0 where none is given
}

// StatementFacts are a statement of an achievement that holds figures.
type StatementFacts struct {
	Part template.Key // the section or STAR part
	Text string       // its prose
	Span text.Span    // its place in the file
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
	Reviews  []ReviewFacts
	// Statements are those of the Summary and the STAR parts that hold a digit,
	// and all of the Result.
	Statements []StatementFacts
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
