package server

import (
	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

// alignedTable aligns the table at a place, even where formatting leaves tables
// alone.
var alignedTable = refactoring{
	title: func(v *view, at text.Span) string {
		if format.CanAlign(v.document, v.config.Format, at.Start) {
			return "Align the table"
		}
		return ""
	},
	edits: func(v *view, at text.Span) []text.Edit { return format.Table(v.document, v.config.Format, at.Start) },
}
