package server

import (
	"context"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/reference"
)

// definitionFeature leads from a name to what it names. What declares a name in
// these files defines it too.
var definitionFeature = feature{
	name: "definition",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.DefinitionProvider = protocol.Boolean(true)
		caps.DeclarationProvider = protocol.Boolean(true)
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentDefinition:  handle(definition),
		protocol.MethodTextDocumentDeclaration: handle(declaration),
	},
}

// referencesFeature lists where a name stands.
var referencesFeature = feature{
	name:     "references",
	announce: func(_ *client, caps *protocol.ServerCapabilities) { caps.ReferencesProvider = protocol.Boolean(true) },
	calls:    map[string]handler{protocol.MethodTextDocumentReferences: handle(references)},
}

func definition(_ context.Context, q *request, p *protocol.DefinitionParams) (protocol.DefinitionResult, error) {
	l, _, n, origin, err := q.named(p.TextDocumentPositionParams)
	if l == nil {
		return nil, err
	}
	places := l.Definitions(n)
	if !is(q.client.TextDocument.Definition.LinkSupport) {
		return l.locations(places), nil
	}
	out := protocol.DefinitionLinkSlice{}
	for _, link := range l.links(places, origin) {
		out = append(out, protocol.DefinitionLink(link))
	}
	return out, nil
}

func declaration(_ context.Context, q *request, p *protocol.DeclarationParams) (protocol.DeclarationResult, error) {
	l, _, n, origin, err := q.named(p.TextDocumentPositionParams)
	if l == nil {
		return nil, err
	}
	places := l.Definitions(n)
	if !is(q.client.TextDocument.Declaration.LinkSupport) {
		return l.locations(places), nil
	}
	out := protocol.DeclarationLinkSlice{}
	for _, link := range l.links(places, origin) {
		out = append(out, protocol.DeclarationLink(link))
	}
	return out, nil
}

// links are places together with the one that led there.
func (l *library) links(places []reference.Location, origin protocol.Range) []protocol.LocationLink {
	var out []protocol.LocationLink
	for _, at := range l.locations(places) {
		out = append(out, protocol.LocationLink{
			OriginSelectionRange: &origin, TargetURI: at.URI, TargetRange: at.Range, TargetSelectionRange: at.Range,
		})
	}
	return out
}

func references(_ context.Context, q *request, p *protocol.ReferenceParams) ([]protocol.Location, error) {
	l, _, n, _, err := q.named(p.TextDocumentPositionParams)
	if l == nil {
		return nil, err
	}
	return l.locations(l.Uses(n, p.Context.IncludeDeclaration)), nil
}
