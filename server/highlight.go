package server

import (
	"context"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/reference"
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
	offset := v.positionOffset(p.Position)
	at, _ := token.At(tokens, offset)
	same := token.Same(tokens, at)
	if same == nil {
		return q.linked(v, offset), nil
	}
	for _, t := range same {
		out = append(out, highlighted(v.spanRange(t.Span), t.Modifier&token.Declaration != 0))
	}
	return out, nil
}

// linked are the places in the document of the file or heading that stands at an
// offset. A heading that nothing leads to is none: there the editor knows its words.
func (q *request) linked(v *view, offset int) []protocol.DocumentHighlight {
	out := []protocol.DocumentHighlight{}
	l := q.library(v)
	n, _, ok := l.At(v.open.rel, offset)
	if !ok {
		return out
	}
	places := l.In(v.open.rel, n)
	if n.Kind == reference.Heading && len(places) == 1 && places[0].Definition {
		return out
	}
	for _, at := range places {
		out = append(out, highlighted(v.spanRange(at.Span), at.Definition))
	}
	return out
}

func highlighted(r protocol.Range, declared bool) protocol.DocumentHighlight {
	if declared {
		return protocol.DocumentHighlight{Range: r, Kind: protocol.DocumentHighlightKindWrite}
	}
	return protocol.DocumentHighlight{Range: r, Kind: protocol.DocumentHighlightKindText}
}

// tokens are what the document's words are.
func (v *view) tokens() []token.Token { return token.Of(v.document, v.config.ID.Prefix) }
