package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// metaModel is the official description of the protocol, which says of each
// message what may stand in it.
type metaModel struct {
	Requests, Notifications []struct {
		Method                             string
		MessageDirection, ServerCapability string
		Params, Result                     *metaType
	}
	Structures []struct {
		Name            string
		Properties      []metaProperty
		Extends, Mixins []metaType
	}
	Enumerations []struct {
		Name                 string
		Type                 metaType
		SupportsCustomValues bool
		Values               []struct{ Value any }
	}
	TypeAliases []struct {
		Name string
		Type metaType
	}

	params, results map[string]*metaType // by method
	named           map[string]func(any) string
}

type metaProperty struct {
	Name     string
	Type     metaType
	Optional bool
}

type metaType struct {
	Kind, Name   string
	Items        []metaType
	Element, Key *metaType
	Value        json.RawMessage // of a map a type, of a literal its structure or string
}

// model is read once for all tests, from the module of the protocol's types.
var model = sync.OnceValues(func() (*metaModel, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "go.lsp.dev/protocol").Output()
	if err != nil {
		return nil, fmt.Errorf("finding the meta-model: %w", err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal", "genlsp", "testdata", "metaModel.json"))
	if err != nil {
		return nil, err
	}
	m := &metaModel{params: map[string]*metaType{}, results: map[string]*metaType{}, named: map[string]func(any) string{}}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, err
	}
	m.index()
	return m, nil
})

func (m *metaModel) index() {
	for _, r := range slices.Concat(m.Requests, m.Notifications) {
		m.params[r.Method], m.results[r.Method] = r.Params, r.Result
	}
	for _, a := range m.TypeAliases {
		m.named[a.Name] = func(v any) string { return m.check(&a.Type, v) }
	}
	m.named["LSPAny"] = func(any) string { return "" }
	for _, e := range m.Enumerations {
		m.named[e.Name] = func(v any) string {
			if !e.SupportsCustomValues && !slices.ContainsFunc(e.Values, func(x struct{ Value any }) bool { return x.Value == v }) {
				return fmt.Sprintf(": %v is no %s", v, e.Name)
			}
			return m.check(&e.Type, v)
		}
	}
	own := map[string][]metaProperty{}
	parents := map[string][]metaType{}
	for _, s := range m.Structures {
		own[s.Name], parents[s.Name] = s.Properties, slices.Concat(s.Extends, s.Mixins)
	}
	var all func(name string) []metaProperty
	all = func(name string) []metaProperty {
		out := slices.Clone(own[name])
		for _, p := range parents[name] {
			out = append(out, all(p.Name)...)
		}
		return out
	}
	for name := range own {
		properties := sync.OnceValue(func() []metaProperty { return all(name) })
		m.named[name] = func(v any) string { return m.object(properties(), v) }
	}
}

// check says what of a value is not as its type says, and where; "" for nothing.
func (m *metaModel) check(t *metaType, v any) string {
	switch t.Kind {
	case "base":
		return base(t.Name, v)
	case "reference":
		named := m.named[t.Name]
		if named == nil {
			return ": the meta-model has no " + t.Name
		}
		return named(v)
	case "array":
		list, ok := v.([]any)
		if !ok {
			return fmt.Sprintf(": %v is no array", v)
		}
		for i, x := range list {
			if problem := m.check(t.Element, x); problem != "" {
				return fmt.Sprintf("[%d]%s", i, problem)
			}
		}
	case "tuple":
		list, ok := v.([]any)
		if !ok || len(list) != len(t.Items) {
			return fmt.Sprintf(": %v is no tuple of %d", v, len(t.Items))
		}
		for i := range list {
			if problem := m.check(&t.Items[i], list[i]); problem != "" {
				return problem
			}
		}
	case "map":
		var of metaType
		object, ok := v.(map[string]any)
		if err := json.Unmarshal(t.Value, &of); err != nil || !ok {
			return fmt.Sprintf(": %v is no map", v)
		}
		for key, x := range object {
			if problem := m.check(&of, x); problem != "" {
				return "." + key + problem
			}
		}
	case "or":
		var problems []string
		for i := range t.Items {
			problem := m.check(&t.Items[i], v)
			if problem == "" {
				return ""
			}
			problems = append(problems, problem)
		}
		return " (each way: " + strings.Join(problems, " | ") + ")"
	case "stringLiteral":
		var want string
		if err := json.Unmarshal(t.Value, &want); err != nil || v != want {
			return fmt.Sprintf(": %v is not %q", v, want)
		}
	case "literal":
		var of struct{ Properties []metaProperty }
		if err := json.Unmarshal(t.Value, &of); err != nil {
			return err.Error()
		}
		return m.object(of.Properties, v)
	default:
		return ": the meta-model has a kind of type unknown here, " + t.Kind
	}
	return ""
}

