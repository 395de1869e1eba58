package server

import (
	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

// alignedTable offers to align the table at a place, even where formatting leaves
// tables alone.
func alignedTable(_ *request, v *view, at text.Span) []action {
	return rewritings("Align the table", format.Table(v.document, v.config.Format, at.Start))
}
