package server

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/uri"
)

// With a client that can't watch files, the server sees for itself what other
// programs write, rename and delete, in folders that come later too.
func TestDiskWatched(t *testing.T) {
	dir := workspaceOf(t, map[string]string{"ACH-001-A.md": "# Achievement: A\n", "old/ACH-002-B.md": "# Achievement: B\n"})
	e := newEditor(t, start{folders: []string{dir}, capabilities: "{}"})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-003-C.md"))
	e.open(u, "# Achievement: C\n\n**Achievement ID:** ACH-003\n")
	twice := func(when string, want bool) {
		t.Helper()
		e.until(when, func() bool { return strings.Contains(codes(e.diagnostics[u].Diagnostics), "duplicate-id") == want })
	}
	twice("at first", false)
	other := filepath.Join(dir, "old", "other.md")
	write(t, other, "# Achievement: D\n\n**Achievement ID:** ACH-003\n")
	twice("another file with the ID", true)
	write(t, other, "# Achievement: D\n\n**Achievement ID:** ACH-004\n")
	twice("the other file changed", false)
	write(t, filepath.Join(dir, "new", "deep", "other.md"), "# Achievement: E\n\n**Achievement ID:** ACH-003\n")
	twice("a file in a new folder", true)
	if err := os.Rename(filepath.Join(dir, "new"), filepath.Join(t.TempDir(), "new")); err != nil {
		t.Fatal(err)
	}
	twice("the folder moved away", false)
	write(t, filepath.Join(dir, ".achievements.yaml"), "rules:\n  missing-section: off\n")
	e.until("a configuration", func() bool { return !strings.Contains(codes(e.diagnostics[u].Diagnostics), "missing-section") })
}
