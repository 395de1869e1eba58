package hover

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/hint"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
)

// figure says what was understood of a quantity, or of the change it is part of,
// be that over two cells of a row or two nested items: "duration, 2.5 s → 1.5 s, −40 %".
func figure(in *Input) (Answer, bool) {
	if in.Document.Kind != document.Achievement && in.Document.Kind != document.Review {
		return Answer{}, false
	}
	span := in.prose()
	if span.Empty() {
		return Answer{}, false
	}
	for _, b := range in.around() {
		change := hint.ItemChange
		if b.Kind == markdown.Row {
			change = hint.RowChange
		}
		c, from, to, ok := change(in.Document, b)
		for _, value := range [...]text.Span{from, to} {
			if ok && value.Touches(in.Offset) {
				return Answer{Markdown: escape(c.Describe(b.Span.Of(in.Document.Tree.Prose))), Span: value}, true
			}
		}
	}
	words := in.Document.Prose(span)
	r := quantity.Read(words)
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Span.Touches(in.Offset - span.Start) {
			return Answer{Markdown: escape(c.Describe(words)), Span: c.Span.Shift(span.Start)}, true
		}
	}
	for i := range r.Quantities {
		if q := &r.Quantities[i]; q.Span.Touches(in.Offset - span.Start) {
			return Answer{Markdown: escape(q.Describe(words)), Span: q.Span.Shift(span.Start)}, true
		}
	}
	return Answer{}, false
}

// around are the items and rows of tables at the place, the outermost first.
func (in *Input) around() (out []*markdown.Block) {
	in.Document.Walk(func(b *markdown.Block) bool {
		if b.Span.Touches(in.Offset) && (b.Kind == markdown.Row || b.Kind == markdown.Item) {
			out = append(out, b)
		}
		return b.Span.Touches(in.Offset)
	})
	return out
}

// prose is the innermost text at the place: a heading's, a paragraph, a list
// item's own, a cell's; empty where none is.
func (in *Input) prose() text.Span {
	var span text.Span
	in.Document.Walk(func(b *markdown.Block) bool {
		if !b.Span.Touches(in.Offset) || b.Kind == markdown.Code || b.Kind == markdown.Quote {
			return false
		}
		own := b.Text
		if b.Kind == markdown.Paragraph {
			own = b.Span
		}
		if own.Touches(in.Offset) && !own.Empty() {
			span = own
		}
		return true
	})
	return span
}
