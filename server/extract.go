package server

import (
	"go.lsp.dev/protocol"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/draft"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/server/disk"
)

// extraction offers to make an achievement of what stands at a place of a review.
func (q *request) extraction(v *view, at text.Span) []action {
	if v.workspace == nil || v.document == nil || v.document.Kind != document.Review {
		return nil
	}
	root := q.state.roots[v.open.root]
	p := draft.Place{Snapshot: v.workspace, Config: v.config, Folders: disk.FoldersIn(root.path)}
	f, edits, ok := p.Extract(v.document, at.Start, q.server.today())
	if !ok {
		return nil
	}
	a := action{title: "Extract into an achievement of its own", kind: protocol.CodeActionKindRefactorExtract}
	switch {
	case !q.client.can(protocol.ResourceOperationKindCreate):
		a.disabled = `the editor lets no server make files; "achievement-ls new" in a terminal does`
	case !staysWithin(root.path, v.below(f.Path).FsPath()):
		a.disabled = "a symbolic link leads out of the workspace to " + f.Path
	default:
		a.edits = func() []text.Edit { return edits }
		a.create = &rules.NewFile{Path: f.Path, Content: func() string { return f.Content }}
	}
	return []action{a}
}
