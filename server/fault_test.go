package server

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/fsnotify/fsnotify"
	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/server/disk"
)

// A fault in any rule costs that rule's findings alone, and is told once, by its
// name.
func TestEveryRuleMayFail(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			sound := r.Check
			r.Check = func(*rules.Pass) { panic("as asked") }
			defer func() { r.Check = sound }()
			e := newEditor(t, start{})
			u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
			found := e.open(u, "# Achievement: A\n\n## Tags\n\n- #a b\n")
			if got := codes(found); strings.Contains(got, r.Name) || len(strings.Fields(got)) < 3 {
				t.Errorf("the findings are %q", got)
			}
			e.replace(u, 2, "# Achievement: B\n\n## Tags\n\n- #a b\n")
			e.checked(u, 2)
			want := "a rule failed, and is left out: " + r.Name
			if r.Severity == severity.Off {
				return // it is off, and does not run
			}
			e.until("the rule is named", func() bool { return slices.Contains(e.messages, want) })
			told := 0
			for _, m := range e.messages {
				if m == want {
					told++
				}
			}
			if told != 1 {
				t.Errorf("it is told %d times", told)
			}
		})
	}
}

// A fault in any feature's handler costs its answer alone, and is told by the
// method's name.
func TestEveryHandlerMayFail(t *testing.T) {
	for _, f := range features {
		for method := range f.calls {
			t.Run(method, func(t *testing.T) {
				broken := feature{name: f.name, announce: f.announce, calls: map[string]handler{method: testFeature(nil, nil).calls["test/panic"]}}
				var table []feature
				for _, other := range features {
					if other.name != f.name {
						table = append(table, other)
					}
				}
				e := newEditor(t, start{features: append(table, broken)})
				u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
				e.open(u, handover)
				if err := e.call(method, position(u, 0, 0), nil); code(err) != jsonrpc2.InternalError || !strings.Contains(err.Error(), method) {
					t.Errorf("answered %v", err)
				}
				e.replace(u, 2, "# Achievement: A\n")
				e.checked(u, 2)
				if err := e.call(protocol.MethodTextDocumentFoldingRange, documentParams(u), nil); err != nil && f.name != foldFeature.name {
					t.Errorf("the others are answered %v", err)
				}
			})
		}
	}
}

// untilTitled waits until the server knows the title of a file's achievement, or that
// there is none.
func (e *editor) untilTitled(path, title string) {
	e.t.Helper()
	s := e.server()
	for {
		e.mu.Lock()
		said := len(e.logged)
		e.mu.Unlock()
		if s.session.state().titleOf(path) == title {
			return
		}
		e.until(title+" in "+path, func() bool { return len(e.logged) > said })
	}
}

// titleOf is the title of the first achievement in a file on disk; "" for none.
func (st *state) titleOf(path string) string {
	r := st.rootOf(path)
	if r == nil || r.disk == nil {
		return "unread"
	}
	if f := r.disk.File(disk.Relative(r.path, path)); f != nil && len(f.Entries) > 0 {
		return f.Entries[0].Title
	}
	return ""
}

// A file that changes while it is read is read again when its change is told.
func TestFileThatChangesWhileRead(t *testing.T) {
	for _, capabilities := range []string{modern, "{}"} {
		dir := workspaceOf(t, map[string]string{"ACH-001-A.md": "# Achievement: First\n"})
		e := newEditor(t, start{folders: []string{dir}, capabilities: capabilities})
		path := filepath.Join(dir, "ACH-001-A.md")
		for i := range 100 {
			write(t, path, "# Achievement: "+strings.Repeat("x", i*100)+"\n")
			if capabilities == modern {
				tellOf(e, path, protocol.FileChangeTypeChanged)
			}
		}
		write(t, path, "# Achievement: Last\n")
		if capabilities == modern {
			tellOf(e, path, protocol.FileChangeTypeChanged)
		}
		e.untilTitled(path, "Last")
	}
}

// A folder that disappears takes its files along, and gives them back when it is
// there again.
func TestFolderThatDisappears(t *testing.T) {
	dir := workspaceOf(t, map[string]string{"career/.achievements.yaml": "rules:\n  missing-section: off\n", "career/ACH-001-A.md": "# Achievement: A\n"})
	folder := filepath.Join(dir, "career")
	path := filepath.Join(folder, "ACH-001-A.md")
	e := newEditor(t, start{folders: []string{folder}})
	e.untilTitled(path, "A")
	e.open(uri.File(path), "# Achievement: B\n")
	if err := os.Rename(folder, filepath.Join(dir, "away")); err != nil {
		t.Fatal(err)
	}
	tellOf(e, folder, protocol.FileChangeTypeDeleted)
	e.untilTitled(path, "")
	ask[jsonrpc2.RawMessage](e, protocol.MethodTextDocumentCompletion, position(uri.File(path), 0, 3))
	e.replace(uri.File(path), 2, "# Achievement: C\n")
	if got := codes(e.checked(uri.File(path), 2)); !strings.Contains(got, "missing-section") {
		t.Errorf("without the configuration the findings are %q", got)
	}
	if err := os.Rename(filepath.Join(dir, "away"), folder); err != nil {
		t.Fatal(err)
	}
	tellOf(e, filepath.Join(folder, ".achievements.yaml"), protocol.FileChangeTypeCreated)
	e.untilTitled(path, "A")
	e.replace(uri.File(path), 3, "# Achievement: D\n")
	if got := codes(e.checked(uri.File(path), 3)); strings.Contains(got, "missing-section") {
		t.Errorf("with the configuration again the findings are %q", got)
	}
}

// Where the system has lost events, everything is read again, configurations and
// new folders too.
func TestWatcherOverflow(t *testing.T) {
	dir := workspaceOf(t, map[string]string{"ACH-001-A.md": "# Achievement: A\n", "sub/ACH-002-B.md": "# Achievement: B\n"})
	e := newEditor(t, start{folders: []string{dir}, capabilities: "{}"})
	e.untilTitled(filepath.Join(dir, "sub", "ACH-002-B.md"), "B")
	w := e.server().loader.watcher.notify
	for _, folder := range w.WatchList() {
		if err := w.Remove(folder); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(dir, "ACH-001-A.md"), "# Achievement: A2\n")
	write(t, filepath.Join(dir, "sub", "ACH-002-B.md"), "# Achievement: B2\n")
	write(t, filepath.Join(dir, "new", "ACH-003-C.md"), "# Achievement: C\n")
	write(t, filepath.Join(dir, ".achievements.yaml"), "rules:\n  missing-section: off\n")
	w.Errors <- fsnotify.ErrEventOverflow
	e.untilTitled(filepath.Join(dir, "new", "ACH-003-C.md"), "C")
	e.untilTitled(filepath.Join(dir, "ACH-001-A.md"), "A2")
	e.untilTitled(filepath.Join(dir, "sub", "ACH-002-B.md"), "B2")
	if got := codes(e.open(uri.File(filepath.Join(dir, "ACH-004-D.md")), "# Achievement: D\n")); strings.Contains(got, "missing-section") {
		t.Errorf("the configuration is not read: %q", got)
	}
	write(t, filepath.Join(dir, "new", "ACH-003-C.md"), "# Achievement: C2\n")
	e.untilTitled(filepath.Join(dir, "new", "ACH-003-C.md"), "C2")
}
