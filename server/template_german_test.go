package server

import (
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// A team's own words, which the German template does not know, with its sections
// in another order: the result comes first, tags before the evidence.
const (
	ownWords = "template:\n  extends: german\n  fields:\n    - {is: date, name: Stichtag}\n  sections:\n" +
		"    - {is: result, name: Ertrag}\n    - {is: tags, name: Fundwörter}\n    - {is: collaboration, name: Mithilfe}\n"
	ownFile = "# Erfolg: Brot am Mittag\n\n**Kennung:** ACH-001\n**Stichtag:** 2026-05-15\n**Rolle:** ROLE-001 - Bäckerin @ Haus\n**Kategorie:** Backen / Brot\n\n" +
		"## Fundwörter\n\n- #brot\n\n" +
		"## Mithilfe\n\n| Person | Rolle | Beitrag |\n|---|---|---|\n| Änne Groß | Müllerin | Mehl |\n\n" +
		"## Zusammenfassung\n\nZweimal gebacken.\n\n" +
		"## STAR-Methode\n\n### Situation\n\n- Mittags leer\n\n### Aufgabe\n\n- Mehr Brot\n\n### Vorgehen\n\n1. Gebacken\n\n### Ertrag\n\n- Brote: 900 → 1200\n- Alle satt\n"
)

// ownEditor has a file open in a workspace with a template of its own.
func ownEditor(t *testing.T, capabilities string) (*editor, uri.URI) {
	t.Helper()
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ownWords})
	e := newEditor(t, start{folders: []string{dir}, capabilities: capabilities})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-001-Brot.md"))
	e.open(u, ownFile)
	return e, u
}

func TestOwnTemplateTokens(t *testing.T) {
	e, u := ownEditor(t, reading)
	got := e.decoded(ownFile, ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensFull, documentParams(u)).Data)
	expect(t, "the tokens", strings.Split(got, ", "),
		`property "Kennung"`, `class.declaration "ACH-001"`, `property "Stichtag"`, `event "2026-05-15"`, `property "Rolle"`, `type "ROLE-001"`, `property "Kategorie"`,
		`decorator "#brot"`, `variable "Änne Groß"`, `keyword "Situation"`, `keyword "Aufgabe"`, `keyword "Vorgehen"`, `keyword "Ertrag"`,
		`number.before "900"`, `number.after "1200"`)
}

func TestOwnTemplateLenses(t *testing.T) {
	e, u := ownEditor(t, `{"textDocument": {"codeLens": {}}}`)
	var got []string
	for _, l := range *ask[[]protocol.CodeLens](e, protocol.MethodTextDocumentCodeLens, documentParams(u)) {
		got = append(got, l.Command.Title)
	}
	expect(t, "the lenses", got, "4/4 · 1 of 2 results quantified")
}

func TestOwnTemplateOrder(t *testing.T) {
	e, u := ownEditor(t, modern)
	title := protocol.Range{Start: protocol.Position{Character: 3}, End: protocol.Position{Character: 3}}
	for _, item := range *ask[[]protocol.CommandOrCodeAction](e, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: title,
		Context: protocol.CodeActionContext{Only: []protocol.CodeActionKind{protocol.CodeActionKindRefactorRewrite}},
	}) {
		a := item.(*protocol.CodeAction)
		if a.Title != "Bring the sections into the template's order" {
			continue
		}
		var got []string
		for line := range strings.Lines(e.taken(u, ownFile, a)) {
			if strings.HasPrefix(line, "#") {
				got = append(got, strings.TrimSpace(line))
			}
		}
		expect(t, "the headings in order", got, "# Erfolg: Brot am Mittag", "## Zusammenfassung", "## STAR-Methode",
			"### Situation", "### Aufgabe", "### Vorgehen", "### Ertrag", "## Mithilfe", "## Fundwörter")
		return
	}
	t.Error("it is not offered to bring the sections in order")
}
