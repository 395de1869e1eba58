package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// AppendMetric puts a figure, written as a pattern for text.NewEdit, in
// parentheses at the end of a statement's first line of thought: before its
// nested items and its final full stop, in a table row at the end of its last
// cell with content.
func AppendMetric(doc *document.Document, s document.Statement, pattern string) []text.Edit {
	span := s.Head
	if s.Block != nil && s.Block.Kind == markdown.Row {
		for _, cell := range s.Block.Children {
			if !cell.Text.Empty() {
				span = cell.Text
			}
		}
	}
	words := strings.TrimRight(doc.Text(span), " \t\r\n")
	end := span.Start + len(strings.TrimRight(words, ".。!;,"))
	return []text.Edit{insertion(doc, end, " ("+pattern+")")}
}

// AppendItem adds an item with the pattern behind the last item of the last list
// in span, marked and indented as that is. ok is false where span ends otherwise
// than with a list.
func AppendItem(doc *document.Document, span text.Span, pattern string) (edits []text.Edit, ok bool) {
	var last *markdown.Block
	for b := range doc.BlocksIn(span) {
		last = b
	}
	if last == nil || last.Kind != markdown.List || len(last.Children) == 0 {
		return nil, false
	}
	item := last.Children[len(last.Children)-1]
	if item.Span.Start < span.Start {
		return nil, false
	}
	return []text.Edit{itemAfter(doc, item, pattern)}, true
}
