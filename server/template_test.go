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

// A team's own template, in German, speaks in diagnostics, actions, completion,
// hover and outline; changing it changes them.
func TestOwnTemplate(t *testing.T) {
	dir := t.TempDir()
	const config = "template:\n  extends: german\n  sections:\n    - {is: evidence, name: Nachweise, requirement: required, hint: Wo man es sieht}\n    - {is: skills, remove: true}\n    - {is: collaboration, remove: true}\n"
	if err := os.WriteFile(filepath.Join(dir, ".achievements.yaml"), []byte(config), 0o666); err != nil {
		t.Fatal(err)
	}
	const src = "# Erfolg: Backen\n\n**Kennung:** ACH-001\n**Datum:** 2026-05-15\n**Rolle:** Bäckerin @ Haus\n**Kategorie:** Backen / Brot\n\n" +
		"## Zusammenfassung\n\nKurz.\n\n## Ausgangslage\n\n- 900 Brote\n\n## Vorgehen\n\n1. Gebacken\n\n## Aufgabe\n\n- Mehr\n\n## Ergebnis\n\n- Brote: 900 → 1200\n\n## Schlagwörter\n\n- #brot\n\n## N"
	e := newEditor(t, start{folders: []string{dir}, capabilities: strings.Replace(modern, `"utf-16"`, `"utf-8"`, 1)})
	u := uri.File(filepath.Join(dir, "ACH-001-Brot.md"))
	missing := func(list []protocol.Diagnostic) (names []string) {
		for _, d := range list {
			if codes([]protocol.Diagnostic{d}) == "missing-section" {
				names = append(names, string(d.Message.(protocol.String)))
			}
		}
		return names
	}
	if got := missing(e.open(u, src)); !slices.Equal(got, []string{`the section "Nachweise" is missing; insert it`}) {
		t.Errorf("missing are %q", got)
	}
	lines := strings.Split(src, "\n")
	last := uint32(len(lines) - 1)
	list := ask[protocol.CompletionList](e, protocol.MethodTextDocumentCompletion, position(u, last, 4))
	if len(list.Items) == 0 || list.Items[0].Label != "Nachweise" {
		t.Errorf("the headings offered are %v", list.Items)
	}
	h := ask[protocol.Hover](e, protocol.MethodTextDocumentHover, position(u, 11, 5))
	if m, ok := h.Contents.(*protocol.MarkupContent); !ok || !strings.Contains(m.Value, "**Situation (Ausgangslage)**") {
		t.Errorf("hover says %v", h.Contents)
	}
	items := *ask[[]protocol.CommandOrCodeAction](e, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: protocol.Range{Start: protocol.Position{Line: 0, Character: 3}, End: protocol.Position{Line: 0, Character: 3}},
	})
	at := slices.IndexFunc(items, func(item protocol.CommandOrCodeAction) bool {
		a, ok := item.(*protocol.CodeAction)
		return ok && a.Title == `Insert "Nachweise"`
	})
	if at < 0 {
		t.Fatal("inserting the section is not offered")
	}
	if got := e.taken(u, src, items[at].(*protocol.CodeAction)); !strings.Contains(got, "- Brote: 900 → 1200\n\n## Nachweise\n\n| Art ") {
		t.Errorf("it becomes\n%s", got)
	}
	var names []string
	for _, s := range *ask[protocol.DocumentSymbolSlice](e, protocol.MethodTextDocumentDocumentSymbol, documentParams(u)) {
		for _, c := range s.Children {
			names = append(names, c.Name)
		}
	}
	if !slices.Contains(names, "Kennung") || !slices.Contains(names, "Zusammenfassung") {
		t.Errorf("the outline is %q", names)
	}

	settings := uri.File(filepath.Join(dir, ".achievements.yaml"))
	e.openAs(settings, "yaml", strings.Replace(config, "name: Nachweise, requirement: required", "name: Quellen, requirement: required", 1))
	e.until("the template's new name is asked for", func() bool {
		return slices.ContainsFunc(e.published, func(p protocol.PublishDiagnosticsParams) bool {
			return p.URI == u && slices.Equal(missing(p.Diagnostics), []string{`the section "Quellen" is missing; insert it`})
		})
	})
}
