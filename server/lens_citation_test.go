package server

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// lenses are a document's lenses, with the lines they stand above.
func (f *folder) lenses(path string) (out []string, list []protocol.CodeLens) {
	f.t.Helper()
	list = *ask[[]protocol.CodeLens](f.editor, protocol.MethodTextDocumentCodeLens, &protocol.CodeLensParams{TextDocument: protocol.TextDocumentIdentifier{URI: f.uri(path)}})
	for _, l := range list {
		if !strings.Contains(l.Command.Title, "/") { // how far an achievement has come
			out = append(out, fmt.Sprintf("%d %s", l.Range.Start.Line+1, l.Command.Title))
		}
	}
	return out, list
}

func TestCitationLenses(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, gro string) {
		got, _ := f.lenses(ach)
		expect(t, "above a cited achievement", got, "1 cited by 1 review")
		got, _ = f.lenses(rev)
		expect(t, "above a review that cites all", got, "1 1 achievement in the period, 1 cited")

		const nothing = "# Self-Review: 2026-H1\n\n- Nothing yet\n"
		f.change(f.uri(rev), 2, map[string]any{"text": nothing})
		f.texts[rev] = nothing
		got, list := f.lenses(rev)
		expect(t, "above one that cites nothing", got, "1 1 achievement in the period, 0 cited: insert the other 1")
		got, _ = f.lenses(ach)
		expect(t, "above what is no longer cited", got)

		c := list[len(list)-1].Command
		if provided := f.initialized.Capabilities.ExecuteCommandProvider.Commands; !slices.Contains(provided, c.Command) {
			t.Errorf("of the commands %q the lens names %q", provided, c.Command)
		}
		ask[jsonrpc2.RawMessage](f.editor, protocol.MethodWorkspaceExecuteCommand, &protocol.ExecuteCommandParams{Command: c.Command, Arguments: c.Arguments})
		if len(f.edits) != 1 {
			t.Fatalf("%d edits are made", len(f.edits))
		}
		if after := f.after(&f.edits[0])[rev]; !strings.HasPrefix(after, nothing) || !strings.Contains(after, "1. [ACH-001](") || !strings.Contains(after, "ACH-001-Noon.md): Noon\n") {
			t.Errorf("the review becomes\n%s", after)
		}
		for _, p := range []*protocol.ExecuteCommandParams{{Command: "format.disk"}, {Command: c.Command}} {
			if err := f.call(protocol.MethodWorkspaceExecuteCommand, p, nil); code(err) != jsonrpc2.InvalidParams {
				t.Errorf("%v is answered %v", p, err)
			}
		}

		role := strings.Replace(gro, "growth", "onboarding", 1)
		if !strings.Contains(gro, "/") {
			role = "role.md"
		}
		f.editor.open(f.uri(role), f.texts[role])
		got, _ = f.lenses(role)
		want := []string{"4 1 joint achievement"}
		if strings.Contains(gro, "/") {
			want = []string{"1 1 achievement in this role", "4 1 joint achievement"}
		}
		expect(t, "above a role", got, want...)
	})
}

func TestInsertions(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, gro string) {
		story := strings.Replace(f.texts[ach], "## Collaboration", "## STAR Format\n\n### Situation\n\nThe shelves were empty at noon.\n\n### Action\n\n- Moved the second dough to 8:00\n\n### Result\n\n- Sold out on 2 days instead of 20\n\n## Collaboration", 1)
		const nothing = "# Self-Review: 2026-H1\n\nNothing yet.\n"
		f.change(f.uri(ach), 2, map[string]any{"text": story})
		f.change(f.uri(rev), 2, map[string]any{"text": nothing})
		f.texts[rev] = nothing
		at := f.at(rev, "yet").Position
		got := map[string]string{}
		for _, item := range *ask[[]protocol.CommandOrCodeAction](f.editor, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
			TextDocument: protocol.TextDocumentIdentifier{URI: f.uri(rev)}, Range: protocol.Range{Start: at, End: at},
			Context: protocol.CodeActionContext{Only: []protocol.CodeActionKind{protocol.CodeActionKindRefactorRewrite}},
		}) {
			a := ask[protocol.CodeAction](f.editor, protocol.MethodCodeActionResolve, item)
			got[a.Title] = strings.TrimPrefix(f.after(a.Edit)[rev], nothing[:len(nothing)-1])
		}
		link := "[ACH-001](ACH-001-Noon.md)"
		if filepath.Dir(ach) != "." {
			link = "[ACH-001](../achievements/ACH-001-Noon.md)"
		}
		for title, want := range map[string]string{
			"Insert ACH-001 as citation":               "\n\n## Achievements\n\n1. " + link + ": Noon\n",
			"Insert ACH-001 as bullet with its result": "\n\n- Sold out on 2 days instead of 20 (" + link + ")\n",
			"Insert ACH-001 as STAR paragraph":         "\n\nThe shelves were empty at noon. Moved the second dough to 8:00. Sold out on 2 days instead of 20. (" + link + ")\n",
		} {
			if got[title] != want {
				t.Errorf("%q adds %q, want %q", title, got[title], want)
			}
		}
	})
}

// What a lens says of citations changes with the review; the client is told.
func TestLensRefresh(t *testing.T) {
	inLayouts(t, strings.Replace(modern, `"workspace": {`, `"workspace": {"codeLens": {"refreshSupport": true}, `, 1), func(t *testing.T, f *folder, _, rev, _ string) {
		f.change(f.uri(rev), 2, map[string]any{"text": "# Self-Review: 2026-H1\n\n- ACH-009, which is neither on the disk nor in what was opened\n"})
		f.until("it is told to ask for lenses again", func() bool { return f.asksAgain[protocol.MethodWorkspaceCodeLensRefresh] > 0 })
	})
}
