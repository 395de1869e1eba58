package server

import (
	"context"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/structure"
)

// selectionFeature says what a selection grows to.
var selectionFeature = feature{
	name: "selectionRange",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.SelectionRangeProvider = protocol.Boolean(true)
	},
	calls: map[string]handler{protocol.MethodTextDocumentSelectionRange: handle(selections)},
}

// selections gives one chain for each position asked about, as the protocol has
// it.
func selections(_ context.Context, q *request, p *protocol.SelectionRangeParams) ([]protocol.SelectionRange, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.SelectionRange{}, err
	}
	out := make([]protocol.SelectionRange, 0, len(p.Positions))
	for _, position := range p.Positions {
		spans := structure.Enclosing(v.document, v.positionOffset(position))
		var chain *protocol.SelectionRange
		for i := len(spans) - 1; i >= 0; i-- {
			chain = &protocol.SelectionRange{Range: v.spanRange(spans[i]), Parent: chain}
		}
		out = append(out, *chain)
	}
	return out, nil
}
