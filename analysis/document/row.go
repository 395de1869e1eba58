package document

import (
	"slices"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
)

// BeforeAfter reports whether a row's second and third cell are the values
// before and after, as the table's header says.
func (d *Document) BeforeAfter(row *markdown.Block) bool {
	if len(row.Children) != 3 {
		return false
	}
	for _, b := range d.Tree.Blocks {
		if b.Kind != markdown.Table || !slices.Contains(b.Children, row) {
			continue
		}
		header := b.Children[0]
		return header.Header && header != row && len(header.Children) == 3 &&
			template.Normalize(d.plain(header.Children[1].Text)) == "before" && template.Normalize(d.plain(header.Children[2].Text)) == "after"
	}
	return false
}
