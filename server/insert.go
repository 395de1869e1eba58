package server

import (
	"cmp"
	"fmt"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// maxInserted is how many achievements are offered one by one; all can be
// inserted together.
const maxInserted = 5

// insertions offer in a review what its period has and it does not cite.
func (q *request) insertions(v *view, at text.Span) []action {
	if v.workspace == nil || v.document == nil || v.document.Kind != document.Review {
		return nil
	}
	_, uncited := review.OfPeriod(v.document, v.workspace, v.config.Period.FiscalYearStart)
	var out []action
	add := func(title string, edits func() []text.Edit) {
		out = append(out, action{title: title, kind: protocol.CodeActionKindRefactorRewrite, edits: edits})
	}
	if len(uncited) > 1 {
		add(fmt.Sprintf("Insert all %d achievements of the period", len(uncited)), func() []text.Edit { return review.Insert(v.document, uncited) })
	}
	l := q.library(v)
	for _, p := range uncited[:min(maxInserted, len(uncited))] {
		name := cmp.Or(p.Entry.ID, p.Entry.Title)
		add("Insert "+name+" as citation", func() []text.Edit { return review.Insert(v.document, []workspace.Place{p}) })
		below := func(block string) []text.Edit {
			if block == "" {
				return nil
			}
			return []text.Edit{review.Below(v.document, at.End, block)}
		}
		if review.Headline(p.Entry) == "" {
			continue // no result to tell of
		}
		add("Insert "+name+" as bullet with its result", func() []text.Edit { return below(review.Bullet(p, v.document.Path)) })
		add("Insert "+name+" as STAR paragraph", func() []text.Edit {
			doc := l.Document(p.Path)
			if doc == nil {
				return nil
			}
			return below(review.Story(doc, p, v.document.Path))
		})
	}
	return out
}
