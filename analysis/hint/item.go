package hint

import (
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
)

// ItemChange is the change that an item tells in its nested items "Before: …" and
// "After: …". from and to are the places of the values. ok is false where it tells
// none.
func ItemChange(doc *document.Document, item *markdown.Block) (c quantity.Change, from, to text.Span, ok bool) {
	before, after, _ := doc.BeforeAfterItems(item)
	if before.Empty() {
		return c, from, to, false
	}
	return joined(doc, before, after)
}

// joined is the change from the value in one text to that in another, with their
// places; ok is false where it is none.
func joined(doc *document.Document, before, after text.Span) (c quantity.Change, from, to text.Span, ok bool) {
	c, ok = quantity.JoinTexts(doc.Prose(before), doc.Prose(after))
	return c, c.Before.Span.Shift(before.Start), c.After.Span.Shift(after.Start), ok
}

// inItem are the hints found in an item's words, and behind its nested value after
// the one of what the two come to, in place of any that speaks of them; none where a
// text of the item says it.
func inItem(doc *document.Document, item *markdown.Block, found []Hint) []Hint {
	before, after, others := doc.BeforeAfterItems(item)
	if before.Empty() {
		return found
	}
	c, from, to, ok := joined(doc, before, after)
	if !ok || c.Computed() == "" {
		return found
	}
	about := text.Cover(from, to)
	found = slices.DeleteFunc(found, func(h Hint) bool { return h.About.Overlaps(about) })
	for _, s := range append(others, before, after) {
		if len(quantity.StatedIn(doc.Prose(s))) > 0 {
			return found
		}
	}
	return append(found, Hint{to.End, c.Computed(), about})
}
