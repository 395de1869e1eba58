package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// tableAt is the table that holds offset, nil where none does.
func tableAt(doc *document.Document, offset int) *markdown.Block {
	var found *markdown.Block
	doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Table && b.Span.Touches(offset) {
			found = b
		}
		return b.Span.Touches(offset)
	})
	return found
}

// InsertRow adds a row with a tab stop in each cell to the section's table, an
// item to its list, and the template's body where it has neither. An empty row
// or item that stands there is filled instead, and of rows without a link the
// first gets one. The section that holds the STAR parts has no rows of its own.
func InsertRow(doc *document.Document, s *document.Section) []text.Edit {
	if s.Class == template.Container {
		return nil
	}
	for _, b := range s.Blocks {
		switch b.Kind {
		case markdown.Table:
			return changing(doc, tableRow(doc, s, b))
		case markdown.List:
			return []text.Edit{listItem(doc, s, b)}
		}
	}
	if p := doc.Template.Part(s.Key); p != nil {
		return []text.Edit{appendBody(doc, s, p)}
	}
	return nil
}

func tableRow(doc *document.Document, s *document.Section, table *markdown.Block) text.Edit {
	var header *markdown.Block
	rows := 0
	for _, row := range table.Children {
		if row.Header {
			header = row
			continue
		}
		rows++
		if emptyRow(doc, row) {
			return makeEdit(doc, text.Span{Start: row.Span.Start, End: lineEnd(doc, row.Span.End)}, rowPattern(doc, s, header))
		}
	}
	if rows > 0 && header != nil {
		if i := LinkColumn(doc, header); i >= 0 && emptyColumn(doc, table, i) {
			for _, row := range table.Children {
				if !row.Header && i < len(row.Children) {
					return fillCell(doc, row.Children[i], "${"+placeholder(doc, header.Children[i])+"}")
				}
			}
		}
	}
	end := lineEnd(doc, max(table.Span.End, table.Delimiter.End))
	lead := doc.Text(text.Span{Start: lineStart(doc, table.Span.Start), End: table.Span.Start})
	return insertion(doc, end, "\n"+text.Literal(lead)+rowPattern(doc, s, header))
}

// LinkColumn is the index of the column that a table's header row names as the
// place of links, -1 where it names none.
func LinkColumn(doc *document.Document, header *markdown.Block) int {
	for i, cell := range header.Children {
		if doc.Template.Is(template.Link, doc.Text(cell.Text)) {
			return i
		}
	}
	return -1
}

// emptyColumn reports whether no row below the header fills column i.
func emptyColumn(doc *document.Document, table *markdown.Block, i int) bool {
	for _, row := range table.Children {
		if !row.Header && i < len(row.Children) && strings.TrimSpace(doc.Text(row.Children[i].Text)) != "" {
			return false
		}
	}
	return true
}

func emptyRow(doc *document.Document, row *markdown.Block) bool {
	return strings.Trim(doc.Text(row.Span), "| \t\u00a0") == ""
}

// fillCell puts a pattern into an empty cell, a blank on either side.
func fillCell(doc *document.Document, cell *markdown.Block, pattern string) text.Edit {
	s := doc.Text(cell.Span)
	if len(s) >= 2 && strings.TrimSpace(s) == "" {
		return makeEdit(doc, text.Span{Start: cell.Span.Start + 1, End: cell.Span.Start + 1}, pattern)
	}
	return makeEdit(doc, cell.Span, " "+pattern+" ")
}

// rowPattern is a row below header: the template's where it has as many cells,
// else one stop a column, called as the column is.
func rowPattern(doc *document.Document, s *document.Section, header *markdown.Block) string {
	columns := 0
	if header != nil {
		columns = len(header.Children)
	}
	if p := doc.Template.Part(s.Key); p != nil {
		lines := strings.Split(p.Body, "\n")
		if last := lines[len(lines)-1]; strings.HasPrefix(last, "|") && (columns == 0 || strings.Count(last, "|") == columns+1) {
			return padding.ReplaceAllString(last, " |")
		}
	}
	row := "|"
	for i := range columns {
		row += " ${" + placeholder(doc, header.Children[i]) + "} |"
	}
	return row
}

