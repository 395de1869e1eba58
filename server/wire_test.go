package server

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// testFeature has methods that do what real ones should not.
func testFeature(entered chan<- string, release <-chan struct{}) feature {
	return feature{name: "test", calls: map[string]handler{
		"test/panic": func(context.Context, *request) (any, error) { panic("as asked") },
		"test/wait": func(ctx context.Context, q *request) (any, error) {
			entered <- "wait"
			select {
			case <-ctx.Done():
				entered <- "cancelled"
				return nil, ctx.Err()
			case <-release:
				return protocol.String("done"), nil
			}
		},
		"test/fail": func(context.Context, *request) (any, error) { return nil, fmt.Errorf("no luck") },
	}}
}

func lifeOf(t *testing.T, e *editor) {
	t.Helper()
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-Alive.md"))
	e.open(u, handover)
	if err := e.call(protocol.MethodTextDocumentHover, position(u, 0, 3), nil); err != nil {
		t.Errorf("the server has stopped to answer: %v", err)
	}
}

func position(u uri.URI, line, character uint32) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": string(u)}, "position": map[string]any{"line": line, "character": character}}
}

func TestErrorsOnTheWire(t *testing.T) {
	entered := make(chan string, 2)
	e := newEditor(t, start{features: append([]feature{testFeature(entered, nil)}, features...)})
	for _, tt := range []struct {
		name, method string
		params       any
		want         jsonrpc2.Code
	}{
		{"a panic", "test/panic", map[string]any{}, jsonrpc2.InternalError},
		{"an error", "test/fail", map[string]any{}, codeRequestFailed},
		{"an unknown request", "textDocument/telepathy", map[string]any{}, jsonrpc2.MethodNotFound},
		{"wrong params", protocol.MethodTextDocumentHover, map[string]any{"textDocument": 7}, jsonrpc2.InvalidParams},
		{"an unknown document", protocol.MethodTextDocumentHover, position("file:///nowhere/x.md", 0, 0), jsonrpc2.InvalidParams},
		{"a second initialize", protocol.MethodInitialize, map[string]any{"capabilities": map[string]any{}}, jsonrpc2.InvalidRequest},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := e.call(tt.method, tt.params, nil)
			if code(err) != tt.want {
				t.Errorf("answered %v, want code %d", err, tt.want)
			}
			lifeOf(t, e)
		})
	}
	t.Run("no params", func(t *testing.T) {
		_, err := e.conn.Call(context.Background(), protocol.MethodTextDocumentHover, nil, nil)
		if code(err) != jsonrpc2.InvalidParams {
			t.Errorf("answered %v", err)
		}
	})
}

// Whatever comes as a notification, the session goes on.
func TestNotificationsDoNoHarm(t *testing.T) {
	e := newEditor(t, start{})
	for method, params := range map[string]any{
		"$/telepathy":                                 map[string]any{},
		"x/unknown":                                   []any{1, 2},
		protocol.MethodTextDocumentDidOpen:            map[string]any{"textDocument": 3},
		protocol.MethodTextDocumentDidChange:          map[string]any{"textDocument": map[string]any{"uri": "file:///no.md", "version": 2}, "contentChanges": []any{map[string]any{"text": "x"}}},
		protocol.MethodTextDocumentDidClose:           map[string]any{"textDocument": map[string]any{"uri": "file:///no.md"}},
		protocol.MethodTextDocumentDidSave:            map[string]any{"textDocument": map[string]any{"uri": "untitled:1"}},
		protocol.MethodCancelRequest:                  map[string]any{"id": 99999999999},
		protocol.MethodWindowWorkDoneProgressCancel:   map[string]any{"token": "never seen"},
		protocol.MethodWorkspaceDidChangeWatchedFiles: map[string]any{"changes": []any{map[string]any{"uri": "untitled:1", "type": 1}, map[string]any{"uri": "file:///no/such.md", "type": 3}}},
		protocol.MethodSetTrace:                       map[string]any{"value": "verbose"},
		protocol.MethodInitialized:                    map[string]any{},
	} {
		e.notify(method, params)
	}
	if err := e.conn.Notify(context.Background(), protocol.MethodTextDocumentDidChange, nil); err != nil {
		t.Fatal(err)
	}
	lifeOf(t, e)
}

