// Package hint says what a writer would have to work out or look up while
// reading: what a change comes to, which day a date is, what an ID stands for.
package hint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/token"
	"achievement-ls/analysis/workspace"
)

// Input is what hints are made of.
type Input struct {
	Document  *document.Document
	Workspace *workspace.Snapshot // nil where only the one file is known
	Config    *config.Config      // nil for the defaults
}

// Hint is a remark behind a place.
type Hint struct {
	Offset int
	Label  string
	// About is what it speaks of: a change's values, a date, an ID.
	About text.Span
}

// In are the hints within span, in order. Where the text says already what one
// would say there is none, and none within tables but of changes, since one
// would push the columns apart.
func In(in Input, span text.Span) []Hint {
	if in.Config == nil {
		in.Config = config.Default()
	}
	if in.Workspace == nil {
		in.Workspace = workspace.Empty()
	}
	var out []Hint
	for _, h := range append(in.changes(), in.names()...) {
		if span.Touches(h.Offset) {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b Hint) int { return cmp.Compare(a.Offset, b.Offset) })
	return out
}

// changes are hints of what a change comes to, where nothing is said of it.
func (in Input) changes() []Hint {
	doc := in.Document
	var bodies []text.Span
	for _, e := range doc.Entries {
		for _, p := range e.Parts {
			bodies = append(bodies, p.Body)
		}
		if s := e.Section(template.Summary); s != nil {
			bodies = append(bodies, s.Body)
		}
	}
	if doc.Kind == document.Review {
		bodies = append(bodies, text.Span{End: len(doc.Source)})
	}
	var out []Hint
	for _, body := range bodies {
		for _, s := range doc.Statements(body) {
			if s.Block.Kind == markdown.Row && s.Block.Span == s.Span {
				out = append(out, inRow(doc, s.Block)...)
				continue
			}
			found := within(doc, s.Span)
			if s.Block.Kind == markdown.Item {
				found = inItem(doc, s.Block, found)
			}
			out = append(out, found...)
		}
	}
	return out
}

// within are the hints of the changes that one text holds.
func within(doc *document.Document, s text.Span) []Hint {
	var out []Hint
	r := quantity.Read(doc.Prose(s))
	for i := range r.Changes {
		c := &r.Changes[i]
		if computed := c.Computed(); computed != "" && len(c.Stated) == 0 {
			about := c.Span.Shift(s.Start)
			out = append(out, Hint{about.End, computed, about})
		}
	}
	return out
}

// names are hints of dates and of the achievements that others' IDs stand for.
func (in Input) names() []Hint {
	doc := in.Document
	var tables []text.Span
	doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Table {
			tables = append(tables, b.Span)
		}
		return true
	})
	var out []Hint
	for _, t := range token.Of(doc, in.Config.ID.Prefix) {
		if slices.ContainsFunc(tables, func(s text.Span) bool { return s.Covers(t.Span) }) {
			continue
		}
		label := ""
		switch {
		case t.Kind == token.Date:
			d, _ := calendar.ParseDate(t.Name)
			label = day(d, in.Config.Period.FiscalYearStart)
		case t.Kind == token.ID && t.Modifier&token.Declaration == 0:
			label = in.title(t)
		}
		if label != "" {
			out = append(out, Hint{t.Span.End, label, t.Span})
		}
	}
	return out
}

// day says of a date which weekday it is, and in which quarter of the year that
// begins in the month given.
func day(d calendar.Date, yearStart time.Month) string {
	if yearStart <= time.January {
		return fmt.Sprintf("%.3s, Q%d", d.Weekday(), d.Quarter())
	}
	months := (int(d.Month) - int(yearStart) + 12) % 12
	year := d.Year
	if d.Month >= yearStart {
		year++
	}
	return fmt.Sprintf("%.3s, FY%02d-Q%d", d.Weekday(), year%100, months/3+1)
}

// maxTitle is how much of a title is shown, in runes.
const maxTitle = 40

// title is the title of the achievement that an ID stands for, where that is
// known and the line does not say it already. Of its own achievement, and where
// the ID stands for several, nothing is said.
func (in Input) title(t token.Token) string {
	places := in.Workspace.Cited(workspace.CitationFacts{ID: t.Name}, in.Document.Path)
	if len(places) != 1 || places[0].Entry.Title == "" {
		return ""
	}
	title := places[0].Entry.Title
	line := in.Document.Text(in.Document.Lines.LineAt(t.Span.Start))
	if e := in.Document.EntryAt(t.Span.Start); e != nil && strings.EqualFold(in.Document.IDOf(e), t.Name) {
		return ""
	}
	if strings.Contains(strings.ToLower(line), strings.ToLower(title)) {
		return ""
	}
	if runes := []rune(title); len(runes) > maxTitle {
		title = strings.TrimSpace(string(runes[:maxTitle])) + "…"
	}
	return title
}
