package format

import (
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// CanAlign reports whether Table has anything to do at offset, without reading the
// document anew to see whether it may.
func CanAlign(doc *document.Document, style config.Format, offset int) bool {
	if !ours(doc) {
		return false
	}
	f := opened(doc, style, doc.Tree)
	f.alignAt(offset)
	return len(f.changes) > 0
}

// Table gives the edits that align the table that holds offset, whatever style
// says of tables; none where there is no table or it is aligned.
func Table(doc *document.Document, style config.Format, offset int) []text.Edit {
	f := open(doc, style)
	if f == nil {
		return nil
	}
	f.alignAt(offset)
	return f.kept(func(change) bool { return true })
}

// alignAt aligns the table that holds offset.
func (f *formatter) alignAt(offset int) {
	f.doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Table && b.Span.Touches(offset) {
			f.align(b, nil)
		}
		return b.Kind != markdown.Quote
	})
}
