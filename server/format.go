package server

import (
	"context"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

// formatFeature lays a document, or some lines of it, out, and goes on with lists
// and tables while one types. The client's options for indentation are not asked:
// where an item's text begins decides it.
var formatFeature = feature{
	name: "format",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		caps.DocumentFormattingProvider = protocol.Boolean(true)
		caps.DocumentRangeFormattingProvider = protocol.Boolean(true)
		if is(c.TextDocument.RangeFormatting.RangesSupport) {
			caps.DocumentRangeFormattingProvider = &protocol.DocumentRangeFormattingOptions{RangesSupport: new(true)}
		}
		caps.DocumentOnTypeFormattingProvider = protocol.DocumentOnTypeFormattingOptions{
			FirstTriggerCharacter: "\n", MoreTriggerCharacter: []string{"|"},
		}
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentFormatting:       fresh(handle(formatDocument)),
		protocol.MethodTextDocumentRangeFormatting:  fresh(handle(formatRange)),
		protocol.MethodTextDocumentRangesFormatting: fresh(handle(formatRanges)),
		protocol.MethodTextDocumentOnTypeFormatting: fresh(handle(formatOnType)),
	},
}

func formatDocument(_ context.Context, q *request, p *protocol.DocumentFormattingParams) ([]protocol.TextEdit, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.TextEdit{}, err
	}
	return v.edits(format.Document(v.document, v.config.Format)), nil
}

func formatRange(_ context.Context, q *request, p *protocol.DocumentRangeFormattingParams) ([]protocol.TextEdit, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.TextEdit{}, err
	}
	return v.edits(format.Range(v.document, v.config.Format, v.rangeSpan(p.Range))), nil
}

func formatRanges(_ context.Context, q *request, p *protocol.DocumentRangesFormattingParams) ([]protocol.TextEdit, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.TextEdit{}, err
	}
	var spans []text.Span
	for _, r := range p.Ranges {
		spans = append(spans, v.rangeSpan(r))
	}
	return v.edits(format.Range(v.document, v.config.Format, spans...)), nil
}

func formatOnType(_ context.Context, q *request, p *protocol.DocumentOnTypeFormattingParams) ([]protocol.TextEdit, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.TextEdit{}, err
	}
	return v.edits(format.OnType(v.document, v.config.Format, v.positionOffset(p.Position), p.Ch)), nil
}
