package server

import (
	"context"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/token"
)

// highlightFeature shows where in the document the same thing is named.
var highlightFeature = feature{
	name: "documentHighlight",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.DocumentHighlightProvider = protocol.Boolean(true)
	},
	calls: map[string]handler{protocol.MethodTextDocumentDocumentHighlight: handle(highlights)},
}

func highlights(_ context.Context, q *request, p *protocol.DocumentHighlightParams) ([]protocol.DocumentHighlight, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.DocumentHighlight{}, err
	}
	out := []protocol.DocumentHighlight{}
	tokens := v.tokens()
	at, _ := token.At(tokens, v.positionOffset(p.Position))
	for _, t := range token.Same(tokens, at) {
		kind := protocol.DocumentHighlightKindText
		if t.Modifier&token.Declaration != 0 {
			kind = protocol.DocumentHighlightKindWrite
		}
		out = append(out, protocol.DocumentHighlight{Range: v.spanRange(t.Span), Kind: kind})
	}
	return out, nil
}

// tokens are what the document's words are.
func (v *view) tokens() []token.Token { return token.Of(v.document, v.config.ID.Prefix) }
