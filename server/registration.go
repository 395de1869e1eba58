package server

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// registrable are the capabilities that can be registered while running, with the
// methods they are registered by. Diagnostics are not among them: those shown
// would stay when they are taken back.
var registrable = map[string]string{
	"codeActionProvider":               protocol.MethodTextDocumentCodeAction,
	"codeLensProvider":                 protocol.MethodTextDocumentCodeLens,
	"completionProvider":               protocol.MethodTextDocumentCompletion,
	"declarationProvider":              protocol.MethodTextDocumentDeclaration,
	"definitionProvider":               protocol.MethodTextDocumentDefinition,
	"documentFormattingProvider":       protocol.MethodTextDocumentFormatting,
	"documentHighlightProvider":        protocol.MethodTextDocumentDocumentHighlight,
	"documentLinkProvider":             protocol.MethodTextDocumentDocumentLink,
	"documentOnTypeFormattingProvider": protocol.MethodTextDocumentOnTypeFormatting,
	"documentRangeFormattingProvider":  protocol.MethodTextDocumentRangeFormatting,
	"documentSymbolProvider":           protocol.MethodTextDocumentDocumentSymbol,
	"executeCommandProvider":           protocol.MethodWorkspaceExecuteCommand,
	"foldingRangeProvider":             protocol.MethodTextDocumentFoldingRange,
	"hoverProvider":                    protocol.MethodTextDocumentHover,
	"inlayHintProvider":                protocol.MethodTextDocumentInlayHint,
	"inlineCompletionProvider":         protocol.MethodTextDocumentInlineCompletion,
	"linkedEditingRangeProvider":       protocol.MethodTextDocumentLinkedEditingRange,
	"referencesProvider":               protocol.MethodTextDocumentReferences,
	"renameProvider":                   protocol.MethodTextDocumentRename,
	"selectionRangeProvider":           protocol.MethodTextDocumentSelectionRange,
	"semanticTokensProvider":           "textDocument/semanticTokens",
	"workspaceSymbolProvider":          protocol.MethodWorkspaceSymbol,
}

// selector are the documents that a registered feature is for.
var selector = []map[string]string{
	{"scheme": "file", "language": "markdown"},
	{"scheme": "untitled", "language": "markdown"},
	{"scheme": "file", "pattern": "**/.achievements.yaml"},
}

// registrar keeps the features that the client has registered those that the
// configurations leave on. It has none where a client cannot register all of
// them: announced at the start they can be used at once, and what is switched off
// is answered with nothing.
type registrar struct {
	server   *server
	features map[string][]protocol.Registration // by the feature's name
	wake     chan struct{}
}

func newRegistrar(s *server, said protocol.ClientCapabilities) (*registrar, error) {
	r := &registrar{server: s, features: make(map[string][]protocol.Registration), wake: make(chan struct{}, 1)}
	body, err := raw(&said)
	if err != nil {
		return r, err
	}
	var can map[string]map[string]struct{ DynamicRegistration bool }
	// A member of another form is no capability of a method.
	_ = json.Unmarshal(body, &can)
	for _, f := range s.features {
		list, err := registrations(f, s.client)
		if err != nil {
			return r, err
		}
		for _, one := range list {
			area, name, _ := strings.Cut(one.Method, "/")
			if !can[area][name].DynamicRegistration {
				clear(r.features)
				return r, nil
			}
		}
		if len(list) > 0 {
			r.features[f.name] = list
		}
	}
	return r, nil
}

// registrations are how a feature is registered; none where a part of it can only
// be announced.
func registrations(f feature, c *client) ([]protocol.Registration, error) {
	if f.announce == nil {
		return nil, nil
	}
	caps := protocol.ServerCapabilities{Workspace: &protocol.WorkspaceOptions{}}
	f.announce(c, &caps)
	body, err := raw(&caps)
	if err != nil {
		return nil, err
	}
	var announced map[string]json.RawMessage
	if err := json.Unmarshal(body, &announced); err != nil {
		return nil, err
	}
	delete(announced, "workspace")
	var out []protocol.Registration
	for _, capability := range slices.Sorted(maps.Keys(announced)) {
		method, ok := registrable[capability]
		if !ok {
			return nil, nil
		}
		options := make(map[string]any)
		if string(announced[capability]) != "true" {
			if err := json.Unmarshal(announced[capability], &options); err != nil {
				return nil, err
			}
		}
		if strings.HasPrefix(method, "textDocument/") {
			options["documentSelector"] = selector
		}
		body, err := json.Marshal(options)
		if err != nil {
			return nil, err
		}
		out = append(out, protocol.Registration{ID: method, Method: method, RegisterOptions: body})
	}
	return out, nil
}

// poke lets what is registered be brought in line with the state of the moment.
func (r *registrar) poke() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// run registers and takes back until the session ends, one after the other.
func (r *registrar) run(ctx context.Context) {
	if len(r.features) == 0 {
		return
	}
	registered := make(map[string]bool)
	for {
		st := r.server.session.state()
		var add []protocol.Registration
		var remove []protocol.Unregistration
		for _, f := range r.server.features {
			list, on := r.features[f.name], st.on(f.name)
			if list == nil || on == registered[f.name] {
				continue
			}
			registered[f.name] = on
			for _, one := range list {
				if on {
					add = append(add, one)
				} else {
					remove = append(remove, protocol.Unregistration{ID: one.ID, Method: one.Method})
				}
			}
		}
		if len(remove) > 0 {
			r.call(ctx, protocol.MethodClientUnregisterCapability, &protocol.UnregistrationParams{Unregisterations: remove})
		}
		if len(add) > 0 {
			r.call(ctx, protocol.MethodClientRegisterCapability, &protocol.RegistrationParams{Registrations: add})
		}
		select {
		case <-ctx.Done():
			return
		case <-r.wake:
		}
	}
}

func (r *registrar) call(ctx context.Context, method string, params any) {
	if _, err := r.server.conn.Call(ctx, method, params, nil); err != nil && ctx.Err() == nil {
		r.server.log.Warn("the client does not change what it asks for", zap.String("method", method), zap.Error(err))
	}
}

// on reports whether a feature is of use: whether a workspace, or without any the
// configuration of single files, leaves it on.
func (st *state) on(feature string) bool {
	for _, r := range st.roots {
		if !switchedOff(r.config.Config, feature) {
			return true
		}
	}
	return len(st.roots) == 0 && !switchedOff(st.single, feature)
}