// object checks a structure; what it does not have must not stand there.
func (m *metaModel) object(properties []metaProperty, v any) string {
	object, ok := v.(map[string]any)
	if !ok {
		return fmt.Sprintf(": %v is no object", v)
	}
	known := map[string]bool{}
	for i := range properties {
		p := &properties[i]
		known[p.Name] = true
		x, has := object[p.Name]
		if !has {
			if !p.Optional {
				return "." + p.Name + ": is missing"
			}
			continue
		}
		if problem := m.check(&p.Type, x); problem != "" {
			return "." + p.Name + problem
		}
	}
	for name := range object {
		if !known[name] {
			return "." + name + ": is not in the meta-model"
		}
	}
	return ""
}

func base(name string, v any) string {
	n, number := v.(float64)
	_, str := v.(string)
	_, boolean := v.(bool)
	whole := number && n == math.Trunc(n)
	ok := false
	switch name {
	case "string", "URI", "DocumentUri", "RegExp":
		ok = str && (name != "DocumentUri" || strings.Contains(v.(string), ":"))
	case "boolean":
		ok = boolean
	case "null":
		ok = v == nil
	case "decimal":
		ok = number
	case "integer":
		ok = whole && n >= math.MinInt32 && n <= math.MaxInt32
	case "uinteger":
		ok = whole && n >= 0 && n <= math.MaxInt32
	}
	if !ok {
		return fmt.Sprintf(": %v is no %s", v, name)
	}
	return ""
}

// recorder is the client's end of a connection, which holds whatever the server
// says against the meta-model.
type recorder struct {
	*end
	model    *metaModel
	received []byte

	mu       sync.Mutex
	asked    map[string]string // methods by the IDs of the client's requests
	problems []string
	checked  int
}

// newRecorder listens in a test; in a benchmark, of which it would be a part, it
// only passes on.
func newRecorder(t testing.TB, e *end) *recorder {
	t.Helper()
	if _, measures := t.(*testing.B); measures {
		return &recorder{end: e}
	}
	m, err := model()
	if err != nil {
		t.Fatal(err)
	}
	return &recorder{end: e, model: m, asked: map[string]string{}}
}

type anyMessage struct {
	ID             json.RawMessage
	Method         string
	Params, Result any
	Error          *struct {
		Code    any
		Message any
	}
}

// Write notes what the client asks; it takes one message, as the connection does.
func (r *recorder) Write(p []byte) (int, error) {
	var m anyMessage
	if r.model == nil {
		return r.end.Write(p)
	}
	if i := bytes.Index(p, []byte("\r\n\r\n")); i >= 0 && json.Unmarshal(p[i+4:], &m) == nil && m.Method != "" {
		r.mu.Lock()
		r.asked[string(m.ID)] = m.Method
		r.mu.Unlock()
	}
	return r.end.Write(p)
}

