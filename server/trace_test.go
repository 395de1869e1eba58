package server

import (
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// What is traced is the client's choice, from the start and while running.
func TestTrace(t *testing.T) {
	for level, want := range map[string]struct{ traced, verbose bool }{
		"": {}, "off": {}, "messages": {traced: true}, "verbose": {true, true},
	} {
		for _, later := range []bool{false, true} {
			s := start{}
			if !later {
				s.trace = level
			}
			e := newEditor(t, s)
			if later && level != "" {
				e.notify(protocol.MethodSetTrace, map[string]any{"value": level})
			}
			u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
			e.open(u, head)
			if err := e.call(protocol.MethodTextDocumentHover, map[string]any{"textDocument": map[string]any{"uri": "file:///none.md"}, "position": map[string]any{"line": 0, "character": 0}}, nil); err == nil {
				t.Fatal("hovering over what is not open has no error")
			}
			if !want.traced {
				e.mu.Lock()
				if len(e.traced) > 0 {
					t.Errorf("with %q was traced %+v", level, e.traced)
				}
				e.mu.Unlock()
				continue
			}
			for _, begin := range []string{"textDocument/didOpen: done in ", "textDocument/hover: failed after "} {
				e.until(begin, func() bool {
					for _, p := range e.traced {
						if p.Verbose != nil != want.verbose {
							t.Errorf("with %q: %+v", level, p)
						}
						if strings.HasPrefix(p.Message, begin) {
							return !want.verbose || strings.Contains(*p.Verbose, `"uri":`)
						}
					}
					return false
				})
			}
			e.notify(protocol.MethodSetTrace, map[string]any{"value": "loud"})
			e.untilLogged("a notification could not be used")
		}
	}
}
