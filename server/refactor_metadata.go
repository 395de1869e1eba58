package server

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// movedFields offer, on a field, to write the fields in the other of the two
// forms.
func movedFields(_ *request, v *view, at text.Span) []action {
	e := v.entryAt(at)
	if e == nil {
		return nil
	}
	if b := v.document.Tree.FrontMatterBlock; !b.Empty() && b.Touches(at.Start) {
		return rewritings("Write the front matter as bold fields", edit.ToBold(v.document))
	}
	for _, f := range e.Fields {
		if f.Form == document.FormBold && f.Line.Touches(at.Start) {
			return rewritings("Write the fields as front matter", edit.ToFrontMatter(v.document))
		}
	}
	return nil
}
