package server

import (
	"context"

	"go.lsp.dev/protocol"

	"achievement-ls/completion"
)

// inlineCompletionFeature shows how what is being typed goes on, where that is
// certain.
var inlineCompletionFeature = feature{
	name: "inlineCompletion",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if c.said.InlineCompletion != nil {
			caps.InlineCompletionProvider = protocol.Boolean(true)
		}
	},
	calls: map[string]handler{protocol.MethodTextDocumentInlineCompletion: handle(completeInline)},
}

func completeInline(_ context.Context, q *request, p *protocol.InlineCompletionParams) (protocol.InlineCompletionResult, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return protocol.InlineCompletionItemSlice{}, err
	}
	e, ok := completion.Inline(completion.Input{
		Document: v.document, Offset: v.positionOffset(p.Position), Workspace: v.workspace, Config: v.config, Today: v.today,
	})
	if !ok {
		return protocol.InlineCompletionItemSlice{}, nil
	}
	return protocol.InlineCompletionItemSlice{{InsertText: protocol.String(e.New), Range: new(v.spanRange(e.Span))}}, nil
}
