package document

import (
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// BeforeAfterItems are the values of an item's nested items "Before: …" and
// "After: …", empty where it has not both, and the item's other texts, which may
// say what the change comes to.
func (d *Document) BeforeAfterItems(item *markdown.Block) (before, after text.Span, others []text.Span) {
	others = []text.Span{item.Text}
	for _, list := range item.Children {
		if list.Kind != markdown.List {
			continue
		}
		for _, sub := range list.Children {
			name, value, ok := strings.Cut(d.Prose(sub.Text), ":")
			span := text.Span{Start: sub.Text.End - len(value), End: sub.Text.End}
			switch name = markdown.Plain(name); {
			case ok && before.Empty() && SaysBefore(name):
				before = span
			case ok && after.Empty() && SaysAfter(name):
				after = span
			default:
				others = append(others, sub.Text)
			}
		}
	}
	if before.Empty() || after.Empty() {
		return text.Span{}, text.Span{}, nil
	}
	return before, after, others
}
