// Package completion says what could stand at a place in a file. One provider
// a file; the registry lists them. It knows no LSP: offsets are bytes, and a
// candidate's change is an edit of the text.
package completion

import (
	"context"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Kind is what a candidate is, for the icon a client shows.
type Kind uint8

// The kinds of candidate.
const (
	Tag Kind = iota + 1
	Person
	ID
	Role
	Category
	Evidence
	Date
	Section
	Field
	Checklist
	Metric
	Verb
	File
	RuleName
	Skill
)

// Input is what completion looks at.
type Input struct {
	Document  *document.Document
	Offset    int // the cursor, in bytes
	Workspace *workspace.Snapshot
	Config    *config.Config
	Today     calendar.Date
}

// Candidate is one proposal.
type Candidate struct {
	Kind   Kind
	Label  string
	Detail string // one line beside the label: a count, a role, a date
	// Edit replaces what is typed so far; its stops are tab stops. The span
	// holds the cursor and stays on its line.
	Edit text.Edit
	// Additional edits apply elsewhere, such as the role cell of a person's row.
	Additional []text.Edit
	// Filter is what the typed text is matched against; Label where empty.
	Filter string
	// Documentation is markdown, made when the client asks for it.
	Documentation func() string
}

// List is the answer: the candidates in the order they are to be shown.
type List struct {
	Candidates []Candidate
}

// Complete gives what fits at the cursor, best first, and nothing where nothing
// fits: in ordinary prose, code, comments, links. It stops early when ctx ends.
func Complete(ctx context.Context, in Input) List { panic("being built") }
