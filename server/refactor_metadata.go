package server

import (
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// fieldsToFrontMatter writes bold fields as front matter; offered on one of them.
var fieldsToFrontMatter = refactoring{
	title: func(v *view, at text.Span) string {
		e := v.entryAt(at)
		onField := e != nil && slices.ContainsFunc(e.Fields, func(f *document.Field) bool {
			return f.Form == document.FormBold && f.Line.Touches(at.Start)
		})
		if onField && edit.CanFrontMatter(v.document) {
			return "Write the fields as front matter"
		}
		return ""
	},
	edits: func(v *view, _ text.Span) []text.Edit { return edit.ToFrontMatter(v.document) },
}

// frontMatterToFields writes front matter as bold fields; offered in it.
var frontMatterToFields = refactoring{
	title: func(v *view, at text.Span) string {
		b := v.document.Tree.FrontMatterBlock
		if v.entryAt(at) != nil && !b.Empty() && b.Touches(at.Start) && edit.CanBold(v.document) {
			return "Write the front matter as bold fields"
		}
		return ""
	},
	edits: func(v *view, _ text.Span) []text.Edit { return edit.ToBold(v.document) },
}