// padding aligns a row with the template's own table.
var padding = pattern.New(` +\|`)

// placeholder is what stands in a new cell until it is written: the column's
// name in brackets.
func placeholder(doc *document.Document, cell *markdown.Block) string {
	name := strings.NewReplacer("{", "", "}", "", "[", "", "]", "", "$", "").Replace(strings.TrimSpace(doc.Text(cell.Text)))
	if name == "" {
		name = "…"
	}
	return "[" + name + "]"
}

// listItem adds an item to a list, as its last one is written, or fills one
// that is empty.
func listItem(doc *document.Document, s *document.Section, list *markdown.Block) text.Edit {
	stop := "${[Link]}"
	if p := doc.Template.Part(s.Key); p != nil && !strings.HasPrefix(p.Body, "|") {
		stop = firstStop(p)
	}
	for _, item := range list.Children {
		if doc.Empty(item.Span) && item.Text.Empty() && len(item.Children) == 0 {
			return fillItem(doc, item, stop)
		}
	}
	return itemAfter(doc, list.Children[len(list.Children)-1], stop)
}

// itemAfter adds an item behind another, marked and indented as that is,
// counted up, and with a box not ticked where that has one.
func itemAfter(doc *document.Document, item *markdown.Block, pattern string) text.Edit {
	before := doc.Text(text.Span{Start: lineStart(doc, item.Span.Start), End: item.Marker.End})
	if item.Ordered {
		before = renumber(before, true)
	}
	if !item.Box.Empty() {
		before += " [ ]"
	}
	return insertion(doc, lineEnd(doc, item.Span.End), "\n"+text.Literal(before)+" "+pattern)
}

// fillItem writes into an empty list item.
func fillItem(doc *document.Document, item *markdown.Block, stop string) text.Edit {
	at := item.Marker.End
	if !item.Box.Empty() {
		at = item.Box.End
	}
	return makeEdit(doc, text.Span{Start: at, End: lineEnd(doc, at)}, " "+stop)
}

// InsertHeader puts a header row above a delimiter row that has none: the
// template's where the section has one of that length, else a stop a column.
func InsertHeader(doc *document.Document, delimiter text.Span) []text.Edit {
	columns := strings.Count(doc.Text(delimiter), "|") - 1
	row := "|" + strings.Repeat(" ${[Column]} |", max(columns, 1))
	if s := doc.SectionAt(delimiter.Start); s != nil {
		if p := doc.Template.Part(s.Key); p != nil {
			if first, _, _ := strings.Cut(p.Body, "\n"); strings.HasPrefix(first, "|") && strings.Count(first, "|")-1 == columns {
				row = first
			}
		}
	}
	start := lineStart(doc, delimiter.Start)
	return []text.Edit{insertion(doc, start, text.Literal(doc.Text(text.Span{Start: start, End: delimiter.Start}))+row+"\n")}
}

// InsertDelimiter puts a delimiter row of as many cells below a header row.
func InsertDelimiter(doc *document.Document, header text.Span, cells int) []text.Edit {
	indent := doc.Text(text.Span{Start: lineStart(doc, header.Start), End: header.Start})
	return []text.Edit{insertion(doc, lineEnd(doc, header.End), "\n"+text.Literal(indent)+delimiter(cells))}
}

// ReplaceDelimiter writes a delimiter row anew with as many cells.
func ReplaceDelimiter(row text.Span, cells int) []text.Edit {
	return []text.Edit{text.Replace(row, delimiter(cells))}
}

func delimiter(cells int) string { return "|" + strings.Repeat("---|", max(cells, 1)) }
