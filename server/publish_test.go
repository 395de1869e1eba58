package server

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// A client that pulls is sent nothing, and told when to pull again.
func TestPulledDiagnostics(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{capabilities: pulling, folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-007-Ward-Handover.md"))
	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(u), "languageId": "markdown", "version": 1, "text": "# Achievement: A\n"}})
	pull := func(previous string) protocol.DocumentDiagnosticReport {
		t.Helper()
		p := map[string]any{"textDocument": map[string]any{"uri": string(u)}}
		if previous != "" {
			p["previousResultId"] = previous
		}
		return *ask[protocol.DocumentDiagnosticReport](e, protocol.MethodTextDocumentDiagnostic, p)
	}
	first, ok := pull("").(*protocol.RelatedFullDocumentDiagnosticReport)
	if !ok || !strings.Contains(codes(first.Items), "missing-section") || first.ResultID == nil || first.Kind != "full" {
		t.Fatalf("the first answer is %+v", first)
	}
	same, ok := pull(*first.ResultID).(*protocol.RelatedUnchangedDocumentDiagnosticReport)
	if !ok || same.ResultID != *first.ResultID || same.Kind != "unchanged" {
		t.Errorf("the same again is %+v", same)
	}
	e.change(u, 2, map[string]any{"text": handover})
	if full, ok := pull(*first.ResultID).(*protocol.RelatedFullDocumentDiagnosticReport); !ok || len(full.Items) != 0 {
		t.Errorf("of a good text the answer is %+v", full)
	}
	c := uri.File(filepath.Join(dir, ".achievements.yaml"))
	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(c), "languageId": "yaml", "version": 1, "text": "rules:\n  weak-verb: off\n"}})
	e.until("it is told to pull again", func() bool { return e.refreshes > 0 })
	if len(e.published) > 0 {
		t.Errorf("it is sent %v", e.published)
	}
}

// A client that is sent its diagnostics and asks for them besides is sent them still.
func TestPulledUnasked(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
	e.open(u, handover)
	for version := int32(2); version < 50; version++ {
		e.change(u, version, map[string]any{"text": handover})
		ask[protocol.WorkspaceDiagnosticReport](e, protocol.MethodWorkspaceDiagnostic, map[string]any{"previousResultIds": []any{}})
		e.checked(u, version)
	}
}

// What is closed has no diagnostics, and is told so once.
func TestClosedIsCleared(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
	if got := e.open(u, "# Achievement: A\n"); len(got) == 0 {
		t.Fatal("nothing is found")
	}
	e.close(u)
	e.until("it is cleared", func() bool { return len(e.diagnostics[u].Diagnostics) == 0 })
	lifeOf(t, e)
	if got := e.publications(u); len(got) != 2 {
		t.Errorf("its diagnostics were sent %d times", len(got))
	}
}

// A document whose diagnostics cannot have changed is not sent them again.
func TestNothingTwice(t *testing.T) {
	e := newEditor(t, start{})
	dir := t.TempDir()
	quiet, busy := uri.File(filepath.Join(dir, "ACH-001-A.md")), uri.File(filepath.Join(dir, "ACH-002-B.md"))
	e.open(quiet, "# Achievement: A\n")
	e.open(busy, "")
	for i := range int32(20) {
		e.replace(busy, i+2, strings.Repeat("x", int(i)))
	}
	e.checked(busy, 21)
	if got := e.publications(quiet); len(got) != 1 {
		t.Errorf("its diagnostics were sent %d times", len(got))
	}
}

