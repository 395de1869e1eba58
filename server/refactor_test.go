package server

import (
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// ward is an achievement on which every refactoring can be tried.
const ward = head + `## Summary

Nights are quieter. Staff sleep.

## STAR Format

### Action

- Listed alarms
  by ward
- Set limits

## Evidence

|Type|Link/Location|
|---|---|
|Chart|log|

## Visibility & Recognition

- [ ] Matron
- [x] Board
- [ ] Press
`

func TestRefactorings(t *testing.T) {
	at := func(words string) string { return strings.Replace(ward, words, "$0"+words, 1) }
	for _, tt := range []struct{ name, src, title, holds, plain string }{
		{"bullets", at("Nights"), "Make each sentence a bullet", "- Nights are quieter.\n- Staff sleep.\n", ""},
		{"bullets in a review", "# Self-Review: 2026-H1\n\n## Highlights\n\nNights $0are quieter, see [it](a.md). Staff sleep.\n", "Make each sentence a bullet", "- Nights are quieter, see [it](a.md).\n- Staff sleep.\n", ""},
		{"steps", at("Listed"), "Number the steps", "1. Listed alarms\n   by ward\n2. Set limits\n", ""},
		{"tick", at("Matron"), "Toggle the checkbox", "- [x] Matron\n- [x] Board\n- [ ] Press\n", ""},
		{"take away", at("Board"), "Toggle the checkbox", "- [ ] Matron\n- [ ] Board\n", ""},
		{"tick all", at("Board"), "Tick all 2 open items of the list", "- [x] Matron\n- [x] Board\n- [x] Press\n", ""},
		{"table", at("Chart"), "Align the table", "| Type  | Link/Location |\n|-------|---------------|\n| Chart | log           |\n", ""},
		{"to front matter", at("**Date"), "Write the fields as front matter", "---\n\n# Ach", ""},
		{"to bold", "---\nid: $0ACH-001\n---\n\n# Achievement: Ward\n", "Write the front matter as bold fields", "# Achievement: Ward\n\n**Achievement ID:** ACH-001\n", ""},
		{"complete", at("Nights"), "Complete this achievement", "## Tags\n\n- ${4:#tag}", "## Tags\n\n- #tag"},
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

// A refactoring is offered where it applies, and nowhere else.
func TestRefactoringsNotOffered(t *testing.T) {
	for _, src := range []string{
		strings.Replace(ward, "Type|", "$0Type|", 1),
		strings.Replace(ward, "Matron", "$0Matron", 1),
		"# Self-Review: 2026-H1\n\n**Period:** $02026-H1\n",
		"# Self-Review: 2026-H1\n\n## Growth\n\n**Situation:** no$0ise. Much.\n",
		"# A$0 note\n\nOf something. Else.\n\n- [ ] x\n",
	} {
		_, _, all := newEditor(t, start{}).actions(src, protocol.CodeActionKindRefactor)
		for _, title := range []string{"Make each sentence a bullet", "Number the steps", "Write the fields as front matter", extraction} {
			if all[title] != nil {
				t.Errorf("%q is offered in\n%s", title, src)
			}
		}
	}
}

// extracting is a client that makes files once the writer agrees, and shows what
// can't be done.
var extracting = strings.NewReplacer(
	`"snippetEditSupport": true`, `"snippetEditSupport": true, "changeAnnotationSupport": {}`,
	`"isPreferredSupport": true`, `"isPreferredSupport": true, "disabledSupport": true`,
).Replace(modern)

const reviewed = "# Self-Review 2026-Q2\n\n**Period:** 2026-Q2\n\n## Highlights\n\nNights are quieter, see [the log](log.md). Staff sleep.\n"

// extraction are the actions of kind refactor.extract on the review's paragraph.
func (e *editor) extraction(dir string) (actions []*protocol.CodeAction) {
	e.t.Helper()
	u := uri.File(filepath.Join(dir, "reviews", "2026-Q2.md"))
	e.open(u, reviewed)
	at := protocol.Position{Line: 6, Character: 3}
	items := *ask[[]protocol.CommandOrCodeAction](e, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: protocol.Range{Start: at, End: at},
		Context: protocol.CodeActionContext{Only: []protocol.CodeActionKind{protocol.CodeActionKindRefactorExtract}},
	})
	for _, item := range items {
		actions = append(actions, item.(*protocol.CodeAction))
	}
	return actions
}

func TestExtractAchievement(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		".achievements.yaml": "", "achievements/ACH-006-Old.md": strings.Replace(ward, "ACH-001", "ACH-006", 1), "reviews/2026-Q2.md": reviewed,
	})
	e := newEditor(t, start{capabilities: extracting, folders: []string{dir}})
	e.untilLogged("read a workspace")
	actions := e.extraction(dir)
	if len(actions) != 1 || actions[0].Disabled.Reason != "" {
		t.Fatalf("offered are %+v", actions)
	}
	a := ask[protocol.CodeAction](e, protocol.MethodCodeActionResolve, actions[0])
	if len(a.Edit.DocumentChanges) != 3 {
		t.Fatalf("it changes %+v", a.Edit.DocumentChanges)
	}
	cited := a.Edit.DocumentChanges[2].(*protocol.TextDocumentEdit).Edits[0].(*protocol.TextEdit)
	if want := "[ACH-007](../achievements/ACH-007-Nights-are-quieter-see-the-log.md): Nights are quieter, see the log"; cited.NewText != want {
		t.Errorf("the review says %q, want %q", cited.NewText, want)
	}
	file := a.Edit.DocumentChanges[0].(*protocol.CreateFile)
	if note := a.Edit.ChangeAnnotations[file.AnnotationID]; note.NeedsConfirmation == nil || !*note.NeedsConfirmation {
		t.Errorf("the file is made unasked: %+v", a.Edit.ChangeAnnotations)
	}
	content := a.Edit.DocumentChanges[1].(*protocol.TextDocumentEdit).Edits[0].(*protocol.TextEdit).NewText
	for _, holds := range []string{"## Summary\n\nNights are quieter, see [the log](../reviews/log.md). Staff sleep.\n", "**Achievement ID:** ACH-007\n", "**Date:** 2026-05-20\n"} {
		if !strings.Contains(content, holds) {
			t.Errorf("the achievement lacks %q:\n%s", holds, content)
		}
	}
}

// A client that can't make files is told so where it asked for extractions; one
// that does not show reasons is offered nothing.
func TestExtractAchievementDisabled(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "reviews/2026-Q2.md": reviewed})
	for capabilities, want := range map[string]int{strings.Replace(extracting, `"create"`, `"delete"`, 1): 1, eager: 0} {
		e := newEditor(t, start{capabilities: capabilities, folders: []string{dir}})
		e.untilLogged("read a workspace")
		actions := e.extraction(dir)
		if len(actions) != want {
			t.Fatalf("offered are %+v", actions)
		}
		if want > 0 && (actions[0].Disabled.Reason == "" || actions[0].Edit != nil || len(actions[0].Data) > 0) {
			t.Errorf("it is offered as %+v", actions[0])
		}
	}
}
