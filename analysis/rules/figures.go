package rules

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// reading is what the prose of span says in figures, with spans in the
// document. It is read once a check, however many rules ask.
func (p *Pass) reading(span text.Span) quantity.Reading {
	if p.shared == nil {
		p.shared = newShared(p.Document)
	}
	r, ok := p.shared.readings[span]
	if !ok {
		r = quantity.Read(p.Document.Prose(span)).Shift(span.Start)
		p.shared.readings[span] = r
	}
	return r
}

// result is an entry's Result: the parts that name it, with their statements.
type result struct {
	label      text.Span // the first part's name
	statements []document.Statement
	readings   []quantity.Reading // of each statement
	// best is the highest class of a statement.
	best quantity.Class
}

// resultOf reads an entry's Result. Where the entry has none, or one without
// content, there are no statements.
func resultOf(p *Pass, e *document.Entry) result {
	var r result
	for _, part := range e.Parts {
		if !part.Has(template.Result) {
			continue
		}
		if r.label.Empty() {
			r.label = part.Label
		}
		for _, s := range p.Document.Statements(part.Body) {
			reading := p.statement(s)
			r.statements = append(r.statements, s)
			r.readings = append(r.readings, reading)
			r.best = max(r.best, reading.Class)
		}
	}
	return r
}

// statement is the reading of a statement with all that belongs to it.
func (p *Pass) statement(s document.Statement) quantity.Reading { return p.reading(s.Span) }

// wordsOf is the span of a statement's own words, without the marker and box of
// its list item and without nested items, on its first line.
func wordsOf(doc *document.Document, s document.Statement) text.Span {
	span := s.Head
	if s.Block != nil && s.Block.Kind == markdown.Item && span.Covers(s.Block.Text) && !s.Block.Text.Empty() {
		span.Start = s.Block.Text.Start
	}
	span.End = min(span.End, doc.Lines.LineAt(span.Start).End)
	words := strings.TrimRight(doc.Text(span), " \t\\")
	span.End = span.Start + len(words)
	return span
}
