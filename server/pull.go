package server

import (
	"context"
	"maps"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"
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
	diags, print, err := q.server.report(q.state, d.uri)
	if err != nil {
		return nil, err
	}
	if p.PreviousResultID != nil && *p.PreviousResultID == print {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: "unchanged", ResultID: print}}, nil
	}
	full.ResultID, full.Items = new(print), diags
	return full, nil
}

// pullWorkspace answers with the diagnostics of all documents that are open, and
// of the other files where the configuration asks for them. Clients ask for this
// again and again: what has not changed is not made again.
func pullWorkspace(ctx context.Context, q *request, p *protocol.WorkspaceDiagnosticParams) (*protocol.WorkspaceDiagnosticReport, error) {
	out := &protocol.WorkspaceDiagnosticReport{Items: []protocol.WorkspaceDocumentDiagnosticReport{}}
	previous := map[uri.URI]string{}
	for _, id := range p.PreviousResultIds {
		previous[id.URI] = id.Value
	}
	files := slices.Collect(maps.Keys(q.state.open))
	for _, r := range q.state.roots {
		if r.checksAll() {
			files = append(files, q.state.checkable(r)...)
		}
	}
	slices.Sort(files)
	files = slices.Compact(files)
	progress := q.server.publisher.checking(ctx, files)
	defer progress.end()
	for i, u := range files {
		if err := progress.ctx.Err(); err != nil {
			return nil, err
		}
		progress.report(i, len(files))
		item, err := q.server.workspaceItem(q.state, u, previous[u])
		if err != nil {
			q.server.log.Debug("a file was left out", zap.Error(err))
			continue
		}
		delete(previous, u)
		out.Items = append(out.Items, item)
	}
	for u := range previous { // gone, or no longer to be checked
		out.Items = append(out.Items, &protocol.WorkspaceFullDocumentDiagnosticReport{
			FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{Kind: "full"}, URI: u,
		})
	}
	return out, nil
}

// workspaceItem is one file's part of the answer.
func (s *server) workspaceItem(st *state, u uri.URI, previous string) (protocol.WorkspaceDocumentDiagnosticReport, error) {
	b, _ := s.basisOf(st, u)
	var version *int32
	if b.document != nil {
		version = new(b.document.version)
	}
	unchanged := func(print string) protocol.WorkspaceDocumentDiagnosticReport {
		return &protocol.WorkspaceUnchangedDocumentDiagnosticReport{
			UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: "unchanged", ResultID: print}, URI: u, Version: version,
		}
	}
	if last := s.publisher.remembered(u); b.same(last) && last.fingerprint == previous {
		return unchanged(previous), nil
	}
	diags, print, err := s.report(st, u)
	if err != nil {
		return nil, err
	}
	b.fingerprint = print
	s.publisher.remember(u, b)
	if print == previous {
		return unchanged(print), nil
	}
	return &protocol.WorkspaceFullDocumentDiagnosticReport{
		FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{Kind: "full", ResultID: new(print), Items: diags}, URI: u, Version: version,
	}, nil
}

// remembered is what was last found out of a document for a client that pulls.
func (p *publisher) remembered(u uri.URI) basis {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sent[u]
}

// remember keeps what was found out for a client that pulls. One that is sent its
// diagnostics and asks besides has not been sent them by that.
func (p *publisher) remember(u uri.URI, b basis) {
	if !p.server.client.pulls {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent[u] = b
}
