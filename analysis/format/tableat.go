package format

import (
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Table gives the edits that align the table that holds offset, whatever style
// says of tables; none where there is no table or it is aligned.
func Table(doc *document.Document, style config.Format, offset int) []text.Edit {
	f := open(doc, style)
	if f == nil {
		return nil
	}
	doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Table && b.Span.Touches(offset) {
			f.align(b, nil)
		}
		return b.Kind != markdown.Quote
	})
	return f.kept(func(change) bool { return true })
}
