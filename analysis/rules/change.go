package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
)

// change is a change that the document describes, with the places of what is
// said about it.
type change struct {
	*quantity.Change
	words         string    // the text that holds the stated figures
	at            int       // where it starts in the document
	before, after text.Span // of the values, in the document
	stated        []quantity.Stated
}

// values is the span of both values.
func (c *change) values() text.Span { return text.Cover(c.before, c.after) }

// changeSubject is the subject of findings about the change of the values at span.
func changeSubject(span text.Span) string { return fmt.Sprintf("change#%d", span.Start) }

// in is a span of what the change says in the document.
func (c *change) in(s text.Span) text.Span { return s.Shift(c.at) }

// changes are the changes described where the arithmetic has to be right: in
// titles, Summary and STAR parts, and in reviews wherever they stand. They are
// gathered once a check.
func (p *Pass) changes() []change {
	c := p.common()
	if c.changes == nil {
		c.changes = p.readChanges()
	}
	return c.changes
}

func (p *Pass) readChanges() []change {
	out := []change{}
	statements := func(list []document.Statement) {
		for _, s := range list {
			out = append(out, p.changesIn(s)...)
		}
	}
	for _, e := range p.Document.Entries {
		out = append(out, writtenIn(p.titleFigures(e))...)
		statements(p.summaryOf(e))
		for _, part := range e.Parts {
			statements(p.Document.Statements(part.Body))
		}
	}
	if p.Document.Kind == document.Review {
		statements(p.Document.Statements(text.Span{Start: 0, End: len(p.Document.Source)}))
	}
	return out
}

// writtenIn are the changes of one text whose values stand in it.
func writtenIn(f *figures) []change {
	out := make([]change, 0, len(f.Changes))
	for i := range f.Changes {
		c := &f.Changes[i]
		out = append(out, change{
			Change: c, words: f.words, at: f.at, stated: c.Stated,
			before: f.in(c.Before.Span), after: f.in(c.After.Span),
		})
	}
	return out
}

// changesIn are the changes of a statement: those written in one text, and those
// whose values stand in two cells of a row or in two nested items.
func (p *Pass) changesIn(s document.Statement) []change {
	if s.Block.Kind == markdown.Row && s.Block.Span == s.Span {
		return p.changesOfRow(s.Block)
	}
	out := writtenIn(p.figures(s.Span))
	if s.Block.Kind == markdown.Item {
		out = append(out, p.changesOfItems(s.Block)...)
	}
	return out
}

// changesOfRow are the changes of a table's row: of its cells each by itself,
// and the one from a column of values before to a column of values after, of
// which the row's other cells speak.
func (p *Pass) changesOfRow(row *markdown.Block) []change {
	var out []change
	for _, cell := range row.Children {
		out = append(out, writtenIn(p.figures(cell.Text))...)
	}
	before, after := p.Document.BeforeAfter(row)
	if before < 0 || after < 0 || before >= len(row.Children) || after >= len(row.Children) {
		return out
	}
	a, b := row.Children[before].Text, row.Children[after].Text
	var others []text.Span
	for i, cell := range row.Children {
		if i != before && i != after {
			others = append(others, cell.Text)
		}
	}
	return append(out, p.joined(a, b, others)...)
}

// changesOfItems is the change from a nested item "Before: …" to one "After: …",
// of which the item's other lines speak.
func (p *Pass) changesOfItems(item *markdown.Block) []change {
	before, after, others := p.Document.BeforeAfterItems(item)
	if before.Empty() {
		return nil
	}
	return p.joined(before, after, others)
}

// joined is the change between the figures of two texts, once for each text
// that states what it comes to, or once where none does.
func (p *Pass) joined(before, after text.Span, others []text.Span) []change {
	joined, ok := quantity.JoinTexts(p.Document.Prose(before), p.Document.Prose(after))
	if !ok {
		return nil
	}
	before, after = joined.Before.Span.Shift(before.Start), joined.After.Span.Shift(after.Start)
	var out []change
	for _, o := range others {
		words := p.Document.Prose(o)
		if stated := quantity.StatedIn(words); len(stated) > 0 {
			out = append(out, change{Change: &joined, words: words, at: o.Start, before: before, after: after, stated: stated})
		}
	}
	if out == nil {
		out = append(out, change{Change: &joined, before: before, after: after})
	}
	return out
}
