package server

import (
	"fmt"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// toggledBox ticks a checklist's item, or takes its tick away.
var toggledBox = refactoring{
	title: func(v *view, at text.Span) string {
		if box, _ := edit.HasBox(v.document, at.Start); box {
			return "Toggle the checkbox"
		}
		return ""
	},
	edits: func(v *view, at text.Span) []text.Edit { return edit.Toggle(v.document, at.Start) },
}

// tickedList ticks all items of a checklist.
var tickedList = refactoring{
	title: func(v *view, at text.Span) string {
		if _, open := edit.HasBox(v.document, at.Start); open > 1 {
			return fmt.Sprintf("Tick all %d open items of the list", open)
		}
		return ""
	},
	edits: func(v *view, at text.Span) []text.Edit { return edit.TickAll(v.document, at.Start) },
}
