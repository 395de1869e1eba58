package edit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"

	"github.com/aymanbagabas/go-udiff"
)

// Complete adds all that an entry lacks: its title, required fields, sections
// and STAR parts, and the template's body where one of them stands empty. An
// entry in the light form needs no fields.
func Complete(doc *document.Document, e *document.Entry) []text.Edit {
	c := completion{doc: doc, index: slices.Index(doc.Entries, e)}
	for _, step := range steps(doc.Template) {
		c.add(step.edits)
	}
	return c.edits(doc)
}

// Incomplete reports whether Complete has anything to add, without adding it.
func Incomplete(doc *document.Document, e *document.Entry) bool {
	return slices.ContainsFunc(steps(doc.Template), func(s step) bool { return s.lacks(doc, e) })
}

// step adds one kind of what an entry may lack.
type step struct {
	lacks func(doc *document.Document, e *document.Entry) bool
	add   func(doc *document.Document, e *document.Entry) []text.Edit
}

func (s step) edits(doc *document.Document, e *document.Entry) []text.Edit {
	if !s.lacks(doc, e) {
		return nil
	}
	return s.add(doc, e)
}

// steps are what completes an entry, in the order in which it is done.
func steps(t *template.Template) []step {
	all := []step{{func(_ *document.Document, e *document.Entry) bool { return e.Title == "" }, InsertTitle}}
	for i := range t.Fields {
		f := &t.Fields[i]
		all = append(all, step{
			func(doc *document.Document, e *document.Entry) bool {
				return f.Requirement == template.Required && !e.Light && !HasField(doc, e, f.Key)
			},
			func(doc *document.Document, e *document.Entry) []text.Edit { return InsertField(doc, e, f.Key, "") },
		})
	}
	all = append(all, step{func(doc *document.Document, e *document.Entry) bool { return len(Missing(doc, e)) > 0 }, InsertMissing})
	for i := range t.Parts {
		if t.Parts[i].Requirement != template.Optional {
			all = append(all, filling(t.Parts[i].Key))
		}
	}
	return all
}

// filling is the step that fills a section or STAR part which stands empty.
func filling(key template.Key) step {
	return step{
		func(doc *document.Document, e *document.Entry) bool {
			part, section := e.Part(key), e.Section(key)
			if part != nil {
				return emptyPart(doc, part)
			}
			return section != nil && section.Class == template.Section && emptySection(doc, section)
		},
		func(doc *document.Document, e *document.Entry) []text.Edit {
			if part := e.Part(key); part != nil {
				return FillPart(doc, part)
			}
			return FillSection(doc, e.Section(key))
		},
	}
}

// completion makes edits one after another, each understood in the text that
// the ones before it left, and keeps where their tab stops have come to stand.
type completion struct {
	doc   *document.Document // as it has become
	index int                // of the entry
	stops []text.Span
}

func (c *completion) add(step func(*document.Document, *document.Entry) []text.Edit) {
	if c.index < 0 || c.index >= len(c.doc.Entries) {
		return
	}
	edits := step(c.doc, c.doc.Entries[c.index])
	after, err := text.Apply(c.doc.Source, edits)
	if err != nil || after == c.doc.Source {
		return
	}
	text.SortEdits(edits)
	var stops []text.Span
	for _, s := range c.stops {
		by := 0
		for _, e := range edits {
			if e.Span.End <= s.Start {
				by += len(e.New) - e.Span.Len()
			}
		}
		stops = append(stops, s.Shift(by))
	}
	by := 0
	for _, e := range edits {
		for _, s := range e.Stops {
			stops = append(stops, s.Shift(e.Span.Start+by))
		}
		by += len(e.New) - e.Span.Len()
	}
	slices.SortFunc(stops, func(a, b text.Span) int { return a.Start - b.Start })
	c.stops = stops
	c.doc = document.ParseAs(c.doc.Kind, c.doc.Path, after, c.doc.Template)
}

// edits turn a document into what it has become, by whole lines but for the
// beginning that a line keeps.
func (c *completion) edits(doc *document.Document) []text.Edit {
	var edits []text.Edit
	by := 0 // how much longer what stands before has become
	for _, d := range udiff.Lines(doc.Source, c.doc.Source) {
		e := text.Replace(text.Span{Start: d.Start, End: d.End}, d.New)
		start := e.Span.Start + by
		by += len(e.New) - e.Span.Len()
		for _, s := range c.stops {
			if s.Start >= start && s.End <= start+len(e.New) {
				e.Stops = append(e.Stops, s.Shift(-start))
			}
		}
		edits = append(edits, keepLines(doc.Source, e))
	}
	return edits
}

// keepLines takes from an edit's ends what it would write again.
func keepLines(src string, e text.Edit) text.Edit {
	old := e.Span.Of(src)
	n := 0
	for n < len(old) && n < len(e.New) && old[n] == e.New[n] && (len(e.Stops) == 0 || n < e.Stops[0].Start) {
		n++
	}
	for n > 0 && (n < len(old) && !utf8.RuneStart(old[n]) || n < len(e.New) && !utf8.RuneStart(e.New[n]) || old[n-1] == '\r') {
		n--
	}
	e.Span.Start += n
	e.New = e.New[n:]
	for i := range e.Stops {
		e.Stops[i] = e.Stops[i].Shift(-n)
	}
	last := 0
	if len(e.Stops) > 0 {
		last = e.Stops[len(e.Stops)-1].End
	}
	for _, eol := range []string{"\r\n", "\n"} {
		if strings.HasSuffix(e.Span.Of(src), eol) && strings.HasSuffix(e.New, eol) && len(e.New)-len(eol) >= last {
			e.Span.End -= len(eol)
			e.New = e.New[:len(e.New)-len(eol)]
			break
		}
	}
	return e
}
