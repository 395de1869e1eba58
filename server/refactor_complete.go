package server

import (
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// completeAchievement inserts all that an achievement lacks, in one edit.
var completeAchievement = refactoring{
	title: func(v *view, at text.Span) string {
		if e := v.entryAt(at); e != nil && edit.Incomplete(v.document, e) {
			return "Complete this achievement"
		}
		return ""
	},
	edits: func(v *view, at text.Span) []text.Edit { return edit.Complete(v.document, v.entryAt(at)) },
}
