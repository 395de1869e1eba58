package document

import (
	"slices"
	"sort"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var (
	beforeWords = strings.Fields("before previous previously prior baseline old initial was start from vorher bisher alt avant antes anterior 前 以前 导入前 до 이전")
	afterWords  = strings.Fields("after now current new today afterwards final end to result nachher danach jetzt neu après maintenant después ahora depois agora 後 后 現在 после 이후")
)

// SaysBefore reports whether a label or the name of a column means the value
// that a change starts from.
func SaysBefore(name string) bool { return slices.Contains(beforeWords, template.Normalize(name)) }

// SaysAfter reports whether a label or the name of a column means the value
// that a change leads to.
func SaysAfter(name string) bool { return slices.Contains(afterWords, template.Normalize(name)) }

// BeforeAfter are the columns that the header above a row names as values before
// and after, which the row need not have; -1 for none.
func (d *Document) BeforeAfter(row *markdown.Block) (before, after int) {
	before, after = -1, -1
	table := d.tableAround(row.Span)
	if table == nil || !table.Children[0].Header {
		return before, after
	}
	for i, cell := range table.Children[0].Children {
		first, _, _ := strings.Cut(template.Normalize(d.Text(cell.Text)), " ")
		switch {
		case before < 0 && SaysBefore(first):
			before = i
		case after < 0 && SaysAfter(first):
			after = i
		}
	}
	return before, after
}

// IsChange reports whether a row is a name with its values before and after.
func (d *Document) IsChange(row *markdown.Block) bool {
	before, after := d.BeforeAfter(row)
	return len(row.Children) == 3 && before == 1 && after == 2
}

// tableAround is the table that a span lies in; nil where it lies in none.
func (d *Document) tableAround(span text.Span) *markdown.Block {
	blocks := d.Tree.Blocks
	for {
		i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End >= span.End })
		if i == len(blocks) || !blocks[i].Span.Covers(span) {
			return nil
		}
		if blocks[i].Kind == markdown.Table {
			return blocks[i]
		}
		blocks = blocks[i].Children
	}
}
