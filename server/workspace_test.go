package server

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

const tagged = "# Achievement: A\n\n## Tags\n\n- #"

// tagsOffered are the labels of a completion behind "#" in the Tags section.
func (e *editor) tagsOffered(u uri.URI) []string {
	e.t.Helper()
	list := ask[protocol.CompletionList](e, protocol.MethodTextDocumentCompletion, position(u, 4, 3))
	var out []string
	for _, item := range list.Items {
		out = append(out, item.Label)
	}
	return out
}

func write(t *testing.T, path, src string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
}

// watched tells the server of changes on disk and waits until it says that it has
// read them.
func (e *editor) watched(said string, kind protocol.FileChangeType, paths ...string) {
	e.t.Helper()
	e.keep(func() { e.logged = nil })
	var changes []any
	for _, p := range paths {
		changes = append(changes, map[string]any{"uri": string(uri.File(p)), "type": kind})
	}
	e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": changes})
	e.untilLogged(said)
}

func TestFilesOnDisk(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		".achievements.yaml": "", ".gitignore": "drafts/\n",
		"ACH-001-A.md": tagged + "from-disk\n", "drafts/ACH-002-B.md": tagged + "from-draft\n",
	})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-009-Z.md"))
	e.open(u, tagged)
	expect := func(when string, want ...string) {
		t.Helper()
		if got := e.tagsOffered(u); !slices.Equal(got, want) {
			t.Errorf("%s the tags are %q, want %q", when, got, want)
		}
	}
	quarter := "#q2-2026"
	expect("at first", quarter, "#from-disk")

	added := filepath.Join(dir, "deep", "er", "ACH-003-C.md")
	write(t, added, tagged+"added\n")
	write(t, filepath.Join(dir, "drafts", "ACH-004-D.md"), tagged+"ignored\n")
	write(t, filepath.Join(dir, "node_modules", "ACH-004-D.md"), tagged+"ignored-too\n")
	e.watched("read files", protocol.FileChangeTypeCreated, added, filepath.Join(dir, "drafts", "ACH-004-D.md"), filepath.Join(dir, "node_modules", "ACH-004-D.md"))
	expect("with a new file", quarter, "#added", "#from-disk")

	if err := os.Remove(added); err != nil {
		t.Fatal(err)
	}
	e.watched("read files", protocol.FileChangeTypeDeleted, added)
	expect("without it", quarter, "#from-disk")

	folder := filepath.Join(dir, "year")
	write(t, filepath.Join(folder, "ACH-005-E.md"), tagged+"in-a-folder\n")
	e.watched("read files", protocol.FileChangeTypeCreated, filepath.Join(folder, "ACH-005-E.md"))
	expect("with a folder", quarter, "#from-disk", "#in-a-folder")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	e.watched("read files", protocol.FileChangeTypeDeleted, folder)
	expect("without the folder", quarter, "#from-disk")

	a := uri.File(filepath.Join(dir, "ACH-001-A.md"))
	e.open(a, tagged+"in-the-editor\n")
	expect("with the file open", quarter, "#in-the-editor")
	e.change(a, 2, partial(protocol.Position{Line: 4, Character: 3}, protocol.Position{Line: 4, Character: 6}, "on"))
	expect("while it is edited", quarter, "#onthe-editor")
	e.close(a)
	expect("with it closed again", quarter, "#from-disk")

	write(t, filepath.Join(dir, ".gitignore"), "")
	e.watched("read a workspace", protocol.FileChangeTypeChanged, filepath.Join(dir, ".gitignore"))
	expect("with nothing ignored", quarter, "#from-disk", "#from-draft", "#ignored")
}

