package format

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

const (
	narrowest = 3   // columns of a cell, so that a delimiter has dashes and colons
	widest    = 120 // a cell wider than this one sticks out
)

// tables aligns the tables.
func (f *formatter) tables() {
	if !f.style.Tables {
		return
	}
	f.doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Table {
			f.align(b, nil)
		}
		return b.Kind != markdown.Quote
	})
}

// column is one column of a table.
type column struct {
	width       int
	left, right bool // a colon on that side of its dashes
}

// align writes a table's rows with bars below one another. A row that has too
// few or too many cells stays as it is, but for partial, of which the cells
// that are there are aligned.
func (f *formatter) align(table, partial *markdown.Block) {
	columns, dashes := f.columns(table)
	if columns == nil {
		return
	}
	var rows []*markdown.Block
	for _, row := range table.Children {
		fits := len(row.Children) == len(columns) || row == partial && len(row.Children) < len(columns)
		escaped := strings.HasSuffix(f.doc.Text(row.Span), `\|`) // does it end the row? readers differ
		if fits && !escaped && f.owned(row.Span.Start) {
			rows = append(rows, row)
		}
	}
	for _, row := range rows {
		for i, cell := range row.Children {
			if w := displaywidth.String(f.content(cell).Of(f.doc.Source)); w <= widest {
				columns[i].width = max(columns[i].width, w)
			}
		}
	}
	for _, row := range rows {
		for i, cell := range row.Children {
			f.alignCell(row, cell, columns[i])
		}
	}
	f.alignDelimiter(table.Delimiter, dashes, columns)
}

// columns are a table's columns and the cells of its delimiter row.
func (f *formatter) columns(table *markdown.Block) (columns []column, dashes []text.Span) {
	d := table.Delimiter
	if !f.owned(d.Start) || !strings.Contains(f.doc.Text(d), "|") {
		return nil, nil
	}
	if strings.HasPrefix(f.doc.Text(d), "|") {
		d.Start++
	}
	if strings.HasSuffix(f.doc.Text(d), "|") {
		d.End--
	}
	at := d.Start
	for _, s := range strings.Split(f.doc.Text(d), "|") {
		dashes = append(dashes, text.Span{Start: at, End: at + len(s)})
		at += len(s) + 1
		s = strings.Trim(s, " \t")
		if !strings.Contains(s, "-") {
			return nil, nil
		}
		columns = append(columns, column{narrowest, strings.HasPrefix(s, ":"), strings.HasSuffix(s, ":")})
	}
	if len(table.Children) == 0 || len(table.Children[0].Children) != len(columns) {
		return nil, nil
	}
	return columns, dashes
}

// content is a cell's text, empty at the cell's start where it has none.
func (f *formatter) content(cell *markdown.Block) text.Span {
	if strings.Trim(f.doc.Text(cell.Span), " \t") == "" {
		return text.Span{Start: cell.Span.Start, End: cell.Span.Start}
	}
	return cell.Text
}

func (f *formatter) alignCell(row, cell *markdown.Block, c column) {
	inner := f.content(cell)
	before, after := " ", " "
	room := max(0, c.width-displaywidth.String(inner.Of(f.doc.Source)))
	switch {
	case c.left && c.right:
		before += strings.Repeat(" ", room/2)
		after += strings.Repeat(" ", room-room/2)
	case c.right:
		before += strings.Repeat(" ", room)
	default:
		after += strings.Repeat(" ", room)
	}
	if cell == row.Children[0] && cell.Span.Start == row.Span.Start {
		before = "|" + before
	}
	outer := cell.Span
	if outer.End == row.Span.End { // no bar at the row's end
		i := f.doc.Lines.LineOf(outer.End)
		outer.End = f.lineSpan(i).End
		f.lines[i].ended = true
		after += "|"
	}
	if inner.Empty() {
		f.replace(outer, before+after)
		return
	}
	f.replace(text.Span{Start: outer.Start, End: inner.Start}, before)
	f.replace(text.Span{Start: inner.End, End: outer.End}, after)
}

// alignDelimiter writes the row of dashes, with blanks beside its bars where it
// has some.
func (f *formatter) alignDelimiter(row text.Span, dashes []text.Span, columns []column) {
	pad, more := "", 2
	if strings.ContainsAny(f.doc.Text(row), " \t") {
		pad, more = " ", 0
	}
	for i, at := range dashes {
		c := columns[i]
		n := c.width + more
		s := ""
		if c.left {
			s, n = ":", n-1
		}
		if c.right {
			n--
		}
		s += strings.Repeat("-", n)
		if c.right {
			s += ":"
		}
		s = pad + s + pad
		if i == 0 && at.Start == row.Start {
			s = "|" + s
		}
		if i == len(dashes)-1 && at.End == row.End {
			s += "|"
		}
		f.replace(at, s)
	}
}
