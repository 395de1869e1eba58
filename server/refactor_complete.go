package server

import (
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// completeAchievement offers to insert all that an achievement lacks, in one edit.
func completeAchievement(_ *request, v *view, at text.Span) []action {
	e := v.entryAt(at)
	if e == nil || !edit.Incomplete(v.document, e) {
		return nil
	}
	return []action{rewriting("Complete this achievement", func() []text.Edit { return edit.Complete(v.document, e) })}
}
