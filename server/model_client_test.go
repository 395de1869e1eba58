package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// randomClient does what comes to its mind, and keeps what the server should know.
type randomClient struct {
	t       *testing.T
	rng     *rand.Rand
	kind    clientKind
	dir     string
	e       *editor
	docs    map[uri.URI]*modelDocument
	markers int

	colours map[uri.URI]*protocol.SemanticTokens
	reports map[uri.URI]pulledReport

	// What is under way beside it.
	asking  sync.WaitGroup
	cancels []context.CancelFunc
	mu      sync.Mutex
	wrong   []string // answers that should not be

	did []string // told when it has failed
}

// note keeps what the client does, for whoever looks for the fault.
func (c *randomClient) note(what string, details ...any) {
	c.did = append(c.did, strings.ReplaceAll(what+fmt.Sprintf(strings.Repeat(" %.60q", len(details)), details...), c.dir, ""))
}

// modelDocument is what an open document must be.
type modelDocument struct {
	version int32
	text    string
}

// pulledReport is the last that was pulled of a document.
type pulledReport struct {
	id    string
	items json.RawMessage
}

func newRandomClient(t *testing.T, rng *rand.Rand, kind clientKind) *randomClient {
	t.Helper()
	files := map[string]string{".git/HEAD": "", "first.md": ""}
	for _, name := range modelFiles {
		if rng.IntN(2) == 0 {
			files[name] = textFor(rng, name)
		}
	}
	c := &randomClient{
		t: t, rng: rng, kind: kind, dir: workspaceOf(t, files),
		docs: map[uri.URI]*modelDocument{}, colours: map[uri.URI]*protocol.SemanticTokens{}, reports: map[uri.URI]pulledReport{},
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the client is %+v, and did:\n%s", kind, strings.Join(c.did, "\n"))
		}
	})
	c.e = newEditor(t, start{folders: []string{c.dir}, capabilities: kind.capabilities})
	return c
}

// step does one thing.
func (c *randomClient) step() {
	switch n := c.rng.IntN(100); {
	case n < 40 && len(c.docs) > 0:
		c.edit(c.anyDocument())
	case n < 52:
		c.open()
	case n < 58 && len(c.docs) > 0:
		c.close(c.anyDocument())
	case n < 64 && len(c.docs) > 0:
		c.save(c.anyDocument())
	case n < 76:
		c.changeFile()
	case n < 79:
		c.changeFolder()
	case n < 96 && len(c.docs) > 0:
		c.request(c.anyDocument())
	default:
		for _, cancel := range c.cancels {
			cancel()
		}
		c.cancels = nil
	}
}

func (c *randomClient) anyDocument() uri.URI {
	return pick(c.rng, slices.Sorted(maps.Keys(c.docs)))
}

func (c *randomClient) path(name string) string {
	return filepath.Join(c.dir, filepath.FromSlash(name))
}

// open opens a file, one that is not there, or a document without one.
func (c *randomClient) open() {
	name := pick(c.rng, modelFiles)
	u := uri.File(c.path(name))
	if c.rng.IntN(12) == 0 {
		u = "untitled:Untitled-1"
	}
	if c.docs[u] != nil {
		return
	}
	d := &modelDocument{version: int32(c.rng.IntN(5)), text: textFor(c.rng, name)}
	if src, err := os.ReadFile(c.path(name)); err == nil && c.rng.IntN(4) > 0 {
		d.text = strings.ToValidUTF8(string(src), "")
	}
	c.docs[u] = d
	c.note("open", u, d.text)
	c.tellOpen(c.e, u, d)
}

func (c *randomClient) tellOpen(e *editor, u uri.URI, d *modelDocument) {
	language := "markdown"
	if strings.HasSuffix(string(u), ".yaml") {
		language = "yaml"
	}
	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(u), "languageId": language, "version": d.version, "text": d.text}})
}

func (c *randomClient) close(u uri.URI) {
	c.note("close", u)
	delete(c.docs, u)
	delete(c.colours, u)
	c.e.close(u)
}

