package server

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

func TestContent(t *testing.T) {
	e, garden := inGarden(t, strings.Replace(modern, `"workspace": {`, `"workspace": {"textDocumentContent": {}, `, 1))
	of := "?workspace=" + url.QueryEscape(string(uri.File(garden)))
	for _, tt := range []struct{ uri, want string }{
		{"achievement-ls:/rules/missing-title.md", "missing-title"},
		{"achievement-ls:/timeline.md" + of, "# Timeline\n\n## 2026-Q1\n\n- 2026-03-14 [ACH-004 Seeds](file:///"},
		{"achievement-ls:/timeline.md?workspace=" + string(uri.File(garden)), "ACH-004 Seeds"},
		{"achievement-ls:/timeline.md", "# Timeline\n\nno achievement found\n"},
		{"achievement-ls:/periods/2026-Q1.md" + of, "# 2026-Q1\n\n2 achievements, "},
	} {
		got := ask[protocol.TextDocumentContentResult](e, protocol.MethodWorkspaceTextDocumentContent, map[string]any{"uri": tt.uri})
		if !strings.Contains(got.Text, tt.want) {
			t.Errorf("%s lacks %q:\n%s", tt.uri, tt.want, got.Text)
		}
	}
	for _, wrong := range []string{"achievement-ls:/rules/none.md", "achievement-ls:/periods/soon.md", "achievement-ls:/elsewhere.md", "file:///etc/passwd"} {
		if err := e.call(protocol.MethodWorkspaceTextDocumentContent, map[string]any{"uri": wrong}, nil); code(err) != jsonrpc2.InvalidParams {
			t.Errorf("%s is answered %v", wrong, err)
		}
	}
	e.replace(uri.File(filepath.Join(garden, "roles/ROLE-001-Elm/achievements/ACH-007-Unsaved.md")), 2, strings.ReplaceAll(seeds, "ACH-004", "ACH-009"))
	e.until("it is told to ask for the timeline again", func() bool {
		for _, u := range e.contentRefreshes {
			if strings.Contains(string(u), "timeline.md?") {
				return true
			}
		}
		return false
	})
}
