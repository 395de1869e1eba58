package server

import (
	"context"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"achievement-ls/analysis/reference"
)

// workspaceSymbolFeature finds achievements, roles, people, tags and reviews by
// their names.
var workspaceSymbolFeature = feature{
	name: "workspaceSymbol",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		caps.WorkspaceSymbolProvider = protocol.Boolean(true)
		if c.resolvesSymbols() {
			caps.WorkspaceSymbolProvider = &protocol.WorkspaceSymbolOptions{ResolveProvider: new(true)}
		}
	},
	calls: map[string]handler{
		protocol.MethodWorkspaceSymbol:        handle(workspaceSymbols),
		protocol.MethodWorkspaceSymbolResolve: handle(resolveSymbol),
	},
}

// resolvesSymbols reports whether the client asks for a symbol's place in its
// file when it goes there.
func (c *client) resolvesSymbols() bool {
	return slices.Contains(c.Workspace.Symbol.ResolveSupport.Properties, "location.range")
}

// maxSymbols is how many symbols are shown of each workspace; who types on finds
// the others. A place that can't be resolved later costs reading its file.
const (
	maxSymbols = 500
	maxLocated = 100
	// maxHeld is how many files stay in memory while places are looked up: most
	// are wanted once, and parsed each takes ten times its size.
	maxHeld = 8
)

// symbolData is what a symbol carries until it is resolved.
type symbolData struct {
	Root   string           `json:"root"`
	Symbol reference.Symbol `json:"symbol"`
}

func workspaceSymbols(_ context.Context, q *request, p *protocol.WorkspaceSymbolParams) (protocol.WorkspaceSymbolResult, error) {
	lazy := q.client.resolvesSymbols()
	later := protocol.WorkspaceSymbolSlice{}
	now := protocol.SymbolInformationSlice{}
	for _, l := range q.libraries() {
		limit := maxLocated
		if lazy {
			limit = maxSymbols
		}
		for _, s := range l.Symbols(p.Query, limit) {
			base := protocol.BaseSymbolInformation{Name: s.Text, Kind: symbolKinds[s.Kind]}
			if s.Container != "" {
				base.ContainerName = new(s.Container)
			}
			if lazy {
				data, err := raw(symbolData{l.root.path, s})
				if err != nil {
					return nil, err
				}
				later = append(later, protocol.WorkspaceSymbol{BaseSymbolInformation: base, Location: &protocol.LocationUriOnly{URI: l.uri(s.Path)}, Data: data})
			} else if at, ok := l.location(l.Locate(s)); ok {
				now = append(now, protocol.SymbolInformation{BaseSymbolInformation: base, Location: at})
				if len(l.documents) > maxHeld {
					clear(l.documents)
				}
			}
		}
	}
	if lazy {
		return later, nil
	}
	return now, nil
}

var symbolKinds = map[reference.Kind]protocol.SymbolKind{
	reference.Achievement: protocol.SymbolKindClass,
	reference.Role:        protocol.SymbolKindModule,
	reference.Person:      protocol.SymbolKindVariable,
	reference.Tag:         protocol.SymbolKindKey,
	reference.File:        protocol.SymbolKindFile,
}

// resolveSymbol finds a symbol's place in its file as it stands by now.
func resolveSymbol(_ context.Context, q *request, s *protocol.WorkspaceSymbol) (*protocol.WorkspaceSymbol, error) {
	var data symbolData
	if err := protocol.Unmarshal(s.Data, &data); err != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "the symbol's data is not what the server gave it")
	}
	r := q.state.roots[data.Root]
	if r == nil {
		return nil, protocol.ErrContentModified
	}
	if l := q.libraryOf(r); l != nil {
		if at, ok := l.location(l.Locate(data.Symbol)); ok {
			s.Location = &at
		}
	}
	return s, nil
}