func TestLifecycle(t *testing.T) {
	t.Run("before initialize", func(t *testing.T) {
		e := connect(t, start{})
		if err := e.call(protocol.MethodTextDocumentHover, position("file:///x.md", 0, 0), nil); code(err) != jsonrpc2.ServerNotInitialized {
			t.Errorf("a request before initialize is answered %v", err)
		}
		e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": "file:///x.md", "languageId": "markdown", "version": 1, "text": ""}})
		if err := e.call(protocol.MethodInitialize, map[string]any{"capabilities": 3}, nil); code(err) != jsonrpc2.InvalidParams {
			t.Errorf("wrong capabilities are answered %v", err)
		}
		ask[protocol.InitializeResult](e, protocol.MethodInitialize, map[string]any{"processId": nil, "rootUri": nil, "capabilities": map[string]any{}})
		lifeOf(t, e)
	})
	t.Run("after shutdown", func(t *testing.T) {
		e := newEditor(t, start{})
		ask[jsonrpc2.RawMessage](e, protocol.MethodShutdown, map[string]any{})
		if err := e.call(protocol.MethodTextDocumentHover, position("file:///x.md", 0, 0), nil); code(err) != jsonrpc2.InvalidRequest {
			t.Errorf("a request after shutdown is answered %v", err)
		}
		e.notify(protocol.MethodExit, map[string]any{})
		e.ends(nil)
	})
	t.Run("exit without shutdown", func(t *testing.T) {
		e := newEditor(t, start{})
		e.notify(protocol.MethodExit, map[string]any{})
		e.ends(errExitWithoutShutdown)
	})
	t.Run("exit before initialize", func(t *testing.T) {
		e := connect(t, start{})
		e.notify(protocol.MethodExit, map[string]any{})
		e.ends(errExitWithoutShutdown)
	})
	t.Run("the client dies while it is answered", func(t *testing.T) {
		entered := make(chan string, 2)
		e := newEditor(t, start{features: []feature{testFeature(entered, nil)}})
		go e.conn.Call(context.Background(), "test/wait", jsonrpc2.RawMessage("{}"), nil)
		<-entered
		e.transport.Close()
		if got := <-entered; got != "cancelled" {
			t.Errorf("the running request is %s", got)
		}
		e.ends(errClosed)
	})
	t.Run("the client's process is gone", func(t *testing.T) {
		e := connect(t, start{})
		// The end may come before the answer does.
		_ = e.call(protocol.MethodInitialize, map[string]any{"processId": deadProcess(t), "rootUri": nil, "capabilities": map[string]any{}}, nil)
		e.ends(errOrphaned)
	})
}

// A cancelled request is answered so, and stops working.
func TestCancel(t *testing.T) {
	entered := make(chan string, 2)
	e := newEditor(t, start{features: append([]feature{testFeature(entered, nil)}, features...)})
	ctx, cancel := context.WithCancel(context.Background())
	answer := make(chan error, 1)
	go func() {
		answer <- protocol.Call(ctx, e.conn, "test/wait", jsonrpc2.RawMessage("{}"), nil)
	}()
	<-entered
	cancel()
	if got := <-entered; got != "cancelled" {
		t.Errorf("the request is %s", got)
	}
	<-answer
	lifeOf(t, e)
}

// Each request sees exactly the edits sent before it, though all messages lie ready
// to be read and a slow request is under way; and diagnostics never go back.
func TestOrder(t *testing.T) {
	entered, release := make(chan string, 1), make(chan struct{})
	const n = 500
	client := newRaw(t, append([]feature{testFeature(entered, release), textFeature}, features...))
	id := map[string]any{"uri": "file:///order/ACH-001-Order.md"}
	client.add("initialize", 1, map[string]any{"processId": nil, "rootUri": nil, "capabilities": map[string]any{}})
	client.add("textDocument/didOpen", 0, map[string]any{"textDocument": map[string]any{"uri": id["uri"], "languageId": "markdown", "version": 1, "text": ""}})
	client.add("test/wait", 2, map[string]any{})
	want := map[int]string{}
	text := ""
	for i := range n {
		typed := fmt.Sprintf("%d ", i)
		text = typed + text
		client.add("textDocument/didChange", 0, map[string]any{
			"textDocument": map[string]any{"uri": id["uri"], "version": i + 2}, "contentChanges": []any{partial(protocol.Position{}, protocol.Position{}, typed)},
		})
		client.add("textDocument/completion", 10+2*i, map[string]any{"textDocument": id, "position": protocol.Position{}})
		client.add("test/text", 11+2*i, id)
		want[11+2*i] = text
	}
	client.send()
	<-entered
	version := 0
	for answers := 0; answers < 2*n+1 || version < n+1; {
		m := client.receive()
		switch {
		case m.Method == protocol.MethodTextDocumentPublishDiagnostics:
			if m.Params.Version <= version {
				t.Errorf("diagnostics of version %d come after those of %d", m.Params.Version, version)
			}
			version = m.Params.Version
		case m.Error != nil:
			t.Fatalf("request %d is answered %s", m.ID, m.Error)
		default:
			answers++
			if text, ok := want[m.ID]; ok {
				var got string
				if err := json.Unmarshal(m.Result, &got); err != nil || got != text {
					t.Fatalf("request %d saw %.40q, want %.40q", m.ID, got, text)
				}
			}
		}
	}
	close(release)
	if m := client.receive(); m.ID != 2 || m.Error != nil {
		t.Errorf("the slow request is answered %+v", m)
	}
}

