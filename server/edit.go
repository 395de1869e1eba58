package server

import (
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// workspaceEdit is a change to one document as the client can make it: for the
// version it was made for, and with tab stops, where the client says so.
func (v *view) workspaceEdit(c *client, edits []text.Edit) *protocol.WorkspaceEdit {
	can := c.Workspace.WorkspaceEdit
	if !is(can.DocumentChanges) {
		return &protocol.WorkspaceEdit{Changes: map[uri.URI][]protocol.TextEdit{v.open.uri: v.edits(edits)}}
	}
	edits = slices.Clone(edits)
	text.SortEdits(edits)
	change := &protocol.TextDocumentEdit{TextDocument: protocol.OptionalVersionedTextDocumentIdentifier{
		TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: v.open.uri}, Version: new(v.open.version),
	}}
	for _, e := range edits {
		if len(e.Stops) > 0 && is(can.SnippetEditSupport) {
			change.Edits = append(change.Edits, &protocol.SnippetTextEdit{
				Range: v.spanRange(e.Span), Snippet: protocol.StringValue{Kind: "snippet", Value: e.Snippet()},
			})
			continue
		}
		change.Edits = append(change.Edits, &protocol.TextEdit{Range: v.spanRange(e.Span), NewText: e.New})
	}
	return &protocol.WorkspaceEdit{DocumentChanges: []protocol.DocumentChange{change}}
}

// rename adds to an edit that the document's file gets another name.
func (v *view) rename(edit *protocol.WorkspaceEdit, base string) {
	edit.DocumentChanges = append(edit.DocumentChanges, &protocol.RenameFile{
		Kind: "rename", OldURI: v.open.uri, NewURI: uri.File(filepath.Join(filepath.Dir(v.open.uri.FsPath()), base)),
	})
}

// canRename reports whether the client can rename a document's file.
func (v *view) canRename(c *client) bool {
	can := c.Workspace.WorkspaceEdit
	return is(can.DocumentChanges) && v.open.uri.IsFile() && slices.Contains(can.ResourceOperations, protocol.ResourceOperationKindRename)
}
