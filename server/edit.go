package server

import (
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// change gathers what becomes of several files, as the client can do it: for
// the versions it was made for, and with tab stops, where the client says so.
type change struct {
	client *client
	state  *state
	out    protocol.WorkspaceEdit
	// confirm is what the writer is asked to agree to before another file is made
	// or renamed, by a client that knows change annotations; "" asks nothing.
	confirm string
	// following says of edits of other documents than own what they follow, to such
	// a client, which groups them by it; "" says nothing.
	following string
	own       uri.URI
}

func (q *request) change() *change { return &change{client: q.client, state: q.state} }

// edit is what was gathered; nil where that is nothing.
func (c *change) edit() *protocol.WorkspaceEdit {
	if c.out.Changes == nil && c.out.DocumentChanges == nil {
		return nil
	}
	return &c.out
}

// write adds edits of a document.
func (c *change) write(d *openDocument, edits []text.Edit) {
	m := mapper{d.lines(), c.client.encoding}
	can := c.client.Workspace.WorkspaceEdit
	if !is(can.DocumentChanges) {
		if c.out.Changes == nil {
			c.out.Changes = make(map[uri.URI][]protocol.TextEdit)
		}
		c.out.Changes[d.uri] = append(c.out.Changes[d.uri], m.edits(edits)...)
		return
	}
	edits = slices.Clone(edits)
	text.SortEdits(edits)
	var version *int32 // of a file that is not open there is none
	if c.state.open[d.uri] == d {
		version = new(d.version)
	}
	change := &protocol.TextDocumentEdit{TextDocument: protocol.OptionalVersionedTextDocumentIdentifier{
		TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: d.uri}, Version: version,
	}}
	for _, e := range edits {
		if len(e.Stops) > 0 && is(can.SnippetEditSupport) {
			change.Edits = append(change.Edits, &protocol.SnippetTextEdit{
				Range: m.spanRange(e.Span), Snippet: protocol.StringValue{Kind: "snippet", Value: e.Snippet()},
			})
			continue
		}
		plain := protocol.TextEdit{Range: m.spanRange(e.Span), NewText: e.New}
		if note := c.followed(d.uri); note != "" {
			change.Edits = append(change.Edits, &protocol.AnnotatedTextEdit{TextEdit: plain, AnnotationID: note})
			continue
		}
		change.Edits = append(change.Edits, &plain)
	}
	c.out.DocumentChanges = append(c.out.DocumentChanges, change)
}

// otherFiles names the annotation of what is done to other files.
const otherFiles protocol.ChangeAnnotationIdentifier = "other-files"

// annotated is a resource operation's annotation, where there is one.
func (c *change) annotated() (op protocol.ResourceOperation) {
	switch {
	case !c.client.annotates:
	case c.confirm != "":
		op.AnnotationID = c.note(protocol.ChangeAnnotation{Label: c.confirm, NeedsConfirmation: new(true)})
	case c.following != "":
		op.AnnotationID = c.note(protocol.ChangeAnnotation{Label: c.following})
	}
	return op
}

// followed is the annotation of an edit of a document; "" for none. It asks for
// no confirmation: what editors ask for they leave unticked (VS Code's preview),
// and a name that is changed in one file alone is broken in all others.
func (c *change) followed(u uri.URI) protocol.ChangeAnnotationIdentifier {
	if c.following == "" || !c.client.annotates || u == c.own {
		return ""
	}
	return c.note(protocol.ChangeAnnotation{Label: c.following})
}

// note puts the annotation among those of the change.
func (c *change) note(a protocol.ChangeAnnotation) protocol.ChangeAnnotationIdentifier {
	c.out.ChangeAnnotations = map[protocol.ChangeAnnotationIdentifier]protocol.ChangeAnnotation{otherFiles: a}
	return otherFiles
}

// rename adds that a file or folder gets another name.
func (c *change) rename(from, to uri.URI) {
	c.out.DocumentChanges = append(c.out.DocumentChanges, &protocol.RenameFile{
		ResourceOperation: c.annotated(), Kind: "rename", OldURI: from, NewURI: to,
	})
}

// create adds a new file with a text. One that is there already is not touched.
func (c *change) create(u uri.URI, content string) {
	c.out.DocumentChanges = append(c.out.DocumentChanges,
		&protocol.CreateFile{ResourceOperation: c.annotated(), Kind: "create", URI: u},
		&protocol.TextDocumentEdit{
			TextDocument: protocol.OptionalVersionedTextDocumentIdentifier{TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: u}},
			Edits:        []protocol.TextDocumentEditElement{&protocol.TextEdit{NewText: content}},
		})
}

// can reports whether the client can create or rename files.
func (c *client) can(operation protocol.ResourceOperationKind) bool {
	can := c.Workspace.WorkspaceEdit
	return is(can.DocumentChanges) && slices.Contains(can.ResourceOperations, operation)
}

// beside is a file of that name in the folder of a document.
func (v *view) beside(base string) uri.URI {
	return uri.File(filepath.Join(filepath.Dir(v.open.uri.FsPath()), base))
}

// below is the file at a path of the document's workspace.
func (v *view) below(path string) uri.URI {
	return uri.File(filepath.Join(v.open.root, filepath.FromSlash(path)))
}
