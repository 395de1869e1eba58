package server

import (
	"context"
	"fmt"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// lensFeature says above an achievement how far it has come, and above whatever
// is cited or cites how often.
var lensFeature = feature{
	name: "codeLens",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if c.said.CodeLens != nil {
			caps.CodeLensProvider = &protocol.CodeLensOptions{}
		}
	},
	calls: map[string]handler{protocol.MethodTextDocumentCodeLens: handle(lenses)},
}

func lenses(_ context.Context, q *request, p *protocol.CodeLensParams) ([]protocol.CodeLens, error) {
	v, err := q.view(p.TextDocument.URI)
	if v == nil {
		return []protocol.CodeLens{}, err
	}
	out := []protocol.CodeLens{}
	for i, progress := range rules.ProgressOf(v.document) {
		e := v.document.Entries[i]
		at := text.Span{Start: e.Span.Start, End: e.Span.Start}
		if e.Heading != nil {
			at = e.Heading.Heading.Span
		}
		// A command without a name is text that nothing happens at.
		out = append(out, protocol.CodeLens{Range: v.spanRange(at), Command: protocol.Command{Title: progressText(progress)}})
	}
	return append(out, q.citationLenses(v)...), nil
}

// progressText is "4/4 · 5 of 5 results quantified".
func progressText(p rules.Progress) string {
	s := fmt.Sprintf("%d/%d", p.Written, p.Parts)
	switch {
	case p.Results == 1:
		s += fmt.Sprintf(" · %d of 1 result quantified", p.Quantified)
	case p.Results > 1:
		s += fmt.Sprintf(" · %d of %d results quantified", p.Quantified, p.Results)
	}
	return s
}
