package server

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// compare holds what the server says against what a new one says.
func (c *randomClient) compare() {
	c.t.Helper()
	c.note("compare")
	for _, cancel := range c.cancels {
		cancel()
	}
	c.cancels = nil
	c.asking.Wait()
	for _, w := range c.wrong {
		c.t.Error(w)
	}
	fresh := newEditor(c.t, start{folders: []string{c.dir}, capabilities: c.kind.capabilities})
	defer fresh.transport.Close()
	documents := slices.Sorted(maps.Keys(c.docs))
	for _, u := range documents {
		c.tellOpen(fresh, u, c.docs[u])
	}
	c.settle(fresh, c.e)
	for _, u := range documents {
		if got := c.e.text(u); got != c.docs[u].text {
			c.t.Fatalf("the text of %s is %q, want %q", u, got, c.docs[u].text)
		}
		for method, params := range c.comparable(u) {
			c.same(fresh, method, params)
		}
		c.sameColours(fresh, u)
	}
	c.same(fresh, protocol.MethodWorkspaceSymbol, map[string]any{"query": ""})
	c.same(fresh, protocol.MethodWorkspaceTextDocumentContent, map[string]any{"uri": "achievement-ls:/timeline.md"})
	c.sameDiagnostics(fresh)
	c.e.mu.Lock()
	defer c.e.mu.Unlock()
	for _, said := range c.e.logged {
		if strings.HasPrefix(said, "a handler failed") || strings.HasPrefix(said, "failed ") {
			c.t.Errorf("the server has logged %q", said)
		}
	}
	if c.t.Failed() {
		c.t.FailNow()
	}
}

// comparable is what can be asked of a document and has one right answer.
func (c *randomClient) comparable(u uri.URI) map[string]map[string]any {
	out := map[string]map[string]any{}
	for _, method := range []string{
		protocol.MethodTextDocumentDocumentSymbol, protocol.MethodTextDocumentInlayHint, protocol.MethodTextDocumentFoldingRange,
		protocol.MethodTextDocumentCodeLens, protocol.MethodTextDocumentDocumentLink, protocol.MethodTextDocumentHover,
		protocol.MethodTextDocumentCompletion, protocol.MethodTextDocumentCodeAction, protocol.MethodTextDocumentDefinition,
		protocol.MethodTextDocumentReferences, protocol.MethodTextDocumentSemanticTokensFull, protocol.MethodTextDocumentFormatting,
		protocol.MethodTextDocumentSelectionRange, protocol.MethodTextDocumentRename,
	} {
		out[method] = c.params(u, method)
	}
	for _, method := range []string{protocol.MethodTextDocumentInlayHint, protocol.MethodTextDocumentCodeAction} {
		out[method]["range"] = whole(u)["range"]
	}
	return out
}

// markerFile is one that no configuration here leaves out.
const markerFile = "ACH-900-Marker.md"

// settle waits until servers have read all that they were told of: what is told
// of last is read last. A workspace within a workspace is read after it.
func (c *randomClient) settle(editors ...*editor) {
	c.t.Helper()
	marker := c.path(markerFile)
	for range 3 {
		c.markers++
		title := fmt.Sprintf("Marker %d", c.markers)
		kind := c.write(marker, "# Achievement: "+title+"\n")
		for _, e := range editors {
			if c.kind.watches {
				tellOf(e, marker, kind)
			}
		}
		for _, e := range editors {
			s := e.server()
			for {
				e.mu.Lock()
				said := len(e.logged)
				e.mu.Unlock()
				if r := s.session.state().rootOf(marker); r != nil && r.disk != nil {
					if f := r.disk.File(markerFile); f != nil && len(f.Entries) > 0 && f.Entries[0].Title == title {
						break
					}
				}
				e.until(title, func() bool { return len(e.logged) > said })
			}
		}
	}
}

// same asks both servers, and holds one answer against the other.
func (c *randomClient) same(fresh *editor, method string, params map[string]any) {
	c.t.Helper()
	got, want := answerOf(c.e, method, params), answerOf(fresh, method, params)
	if !reflect.DeepEqual(got, want) {
		c.t.Errorf("%s of %v at %v is answered\n%s\nby a new server\n%s", method, params["textDocument"], params["position"], brief(got, want), brief(want, got))
	}
}

// answerOf is an answer without what only the server that gave it can read.
func answerOf(e *editor, method string, params map[string]any) any {
	var body jsonrpc2.RawMessage
	if err := e.call(method, params, &body); err != nil {
		if code(err) == jsonrpc2.InternalError {
			e.t.Errorf("%s is answered %v", method, err)
		}
		return err.Error()
	}
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		return err.Error()
	}
	return without(v)
}

// without takes the server's own names off a value.
func without(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "data")
		delete(v, "resultId")
		for name := range v {
			v[name] = without(v[name])
		}
	case []any:
		for i := range v {
			v[i] = without(v[i])
		}
	}
	return v
}

// brief is a value from shortly before it differs from another.
func brief(v, other any) string {
	a, _ := json.Marshal(v)
	b, _ := json.Marshal(other)
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	return string(a[max(0, at-200):min(len(a), at+300)])
}