// A client that announces nothing gets what every client understands.
func TestMinimalClient(t *testing.T) {
	e := newEditor(t, start{capabilities: "{}"})
	caps := e.initialized.Capabilities
	if caps.PositionEncoding != protocol.PositionEncodingKindUTF16 || caps.CodeActionProvider != protocol.Boolean(true) || caps.DiagnosticProvider != nil {
		t.Errorf("it is told of %s, code actions %v, pulled diagnostics %v", caps.PositionEncoding, caps.CodeActionProvider, caps.DiagnosticProvider)
	}
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
	diags := e.open(u, "# Achievement: A\n\n## Tags\n\n- #a\n\n<!-- achievement-ls disable-file weak-verb -->\n")
	for _, d := range diags {
		if d.Data != nil || d.RelatedInformation != nil || d.Tags.Len() > 0 {
			t.Errorf("a diagnostic carries what the client did not ask for: %+v", d)
		}
	}
	var flat protocol.SymbolInformationSlice
	if err := e.call(protocol.MethodTextDocumentDocumentSymbol, map[string]any{"textDocument": map[string]any{"uri": string(u)}}, &flat); err != nil || len(flat) == 0 || flat[0].Location.URI != u {
		t.Errorf("its outline is %v, %v", flat, err)
	}
	h := ask[protocol.Hover](e, protocol.MethodTextDocumentHover, position(u, 2, 4))
	if m, ok := h.Contents.(*protocol.MarkupContent); !ok || m.Kind != protocol.MarkupKindPlainText {
		t.Errorf("it is shown %+v", h.Contents)
	}
	list := ask[protocol.CompletionList](e, protocol.MethodTextDocumentCompletion, position(u, 6, 33))
	for _, item := range list.Items {
		if item.InsertTextFormat == protocol.InsertTextFormatSnippet || item.LabelDetails != nil {
			t.Errorf("it is offered %+v", item)
		}
	}
	if len(e.registered) > 0 || len(e.progress) > 0 {
		t.Errorf("it is asked for %v, %v", e.registered, e.progress)
	}
}

func TestEncodings(t *testing.T) {
	const src = "# Achievement: 𐐀é\n\n## Sumary\n\n𐐀 done\n\n## Tags\n\n- 𐐀 #Ä x\n"
	for offered, want := range map[string]protocol.PositionEncodingKind{
		`["utf-8", "utf-16"]`: protocol.PositionEncodingKindUTF16,
		`["utf-8", "utf-32"]`: protocol.PositionEncodingKindUTF8,
		`["utf-32", "utf-8"]`: protocol.PositionEncodingKindUTF32,
		`["klingon"]`:         protocol.PositionEncodingKindUTF16,
		`[]`:                  protocol.PositionEncodingKindUTF16,
	} {
		e := newEditor(t, start{capabilities: `{"general": {"positionEncodings": ` + offered + `}}`})
		if got := e.initialized.Capabilities.PositionEncoding; got != want {
			t.Errorf("a client that offers %s gets %s, want %s", offered, got, want)
			continue
		}
		u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
		e.open(u, src)
		title := map[protocol.PositionEncodingKind]uint32{protocol.PositionEncodingKindUTF8: 21, protocol.PositionEncodingKindUTF16: 18, protocol.PositionEncodingKindUTF32: 17}[want]
		e.change(u, 2, partial(protocol.Position{Character: title}, protocol.Position{Character: title}, "!"))
		e.checked(u, 2)
		if got := e.text(u); !strings.HasPrefix(got, "# Achievement: 𐐀é!\n") {
			t.Errorf("%s: typing at the end of the title gives %.30q", want, got)
		}
	}
}

// A request that says no place is refused, and not answered for the start of the
// document.
func TestPlaceIsMissing(t *testing.T) {
	e := newEditor(t, start{capabilities: modern})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-Place.md"))
	e.open(u, head)
	for method, want := range map[string]string{
		protocol.MethodTextDocumentHover:           "position",
		protocol.MethodTextDocumentCompletion:      "position",
		protocol.MethodTextDocumentDefinition:      "position",
		protocol.MethodTextDocumentReferences:      "position",
		protocol.MethodTextDocumentRename:          "position",
		protocol.MethodTextDocumentSelectionRange:  "positions",
		protocol.MethodTextDocumentCodeAction:      "range",
		protocol.MethodTextDocumentInlayHint:       "range",
		protocol.MethodTextDocumentRangeFormatting: "range",
	} {
		err := e.call(method, map[string]any{"textDocument": map[string]any{"uri": string(u)}}, nil)
		if code(err) != jsonrpc2.InvalidParams || !strings.Contains(err.Error(), `"`+want+`"`) {
			t.Errorf("%s is answered %v, want that %q is missing", method, err, want)
		}
	}
}
