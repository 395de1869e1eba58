package format_test

import (
	"testing"

	"achievement-ls/analysis/format"
	"achievement-ls/analysis/markdown"
)

// A table that is offered to be aligned can be, and one that can be is offered.
func TestWhatIsOfferedCanBeAligned(t *testing.T) {
	offered := 0
	each(t, func(t testing.TB, name, src string) {
		doc := parse(src)
		doc.Walk(func(b *markdown.Block) bool {
			if b.Kind != markdown.Table {
				return b.Kind != markdown.Quote
			}
			can, edits := format.CanAlign(doc, style, b.Span.Start), format.Table(doc, style, b.Span.Start)
			if can != (len(edits) > 0) {
				t.Errorf("%s, line %d: aligning is offered: %t, and makes %d edits", name, doc.Lines.LineOf(b.Span.Start)+1, can, len(edits))
			}
			if can {
				offered++
			}
			return false
		})
	})
	if offered == 0 {
		t.Error("no table is offered to be aligned")
	}
}
