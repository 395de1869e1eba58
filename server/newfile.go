package server

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/draft"
	"achievement-ls/server/disk"
)

// createdFile is what a command answers that makes a file.
type createdFile struct {
	URI uri.URI `json:"uri"`
	ID  string  `json:"id,omitempty"`
	// Text is what the file is to hold, for a client that does not let the server
	// make it.
	Text string `json:"text,omitempty"`
}

// createFile has the client make a new file and show it. What is there already is
// never touched.
func (p *place) createFile(ctx context.Context, label string, f draft.File) (*createdFile, error) {
	q := p.request
	u := p.uri(f.Path)
	name := u.FsPath()
	if _, err := os.Lstat(name); err == nil || q.state.open[u] != nil {
		return nil, fmt.Errorf("there is a file %s already", f.Path)
	}
	if !staysWithin(p.root.path, name) {
		return nil, fmt.Errorf("a symbolic link leads out of the workspace to %s", f.Path)
	}
	out := &createdFile{URI: u, ID: f.ID}
	if !is(q.client.Workspace.ApplyEdit) || !q.client.can(protocol.ResourceOperationKindCreate) {
		out.Text = f.Content
		q.server.notify(protocol.MethodWindowShowMessage, &protocol.ShowMessageParams{
			Type:    protocol.MessageTypeInfo,
			Message: fmt.Sprintf("This editor lets no server make files: save the text as %s yourself, or use \"achievement-ls new\" in a terminal", f.Path),
		})
		return out, nil
	}
	c := q.change()
	c.create(u, f.Content)
	if err := q.apply(ctx, label, c.edit()); err != nil {
		return nil, err
	}
	q.show(ctx, u)
	return out, nil
}

// show has a document shown, where the client can.
func (q *request) show(ctx context.Context, u uri.URI) {
	if !q.client.Window.ShowDocument.Support {
		return
	}
	if _, err := q.server.conn.Call(ctx, protocol.MethodWindowShowDocument, &protocol.ShowDocumentParams{URI: u, TakeFocus: new(true)}, nil); err != nil {
		q.server.log.Info("the client did not show "+string(u), zap.Error(err))
	}
}

// staysWithin reports whether no symbolic link among the folders of a new file,
// of which some may be missing, leads out of the root.
func staysWithin(root, name string) bool {
	for dir := filepath.Dir(name); disk.Within(root, dir); dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			realRoot, err := filepath.EvalSymlinks(root)
			return err == nil && disk.Within(realRoot, real)
		}
	}
	return false
}