func TestConfiguration(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "rules:\n  missing-title: off\n", "ACH-001-A.md": ""})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u, c := uri.File(filepath.Join(dir, "ACH-001-A.md")), uri.File(filepath.Join(dir, ".achievements.yaml"))
	has := func(when, rule string, want bool) {
		t.Helper()
		e.until(when+", "+rule, func() bool { return strings.Contains(codes(e.diagnostics[u].Diagnostics), rule) == want })
	}
	e.open(u, "## Summary\n\nGood.\n\n**Achievement ID:** ACH-001\n")
	has("as on disk", "missing-section", true)

	e.openAs(c, "yaml", "rules:\n  missing-section: off\n")
	has("as in the editor", "missing-section", false)
	e.replace(c, 2, "rules:\n  missing-section: hint\nrulez: 1\n")
	has("with an error beside it", "missing-section", true)
	got := e.checked(c, 2)
	if len(got) != 1 || got[0].Range.Start.Line != 2 {
		t.Errorf("the configuration's findings are %v", got)
	}
	e.replace(c, 3, "rules:\n  missing-section: off\n")
	if got := e.checked(c, 3); len(got) != 0 {
		t.Errorf("the findings are %v", got)
	}
	has("switched off", "missing-section", false)
	e.close(c)
	has("closed without being saved", "missing-section", true)
	e.until("the configuration's findings are cleared", func() bool { return len(e.diagnostics[c].Diagnostics) == 0 })

	write(t, filepath.Join(dir, ".achievements.yaml"), "rules:\n  missing-section: off\n")
	e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": []any{map[string]any{"uri": string(c), "type": 2}}})
	has("changed on disk", "missing-section", false)

	if err := os.Remove(filepath.Join(dir, ".achievements.yaml")); err != nil {
		t.Fatal(err)
	}
	e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": []any{map[string]any{"uri": string(c), "type": 3}}})
	has("removed", "missing-section", true)
}

func TestFeaturesSwitchedOff(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "features:\n  hover: false\n"})
	e := newEditor(t, start{folders: []string{dir}})
	u := uri.File(filepath.Join(dir, "ACH-001-A.md"))
	e.open(u, "# Achievement: A\n\n## Summary\n")
	if h := ask[*protocol.Hover](e, protocol.MethodTextDocumentHover, position(u, 2, 4)); *h != nil {
		t.Errorf("though switched off, hovering says %v", (*h).Contents)
	}
	if got := e.outline(u, "# Achievement: A\n\n## Summary\n"); len(got) != 2 {
		t.Errorf("the outline is %v", got)
	}
}

func TestWorkspaceFolders(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		"one/.achievements.yaml": "", "one/ACH-001-A.md": tagged + "one\n",
		"one/nested/.achievements.yaml": "rules:\n  missing-section: off\n", "one/nested/ACH-001-A.md": tagged + "nested\n",
		"two/.achievements.yaml": "", "two/ACH-001-A.md": tagged + "two\n",
	})
	e := newEditor(t, start{folders: []string{filepath.Join(dir, "one")}})
	open := func(folder string) uri.URI {
		u := uri.File(filepath.Join(dir, folder, "ACH-009-Z.md"))
		e.open(u, tagged)
		return u
	}
	one, nested, two := open("one"), open("one/nested"), open("two")
	e.until("all three are read", func() bool {
		n := 0
		for _, m := range e.logged {
			if m == "read a workspace" {
				n++
			}
		}
		return n >= 3
	})
	for u, want := range map[uri.URI]string{one: "#one", nested: "#nested", two: "#two"} {
		if got := e.tagsOffered(u); !slices.Equal(got, []string{"#q2-2026", want}) {
			t.Errorf("in %s the tags are %q", u, got)
		}
	}
	e.until("each has its own configuration", func() bool {
		return strings.Contains(codes(e.diagnostics[one].Diagnostics), "missing-section") && !strings.Contains(codes(e.diagnostics[nested].Diagnostics), "missing-section")
	})
	folder := func(name string) []any {
		return []any{map[string]any{"uri": string(uri.File(filepath.Join(dir, name))), "name": name}}
	}
	e.notify(protocol.MethodWorkspaceDidChangeWorkspaceFolders, map[string]any{"event": map[string]any{"added": folder("two"), "removed": folder("one")}})
	if got := e.tagsOffered(two); !slices.Equal(got, []string{"#q2-2026", "#two"}) {
		t.Errorf("in a folder added the tags are %q", got)
	}
}

// A file in no workspace is analysed alone.
func TestSingleFile(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
	e.open(u, tagged)
	if got := e.tagsOffered(u); !slices.Equal(got, []string{"#q2-2026"}) {
		t.Errorf("the tags are %q", got)
	}
}