// edit changes a document in one or several places at once.
func (c *randomClient) edit(u uri.URI) {
	d := c.docs[u]
	d.version += 1 + int32(c.rng.IntN(3))
	var changes []any
	for range 1 + c.rng.IntN(3) {
		// What says which files count stays as it was meant: a slip could leave all out.
		if strings.Contains(string(u), "/.") || c.rng.IntN(15) == 0 {
			d.text = textFor(c.rng, string(u))
			changes = append(changes, map[string]any{"text": d.text})
			continue
		}
		runes := []rune(d.text)
		from := between(runes, c.rng.IntN(len(runes)+1))
		to := between(runes, min(len(runes), from+[]int{0, 0, 1, 3, 40}[c.rng.IntN(5)]))
		typed := ""
		if from == to || c.rng.IntN(2) == 0 {
			typed = pick(c.rng, modelPieces)
		}
		changes = append(changes, map[string]any{"text": typed, "range": map[string]any{"start": c.position(runes, from), "end": c.position(runes, to)}})
		d.text = string(runes[:from]) + typed + string(runes[to:])
	}
	c.note("edit", u, d.text)
	c.e.change(u, d.version, changes...)
}

// between is an offset that does not part a line's two-byte end, where a client
// can have no cursor.
func between(runes []rune, at int) int {
	if at > 0 && at < len(runes) && runes[at-1] == '\r' && runes[at] == '\n' {
		return at + 1
	}
	return at
}

// position is a place as the client counts. At the end of a line it may well say
// more than the line has, and behind the last one any line.
func (c *randomClient) position(runes []rune, at int) map[string]any {
	line, begin := 0, 0
	for i, r := range runes[:at] {
		if r == '\n' || r == '\r' && !(i+1 < len(runes) && runes[i+1] == '\n') {
			line, begin = line+1, i+1
		}
	}
	column := 0
	switch before := runes[begin:at]; c.kind.encoding {
	case "utf-8":
		column = len(string(before))
	case "utf-16":
		column = len(utf16.Encode(before))
	default:
		column = len(before)
	}
	if (at == len(runes) || runes[at] == '\n' || runes[at] == '\r') && c.rng.IntN(10) == 0 {
		column += c.rng.IntN(1000)
	}
	if at == len(runes) && c.rng.IntN(10) == 0 {
		line += 1 + c.rng.IntN(1000)
	}
	return map[string]any{"line": line, "character": column}
}

// save writes a document's text to its file.
func (c *randomClient) save(u uri.URI) {
	if !u.IsFile() {
		return
	}
	c.note("save", u)
	kind := c.write(u.FsPath(), c.docs[u].text)
	c.e.notify(protocol.MethodTextDocumentDidSave, map[string]any{"textDocument": map[string]any{"uri": string(u)}})
	c.tell(u.FsPath(), kind)
}

// write writes a file, and says what a watcher would.
func (c *randomClient) write(path, src string) protocol.FileChangeType {
	c.t.Helper()
	kind := protocol.FileChangeTypeChanged
	if _, err := os.Stat(path); err != nil {
		kind = protocol.FileChangeTypeCreated
	}
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(src), 0o644)); err != nil {
		c.t.Fatal(err)
	}
	return kind
}

func (c *randomClient) tell(path string, kind protocol.FileChangeType) {
	if c.kind.watches {
		tellOf(c.e, path, kind)
	}
}

func tellOf(e *editor, path string, kind protocol.FileChangeType) {
	e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": []any{map[string]any{"uri": string(uri.File(path)), "type": kind}}})
}

// changeFile lets another program write or delete a file.
func (c *randomClient) changeFile() {
	name := pick(c.rng, modelFiles)
	path := c.path(name)
	if c.rng.IntN(4) > 0 {
		src := textFor(c.rng, name)
		if c.rng.IntN(10) == 0 {
			src += "\xff\xfe"
		}
		c.note("write", path, src)
		c.tell(path, c.write(path, src))
		return
	}
	if err := os.Remove(path); err == nil {
		c.note("remove", path)
		c.tell(path, protocol.FileChangeTypeDeleted)
	}
}

