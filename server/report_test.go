package server

import (
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// The report's page is that of the command line, of the documents as they stand
// in the editor.
func TestReportCommand(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "ACH-001-A.md": vague, "ACH-002-B.md": strings.NewReplacer("Quieter nights", "Older work", "ACH-001", "ACH-002", "2026-05-02", "2025-01-02").Replace(vague)})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	e.openVague(dir, "ACH-001-A.md")
	run := func(args map[string]any) (string, error) {
		var answer struct {
			HTML string `json:"html"`
		}
		err := e.call(protocol.MethodWorkspaceExecuteCommand, map[string]any{"command": "achievement-ls.report", "arguments": []any{args}}, &answer)
		return answer.HTML, err
	}
	html, err := run(map[string]any{})
	if err != nil || !strings.Contains(html, "Quieter nights") || !strings.Contains(html, "Older work") || !strings.HasPrefix(html, "<!") || !strings.Contains(html, `href="ACH-001-A.md"`) {
		t.Errorf("the report is %q, %v", html, err)
	}
	if html, err = run(map[string]any{"period": "2026-Q2"}); err != nil || !strings.Contains(html, "Quieter nights") || strings.Contains(html, "Older work") {
		t.Errorf("the report of a period is %q, %v", html, err)
	}
	if _, err := run(map[string]any{"period": "soon"}); code(err) != jsonrpc2.InvalidParams {
		t.Errorf("of a period that is none: %v", err)
	}
}
