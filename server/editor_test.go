package server

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// What an editor does.

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

// rawJSON is JSON as it stands in params.
func rawJSON(src string) json.RawMessage { return json.RawMessage(src) }
