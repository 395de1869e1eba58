package server

import (
	"context"
	"fmt"
	"slices"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/hover"
)

// hoverFeature tells what stands below the mouse.
var hoverFeature = feature{
	name:     "hover",
	announce: func(_ *client, caps *protocol.ServerCapabilities) { caps.HoverProvider = protocol.Boolean(true) },
	calls:    map[string]handler{protocol.MethodTextDocumentHover: handle(hoverAt)},
}

func hoverAt(_ context.Context, q *request, p *protocol.HoverParams) (*protocol.Hover, error) {
	v, err := q.view(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	answer, ok := hover.At(hover.Input{Document: v.document, Offset: v.positionOffset(p.Position), Workspace: v.workspace, Config: v.config})
	if !ok {
		return nil, nil
	}
	formats := q.client.TextDocument.Hover.ContentFormat
	if answer.Rule != "" && q.client.showsContent && slices.Contains(formats, protocol.MarkupKindMarkdown) {
		answer.Markdown += fmt.Sprintf("\n\n[Open this page](%s)", rulePage(answer.Rule))
	}
	return &protocol.Hover{
		Contents: markup(formats, answer.Markdown),
		Range:    new(v.spanRange(answer.Span)),
	}, nil
}