// With diagnostics.scope "workspace" the files that are not open are checked too,
// and no longer once that is over.
func TestWorkspaceScope(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		".achievements.yaml": "diagnostics:\n  scope: workspace\n",
		"ACH-001-A.md":       "# Achievement: A\n", "ACH-007-Ward-Handover.md": handover, "README.md": "# Notes\n",
	})
	file := func(name string) uri.URI { return uri.File(filepath.Join(dir, name)) }
	t.Run("pushed", func(t *testing.T) {
		e := newEditor(t, start{folders: []string{dir}})
		u := file("ACH-001-A.md")
		found := func() bool { return strings.Contains(codes(e.diagnostics[u].Diagnostics), "missing-section") }
		unversioned := func() bool { _, v := e.diagnostics[u].Version.Get(); return !v }
		e.until("the file is checked", func() bool { return found() && unversioned() })
		e.open(u, strings.ReplaceAll(handover, "ACH-007", "ACH-001"))
		e.close(u)
		e.until("its text on disk is checked again", func() bool { return found() && unversioned() })
		if n := len(e.publications(file("ACH-007-Ward-Handover.md"))) + len(e.publications(file("README.md"))); n > 0 {
			t.Errorf("of files without findings is spoken %d times", n)
		}
		e.openAs(file(".achievements.yaml"), "yaml", "")
		e.until("it is cleared", func() bool { return len(e.diagnostics[u].Diagnostics) == 0 })
	})
	t.Run("pulled", func(t *testing.T) {
		e := newEditor(t, start{capabilities: pulling, folders: []string{dir}})
		e.untilLogged("read a workspace")
		pull := func(previous ...any) map[uri.URI]protocol.WorkspaceDocumentDiagnosticReport {
			report := ask[protocol.WorkspaceDiagnosticReport](e, protocol.MethodWorkspaceDiagnostic, map[string]any{"previousResultIds": append([]any{}, previous...)})
			out := map[uri.URI]protocol.WorkspaceDocumentDiagnosticReport{}
			for _, item := range report.Items {
				switch item := item.(type) {
				case *protocol.WorkspaceFullDocumentDiagnosticReport:
					out[item.URI] = item
				case *protocol.WorkspaceUnchangedDocumentDiagnosticReport:
					out[item.URI] = item
				}
			}
			return out
		}
		u := file("ACH-001-A.md")
		first, ok := pull()[u].(*protocol.WorkspaceFullDocumentDiagnosticReport)
		if !ok || !strings.Contains(codes(first.Items), "missing-section") || first.Version != nil {
			t.Fatalf("first it is %+v", first)
		}
		id := func(u uri.URI, v string) any { return map[string]any{"uri": string(u), "value": v} }
		again := pull(id(u, *first.ResultID), id(file("gone.md"), "x"))
		if same, ok := again[u].(*protocol.WorkspaceUnchangedDocumentDiagnosticReport); !ok || same.ResultID != *first.ResultID {
			t.Errorf("again it is %+v", again[u])
		}
		if gone, ok := again[file("gone.md")].(*protocol.WorkspaceFullDocumentDiagnosticReport); !ok || len(gone.Items) > 0 {
			t.Errorf("of what is gone is said %+v", gone)
		}
		write(t, filepath.Join(dir, "ACH-001-A.md"), "# Achievement: A\n\nMore.\n\n## Summary\n\nx\n")
		e.watched("read files", protocol.FileChangeTypeChanged, filepath.Join(dir, "ACH-001-A.md"))
		if changed, ok := pull(id(u, *first.ResultID))[u].(*protocol.WorkspaceFullDocumentDiagnosticReport); !ok || *changed.ResultID == *first.ResultID {
			t.Errorf("changed on disk it is %+v", changed)
		}
	})
}

// When a change in one document concerns others that are open, they follow.
func TestOthersFollow(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	numbered := func(id string) string { return strings.ReplaceAll(handover, "ACH-007", id) }
	a, b := uri.File(filepath.Join(dir, "Ward.md")), uri.File(filepath.Join(dir, "Theatre.md"))
	if got := codes(e.open(a, numbered("ACH-001"))); got != "" {
		t.Fatalf("alone it has the findings %q", got)
	}
	e.open(b, "<!-- moved -->\n\n"+numbered("ACH-001"))
	e.until("the number is taken twice", func() bool { return codes(e.diagnostics[a].Diagnostics) == "duplicate-id" })
	related := e.diagnostics[a].Diagnostics[0].RelatedInformation
	if len(related) != 1 || related[0].Location.URI != b || related[0].Location.Range.Start.Line != 2 {
		t.Errorf("it points to %+v", related)
	}
	e.replace(b, 2, numbered("ACH-002"))
	e.until("each has its own", func() bool { return codes(e.diagnostics[a].Diagnostics) == "" })
	e.replace(b, 3, numbered("ACH-001"))
	e.until("twice again", func() bool { return codes(e.diagnostics[a].Diagnostics) == "duplicate-id" })
	e.close(b)
	e.until("the other is gone, and was never on disk", func() bool { return codes(e.diagnostics[a].Diagnostics) == "" })
}

// Checking files that have never been is shown and can be cancelled; what follows
// an edit is not shown.
func TestCheckingIsCancelled(t *testing.T) {
	e := newEditor(t, start{capabilities: modern})
	p := e.server().publisher
	u, open := uri.URI("file:///ACH-001-Closed.md"), uri.File(filepath.Join(t.TempDir(), "ACH-002-Open.md"))
	e.open(open, head)
	work := p.checking(t.Context(), []uri.URI{open, u})
	defer work.end()
	e.until("its progress", func() bool { return slices.Contains(e.begun, work.token) })
	e.notify(protocol.MethodWindowWorkDoneProgressCancel, map[string]any{"token": work.token})
	<-work.ctx.Done()
	if again := p.checking(t.Context(), []uri.URI{open}); again.token != nil {
		t.Errorf("what is open is checked under %v", again.token)
	}
}