// changeFolder renames a folder, or deletes it.
func (c *randomClient) changeFolder() {
	from, to := c.path(pick(c.rng, []string{"sub", "achievements", "roles"})), c.path(pick(c.rng, []string{"achievements", "moved", "sub"}))
	if _, err := os.Stat(from); err != nil || from == to {
		return
	}
	if err := os.RemoveAll(to); err != nil {
		c.t.Fatal(err)
	}
	c.tell(to, protocol.FileChangeTypeDeleted)
	if c.rng.IntN(3) == 0 {
		to = filepath.Join(c.t.TempDir(), "gone")
	}
	c.note("rename", from, to)
	if err := os.Rename(from, to); err != nil {
		c.t.Fatal(err)
	}
	c.tell(from, protocol.FileChangeTypeDeleted)
	err := filepath.WalkDir(c.dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasPrefix(path, to+string(filepath.Separator)) {
			c.tell(path, protocol.FileChangeTypeCreated)
		}
		return err
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

// methods are all that can be asked, in a fixed order.
var methods = func() []string {
	var out []string
	for _, f := range features {
		out = slices.AppendSeq(out, maps.Keys(f.calls))
	}
	slices.Sort(out)
	return out
}()

// params are such that every method finds in them what it takes.
func (c *randomClient) params(u uri.URI, method string) map[string]any {
	runes := []rune(c.docs[u].text)
	from := between(runes, c.rng.IntN(len(runes)+1))
	to := between(runes, min(len(runes), from+c.rng.IntN(200)))
	at := c.position(runes, from)
	other := uri.File(c.path(pick(c.rng, modelFiles)))
	p := map[string]any{
		"textDocument": map[string]any{"uri": string(u)}, "position": at, "positions": []any{at},
		"range": map[string]any{"start": at, "end": c.position(runes, to)},
		"query": pick(c.rng, []string{"", "a", "ACH", "night"}), "newName": pick(c.rng, []string{"ACH-042", "ward", "x y", ""}),
		"ch": "\n", "options": map[string]any{"tabSize": 4, "insertSpaces": true}, "previousResultId": "1", "previousResultIds": []any{},
		"files":   []any{map[string]any{"oldUri": string(u), "newUri": string(other), "uri": string(u)}},
		"command": pick(c.rng, commands).name, "uri": string(pick(c.rng, []uri.URI{u, "achievement-ls:/timeline.md", "achievement-ls:/rules/weak-verb.md", "achievement-ls:/periods/2026-H1.md"})),
		"arguments": []any{map[string]any{"uri": string(u), "title": "T", "name": "N", "period": "2026-H1", "format": "text"}},
		"label":     "x", "name": "x", "kind": 1, "title": "x", "location": map[string]any{"uri": string(other)}, "data": []any{c.rng.IntN(3), c.rng.IntN(3)},
		"context": map[string]any{"diagnostics": []any{}, "triggerKind": 1, "includeDeclaration": true},
	}
	switch method {
	case protocol.MethodCodeActionResolve, protocol.MethodInlayHintResolve, protocol.MethodWorkspaceSymbolResolve:
		p["data"] = pick(c.rng, []any{nil, map[string]any{"uri": string(u), "version": c.docs[u].version, "fix": 0}, 5})
	}
	return p
}

// request asks for anything, and waits for the answer or not.
func (c *randomClient) request(u uri.URI) {
	method := pick(c.rng, methods)
	params := c.params(u, method)
	c.note(method, u)
	ctx, cancel := context.WithCancel(context.Background())
	if c.rng.IntN(3) > 0 {
		defer cancel()
		c.ask(ctx, method, params)
		return
	}
	c.cancels = append(c.cancels, cancel)
	c.asking.Go(func() { c.ask(ctx, method, params) })
}

// ask sends a request, which may be refused but may not fail by a fault.
func (c *randomClient) ask(ctx context.Context, method string, params map[string]any) {
	body, err := json.Marshal(params)
	if err != nil {
		panic(err)
	}
	err = protocol.Call(ctx, c.e.conn, method, jsonrpc2.RawMessage(body), new(jsonrpc2.RawMessage))
	if n := code(err); n == jsonrpc2.InternalError || n == jsonrpc2.MethodNotFound || n == jsonrpc2.ParseError || err != nil && n == 0 && ctx.Err() == nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.wrong = append(c.wrong, fmt.Sprintf("%s is answered %v", method, err))
	}
}
