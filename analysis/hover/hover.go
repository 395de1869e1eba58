// Package hover says what stands at a place in a file: what a heading is for,
// what a tag, a person or an ID is known by, what a figure was understood as. The
// registry lists the providers. Offsets are bytes, texts are markdown.
package hover

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Input is what hovering looks at.
type Input struct {
	Document  *document.Document
	Offset    int                 // the place, in bytes
	Workspace *workspace.Snapshot // nil where only the one file is known
	Config    *config.Config      // nil for the defaults
}

// Answer is what is known of a place.
type Answer struct {
	Markdown string
	Span     text.Span // what it is about
	// Rule is the rule whose page it is; "" for anything else.
	Rule string
}

// providers are asked in this order; the first that knows something answers.
var providers = []func(*Input) (Answer, bool){ruleName, tag, person, id, roleID, field, label, heading, figure}

// At gives what is known of the place, nothing where that is nothing.
func At(in Input) (Answer, bool) {
	if in.Workspace == nil {
		in.Workspace = workspace.Empty().With(workspace.FactsOf(in.Document))
	}
	if in.Config == nil {
		in.Config = config.Default()
	}
	for _, provider := range providers {
		if a, ok := provider(&in); ok {
			return a, true
		}
	}
	return Answer{}, false
}

// entry is the achievement at the place; nil where there is none.
func (in *Input) entry() *document.Entry { return in.Document.EntryAt(in.Offset) }

// times says how often something is used.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// maxPlaces is how many achievements a text names.
const maxPlaces = 5

// list names achievements, one a line.
func list(b *strings.Builder, places []workspace.Place) {
	for i, p := range places {
		if i == maxPlaces {
			fmt.Fprintf(b, "\n- and %d more", len(places)-i)
			return
		}
		fmt.Fprintf(b, "\n- %s", line(p.Entry))
	}
}

// line is an achievement in one line: its ID, title and date.
func line(e *workspace.EntryFacts) string {
	var parts []string
	for _, s := range []string{e.ID, e.Title} {
		if s != "" {
			parts = append(parts, escape(s))
		}
	}
	s := strings.Join(parts, " ")
	if !e.Date.IsZero() {
		s += " (" + e.Date.String() + ")"
	}
	return strings.TrimSpace(s)
}

// escape keeps a writer's text from being taken for markup.
func escape(s string) string { return text.Escape(s) }
