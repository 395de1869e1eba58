package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"achievement-ls/analysis/text"
)

// table converts a table. goldmark brings every row to the header's number of
// cells; here a row has the cells that were written.
func (b *builder) table(out []*Block, n *extast.Table, quote bool) []*Block {
	table := b.block(Table, text.Span{})
	table.Children = b.pointers.slice(n.ChildCount())[:0]
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		start := c.Pos()
		if start < 0 {
			continue
		}
		row := b.row(text.Span{Start: start, End: b.contentEnd(start)}, c.Kind() == extast.KindTableHeader)
		table.Children = append(table.Children, row)
		i := 0
		for cell := c.FirstChild(); cell != nil && i < len(row.Children); cell = cell.NextSibling() {
			if t := row.Children[i].Text; !t.Empty() {
				b.leaves = append(b.leaves, leaf{cell, b.line(t), quote})
			}
			i++
		}
		for ; i < len(row.Children); i++ { // a cell too many is read by nobody but us
			if t := row.Children[i].Text; !t.Empty() {
				b.leaves = append(b.leaves, leaf{nil, b.line(t), quote})
			}
		}
	}
	if len(table.Children) == 0 {
		return out
	}
	b.closeTable(table)
	return append(out, table)
}

// line is the one line of a cell.
func (b *builder) line(span text.Span) []text.Span {
	lines := b.spans.slice(1)
	lines[0] = span
	return lines
}

// closeTable sets a table's delimiter row, which follows its header, and span.
func (b *builder) closeTable(table *Block) {
	start := b.lineEnd(table.Children[0].Span.End)
	for start < len(b.masked) && strings.IndexByte(" \t>", b.masked[start]) >= 0 {
		start++
	}
	table.Delimiter = text.Span{Start: start, End: b.contentEnd(min(start, len(b.masked)))}
	table.Span = text.Cover(table.Children[0].Span, table.Delimiter)
	table.cover()
}

// row reads the cells of a line: between bars that no backslash escapes. A bar
// at either end bounds the row and makes no cell (GFM, section 4.10).
func (b *builder) row(line text.Span, header bool) *Block {
	for line.Start < line.End && strings.IndexByte(" \t", b.masked[line.Start]) >= 0 {
		line.Start++
	}
	bars := bytes.Count(b.masked[line.Start:line.End], []byte{'|'})
	row := b.block(Row, line)
	row.Header, row.Text, row.Children = header, endOf(line), b.pointers.slice(bars + 1)[:0]
	at := line.Start
	if at < line.End && b.masked[at] == '|' {
		at++
	}
	for at < line.End {
		end := at
		for end < line.End && !(b.masked[end] == '|' && b.masked[end-1] != '\\') {
			end++
		}
		row.Children = append(row.Children, b.cell(text.Span{Start: at, End: end}))
		at = end + 1
	}
	return row
}

func (b *builder) cell(span text.Span) *Block {
	inner := span
	for inner.End > inner.Start && strings.IndexByte(" \t", b.masked[inner.End-1]) >= 0 {
		inner.End--
	}
	for inner.Start < inner.End && strings.IndexByte(" \t", b.masked[inner.Start]) >= 0 {
		inner.Start++
	}
	if inner.Empty() { // where one would type: behind the blank after the bar
		at := min(span.Start+1, span.End)
		inner = text.Span{Start: at, End: at}
	}
	cell := b.block(Cell, span)
	cell.Text = inner
	return cell
}

// tableAbove undoes a heading that is a table with a line of dashes right below
// it: the blank line before a thematic break was forgotten. It gives what stands
// before the table, the table, and the break; nil where the heading is none.
func (b *builder) tableAbove(h *Block, n ast.Node, quote bool) []*Block {
	delimiter := -1
	for i, l := range h.Lines {
		if i > 0 && isDelimiter(string(b.masked[l.Start:l.End])) {
			delimiter = i
			break
		}
	}
	if delimiter < 0 || h.Level != 2 {
		return nil
	}
	header := b.row(h.Lines[delimiter-1], true)
	if len(header.Children) != len(b.row(h.Lines[delimiter], false).Children) {
		return nil
	}
	var out []*Block
	if delimiter > 1 {
		out = append(out, b.paragraph(h.Lines[:delimiter-1]))
	}
	table := &Block{Kind: Table, Children: []*Block{header}}
	for _, l := range h.Lines[delimiter+1:] {
		table.Children = append(table.Children, b.row(l, false))
	}
	b.closeTable(table)
	b.leaves = append(b.leaves, leaf{n, h.Lines, quote})
	return append(out, table, &Block{Kind: Break, Span: h.Underline, Text: endOf(h.Underline)})
}

// isDelimiter reports whether a line is a table's delimiter row.
func isDelimiter(line string) bool {
	return strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|-: \t") == ""
}
