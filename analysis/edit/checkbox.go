package edit

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// HasBox reports whether the line that holds offset has a checkbox, and how many
// items of its list are not ticked: what Toggle and TickAll have to do.
func HasBox(doc *document.Document, offset int) (box bool, open int) {
	list, item := checklistAt(doc, offset)
	if list == nil {
		return false, 0
	}
	for _, other := range list.Children {
		if !other.Box.Empty() && !ticked(other) {
			open++
		}
	}
	return !item.Box.Empty(), open
}

// Toggle ticks the checklist item on the line that holds offset, or takes its
// tick away; none where the line has no checkbox.
func Toggle(doc *document.Document, offset int) []text.Edit {
	_, item := checklistAt(doc, offset)
	if item == nil || item.Box.Empty() {
		return nil
	}
	return []text.Edit{setBox(item, !ticked(item))}
}

// TickAll ticks what is not ticked yet of the list with an item on the line that
// holds offset.
func TickAll(doc *document.Document, offset int) []text.Edit {
	list, _ := checklistAt(doc, offset)
	if list == nil {
		return nil
	}
	var edits []text.Edit
	for _, item := range list.Children {
		if !item.Box.Empty() && !ticked(item) {
			edits = append(edits, setBox(item, true))
		}
	}
	return edits
}

func ticked(item *markdown.Block) bool { return item.State == 'x' || item.State == 'X' }

// setBox writes between an item's brackets.
func setBox(item *markdown.Block, tick bool) text.Edit {
	s := " "
	if tick {
		s = "x"
	}
	return text.Replace(text.Span{Start: item.Box.Start + 1, End: item.Box.End - 1}, s)
}

// checklistAt is the innermost list with an item on the line that holds offset,
// and that item; nil where none begins there.
func checklistAt(doc *document.Document, offset int) (list, item *markdown.Block) {
	line := doc.Lines.LineOf(offset)
	doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.List {
			for _, c := range b.Children {
				if doc.Lines.LineOf(c.Marker.Start) == line {
					list, item = b, c
				}
			}
		}
		return b.Kind != markdown.Quote
	})
	return list, item
}
