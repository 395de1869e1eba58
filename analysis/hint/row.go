package hint

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
)

// RowChange is the change that a table's row tells over two of its cells: from
// its column of values before to that of values after, or from one cell to
// another by the arrow or word between them. from and to are the places of the
// values. ok is false where the row tells none.
func RowChange(doc *document.Document, row *markdown.Block) (c quantity.Change, from, to text.Span, ok bool) {
	if before, after := doc.BeforeAfter(row); before >= 0 && after >= 0 {
		if max(before, after) >= len(row.Children) {
			return c, from, to, false
		}
		return joined(doc, row.Children[before].Text, row.Children[after].Text)
	}
	words := strings.ReplaceAll(doc.Prose(row.Span), "|", " ")
	r := quantity.Read(words)
	for i := range r.Changes {
		c = r.Changes[i]
		from, to = c.Before.Span.Shift(row.Span.Start), c.After.Span.Shift(row.Span.Start)
		if cellAt(row, from) != cellAt(row, to) {
			return c, from, to, true
		}
	}
	return quantity.Change{}, text.Span{}, text.Span{}, false
}

// cellAt is the cell of a row that holds a span; nil where none does.
func cellAt(row *markdown.Block, span text.Span) *markdown.Block {
	for _, cell := range row.Children {
		if cell.Span.Covers(span) {
			return cell
		}
	}
	return nil
}

// inRow are the hints of a row: of changes within its cells behind them, of the
// one over two cells behind the last bar. A row of which a cell says what its
// change comes to has none.
func inRow(doc *document.Document, row *markdown.Block) []Hint {
	says := make([]bool, len(row.Children))
	for i, cell := range row.Children {
		says[i] = len(quantity.StatedIn(doc.Prose(cell.Text))) > 0
	}
	var out []Hint
	for i, cell := range row.Children {
		if !slices.Contains(slices.Delete(slices.Clone(says), i, i+1), true) {
			out = append(out, within(doc, cell.Text)...)
		}
	}
	c, from, to, ok := RowChange(doc, row)
	if !ok || slices.Contains(says, true) {
		return out
	}
	if computed := c.Computed(); computed != "" {
		out = append(out, Hint{row.Span.End, computed, text.Cover(from, to)})
	}
	return out
}
