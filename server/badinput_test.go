package server

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// Each of these gets a right answer or one clear message, and the server lives on.

func TestOddTexts(t *testing.T) {
	e := newEditor(t, start{})
	for name, src := range map[string]string{
		"empty":             "",
		"NUL bytes":         "# Achievement: A\x00B\n\n## Summary\n\n\x00\x00\n",
		"no UTF-8":          "# Achievement: \xff\xfe\n\n## Summary\n\n\xc3(\n",
		"only line ends":    "\r\r\n\n\r",
		"a byte order mark": "\ufeff",
		"deep":              strings.Repeat("> ", 2000) + "x",
		"many brackets":     strings.Repeat("[", 5000),
	} {
		t.Run(name, func(t *testing.T) {
			u := uri.File(filepath.Join(t.TempDir(), "ACH-001-Odd.md"))
			e.open(u, src)
			for _, method := range []string{protocol.MethodTextDocumentHover, protocol.MethodTextDocumentCompletion} {
				for _, at := range [][2]uint32{{0, 0}, {1, 7}, {9999, 0}, {0, 9999}, {4294967295, 4294967295}} {
					if err := e.call(method, position(u, at[0], at[1]), nil); err != nil {
						t.Errorf("%s at %v: %v", method, at, err)
					}
				}
			}
			e.outline(u, e.text(u))
			e.change(u, 2, partial(protocol.Position{Line: 9999}, protocol.Position{Line: 9999, Character: 5}, "end"))
			e.checked(u, 2)
			if got := e.text(u); !strings.HasSuffix(got, "end") {
				t.Errorf("a change past the end gives %.40q", got)
			}
		})
	}
}

// What a client sends as JSON has no bytes that are no UTF-8; a file has.
func TestOddFiles(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		"ACH-001-Latin.md":   "# Achievement: Caf\xe9\n\n## Tags\n\n- #caf\xe9\n",
		"ACH-002-Nothing.md": "",
		"ACH-003-Nul.md":     "# Achievement: \x00\n",
		"folder.md/x.txt":    "",
		"ACH-005-Large.md":   "# Achievement: " + strings.Repeat("x", 3000) + "\n",
		".achievements.yaml": "files:\n  maxSize: 2000\n",
	})
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "ACH-006-Link.md")); err != nil {
		t.Fatal(err)
	}
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	e.until("the large file is spoken of", func() bool {
		return strings.Contains(strings.Join(e.messages, "\n"), "ACH-005-Large.md: has 3016 bytes")
	})
	e.mu.Lock()
	for _, m := range e.messages {
		if strings.Contains(m, "folder.md") || strings.Contains(m, "Link") {
			t.Errorf("said of what is no file: %s", m)
		}
	}
	e.mu.Unlock()
	lifeOf(t, e)
	e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": []any{
		map[string]any{"uri": string(uri.File(filepath.Join(dir, "folder.md"))), "type": 2},
		map[string]any{"uri": string(uri.File(filepath.Join(dir, "ACH-006-Link.md"))), "type": 1},
	}})
	e.untilLogged("read files")
	lifeOf(t, e)
}

// A document above files.maxSize is spoken of once, and kept up with, so that it is
// analysed as soon as it has shrunk.
func TestLargeDocument(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-Large.md"))
	large := "# Achievement: L\n" + strings.Repeat("a long line of no great worth\n", 50<<20/30)
	if got := e.open(u, large); len(got) > 0 {
		t.Errorf("%d findings in a document that is not analysed", len(got))
	}
	e.change(u, 2, partial(protocol.Position{}, protocol.Position{}, "\n"))
	e.checked(u, 2)
	said := 0
	e.until("the size is spoken of", func() bool {
		said = strings.Count(strings.Join(e.messages, "\n"), "more than files.maxSize allows")
		return said > 0
	})
	if said != 1 {
		t.Errorf("it is said %d times", said)
	}
	if err := e.call(protocol.MethodTextDocumentCompletion, position(u, 0, 0), nil); err != nil {
		t.Error(err)
	}
	lifeOf(t, e)
	e.change(u, 3, partial(protocol.Position{Line: 2}, protocol.Position{Line: 99999999}, ""))
	if got := codes(e.checked(u, 3)); !strings.Contains(got, "missing-section") {
		t.Errorf("once small, its findings are %q", got)
	}
}

func TestUntitled(t *testing.T) {
	e := newEditor(t, start{})
	if got := codes(e.open("untitled:Untitled-1", "# Achievement: A thing\n\n## Summary\n\nDone.\n")); !strings.Contains(got, "missing-section") {
		t.Errorf("an achievement without a file has the findings %q", got)
	}
	if got := e.open("untitled:Untitled-2", "# Shopping\n\n- milk\n"); len(got) > 0 {
		t.Errorf("a shopping list has findings: %s", codes(got))
	}
	if h := ask[*protocol.Hover](e, protocol.MethodTextDocumentHover, position("untitled:Untitled-1", 2, 4)); *h == nil {
		t.Error("nothing is said of its heading")
	}
	e.open("git:/a/ACH-001-A.md?ref", "# Achievement: A thing\n")
	lifeOf(t, e)
}

func TestForeignLanguage(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001.go"))
	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(u), "languageId": "go", "version": 1, "text": "# Achievement: A\n"}})
	if got := e.checked(u, 1); len(got) > 0 {
		t.Errorf("a Go file has findings: %s", codes(got))
	}
	if err := e.call(protocol.MethodTextDocumentHover, position(u, 0, 0), nil); err != nil {
		t.Error(err)
	}
}

// Folders that are none, or too much.
func TestOddFolders(t *testing.T) {
	dir := workspaceOf(t, map[string]string{"file": "", "home/ACH-001-A.md": "# Achievement: A\n"})
	t.Setenv("HOME", filepath.Join(dir, "home"))
	e := newEditor(t, start{folders: []string{filepath.Join(dir, "file"), filepath.Join(dir, "gone"), filepath.Join(dir, "home"), "/"}})
	for _, want := range []string{"file is not a folder that can be read", "gone is not a folder that can be read", "home is not read as a whole", "folder / is not read as a whole"} {
		e.until(want, func() bool { return strings.Contains(strings.Join(e.messages, "\n"), want) })
	}
	lifeOf(t, e)
	u := uri.File(filepath.Join(dir, "home", "ACH-001-A.md"))
	if got := codes(e.open(u, "# Achievement: A\n")); got == "" {
		t.Error("a file in the home folder is not checked")
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, m := range e.logged {
		if m == "read a workspace" {
			t.Error("the home folder was read")
		}
	}
}

func TestUnansweredRequest(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "ACH-001-A.md": "# Achievement: A\n"})
	e := newEditor(t, start{folders: []string{dir}, silent: true})
	e.untilLogged("read a workspace")
	lifeOf(t, e)
	ask[jsonrpc2.RawMessage](e, protocol.MethodShutdown, map[string]any{})
	e.notify(protocol.MethodExit, map[string]any{})
	e.ends(nil)
}
