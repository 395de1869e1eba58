package server

import (
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// What takes long in one document holds up no answer about another.
func TestSlowDocumentHoldsUpNothing(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "files: {maxSize: 20000000}\n"})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	slow, quick := uri.File(filepath.Join(dir, "ACH-001-Slow.md")), uri.File(filepath.Join(dir, "ACH-002-Quick.md"))
	part := "- Waiting [of *the `ward: 50 min → 30 min, see ACH-002 | and\n  > - [[x](y\n"
	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{
		"uri": string(slow), "languageId": "markdown", "version": 1, "text": head + "## Results\n\n" + strings.Repeat(part, 1<<20/len(part)),
	}})
	for i := range 3 {
		if i == 0 {
			e.open(quick, head)
		} else {
			e.replace(quick, int32(i+1), head+strings.Repeat("x", i))
			e.checked(quick, int32(i+1))
		}
		if h := ask[protocol.Hover](e, protocol.MethodTextDocumentHover, position(quick, 2, 3)); h.Contents == nil {
			t.Error("nothing is told of a field")
		}
	}
	e.keep(func() {
		if _, done := e.diagnostics[slow]; done {
			t.Error("the slow document was no slower: others may have waited for it")
		}
	})
	e.checked(slow, 1)
}

// Memory stays flat however much is typed.
func TestMemoryOverManyEdits(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "ACH-001-A.md": tagged + "a\n"})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-002-B.md"))
	e.open(u, head)
	version := int32(1)
	typed := func(n int) uint64 {
		for range n / 2 {
			for _, change := range []map[string]any{
				partial(protocol.Position{}, protocol.Position{}, "# Typed\n"),
				partial(protocol.Position{}, protocol.Position{Line: 1}, ""),
			} {
				version++
				e.change(u, version, change)
			}
			if version%100 == 1 {
				e.checked(u, version)
			}
		}
		e.checked(u, version)
		e.keep(func() { e.published, e.logged = nil, nil }) // the test's own
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	early := typed(1000)
	late := typed(4000)
	if late > early+2<<20 {
		t.Errorf("after 1000 edits %d kB are held, after 5000 %d kB", early>>10, late>>10)
	}
}
