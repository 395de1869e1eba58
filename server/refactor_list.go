package server

import (
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// listOfSentences makes a list of a paragraph.
var listOfSentences = refactoring{
	title: func(v *view, at text.Span) string {
		if edit.CanBullet(v.document, at.Start) {
			return "Make each sentence a bullet"
		}
		return ""
	},
	edits: func(v *view, at text.Span) []text.Edit { return edit.Bullets(v.document, at.Start) },
}

// numberedSteps numbers the steps of an Action.
var numberedSteps = refactoring{
	title: func(v *view, at text.Span) string {
		if e := v.entryAt(at); e != nil && edit.CanNumber(v.document, e, at.Start) {
			return "Number the steps"
		}
		return ""
	},
	edits: func(v *view, at text.Span) []text.Edit { return edit.Steps(v.document, v.entryAt(at), at.Start) },
}
