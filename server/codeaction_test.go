package server

import (
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// checkbox is an achievement with two malformed checkboxes, and without Evidence.
const checkbox = head + "## Summary\n\nNights on the ward are quieter.\n\n## Visibility & Recognition\n\n### Who Knows About This?\n\n- [] Matron\n- [x]Board\n"

// actions are the code actions at the cursor, by title.
func (e *editor) actions(src string, only ...protocol.CodeActionKind) (u uri.URI, plain string, byTitle map[string]*protocol.CodeAction) {
	e.t.Helper()
	u, plain, r := e.cursor(src)
	items := *ask[[]protocol.CommandOrCodeAction](e, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: r, Context: protocol.CodeActionContext{Only: only},
	})
	byTitle = map[string]*protocol.CodeAction{}
	for _, item := range items {
		a := item.(*protocol.CodeAction)
		if byTitle[a.Title] != nil {
			e.t.Errorf("%q is offered twice", a.Title)
		}
		byTitle[a.Title] = a
	}
	return u, plain, byTitle
}

// taken is the text once the action is applied, resolved first where that is left.
func (e *editor) taken(u uri.URI, plain string, a *protocol.CodeAction) string {
	e.t.Helper()
	if a.Edit == nil {
		a = ask[protocol.CodeAction](e, protocol.MethodCodeActionResolve, a)
	}
	if a.Edit == nil {
		e.t.Fatalf("%q has no edit", a.Title)
	}
	if len(a.Edit.DocumentChanges) == 0 {
		return e.applied(plain, a.Edit.Changes[u])
	}
	change := a.Edit.DocumentChanges[0].(*protocol.TextDocumentEdit)
	if change.TextDocument.URI != u || change.TextDocument.Version == nil || *change.TextDocument.Version != 1 {
		e.t.Errorf("%q changes %v in version %v", a.Title, change.TextDocument.URI, change.TextDocument.Version)
	}
	var edits []protocol.TextEdit
	for _, x := range change.Edits {
		switch x := x.(type) {
		case *protocol.TextEdit:
			edits = append(edits, *x)
		case *protocol.SnippetTextEdit:
			edits = append(edits, protocol.TextEdit{Range: x.Range, NewText: x.Snippet.Value})
		}
	}
	return e.applied(plain, edits)
}

// checkAction takes one action of a source and compares what comes of it.
func checkAction(t *testing.T, capabilities, src, title, holds string) {
	t.Helper()
	e := newEditor(t, start{capabilities: capabilities})
	u, plain, all := e.actions(src)
	a := all[title]
	if a == nil {
		var titles []string
		for t := range all {
			titles = append(titles, t)
		}
		t.Fatalf("%q is not among %q", title, titles)
	}
	if got := e.taken(u, plain, a); !strings.Contains(got, holds) {
		t.Errorf("%q gives\n%s\nwhich lacks\n%s", title, got, holds)
	}
}

// lazy and eager are clients that resolve edits, and that do not.
const eager = `{"textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}}`

func TestCodeActions(t *testing.T) {
	malformed := strings.Replace(checkbox, "- [] M", "- [$0] M", 1)
	top := strings.Replace(checkbox, "# Ach", "# $0Ach", 1)
	for _, tt := range []struct{ name, src, title, holds, plain string }{
		{"all of a rule", malformed, "Fix all 2 malformed-checkbox in this file", "- [ ] Matron\n- [x] Board\n", ""},
		{"all certain", malformed, "Fix all that needs no decision", "- [ ] Matron\n- [x] Board\n", ""},
		{"ignored here", malformed, "Ignore malformed-checkbox on line 14", "<!-- achievement-ls disable-next-line malformed-checkbox -->\n- [] Matron\n", ""},
		{"ignored in the file", malformed, "Ignore malformed-checkbox in this file", "<!-- achievement-ls disable-file malformed-checkbox -->\n\n# Ach", ""},
		{"a section", top, `Insert "Evidence"`, "| ${1:[Type]} |", "| [Type] |"},
		{"all sections", top, "Insert all 5 missing sections", "## Tags\n\n- ${4:#tag}", "## Tags\n\n- #tag"},
		{"order", head + "## Tags\n\n- #a\n\n## Sum$0mary\n\nx\n", "Bring the sections into the template's order", "## Summary\n\nx\n\n## Tags\n\n- #a", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			checkAction(t, modern, tt.src, tt.title, tt.holds)
			if tt.plain == "" {
				tt.plain = tt.holds
			}
			checkAction(t, eager, tt.src, tt.title, tt.plain)
		})
	}
}

