package server

import (
	"context"
	"path/filepath"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/link"
)

// linkFeature says what can be followed.
var linkFeature = feature{
	name: "documentLink",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.DocumentLinkProvider = &protocol.DocumentLinkOptions{}
	},
	calls: map[string]handler{protocol.MethodTextDocumentDocumentLink: handle(links)},
}

func links(_ context.Context, q *request, p *protocol.DocumentLinkParams) ([]protocol.DocumentLink, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.DocumentLink{}, err
	}
	out := []protocol.DocumentLink{}
	for _, l := range link.In(v.document, v.workspace) {
		if target, ok := v.target(l); ok {
			out = append(out, protocol.DocumentLink{Range: v.spanRange(l.Span), Target: &target})
		}
	}
	return out, nil
}

// target is where a link leads; a file has a place only where the document has
// one.
func (v *view) target(l link.Link) (uri.URI, bool) {
	if l.URL != "" {
		u, err := uri.Parse(l.URL)
		return u, err == nil
	}
	if !v.open.uri.IsFile() {
		return "", false
	}
	folder := v.open.root
	if folder == "" {
		folder = filepath.Dir(v.open.uri.FsPath())
	}
	return uri.File(filepath.Join(folder, filepath.FromSlash(l.Path))), true
}
