package server

import (
	"go.lsp.dev/protocol"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// extractedAchievement offers to make an achievement of what stands at a place of
// a review.
func extractedAchievement(q *request, v *view, at text.Span) []action {
	if v.document.Kind != document.Review {
		return nil
	}
	passage, ok := review.PassageAt(v.document, at.Start)
	if !ok {
		return nil
	}
	a := action{title: "Extract into an achievement of its own", kind: protocol.CodeActionKindRefactorExtract}
	r := q.state.roots[v.open.root]
	switch {
	case !q.client.can(protocol.ResourceOperationKindCreate):
		a.disabled = "the editor lets no server make files"
	case v.workspace == nil || r == nil || all(r.path):
		a.disabled = "the review lies in no workspace that has been read; open the folder that holds the achievements"
	case v.config.Template.Part(template.Summary) == nil:
		a.disabled = "the template has no Summary to hold the passage"
	}
	if a.disabled != "" {
		return []action{a}
	}
	p := &place{library: q.libraryOf(r), folder: "."}
	f, edits, err := p.draft().Extract(v.document, passage, v.today)
	switch {
	case err != nil:
		a.disabled = err.Error()
	case !staysWithin(r.path, v.below(f.Path).FsPath()):
		a.disabled = "a symbolic link leads out of the workspace to " + f.Path
	default:
		a.edits = func() []text.Edit { return edits }
		a.create = &rules.NewFile{Path: f.Path, Content: func() string { return f.Content }}
	}
	return []action{a}
}
