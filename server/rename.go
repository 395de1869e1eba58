package server

import (
	"context"
	"fmt"
	"path"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/reference"
)

// renameFeature gives a name to everything that bears it, in one edit, or says
// why that can't be.
var renameFeature = feature{
	name: "rename",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		caps.RenameProvider = protocol.Boolean(true)
		if is(c.TextDocument.Rename.PrepareSupport) {
			caps.RenameProvider = &protocol.RenameOptions{PrepareProvider: new(true)}
		}
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentPrepareRename: handle(prepareRename),
		protocol.MethodTextDocumentRename:        fresh(handle(rename)),
	},
}

func prepareRename(_ context.Context, q *request, p *protocol.PrepareRenameParams) (protocol.PrepareRenameResult, error) {
	l, v, n, origin, err := q.named(p.TextDocumentPositionParams)
	if l == nil {
		return nil, err
	}
	if err := l.renamable(n); err != nil {
		return nil, err
	}
	old := v.rangeSpan(origin).Of(v.open.text)
	if n.Kind == reference.File { // of which the link tells the way too
		old = path.Base(n.Path)
	}
	return &protocol.PrepareRenamePlaceholder{Range: origin, Placeholder: old}, nil
}

// renamable is an error where no name would do.
func (l *library) renamable(n reference.Name) error {
	switch {
	case n.Kind == reference.Achievement && n.Path == "":
		return fmt.Errorf("no achievement bears the ID %s", n.Text)
	case n.Kind == reference.File && !l.request.client.can(protocol.ResourceOperationKindRename):
		return fmt.Errorf("your editor does not let a server rename %s", n.Path)
	}
	return l.whole()
}

func rename(_ context.Context, q *request, p *protocol.RenameParams) (*protocol.WorkspaceEdit, error) {
	l, v, n, origin, err := q.named(p.TextDocumentPositionParams)
	if err != nil {
		return nil, err
	}
	if l == nil {
		return nil, errNothingHere
	}
	if err := l.renamable(n); err != nil {
		return nil, err
	}
	change, err := l.Rename(n, p.NewName)
	if err != nil {
		return nil, err
	}
	old := v.rangeSpan(origin).Of(v.open.text)
	return l.edit(change, v.open.uri, fmt.Sprintf("%s becomes %s in other files", old, p.NewName))
}
