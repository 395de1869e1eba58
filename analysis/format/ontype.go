package format

import (
	"strconv"
	"strings"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// OnType gives the edits that follow typed, which stands before offset: behind a
// bar the cells of its table up to it are aligned; on a new line the list or
// table above goes on, or ends where its last item or row is empty.
func OnType(doc *document.Document, style config.Format, offset int, typed string) []text.Edit {
	f := open(doc, style)
	if f == nil {
		return nil
	}
	switch typed {
	case "|":
		return f.typedBar(offset)
	case "\n", "\r\n", "\r":
		return f.typedLine(offset)
	}
	return nil
}

func (f *formatter) typedBar(offset int) []text.Edit {
	if !f.style.Tables {
		return nil
	}
	f.doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Table && b.Span.Touches(offset) {
			for _, row := range b.Children {
				if row.Span.End == offset && strings.HasSuffix(f.doc.Text(row.Span), "|") {
					f.align(b, row)
				}
			}
		}
		return b.Kind != markdown.Quote
	})
	return f.kept(func(change) bool { return true })
}

// typedLine continues on the line that begins at or before offset what stands
// on the line above.
func (f *formatter) typedLine(offset int) []text.Edit {
	n := f.doc.Lines.LineOf(offset)
	if n == 0 {
		return nil
	}
	here, above := f.lineSpan(n), f.lineSpan(n-1)
	rest := strings.TrimLeft(f.doc.Text(here), " \t")
	lead := text.Span{Start: here.Start, End: here.End - len(rest)}
	item, row := f.itemOn(n-1), f.rowOn(n-1)
	switch {
	case f.lines[n].owner == foreign:
		return nil
	case row != nil && rest == "":
		if strings.Trim(f.doc.Text(row.Span), "| \t") == "" && !row.Header {
			return []text.Edit{text.Delete(text.Span{Start: above.Start, End: here.Start})}
		}
		return []text.Edit{text.Replace(lead, indentation(f.doc.Text(above))+"| ")}
	case item == nil || strings.HasPrefix(rest, f.doc.Text(item.Marker)):
		return nil // the client has gone on by itself
	case item.Text.Empty() && len(item.Children) == 0 && rest == "":
		return []text.Edit{text.Delete(text.Span{Start: above.Start, End: here.Start})}
	}
	first := f.lineSpan(f.doc.Lines.LineOf(item.Marker.Start))
	marker := f.doc.Text(item.Marker)
	if item.Ordered {
		if i, err := strconv.Atoi(marker[:len(marker)-1]); err == nil {
			marker = strconv.Itoa(i+1) + marker[len(marker)-1:]
		}
	}
	next := f.doc.Text(text.Span{Start: first.Start, End: item.Marker.Start}) + marker + " "
	if !item.Box.Empty() {
		next += "[ ] "
	}
	return []text.Edit{text.Replace(lead, next)}
}

// itemOn is the innermost list item on line i; nil where the line is not an
// item's, or not ours.
func (f *formatter) itemOn(i int) *markdown.Block {
	at := f.lineSpan(i)
	if f.lines[i].owner < solid {
		return nil
	}
	var found *markdown.Block
	f.doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Item && b.Span.Start <= at.End && at.Start <= b.Span.End && f.leads(b.Marker.Start) {
			found = b
		}
		return b.Kind != markdown.Quote
	})
	return found
}

// rowOn is the row of a table on line i, a header's where the line is the
// delimiter row; nil where there is none.
func (f *formatter) rowOn(i int) *markdown.Block {
	at := f.lineSpan(i)
	if f.lines[i].owner != solid {
		return nil
	}
	var found *markdown.Block
	f.doc.Walk(func(b *markdown.Block) bool {
		switch {
		case b.Kind == markdown.Table && at.Touches(b.Delimiter.Start) && len(b.Children) > 0:
			found = b.Children[0]
		case b.Kind == markdown.Row && at.Touches(b.Span.Start) && !b.Header && found == nil:
			found = b
		}
		return b.Kind != markdown.Quote
	})
	return found
}