// A configuration that is closed unsaved gives the word to its own file, not to
// another's that is open.
func TestUnsavedConfigurationStays(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{folders: []string{dir}})
	outer, inner := uri.File(filepath.Join(dir, ".achievements.yaml")), uri.File(filepath.Join(dir, "sub", ".achievements.yaml"))
	e.openAs(outer, "yaml", "rules:\n  missing-section: off\n")
	e.openAs(inner, "yaml", "")
	e.close(inner)
	if got := codes(e.open(uri.File(filepath.Join(dir, "ACH-001-A.md")), "# Achievement: A\n")); strings.Contains(got, "missing-section") {
		t.Errorf("the findings are %q, though the editor's configuration has missing-section off", got)
	}
}

func TestWatching(t *testing.T) {
	e := newEditor(t, start{})
	e.until("files are watched", func() bool { return len(e.registered) == 1 })
	r := e.registered[0]
	if r.Method != protocol.MethodWorkspaceDidChangeWatchedFiles || !strings.Contains(string(r.RegisterOptions), ".achievements.yaml") {
		t.Errorf("registered %s with %s", r.Method, r.RegisterOptions)
	}
}

// Memory stays flat: what a session holds does not grow with what was done in it.
func TestNothingKept(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "ACH-001-A.md": tagged + "a\n"})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	for i := range 50 {
		u := uri.File(filepath.Join(dir, "ACH-002-B.md"))
		other := uri.File(filepath.Join(t.TempDir(), "ACH-003-C.md"))
		e.open(u, tagged+strings.Repeat("b", i))
		e.open(other, tagged)
		e.close(u)
		e.close(other)
		e.until("they are cleared", func() bool {
			_, a := e.diagnostics[u].Version.Get()
			_, b := e.diagnostics[other].Version.Get()
			return !a && !b
		})
	}
	s := e.server()
	s.publisher.mu.Lock()
	defer s.publisher.mu.Unlock()
	if st := s.session.state(); len(st.open) != 0 || len(st.roots) != 1 || len(s.publisher.sent) != 0 || len(s.inflight.calls) != 0 || len(s.progresses.all) != 0 {
		t.Errorf("kept are %d documents, %d workspaces, %d publications, %d calls", len(st.open), len(st.roots), len(s.publisher.sent), len(s.inflight.calls))
	}
}

// A configuration that is saved for the first time makes a workspace, whether the
// client watches files or not.
func TestConfigurationComes(t *testing.T) {
	dir := workspaceOf(t, map[string]string{"sub/ACH-001-A.md": "# Achievement: A\n"})
	e := newEditor(t, start{capabilities: "{}", folders: []string{dir}})
	e.untilLogged("read a workspace")
	u, c := uri.File(filepath.Join(dir, "sub", "ACH-001-A.md")), filepath.Join(dir, "sub", ".achievements.yaml")
	e.open(u, "# Achievement: A\n")
	const src = "rules:\n  missing-section: off\n"
	e.openAs(uri.File(c), "yaml", src)
	write(t, c, src)
	e.notify(protocol.MethodTextDocumentDidSave, map[string]any{"textDocument": map[string]any{"uri": string(uri.File(c))}})
	e.until("it holds", func() bool {
		p := e.diagnostics[u]
		return !strings.Contains(codes(p.Diagnostics), "missing-section")
	})
	if _, ok := e.server().session.state().roots[filepath.Join(dir, "sub")]; !ok {
		t.Error("there is no workspace of its own")
	}
}

// What takes long is shown, where the client can show it, and ends.
func TestProgress(t *testing.T) {
	e := newEditor(t, start{})
	p := e.server().begin(t.Context(), "Reading")
	e.until("it begins", func() bool { return slices.Equal(e.progress, []string{"begin"}) })
	p.report(1, 2)
	p.report(1, 2)
	p.report(2, 2)
	p.end()
	e.until("it ends", func() bool { return slices.Equal(e.progress, []string{"begin", "report", "report", "end"}) })

	q := e.server().begin(t.Context(), "Reading on")
	e.notify(protocol.MethodWindowWorkDoneProgressCancel, map[string]any{"token": string(q.token.(protocol.String))})
	<-q.ctx.Done()
	q.end()
}
