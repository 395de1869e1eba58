package server

import (
	"fmt"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// checklist offers to tick a checklist's item, or to take its tick away, and to tick
// all of the list.
func checklist(_ *request, v *view, at text.Span) []action {
	out := rewritings("Toggle the checkbox", edit.Toggle(v.document, at.Start))
	if all := edit.TickAll(v.document, at.Start); len(all) > 1 {
		out = append(out, rewritings(fmt.Sprintf("Tick all %d open items of the list", len(all)), all)...)
	}
	return out
}
