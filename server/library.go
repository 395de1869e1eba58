package server

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/reference"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// library is a workspace as a request sees it: its open documents as they stand
// in the editor, its other files as they are on disk.
type library struct {
	reference.Library
	request *request
	root    *root         // nil for a single file
	single  *openDocument // that file
	// documents are those read so far, nil where one can't be read.
	documents map[string]*openDocument
	// unread is a file that could not be read; "" as long as there is none.
	unread string
}

// library is the workspace of a view, or its file alone as long as no more is
// known.
func (q *request) library(v *view) *library {
	if v.workspace != nil {
		return q.libraryOf(q.state.roots[v.open.root])
	}
	l := &library{request: q, single: v.open, documents: map[string]*openDocument{v.open.rel: v.open}}
	l.Library = reference.Library{Snapshot: workspace.Empty().With(v.open.facts()), Config: v.config, Document: l.document}
	return l
}

// libraryOf is a workspace; nil until it has been read.
func (q *request) libraryOf(r *root) *library {
	snapshot := q.state.snapshot(r.path)
	if snapshot == nil {
		return nil
	}
	l := &library{request: q, root: r, documents: make(map[string]*openDocument)}
	l.Library = reference.Library{Snapshot: snapshot, Config: r.config.Config, Document: l.document}
	return l
}

// libraries are all workspaces that have been read and in which the feature is
// switched on.
func (q *request) libraries() []*library {
	var out []*library
	for _, r := range q.state.inOrder() {
		if switchedOff(r.config.Config, q.feature.name) {
			continue
		}
		if l := q.libraryOf(r); l != nil {
			out = append(out, l)
		}
	}
	return out
}

// whole is an error as long as other files, which may be concerned, are not
// known.
func (l *library) whole() error {
	switch {
	case l.root == nil && l.request.state.roots[l.single.root] != nil:
		return errors.New("the workspace is still being read; try again in a moment")
	case l.unread != "":
		return fmt.Errorf("%s can't be read, and would be left behind", l.unread)
	}
	return nil
}

func (l *library) document(path string) *document.Document {
	if d := l.at(path); d != nil {
		return d.parse()
	}
	return nil
}

// at is the file at a path, open or not; nil where it can't be read.
func (l *library) at(path string) *openDocument {
	d, known := l.documents[path]
	if !known && l.root != nil {
		var err error
		if d, err = l.request.server.subject(l.request.state, l.uri(path)); err != nil {
			d, l.unread = nil, path
		}
		l.documents[path] = d
	}
	return d
}

// uri is the file or folder at a path.
func (l *library) uri(path string) uri.URI {
	switch {
	case l.root != nil:
		return uri.File(filepath.Join(l.root.path, filepath.FromSlash(path)))
	case path == l.single.rel || !l.single.uri.IsFile():
		return l.single.uri
	}
	return uri.File(filepath.Join(filepath.Dir(l.single.uri.FsPath()), filepath.FromSlash(path)))
}

// path is where a file or folder lies in the workspace; ok is false where it
// lies outside.
func (l *library) path(u uri.URI) (path string, ok bool) {
	if l.root == nil || !u.IsFile() || !disk.Within(l.root.path, u.FsPath()) {
		return "", false
	}
	return disk.Relative(l.root.path, u.FsPath()), true
}

// location is a place as the client has it; ok is false where its file can't be
// read.
func (l *library) location(o reference.Location) (at protocol.Location, ok bool) {
	d := l.at(o.Path)
	if d == nil {
		return at, false
	}
	return protocol.Location{URI: d.uri, Range: mapper{d.lines(), l.request.client.encoding}.spanRange(o.Span)}, true
}

// locations are those of which the files can be read.
func (l *library) locations(list []reference.Location) protocol.LocationSlice {
	out := make(protocol.LocationSlice, 0, len(list))
	for _, o := range list {
		if at, ok := l.location(o); ok {
			out = append(out, at)
		}
	}
	return out
}

// edit is a change as the client can make it, asked for in the document own: first
// the files' texts, under the names they have, then their names. What becomes of
// other files is said to follow what following says. An error says why it can't be
// made.
func (l *library) edit(c *reference.Change, own uri.URI, following string) (*protocol.WorkspaceEdit, error) {
	if err := l.whole(); err != nil {
		return nil, err
	}
	out := l.request.change()
	out.own, out.following = own, following
	for _, path := range slices.Sorted(maps.Keys(c.Edits)) {
		out.write(l.at(path), c.Edits[path])
	}
	for _, r := range c.Renames {
		if !l.request.client.can(protocol.ResourceOperationKindRename) {
			return nil, fmt.Errorf("%s has to become %s with it, and your editor does not let a server rename files", r.From, r.To)
		}
		out.rename(l.uri(r.From), l.uri(r.To))
	}
	return out.edit(), nil
}

// named is what stands at a position, with the library of its document; the
// library is nil where the answer is empty.
func (q *request) named(p protocol.TextDocumentPositionParams) (l *library, v *view, n reference.Name, origin protocol.Range, err error) {
	v, err = q.view(p.TextDocument.URI)
	if v == nil {
		return nil, nil, n, origin, err
	}
	l = q.library(v)
	n, span, ok := l.At(v.open.rel, v.positionOffset(p.Position))
	if !ok {
		return nil, nil, n, origin, nil
	}
	return l, v, n, v.spanRange(span), nil
}

var errNothingHere = jsonrpc2.NewError(codeRequestFailed, "nothing stands here that has a name of its own: an ID, a tag, a person, a role, a heading or a link")
