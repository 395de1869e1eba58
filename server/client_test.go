package server

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"achievement-ls/analysis/calendar"
)

var today = calendar.Date{Year: 2026, Month: 5, Day: 20}

// patience bounds how long a test waits for what must come; it is no measure.
const patience = time.Minute

// editor is a client in the memory of the test: it takes messages one at a time,
// in the order they come, and keeps what it was told.
type editor struct {
	t    testing.TB
	conn jsonrpc2.Conn
	done chan error // what Serve returned

	transport *end
	recorder  *recorder
	look      chan handler
	gone      chan struct{} // closed at the test's end

	mu          sync.Mutex
	changed     *sync.Cond
	expired     bool
	diagnostics map[uri.URI]protocol.PublishDiagnosticsParams
	published   []protocol.PublishDiagnosticsParams
	logged      []string // what the server told its log
	messages    []string // what the server told its client
	progress    []string // kinds of $/progress
	begun       []protocol.ProgressToken
	registered  []protocol.Registration
	traced      []protocol.LogTraceParams
	edits       []protocol.WorkspaceEdit // that the server had made
	shown       []uri.URI                // what the server had shown
	refreshes   int
	// contentRefreshes are the documents that it was told to ask for again.
	contentRefreshes []uri.URI
	// asksAgain is how often it was told to ask for hints, lenses and the like again, by
	// method.
	asksAgain   map[string]int
	undecodable []string
	// settings are what it answers when asked for its own, by the folder's path; ""
	// is for files outside of folders.
	settings map[string]string // JSON
	asked    []string          // for what settings it was asked, as one line each time

	initialized *protocol.InitializeResult
}

// start is how a test's editor is started.
type start struct {
	capabilities string // JSON
	folders      []string
	features     []feature // all where nil
	silent       bool      // never answers the server
	options      string    // JSON, to start with
	trace        string
	settings     map[string]string
}

// modern are the capabilities of a client that can do everything.
const modern = `{
	"general": {"positionEncodings": ["utf-16"]},
	"window": {"workDoneProgress": true},
	"workspace": {
		"applyEdit": true, "workspaceFolders": true, "didChangeWatchedFiles": {"dynamicRegistration": true},
		"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename", "create"], "snippetEditSupport": true},
		"symbol": {"resolveSupport": {"properties": ["location.range"]}}, "fileOperations": {"willRename": true, "willDelete": true}
	},
	"textDocument": {
		"publishDiagnostics": {"relatedInformation": true, "dataSupport": true, "tagSupport": {"valueSet": [1, 2]}, "versionSupport": true},
		"completion": {"completionItem": {"snippetSupport": true, "labelDetailsSupport": true, "documentationFormat": ["markdown"], "resolveSupport": {"properties": ["documentation"]}}},
		"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "isPreferredSupport": true, "dataSupport": true, "resolveSupport": {"properties": ["edit"]}},
		"hover": {"contentFormat": ["markdown"]},
		"definition": {"linkSupport": true}, "declaration": {"linkSupport": true}, "rename": {"prepareSupport": true},
		"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}
	}
}`

// pulling are those of a client that pulls diagnostics.
const pulling = `{"workspace": {"diagnostics": {"refreshSupport": true}}, "textDocument": {"diagnostic": {"relatedDocumentSupport": true}}}`

// newEditor starts a session with a server and ends it with the test.
func newEditor(t testing.TB, s start) *editor {
	t.Helper()
	e := connect(t, s)
	if s.capabilities == "" {
		s.capabilities = modern
	}
	p := map[string]any{"processId": nil, "rootUri": nil, "capabilities": json.RawMessage(s.capabilities)}
	if s.trace != "" {
		p["trace"] = s.trace
	}
	if s.options != "" {
		p["initializationOptions"] = json.RawMessage(s.options)
	}
	var folders []any
	for _, f := range s.folders {
		folders = append(folders, map[string]any{"uri": string(uri.File(f)), "name": filepath.Base(f)})
	}
	if folders != nil {
		p["workspaceFolders"] = folders
	}
	e.initialized = ask[protocol.InitializeResult](e, protocol.MethodInitialize, p)
	e.notify(protocol.MethodInitialized, map[string]any{})
	return e
}

// connect starts a server and does not initialize it.
func connect(t testing.TB, s start) *editor {
	t.Helper()
	e := &editor{t: t, done: make(chan error, 1), gone: make(chan struct{}), look: make(chan handler, 1), diagnostics: map[uri.URI]protocol.PublishDiagnosticsParams{}, asksAgain: map[string]int{}, settings: s.settings}
	e.changed = sync.NewCond(&e.mu)
	client, server := pipes(t)
	table := s.features
	if table == nil {
		table = features
	}
	table = append(slices.Clone(table), textFeature, feature{name: "test look", calls: map[string]handler{
		"test/look": func(ctx context.Context, q *request) (any, error) { return (<-e.look)(ctx, q) },
	}})
	log := zap.New(zapcore.RegisterHooks(zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewDevelopmentEncoderConfig()), zapcore.AddSync(discard{}), zap.DebugLevel), func(entry zapcore.Entry) error {
		e.keep(func() { e.logged = append(e.logged, entry.Message) })
		return nil
	}))
	go func() {
		err := serve(context.Background(), server, Options{Log: log, Version: "test", Today: func() calendar.Date { return today }}, table)
		server.Close()
		e.done <- err
	}()
	e.transport, e.recorder = client, newRecorder(t, client)
	e.conn = jsonrpc2.NewConn(jsonrpc2.NewStream(e.recorder), jsonrpc2.WithCodec(codec{}))
	e.conn.Go(context.Background(), func(ctx context.Context, req *jsonrpc2.Request) (any, error) { return e.receive(ctx, s, req) })
	t.Cleanup(func() {
		close(e.gone)
		client.Close()
		select {
		case err := <-e.done:
			e.done <- err
		case <-time.After(patience):
			t.Error("the server does not end when its client does")
		}
		e.recorder.mu.Lock()
		defer e.recorder.mu.Unlock()
		for _, p := range e.recorder.problems {
			t.Errorf("against the meta-model: %s", p)
		}
		if len(e.undecodable) > 0 {
			t.Errorf("messages that cannot be decoded: %q", e.undecodable)
		}
	})
	return e
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func (e *editor) keep(fn func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	fn()
	e.changed.Broadcast()
}