// sameColours holds tokens that were kept up by their changes alone against those
// of the new server.
func (c *randomClient) sameColours(fresh *editor, u uri.URI) {
	c.t.Helper()
	params := documentParams(u)
	last := c.colours[u]
	method := protocol.MethodTextDocumentSemanticTokensFull
	if last != nil && last.ResultID != nil {
		method, params["previousResultId"] = protocol.MethodTextDocumentSemanticTokensFullDelta, *last.ResultID
	}
	var answer struct {
		ResultID *string                       `json:"resultId"`
		Data     []uint32                      `json:"data"`
		Edits    []protocol.SemanticTokensEdit `json:"edits"`
	}
	if err := c.e.call(method, params, &answer); err != nil {
		c.t.Fatal(err)
	}
	now := &protocol.SemanticTokens{ResultID: answer.ResultID, Data: answer.Data}
	if answer.Edits != nil {
		now.Data = slices.Clone(last.Data)
		for _, x := range slices.Backward(answer.Edits) {
			now.Data = slices.Replace(now.Data, int(x.Start), int(x.Start+x.DeleteCount), x.Data...)
		}
	}
	c.colours[u] = now
	want := *ask[*protocol.SemanticTokens](fresh, protocol.MethodTextDocumentSemanticTokensFull, documentParams(u))
	if want == nil {
		want = &protocol.SemanticTokens{}
	}
	if !slices.Equal(now.Data, want.Data) {
		c.t.Errorf("%s is coloured %v by %s, by a new server %v", u, now.Data, method, want.Data)
	}
}

// sameDiagnostics holds the diagnostics that the client has against those that a
// new server finds in the documents, and in files where these are checked too.
func (c *randomClient) sameDiagnostics(fresh *editor) {
	c.t.Helper()
	s := fresh.server()
	st := s.session.state()
	subjects := slices.Collect(maps.Keys(st.open))
	for _, r := range st.roots {
		if r.checksAll() {
			subjects = append(subjects, st.checkable(r)...)
		}
	}
	want := map[uri.URI]string{}
	for _, u := range subjects {
		diags, _, err := s.report(st, u)
		if err != nil {
			c.t.Fatal(err)
		}
		want[u] = diagnosticsText(diags)
	}
	if c.kind.pulls {
		c.pull()
		for u, text := range want {
			if got, ok := c.reports[u]; !ok || readable(got.items) != text {
				c.t.Errorf("pulled of %s is %s, a new server finds %s", u, readable(got.items), text)
			}
		}
		for u, report := range c.reports {
			if want[u] == "" && readable(report.items) != "[]" {
				c.t.Errorf("pulled of %s is %s, though it is not to be checked", u, readable(report.items))
			}
		}
		return
	}
	differs := func() string {
		for u, text := range want {
			p, ok := c.e.diagnostics[u]
			got := diagnosticsText(p.Diagnostics)
			version, _ := p.Version.Get()
			if d := c.docs[u]; d != nil && (!ok || version != d.version) {
				return fmt.Sprintf("%s has diagnostics of version %d, not %d", u, version, d.version)
			}
			if got != text && (ok || text != "[]") {
				return fmt.Sprintf("%s has the diagnostics\n%s\nof a new server\n%s", u, got, text)
			}
		}
		for u, p := range c.e.diagnostics {
			if want[u] == "" && len(p.Diagnostics) > 0 {
				return fmt.Sprintf("%s has diagnostics though it is not to be checked", u)
			}
		}
		return ""
	}
	last := ""
	defer func() {
		if last != "" {
			c.t.Log(last)
		}
	}()
	c.e.until("the diagnostics of a new server in "+filepath.Base(c.dir), func() bool { last = differs(); return last == "" })
}

// pull asks for the diagnostics of everything, each time with what it got before.
func (c *randomClient) pull() {
	c.t.Helper()
	var previous []any
	for u, r := range c.reports {
		previous = append(previous, map[string]any{"uri": string(u), "value": r.id})
	}
	type item struct {
		Kind, ResultID string
		URI            uri.URI
		Items          json.RawMessage
	}
	take := func(u uri.URI, x item) {
		switch x.Kind {
		case "full":
			c.reports[u] = pulledReport{x.ResultID, x.Items}
		case "unchanged":
			if c.reports[u].id != x.ResultID {
				c.t.Errorf("%s is unchanged since %q, which it never had", u, x.ResultID)
			}
		default:
			c.t.Errorf("a report of %s is %q", u, x.Kind)
		}
	}
	var all struct{ Items []item }
	body := ask[jsonrpc2.RawMessage](c.e, protocol.MethodWorkspaceDiagnostic, map[string]any{"previousResultIds": append([]any{}, previous...)})
	if err := json.Unmarshal(*body, &all); err != nil {
		c.t.Fatal(err)
	}
	for _, x := range all.Items {
		take(x.URI, x)
	}
	for u := range c.docs {
		params := documentParams(u)
		if r, ok := c.reports[u]; ok && c.rng.IntN(2) == 0 {
			params["previousResultId"] = r.id
		}
		var one item
		body := ask[jsonrpc2.RawMessage](c.e, protocol.MethodTextDocumentDiagnostic, params)
		if err := json.Unmarshal(*body, &one); err != nil {
			c.t.Fatal(err)
		}
		take(u, one)
	}
}

// diagnosticsText is diagnostics in a form that can be compared and read.
func diagnosticsText(diags []protocol.Diagnostic) string {
	body, err := protocol.Marshal(diags)
	if err != nil {
		return err.Error()
	}
	return readable(body)
}

// readable is JSON in one form, with "[]" for nothing.
func readable(body json.RawMessage) string {
	var v any
	if len(body) == 0 || json.Unmarshal(body, &v) != nil || v == nil {
		return "[]"
	}
	out, err := json.Marshal(without(v))
	if err != nil {
		return err.Error()
	}
	return string(out)
}
