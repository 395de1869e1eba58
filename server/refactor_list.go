package server

import (
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// listOfSentences offers to make a list of a paragraph.
func listOfSentences(_ *request, v *view, at text.Span) []action {
	return rewritings("Make each sentence a bullet", edit.Bullets(v.document, at.Start))
}

// numberedSteps offers to number the steps of an Action.
func numberedSteps(_ *request, v *view, at text.Span) []action {
	e := v.entryAt(at)
	if e == nil {
		return nil
	}
	return rewritings("Number the steps", edit.Steps(v.document, e, at.Start))
}
