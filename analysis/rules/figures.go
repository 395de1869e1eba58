package rules

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// figures is what a piece of the document says in figures. The reading's spans
// are offsets into its words.
type figures struct {
	quantity.Reading
	words string
	at    int // where the words start in the document
}

// in is a span of the words in the document.
func (f *figures) in(s text.Span) text.Span { return s.Shift(f.at) }

// figures reads the prose of span, once a check however many rules ask.
func (p *Pass) figures(span text.Span) *figures {
	read := p.common().figures
	f := read[span]
	if f == nil {
		f = &figures{words: p.Document.Prose(span), at: span.Start}
		f.Reading = p.Memory.Read(f.words)
		read[span] = f
	}
	return f
}

// titleFigures reads an entry's title, which front matter may hold and is no
// prose there.
func (p *Pass) titleFigures(e *document.Entry) *figures {
	if e.TitleSpan.Empty() || e.Heading != nil && e.Heading.Heading.Span.Covers(e.TitleSpan) {
		return p.figures(e.TitleSpan)
	}
	f := &figures{words: p.Document.Text(e.TitleSpan), at: e.TitleSpan.Start}
	f.Reading = quantity.Read(f.words)
	return f
}

// result is an entry's Result: the statements of the parts that name it.
type result struct {
	label      text.Span // the first part's name
	statements []document.Statement
	figures    []*figures     // of each statement
	changes    [][]change     // of each statement
	best       quantity.Class // the highest of a statement
}

// judged is the text of all statements.
func (r *result) judged() text.Span {
	return text.Cover(r.statements[0].Span, r.statements[len(r.statements)-1].Span)
}

// resultOf reads an entry's Result, once a check however many rules ask. Where the
// entry has none, or one without content, there are no statements.
func (p *Pass) resultOf(e *document.Entry) *result {
	r := p.common().results[e]
	if r == nil {
		r = p.readResult(e)
		p.common().results[e] = r
	}
	return r
}

func (p *Pass) readResult(e *document.Entry) *result {
	r := new(result)
	for _, part := range e.Parts {
		if !part.Has(template.Result) {
			continue
		}
		if r.label.Empty() {
			r.label = part.Label
		}
		for _, s := range p.Document.Statements(part.Body) {
			f := p.figures(s.Span)
			r.statements = append(r.statements, s)
			r.figures = append(r.figures, f)
			r.changes = append(r.changes, p.changesIn(s))
			r.best = max(r.best, f.Class)
		}
	}
	return r
}

// summaryOf are the statements of an entry's Summary.
func (p *Pass) summaryOf(e *document.Entry) []document.Statement {
	if s := e.Section(template.Summary); s != nil {
		return p.Document.Statements(s.Body)
	}
	return nil
}

// wordsOf is the span of a statement's own words, on its first line: without
// the marker and box of its list item, without nested items, and in a table
// from the first cell's to the last's.
func wordsOf(doc *document.Document, s document.Statement) text.Span {
	span := s.Head
	if s.Block.Kind == markdown.Row && s.Block.Span == s.Span {
		cells := s.Block.Children
		for len(cells) > 0 && cells[0].Text.Empty() {
			cells = cells[1:]
		}
		for len(cells) > 0 && cells[len(cells)-1].Text.Empty() {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > 0 {
			span = text.Cover(cells[0].Text, cells[len(cells)-1].Text)
		}
		return span
	}
	if s.Block.Kind == markdown.Item && !s.Block.Text.Empty() && s.Span.Covers(s.Block.Text) {
		span.Start = s.Block.Text.Start
	}
	span.End = min(span.End, doc.Lines.LineAt(span.Start).End)
	span.End = max(span.Start, span.Start+len(strings.TrimRight(doc.Text(span), " \t\\")))
	return span
}