func TestCodeActionKinds(t *testing.T) {
	e := newEditor(t, start{})
	malformed := strings.Replace(checkbox, "- [] M", "- [$0] M", 1)
	for _, tt := range []struct {
		only protocol.CodeActionKind
		want int // of our kinds
	}{
		{protocol.CodeActionKindSourceFixAll, 1}, {fixAllKind, 1}, {protocol.CodeActionKindSource, 1},
		{"source.fixAll.other", 0}, {protocol.CodeActionKindRefactorExtract, 0},
	} {
		if _, _, all := e.actions(malformed, tt.only); len(all) != tt.want {
			t.Errorf("of kind %s %d actions are offered", tt.only, len(all))
		}
	}
	if _, _, all := e.actions(malformed, protocol.CodeActionKindQuickFix); all["Fix all that needs no decision"] != nil || len(all) < 4 {
		t.Errorf("as quick fixes are offered %v", all)
	}
	_, _, all := e.actions(malformed)
	preferred := 0
	for _, a := range all {
		if a.IsPreferred != nil && *a.IsPreferred {
			preferred++
			if len(a.Diagnostics) != 1 {
				t.Errorf("%q mends %v", a.Title, a.Diagnostics)
			}
		}
		if a.Edit != nil {
			t.Errorf("the edit of %q is not left for later", a.Title)
		}
	}
	if preferred != 1 {
		t.Errorf("%d actions are preferred", preferred)
	}
}

// An action of a text that is gone is not applied to another.
func TestCodeActionOfOldText(t *testing.T) {
	e := newEditor(t, start{})
	u, _, all := e.actions(strings.Replace(checkbox, "- [] M", "- [$0] M", 1))
	a := all["Fix all that needs no decision"]
	e.change(u, 2, partial(protocol.Position{}, protocol.Position{}, "\n"))
	if err := e.call(protocol.MethodCodeActionResolve, a, nil); code(err) != protocol.CodeContentModified {
		t.Errorf("it is answered %v", err)
	}
	a.Data = protocol.LSPAny(`"x"`)
	if err := e.call(protocol.MethodCodeActionResolve, a, nil); code(err) != jsonrpc2.InvalidParams {
		t.Errorf("foreign data is answered %v", err)
	}
}

func TestConfigurationFixes(t *testing.T) {
	e := newEditor(t, start{})
	const src = "rules:\n  missing-sectoin: off\n"
	u := uri.File(t.TempDir() + "/.achievements.yaml")
	if got := codes(e.openAs(u, "yaml", src)); got != "unknown-rule" {
		t.Fatalf("the findings are %q", got)
	}
	items := *ask[[]protocol.CommandOrCodeAction](e, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: protocol.Range{Start: protocol.Position{Line: 1, Character: 4}, End: protocol.Position{Line: 1, Character: 4}},
	})
	if len(items) != 1 {
		t.Fatalf("%d actions are offered", len(items))
	}
	if got := e.taken(u, src, items[0].(*protocol.CodeAction)); got != "rules:\n  missing-section: off\n" {
		t.Errorf("it becomes %q", got)
	}
}

// annotating are the capabilities of a client that shows what becomes of files.
var annotating = strings.Replace(modern, `"snippetEditSupport": true`, `"snippetEditSupport": true, "changeAnnotationSupport": {}`, 1)

// A fix that gives the file another name is for clients that can rename files.
func TestRenamingFix(t *testing.T) {
	src := strings.Replace(handover, "**Achievement ID:** ACH-", "**Achievement ID:** $0ACH-", 1) // in a file for ACH-001
	renames := func(capabilities string) (names []string) {
		e := newEditor(t, start{capabilities: capabilities})
		_, _, all := e.actions(src, protocol.CodeActionKindQuickFix)
		for _, a := range all {
			if a.Edit == nil {
				a = ask[protocol.CodeAction](e, protocol.MethodCodeActionResolve, a)
			}
			for _, change := range a.Edit.DocumentChanges {
				if r, ok := change.(*protocol.RenameFile); ok {
					if a := a.Edit.ChangeAnnotations[r.AnnotationID]; e.server().client.annotates != (a.Label != "") {
						t.Errorf("it is annotated %+v", a)
					}
					names = append(names, r.Kind+" "+uri.Basename(r.OldURI)+" "+uri.Basename(r.NewURI))
				}
			}
		}
		return names
	}
	for _, capabilities := range []string{modern, annotating} {
		if got := renames(capabilities); len(got) != 1 || got[0] != "rename ACH-001-Cursor.md ACH-007-Cursor.md" {
			t.Errorf("the file is renamed %q", got)
		}
	}
	if got := renames(eager); got != nil {
		t.Errorf("a client that cannot rename is offered %q", got)
	}
}