// receive takes a message from the server; each must be what the protocol says.
func (e *editor) receive(ctx context.Context, s start, req *jsonrpc2.Request) (any, error) {
	params := append(jsonrpc2.RawMessage(nil), req.Params()...)
	method := strings.Clone(req.Method())
	into := func(p any) {
		if err := protocol.Unmarshal(params, p); err != nil {
			e.keep(func() { e.undecodable = append(e.undecodable, method+" "+string(params)) })
		}
	}
	if s.silent && req.IsCall() {
		jsonrpc2.Async(ctx)
		<-e.gone
		return nil, nil
	}
	switch method {
	case protocol.MethodTextDocumentPublishDiagnostics:
		var p protocol.PublishDiagnosticsParams
		into(&p)
		e.keep(func() { e.diagnostics[p.URI] = p; e.published = append(e.published, p) })
	case protocol.MethodWindowLogMessage, protocol.MethodWindowShowMessage:
		var p protocol.LogMessageParams
		into(&p)
		e.keep(func() { e.messages = append(e.messages, p.Message) })
	case protocol.MethodProgress:
		var p protocol.ProgressParams
		into(&p)
		var value struct{ Kind string }
		if err := json.Unmarshal(p.Value, &value); err != nil {
			e.keep(func() { e.undecodable = append(e.undecodable, string(p.Value)) })
		}
		e.keep(func() {
			e.progress = append(e.progress, value.Kind)
			if value.Kind == "begin" {
				e.begun = append(e.begun, p.Token)
			}
		})
	case protocol.MethodClientRegisterCapability:
		var p protocol.RegistrationParams
		into(&p)
		e.keep(func() { e.registered = append(e.registered, p.Registrations...) })
	case protocol.MethodClientUnregisterCapability:
		var p protocol.UnregistrationParams
		into(&p)
		e.keep(func() {
			for _, u := range p.Unregisterations {
				e.registered = slices.DeleteFunc(e.registered, func(r protocol.Registration) bool { return r.ID == u.ID })
			}
		})
	case protocol.MethodLogTrace:
		var p protocol.LogTraceParams
		into(&p)
		e.keep(func() { e.traced = append(e.traced, p) })
	case protocol.MethodWorkspaceTextDocumentContentRefresh:
		var p protocol.TextDocumentContentRefreshParams
		into(&p)
		e.keep(func() { e.contentRefreshes = append(e.contentRefreshes, p.URI) })
	case protocol.MethodWorkspaceDiagnosticRefresh:
		e.keep(func() { e.refreshes++ })
	case protocol.MethodWorkspaceInlayHintRefresh, protocol.MethodWorkspaceCodeLensRefresh, protocol.MethodWorkspaceSemanticTokensRefresh, protocol.MethodWorkspaceFoldingRangeRefresh:
		e.keep(func() { e.asksAgain[method]++ })
	case protocol.MethodWorkspaceConfiguration:
		var p protocol.ConfigurationParams
		into(&p)
		return e.answerSettings(p.Items), nil
	case protocol.MethodWorkspaceApplyEdit:
		var p protocol.ApplyWorkspaceEditParams
		into(&p)
		e.keep(func() { e.edits = append(e.edits, p.Edit) })
		return &protocol.ApplyWorkspaceEditResult{Applied: true}, nil
	case protocol.MethodWindowShowDocument:
		var p protocol.ShowDocumentParams
		into(&p)
		e.keep(func() { e.shown = append(e.shown, p.URI) })
		return &protocol.ShowDocumentResult{Success: true}, nil
	case protocol.MethodWindowWorkDoneProgressCreate:
	default:
		e.keep(func() { e.undecodable = append(e.undecodable, method) })
	}
	return nil, nil
}

// answerSettings gives the settings asked for, null for what has none.
func (e *editor) answerSettings(items []protocol.ConfigurationItem) (answer []protocol.LSPAny) {
	e.keep(func() {
		var asked []string
		for _, item := range items {
			scope := ""
			if item.ScopeURI != nil {
				scope = item.ScopeURI.FsPath()
			}
			value := "null"
			if v, ok := e.settings[scope]; ok && *item.Section == "achievementLs" {
				value = v
			}
			asked = append(asked, filepath.Base(scope))
			answer = append(answer, protocol.LSPAny(value))
		}
		e.asked = append(e.asked, strings.Join(asked, " "))
	})
	return answer
}

// until waits for what the server is to say or do.
func (e *editor) until(what string, holds func() bool) {
	e.t.Helper()
	timer := time.AfterFunc(patience, func() { e.keep(func() { e.expired = true }) })
	defer timer.Stop()
	e.mu.Lock()
	defer e.mu.Unlock()
	for !holds() {
		if e.expired {
			e.t.Fatalf("waited in vain for %s; messages: %q, log: %q", what, e.messages, e.logged)
		}
		e.changed.Wait()
	}
}

func (e *editor) untilLogged(message string) {
	e.t.Helper()
	e.until(message, func() bool {
		for _, m := range e.logged {
			if m == message {
				return true
			}
		}
		return false
	})
}
