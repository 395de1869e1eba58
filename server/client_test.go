package server

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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
	registered  []protocol.Registration
	refreshes   int
	undecodable []string

	initialized *protocol.InitializeResult
}

// config is how a test's editor is started.
type start struct {
	capabilities string // JSON
	folders      []string
	features     []feature // all where nil
	silent       bool      // never answers the server
}

// modern are the capabilities of a client that can do everything.
const modern = `{
	"general": {"positionEncodings": ["utf-16"]},
	"window": {"workDoneProgress": true},
	"workspace": {
		"workspaceFolders": true, "didChangeWatchedFiles": {"dynamicRegistration": true},
		"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"], "snippetEditSupport": true}
	},
	"textDocument": {
		"publishDiagnostics": {"relatedInformation": true, "dataSupport": true, "tagSupport": {"valueSet": [1, 2]}, "versionSupport": true},
		"completion": {"completionItem": {"snippetSupport": true, "labelDetailsSupport": true, "documentationFormat": ["markdown"], "resolveSupport": {"properties": ["documentation"]}}},
		"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "isPreferredSupport": true, "dataSupport": true, "resolveSupport": {"properties": ["edit"]}},
		"hover": {"contentFormat": ["markdown"]},
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
	e := &editor{t: t, done: make(chan error, 1), gone: make(chan struct{}), look: make(chan handler, 1), diagnostics: map[uri.URI]protocol.PublishDiagnosticsParams{}}
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
	e.transport = client
	e.conn = jsonrpc2.NewConn(jsonrpc2.NewStream(client), jsonrpc2.WithCodec(codec{}))
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
		if len(e.undecodable) > 0 {
			t.Errorf("messages that cannot be decoded: %q", e.undecodable)
		}
	})
	return e
}

// pipes joins two ends as an operating system does: with room for what the other
// end has not read yet.
func pipes(t testing.TB) (client, server *end) {
	t.Helper()
	fromClient, toServer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	fromServer, toClient, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return newEnd(fromServer, toServer), newEnd(fromClient, toClient)
}

type end struct {
	r, w *os.File

	mu      sync.Mutex
	written []string // the methods of what was written
	waiting *sync.Cond
}

func newEnd(r, w *os.File) *end {
	e := &end{r: r, w: w}
	e.waiting = sync.NewCond(&e.mu)
	return e
}

func (e *end) Read(p []byte) (int, error) { return e.r.Read(p) }
func (e *end) Close() error               { return errors.Join(e.r.Close(), e.w.Close()) }

var methodOf = regexp.MustCompile(`"method":"([^"]*)"`)

// Write takes one message, as the connection does.
func (e *end) Write(p []byte) (int, error) {
	n, err := e.w.Write(p)
	if m := methodOf.FindSubmatch(p[:min(len(p), 200)]); m != nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.written = append(e.written, string(m[1]))
		e.waiting.Broadcast()
	}
	return n, err
}

// count is how often a method was written.
func (e *end) count(method string) int {
	n := 0
	for _, m := range e.written {
		if m == method {
			n++
		}
	}
	return n
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
		e.keep(func() { e.progress = append(e.progress, value.Kind) })
	case protocol.MethodClientRegisterCapability:
		var p protocol.RegistrationParams
		into(&p)
		e.keep(func() { e.registered = append(e.registered, p.Registrations...) })
	case protocol.MethodWorkspaceDiagnosticRefresh:
		e.keep(func() { e.refreshes++ })
	case protocol.MethodWindowWorkDoneProgressCreate:
	default:
		e.keep(func() { e.undecodable = append(e.undecodable, method) })
	}
	return nil, nil
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

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	body, err := json.Marshal(params)
	if err != nil {
		e.t.Fatal(err)
	}
	if err := e.conn.Notify(context.Background(), method, jsonrpc2.RawMessage(body)); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