func (r *recorder) Read(p []byte) (int, error) {
	n, err := r.end.Read(p)
	if r.model == nil {
		return n, err
	}
	r.received = append(r.received, p[:n]...)
	for {
		head, rest, ok := bytes.Cut(r.received, []byte("\r\n\r\n"))
		_, length, found := strings.Cut(string(head), "Content-Length: ")
		length, _, _ = strings.Cut(length, "\r\n")
		size, bad := strconv.Atoi(length)
		if !ok || !found || bad != nil || len(rest) < size {
			return n, err
		}
		r.check(rest[:size])
		r.received = rest[size:]
	}
}

// check holds one message of the server against the meta-model.
func (r *recorder) check(body []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var m anyMessage
	if err := json.Unmarshal(body, &m); err != nil {
		r.problems = append(r.problems, fmt.Sprintf("no JSON: %v", err))
		return
	}
	types, method, value := r.model.params, m.Method, m.Params
	if method == "" {
		types, method, value = r.model.results, r.asked[string(m.ID)], m.Result
	}
	t, known := types[method]
	problem := ""
	switch {
	case strings.HasPrefix(method, "test/") || method == "" && m.Error != nil:
		return
	case m.Error != nil:
		if problem = base("integer", m.Error.Code); problem == "" {
			problem = base("string", m.Error.Message)
		}
	case !known:
		problem = ": is no message of the protocol"
	case t != nil:
		problem = r.model.check(t, value)
	case value != nil:
		problem = ": carries what it should not"
	}
	r.checked++
	if problem != "" {
		r.problems = append(r.problems, method+problem+" in "+string(body[:min(len(body), 400)]))
	}
}

// What is wrong is found, and what is right is not: a validator that says
// nothing of anything would pass every test.
func TestMetaModel(t *testing.T) {
	m, err := model()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ method, result, problem string }{
		{"textDocument/hover", `null`, ""},
		{"textDocument/hover", `{"contents": {"kind": "markdown", "value": "x"}}`, ""},
		{"textDocument/hover", `{"contents": {"kind": "html", "value": "x"}}`, "html is no MarkupKind"},
		{"textDocument/hover", `{"content": "x"}`, ".contents: is missing"},
		{"textDocument/hover", `{"contents": "x", "more": 1}`, ".more: is not in the meta-model"},
		{"textDocument/foldingRange", `[{"startLine": 0, "endLine": 2, "kind": "comment"}]`, ""},
		{"textDocument/foldingRange", `[{"startLine": -1, "endLine": 2}]`, "-1 is no uinteger"},
		{"textDocument/foldingRange", `[{"startLine": 1}]`, ".endLine: is missing"},
		{"textDocument/semanticTokens/full", `{"data": [0, 1.5]}`, "1.5 is no uinteger"},
	} {
		var v any
		if err := json.Unmarshal([]byte(tt.result), &v); err != nil {
			t.Fatal(err)
		}
		got := m.check(m.results[tt.method], v)
		if (tt.problem == "") != (got == "") || !strings.Contains(got, tt.problem) {
			t.Errorf("of %s in %s is said %q, want %q", tt.result, tt.method, got, tt.problem)
		}
	}
}

// The recorder sees what the server says, answers as well as notifications.
func TestRecorder(t *testing.T) {
	e := newEditor(t, start{})
	e.cursor(head)
	e.recorder.mu.Lock()
	checked := e.recorder.checked
	e.recorder.mu.Unlock()
	if checked < 2 {
		t.Errorf("%d messages were checked", checked)
	}
	r := newRecorder(t, nil)
	r.asked["1"] = "textDocument/hover"
	for _, wrong := range []string{
		`{"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": {"uri": "file:///a"}}`,
		`{"jsonrpc": "2.0", "id": 1, "result": {"contents": 5}}`,
		`{"jsonrpc": "2.0", "id": 1, "error": {"code": "x", "message": "y"}}`,
		`{"jsonrpc": "2.0", "method": "window/unheardOf"}`,
	} {
		before := len(r.problems)
		if r.check([]byte(wrong)); len(r.problems) != before+1 {
			t.Errorf("nothing is found wrong with %s", wrong)
		}
	}
}
