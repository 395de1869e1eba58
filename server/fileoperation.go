package server

import (
	"context"
	"maps"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/reference"
)

// fileOperationFeature lets links and IDs follow files and folders that are
// renamed or deleted in the editor.
var fileOperationFeature = feature{
	name: "fileOperations",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		can := c.Workspace.FileOperations
		operations := &protocol.FileOperationOptions{}
		if is(can.WillRename) {
			operations.WillRename = concerned
		}
		if is(can.WillDelete) {
			operations.WillDelete = concerned
		}
		if is(can.WillRename) || is(can.WillDelete) {
			caps.Workspace.FileOperations = operations
		}
	},
	calls: map[string]handler{
		protocol.MethodWorkspaceWillRenameFiles: handle(willRename),
		protocol.MethodWorkspaceWillDeleteFiles: handle(willDelete),
	},
}

// concerned are the files and folders to be told about: markdown, whatever it is
// linked to by, and the folders it lies in.
var concerned = protocol.FileOperationRegistrationOptions{Filters: []protocol.FileOperationFilter{
	{Scheme: new("file"), Pattern: protocol.FileOperationPattern{Glob: "**/*", Matches: protocol.FileOperationPatternKindFile}},
	{Scheme: new("file"), Pattern: protocol.FileOperationPattern{Glob: "**", Matches: protocol.FileOperationPatternKindFolder}},
}}

func willRename(_ context.Context, q *request, p *protocol.RenameFilesParams) (*protocol.WorkspaceEdit, error) {
	return q.following("Links and IDs follow the file", func(l *library) *reference.Change {
		var renames []reference.Rename
		for _, f := range p.Files {
			from, ok := l.pathOf(f.OldURI)
			to, inside := l.pathOf(f.NewURI)
			if ok && inside {
				renames = append(renames, reference.Rename{From: from, To: to})
			}
		}
		return l.Moved(renames)
	})
}

func willDelete(_ context.Context, q *request, p *protocol.DeleteFilesParams) (*protocol.WorkspaceEdit, error) {
	return q.following("Links to the file become text", func(l *library) *reference.Change {
		var paths []string
		for _, f := range p.Files {
			if path, ok := l.pathOf(f.URI); ok {
				paths = append(paths, path)
			}
		}
		return l.Deleted(paths)
	})
}

// following is the change that follows in all workspaces, annotated as what. The editor renames or
// deletes whatever is answered, so that what can follow does.
func (q *request) following(what string, change func(*library) *reference.Change) (*protocol.WorkspaceEdit, error) {
	out := q.change()
	out.following = what
	for _, l := range q.libraries() {
		c := change(l)
		for _, path := range slices.Sorted(maps.Keys(c.Edits)) {
			if d := l.at(path); d != nil {
				out.write(d, c.Edits[path])
			}
		}
	}
	return out.edit(), nil
}

// pathOf is path for a URI as file operations carry it, which the library leaves
// a string.
func (l *library) pathOf(s string) (string, bool) {
	u, err := uri.Parse(s)
	if err != nil {
		return "", false
	}
	return l.path(u)
}
