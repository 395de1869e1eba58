package server

import (
	"os"
	"path/filepath"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// handover is a good achievement.
var handover = func() string {
	src, err := os.ReadFile(filepath.Join("..", "analysis", "testdata", "ACH-007-Ward-Handover.md"))
	if err != nil {
		panic(err)
	}
	return string(src)
}()

func TestSession(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "ACH-001-A.md": "# Achievement: A\n"})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-001-A.md"))
	if got := codes(e.open(u, "# Achievement: A\n\n## Sumary\n\nx\n")); got == "" {
		t.Error("nothing is found in an achievement without anything")
	}
	ask[jsonrpc2.RawMessage](e, protocol.MethodShutdown, map[string]any{})
	e.notify(protocol.MethodExit, map[string]any{})
	e.ends(nil)
}
