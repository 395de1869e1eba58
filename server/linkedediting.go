package server

import (
	"context"
	"regexp"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/token"
)

// linkedEditingFeature changes an achievement's own ID wherever it stands in the
// file while it is typed in one place. The IDs of others, of which one citation
// may be changed without the rest, are left to renaming.
var linkedEditingFeature = feature{
	name: "linkedEditingRange",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if c.said.LinkedEditingRange != nil {
			caps.LinkedEditingRangeProvider = protocol.Boolean(true)
		}
	},
	calls: map[string]handler{protocol.MethodTextDocumentLinkedEditingRange: handle(linkedRanges)},
}

func linkedRanges(_ context.Context, q *request, p *protocol.LinkedEditingRangeParams) (*protocol.LinkedEditingRanges, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	tokens := v.tokens()
	at, ok := token.At(tokens, v.positionOffset(p.Position))
	if !ok || at.Kind != token.ID {
		return nil, nil
	}
	declared := false
	out := &protocol.LinkedEditingRanges{WordPattern: new(regexp.QuoteMeta(v.config.ID.Prefix) + `\d*`)}
	for _, t := range token.Same(tokens, at) {
		if v.document.Text(t.Span) == v.document.Text(at.Span) { // the protocol wants them alike
			declared = declared || t.Modifier&token.Declaration != 0
			out.Ranges = append(out.Ranges, v.spanRange(t.Span))
		}
	}
	if !declared || len(out.Ranges) < 2 {
		return nil, nil
	}
	return out, nil
}