// call sends a request.
func (e *editor) call(method string, params, result any) error {
	e.t.Helper()
	encode := protocol.Marshal
	if _, plain := params.(map[string]any); plain {
		encode = json.Marshal
	}
	body, err := encode(params)
	if err != nil {
		e.t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_, err = e.conn.Call(ctx, method, jsonrpc2.RawMessage(body), result)
	if errors.Is(err, context.DeadlineExceeded) {
		e.t.Fatalf("%s was never answered", method)
	}
	return err
}

// ask sends a request that must succeed.
func ask[R any](e *editor, method string, params any) *R {
	e.t.Helper()
	r := new(R)
	if err := e.call(method, params, r); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
	return r
}

// sent sends a request and goes on; then is called when it is answered.
func (e *editor) sent(method string, params, result any, err *error, then func()) {
	e.t.Helper()
	body, marshalErr := json.Marshal(params)
	if marshalErr != nil {
		e.t.Fatal(marshalErr)
	}
	e.transport.mu.Lock()
	defer e.transport.mu.Unlock()
	before := e.transport.count(method)
	go func() {
		defer then()
		if _, callErr := e.conn.Call(context.Background(), method, jsonrpc2.RawMessage(body), result); callErr != nil {
			*err = callErr
		}
	}()
	for e.transport.count(method) == before {
		e.transport.waiting.Wait()
	}
}

// ends waits for the server to end as it should.
func (e *editor) ends(want error) {
	e.t.Helper()
	err := <-e.done
	e.done <- err
	if !errors.Is(err, want) {
		e.t.Errorf("the session ended with %v, want %v", err, want)
	}
}

// publications are the diagnostics that a document got, in order.
func (e *editor) publications(u uri.URI) []protocol.PublishDiagnosticsParams {
	e.mu.Lock()
	defer e.mu.Unlock()
	var out []protocol.PublishDiagnosticsParams
	for _, p := range e.published {
		if p.URI == u {
			out = append(out, p)
		}
	}
	return out
}

// textFeature tells what the server takes a document's text to be.
var textFeature = feature{name: "test text", calls: map[string]handler{
	"test/text": handle(func(_ context.Context, q *request, p *protocol.TextDocumentIdentifier) (protocol.String, error) {
		d, err := q.open(p.URI)
		if err != nil {
			return "", err
		}
		return protocol.String(d.text), nil
	}),
}}

// server is the server itself, to look at what it keeps.
func (e *editor) server() *server {
	e.t.Helper()
	var s *server
	look := func(_ context.Context, q *request) (any, error) { s = q.server; return nil, nil }
	e.look <- look
	ask[jsonrpc2.RawMessage](e, "test/look", map[string]any{})
	return s
}

// text is what the server takes a document's text to be.
func (e *editor) text(u uri.URI) string {
	e.t.Helper()
	return *ask[string](e, "test/text", map[string]any{"uri": string(u)})
}

// deadProcess is the ID of a process that has ended.
func deadProcess(t testing.TB) int {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	return c.Process.Pid
}

// code is the code of a call's error; 0 where it has none.
func code(err error) jsonrpc2.Code {
	var coded *jsonrpc2.Error
	if errors.As(err, &coded) {
		return coded.Code
	}
	return 0
}

// open opens a document and waits for its diagnostics.
func (e *editor) open(u uri.URI, src string) []protocol.Diagnostic {
	e.t.Helper()
	return e.openAs(u, "markdown", src)
}

func (e *editor) openAs(u uri.URI, language, src string) []protocol.Diagnostic {
	e.t.Helper()
	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(u), "languageId": language, "version": 1, "text": src}})
	return e.checked(u, 1)
}

// replace gives a document another text.
func (e *editor) replace(u uri.URI, version int32, src string) {
	e.t.Helper()
	e.change(u, version, map[string]any{"text": src})
}

func (e *editor) change(u uri.URI, version int32, changes ...any) {
	e.t.Helper()
	e.notify(protocol.MethodTextDocumentDidChange, map[string]any{"textDocument": map[string]any{"uri": string(u), "version": version}, "contentChanges": changes})
}

func (e *editor) close(u uri.URI) {
	e.t.Helper()
	e.notify(protocol.MethodTextDocumentDidClose, map[string]any{"textDocument": map[string]any{"uri": string(u)}})
}

// checked waits for the diagnostics of a version.
func (e *editor) checked(u uri.URI, version int32) []protocol.Diagnostic {
	e.t.Helper()
	var out []protocol.Diagnostic
	e.until("diagnostics of "+string(u), func() bool {
		p, ok := e.diagnostics[u]
		v, _ := p.Version.Get()
		out = p.Diagnostics
		return ok && v == version
	})
	return out
}

// codes are the rules of diagnostics, in order.
func codes(diags []protocol.Diagnostic) string {
	var out []string
	for _, d := range diags {
		out = append(out, string(d.Code.(protocol.String)))
	}
	return strings.Join(out, " ")
}

// workspaceOf writes files into a folder of the test's own.
func workspaceOf(t testing.TB, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
