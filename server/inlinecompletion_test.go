package server

import (
	"testing"

	"go.lsp.dev/protocol"
)

func TestInlineCompletion(t *testing.T) {
	e := newEditor(t, start{capabilities: `{"textDocument": {"inlineCompletion": {}}}`})
	for _, tt := range []struct{ src, want string }{
		{head + "### Result\n\n- 𐐀 50 min → 30 min ($0", head + "### Result\n\n- 𐐀 50 min → 30 min (40%)"},
		{"# Self-Review: 2026-H1\n\n- 50 min → 30 min (4$0)", "# Self-Review: 2026-H1\n\n- 50 min → 30 min (40%)"},
		{head + "### Result\n\n- A quiet night ($0", ""},
	} {
		u, plain, r := e.cursor(tt.src)
		p := documentParams(u)
		p["position"], p["context"] = r.Start, map[string]any{"triggerKind": 2}
		got := *ask[protocol.InlineCompletionItemSlice](e, protocol.MethodTextDocumentInlineCompletion, p)
		if len(got) == 0 {
			if tt.want != "" {
				t.Errorf("nothing is offered in %q", tt.src)
			}
			continue
		}
		edit := protocol.TextEdit{Range: *got[0].Range, NewText: string(got[0].InsertText.(protocol.String))}
		if line := e.applied(plain, []protocol.TextEdit{edit}); line != tt.want || len(got) != 1 {
			t.Errorf("taken it is %q, want %q", line, tt.want)
		}
	}
}
