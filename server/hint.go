package server

import (
	"context"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/hint"
	"achievement-ls/analysis/hover"
)

// hintFeature remarks what a reader would have to work out or look up.
var hintFeature = feature{
	name: "inlayHint",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if c.said.InlayHint != nil {
			caps.InlayHintProvider = &protocol.InlayHintOptions{ResolveProvider: new(resolvesTooltips(c))}
		}
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentInlayHint: handle(hints),
		protocol.MethodInlayHintResolve:      handle(resolveHint),
	},
}

func resolvesTooltips(c *client) bool {
	return slices.Contains(c.TextDocument.InlayHint.ResolveSupport.Properties, "tooltip")
}

// hintData is what a hint carries until its tooltip is asked for.
type hintData struct {
	URI     uri.URI `json:"uri"`
	Version int32   `json:"version"`
	Offset  int     `json:"offset"`
}

func hints(_ context.Context, q *request, p *protocol.InlayHintParams) ([]protocol.InlayHint, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.InlayHint{}, err
	}
	out := []protocol.InlayHint{}
	for _, h := range hint.In(hint.Input{Document: v.document, Workspace: v.workspace, Config: v.config}, v.rangeSpan(p.Range)) {
		x := protocol.InlayHint{Position: v.offsetPosition(h.Offset), Label: protocol.String(h.Label), PaddingLeft: new(true)}
		if resolvesTooltips(q.client) {
			if x.Data, err = raw(hintData{v.open.uri, v.open.version, h.About.Start}); err != nil {
				return nil, err
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// resolveHint adds what hovering over the hint's subject says. Of a document
// that has moved on there is nothing to say.
func resolveHint(_ context.Context, q *request, h *protocol.InlayHint) (*protocol.InlayHint, error) {
	var data hintData
	if err := protocol.Unmarshal(h.Data, &data); err != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "the hint's data is not what the server gave it")
	}
	if d := q.state.open[data.URI]; d == nil || d.version != data.Version {
		return h, nil
	}
	v, err := q.recognised(data.URI)
	if v == nil {
		return h, err
	}
	in := hover.Input{Document: v.document, Offset: data.Offset, Workspace: v.workspace, Config: v.config}
	if answer, ok := hover.At(in); ok {
		h.Tooltip = markup(q.client.TextDocument.Hover.ContentFormat, answer.Markdown)
	}
	return h, nil
}
