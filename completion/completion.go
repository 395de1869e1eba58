// Package completion says what could stand at a place in a file. One provider
// a file; the registry lists them. It knows no LSP: offsets are bytes, and a
// candidate's change is an edit of the text.
//
// What fits is told from what stands left of the cursor on its line and from the
// headings above, since the line that is being typed is seldom what it will be.
// The parsed document says where headings, code, comments and quotes are.
package completion

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

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
	Offset    int                 // the cursor, in bytes
	Workspace *workspace.Snapshot // nil where only the one file is known
	Config    *config.Config      // nil for the defaults
	Today     calendar.Date       // zero where it is not known
	// Files gives the names of what lies in a folder, by its path as documents have
	// it, those of folders with a slash behind; nil where nobody can tell.
	Files func(folder string) []string
	// Failed is told of a provider that panics, with what it panicked with, and the
	// provider offers no more then; where it is nil the panic goes on, with the
	// provider's name.
	Failed func(provider string, fault any)
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
	// Commit are the characters that take the candidate when they are typed: only
	// where a word half typed is never what was meant.
	Commit []string
	// Documentation is markdown, made when the client asks for it; nil where
	// there is none.
	Documentation func() string
}

// List is the answer: the candidates in the order they are to be shown.
type List struct {
	Candidates []Candidate
	// Incomplete tells that more fit than are listed, so that the client is to
	// ask again as typing goes on.
	Incomplete bool
}

// maxCandidates bounds a list: nobody reads further, and every one costs time on
// its way to the editor.
const maxCandidates = 100

// Complete gives what fits at the cursor, best first, and nothing where nothing
// fits: in ordinary prose, code, comments, links. In every candidate a word
// begins with what is typed so far, or its words abbreviate to it. It stops
// early when ctx ends.
func Complete(ctx context.Context, in Input) List {
	p := newPlace(in)
	l := &list{place: p, seen: make(map[string]bool)}
	if p == nil {
		return List{}
	}
	for _, provider := range providers {
		if ctx.Err() != nil || l.Incomplete {
			break
		}
		if p.fits(provider) {
			provider.ask(in, p, l)
		}
	}
	return l.end()
}

// ask has a provider offer what it has.
func (from provider) ask(in Input, p *place, l *list) {
	defer func() {
		if fault := recover(); fault != nil {
			if in.Failed == nil {
				panic(fmt.Sprintf("the completion of %s: %v", from.name, fault))
			}
			in.Failed(from.name, fault)
		}
	}()
	from.offer(p, l)
}

// list collects candidates: those in which a word begins with what is typed, and
// behind them those that it abbreviates.
type list struct {
	List
	loose []Candidate
	place *place
	seen  map[string]bool // labels
}

// end is what was collected, cut to what a list may hold.
func (l *list) end() List {
	l.Candidates = append(l.Candidates, l.loose...)
	if len(l.Candidates) > maxCandidates {
		l.Candidates, l.Incomplete = l.Candidates[:maxCandidates], true
	}
	return l.List
}

// add takes a candidate that fits what is typed, unless its label is there or
// the list is full.
func (l *list) add(c Candidate) {
	if l.Incomplete || l.seen[c.Label] {
		return
	}
	filter := c.Filter
	if filter == "" {
		filter = c.Label
	}
	typed := l.typed(c.Edit.Span)
	switch {
	case wordBegins(filter, typed):
		if l.Incomplete = len(l.Candidates) == maxCandidates; l.Incomplete {
			return
		}
		l.Candidates = append(l.Candidates, c)
	case abbreviates(filter, typed):
		l.loose = append(l.loose, c)
	default:
		return
	}
	l.seen[c.Label] = true
}

// fits reports whether a candidate with the filter, which replaces span, fits what
// is typed, for providers that have more to choose from than can be shown.
func (l *list) fits(filter string, span text.Span) bool {
	typed := l.typed(span)
	return wordBegins(filter, typed) || abbreviates(filter, typed)
}

// typed is what stands from the beginning of span to the cursor.
func (l *list) typed(span text.Span) string {
	return strings.TrimSpace(l.place.src[span.Start:l.place.offset])
}

// wordBegins reports whether s, or a word of it, begins with typed, in any case.
func wordBegins(s, typed string) bool {
	s, typed = strings.ToLower(s), strings.ToLower(typed)
	for at := 0; ; {
		i := strings.Index(s[at:], typed)
		if i < 0 {
			return false
		}
		at += i
		if r, _ := utf8.DecodeLastRuneInString(s[:at]); at == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return true
		}
		at++
	}
}

// abbreviates reports whether the letters of typed, blanks aside, stand in s in
// their order and in any case, each at a word's beginning or right behind the
// one before: "sd" and "skdem" for "Skills Demonstrated". A digit stands
// right behind, since half a number is another number.
func abbreviates(s, typed string) bool {
	rest := []rune(strings.ToLower(s))
	first := 0              // the earliest place where the next letter can be
	var behind map[int]bool // the places right behind the letter before
	for _, r := range strings.ToLower(typed) {
		if unicode.IsSpace(r) {
			continue
		}
		next := map[int]bool{}
		earliest := len(rest)
		for i := first; i < len(rest); i++ {
			begins := i == 0 || !unicode.IsDigit(r) && !unicode.IsLetter(rest[i-1]) && !unicode.IsDigit(rest[i-1])
			if rest[i] == r && (begins || behind[i]) {
				next[i+1] = true
				earliest = min(earliest, i+1)
			}
		}
		if len(next) == 0 {
			return false
		}
		first, behind = earliest, next
	}
	return true
}
