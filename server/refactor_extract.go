package server

import (
	"fmt"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// extraction offers to make an achievement of what stands at a place of a review.
// The file is drafted when the action is chosen.
func (q *request) extraction(v *view, at text.Span) []action {
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
	var cited []text.Edit
	a.create = func() (*rules.NewFile, error) {
		p := &place{library: q.libraryOf(r), folder: "."}
		f, edits, err := p.draft().Extract(v.document, passage, v.today)
		if err != nil {
			return nil, err
		}
		if !staysWithin(r.path, v.below(f.Path).FsPath()) {
			return nil, fmt.Errorf("a symbolic link leads out of the workspace to %s", f.Path)
		}
		cited = edits
		return &rules.NewFile{Path: f.Path, Content: func() string { return f.Content }}, nil
	}
	a.edits = func() []text.Edit { return cited } // once the file is drafted
	return []action{a}
}
