package server

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

var update = flag.Bool("update", false, "rewrite what is announced to each editor")

// TestRecordedEditors starts a session by what real editors say of themselves,
// recorded from them by editors/*/test/run.sh --record, and by the least that a
// client can say. What is announced to each stands beside the recording, and the
// main things an editor asks for are answered in a form it knows.
func TestRecordedEditors(t *testing.T) {
	files, err := filepath.Glob("testdata/initialize/*.json")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d recordings: %v", len(files), err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".announced.json") {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			e, dir := recorded(t, file)
			compareAnnounced(t, e, strings.TrimSuffix(file, ".json")+".announced.json")
			e.journey(dir)
		})
	}
}

// recorded starts an editor by its recorded params, over a folder with a faulty
// achievement.
func recorded(t *testing.T, file string) (*editor, string) {
	t.Helper()
	params, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := workspaceOf(t, map[string]string{
		".achievements.yaml":        "language: en\n",
		"achievements/ACH-001-A.md": head + "## Tags\n\n- #families\n",
	})
	var p map[string]any
	folder, err := json.Marshal(string(uri.File(dir)))
	if err != nil {
		t.Fatal(err)
	}
	params = bytes.ReplaceAll(params, []byte(`"file:///workspace"`), folder)
	if err := json.Unmarshal(params, &p); err != nil {
		t.Fatal(err)
	}
	e := connect(t, start{})
	e.initialized = ask[protocol.InitializeResult](e, protocol.MethodInitialize, p)
	e.notify(protocol.MethodInitialized, map[string]any{})
	return e, dir
}

func compareAnnounced(t *testing.T, e *editor, golden string) {
	t.Helper()
	compact, err := protocol.Marshal(&e.initialized.Capabilities)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := json.Indent(&got, compact, "", "  "); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("what is announced is not what %s says; -update rewrites it. It is\n%s", golden, got.Bytes())
	}
}

// journey asks, as any editor does, for what a writer needs.
func (e *editor) journey(dir string) {
	t := e.t
	t.Helper()
	const src = "# Achievement: Quieter nights\n\n**Achievement ID:** ACH-002\n**Date:** 2026-05-02\n\n## Result\n\n- 🎉 Wait: 80 minutes → 60 minutes (45% reduction)\n\nAfter ACH-001.\n\n## Tags\n\n- #fam\n"
	u := uri.File(filepath.Join(dir, "achievements", "ACH-002-B.md"))
	m := mapper{text.NewLines(src), e.encoding()}
	at := func(word string) protocol.Position {
		return m.spanRange(text.Span{Start: strings.Index(src, word) + len(word), End: len(src)}).Start
	}
	doc := protocol.TextDocumentIdentifier{URI: u}
	place := func(word string) protocol.TextDocumentPositionParams {
		return protocol.TextDocumentPositionParams{TextDocument: doc, Position: at(word)}
	}

	e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(u), "languageId": "markdown", "version": 1, "text": src}})
	// Which workspace it is, some only say by the file they open.
	e.untilLogged("read a workspace")
	var found []protocol.Diagnostic
	if e.initialized.Capabilities.DiagnosticProvider != nil {
		report := ask[protocol.RelatedFullDocumentDiagnosticReport](e, protocol.MethodTextDocumentDiagnostic, &protocol.DocumentDiagnosticParams{TextDocument: doc})
		found = report.Items
	} else {
		e.until("diagnostics", func() bool { found = e.diagnostics[u].Diagnostics; return len(found) > 0 })
	}
	var mismatch *protocol.Diagnostic
	for i, d := range found {
		if d.Code == protocol.String("percentage-mismatch") {
			mismatch = &found[i]
		}
	}
	if mismatch == nil || m.rangeSpan(mismatch.Range).Of(src) != "45%" {
		t.Fatalf("the percentage is not found where it stands: %q", codes(found))
	}

	checkTaken := func(item protocol.CompletionItem) {
		t.Helper()
		edit, ok := item.TextEdit.(*protocol.TextEdit)
		if !ok || !strings.Contains(e.applied(src, []protocol.TextEdit{*edit}), "\n- #families\n") {
			t.Errorf("the tag taken makes %+v", item.TextEdit)
		}
	}
	taken := false
	for _, item := range ask[protocol.CompletionList](e, protocol.MethodTextDocumentCompletion, &protocol.CompletionParams{TextDocumentPositionParams: place("- #fam")}).Items {
		if item.Label == "#families" {
			taken = true
			checkTaken(item)
		}
	}
	if !taken {
		t.Error("the tag is not offered")
	}

	if h := ask[protocol.Hover](e, protocol.MethodTextDocumentHover, place("After ACH")); h.Contents == nil {
		t.Error("nothing is said of an ID")
	}
	for method, params := range map[string]any{
		protocol.MethodTextDocumentDocumentSymbol: &protocol.DocumentSymbolParams{TextDocument: doc},
		protocol.MethodTextDocumentDefinition:     &protocol.DefinitionParams{TextDocumentPositionParams: place("After ACH")},
		protocol.MethodTextDocumentFormatting:     &protocol.DocumentFormattingParams{TextDocument: doc, Options: protocol.FormattingOptions{TabSize: 2, InsertSpaces: true}},
		protocol.MethodTextDocumentRename:         &protocol.RenameParams{TextDocumentPositionParams: place("- #fam"), NewName: "#homes"},
	} {
		if got := *ask[json.RawMessage](e, method, params); string(got) == "null" || string(got) == "" {
			t.Errorf("%s is answered %q", method, got)
		}
	}
	e.mended(u, src, mismatch)
}

// mended takes the action that mends the finding, in the form the client was told
// it would get: an action with its edit, one to be resolved, or a command.
func (e *editor) mended(u uri.URI, src string, d *protocol.Diagnostic) {
	t := e.t
	t.Helper()
	const want = "(25% reduction)"
	params := &protocol.CodeActionParams{TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: d.Range, Context: protocol.CodeActionContext{Diagnostics: []protocol.Diagnostic{*d}}}
	var offers []json.RawMessage
	if err := json.Unmarshal(*ask[json.RawMessage](e, protocol.MethodTextDocumentCodeAction, params), &offers); err != nil {
		t.Fatal(err)
	}
	for _, offer := range offers {
		var item struct {
			Title     string
			Command   json.RawMessage
			Arguments []json.RawMessage
			Edit      json.RawMessage
		}
		if err := json.Unmarshal(offer, &item); err != nil {
			t.Fatal(err)
		}
		if item.Title != `Change to "25%"` {
			continue
		}
		edit := item.Edit
		switch {
		case item.Command != nil:
			result := ask[json.RawMessage](e, protocol.MethodWorkspaceExecuteCommand, map[string]any{"command": item.Command, "arguments": item.Arguments})
			edit = *result
			if len(e.edits) > 0 {
				var err error
				if edit, err = protocol.Marshal(&e.edits[0]); err != nil {
					t.Fatal(err)
				}
			}
		case edit == nil:
			var asked map[string]any
			if err := json.Unmarshal(offer, &asked); err != nil {
				t.Fatal(err)
			}
			var resolved struct{ Edit json.RawMessage }
			if err := json.Unmarshal(*ask[json.RawMessage](e, protocol.MethodCodeActionResolve, asked), &resolved); err != nil {
				t.Fatal(err)
			}
			edit = resolved.Edit
		}
		var made struct {
			Changes         map[string][]protocol.TextEdit
			DocumentChanges []struct{ Edits []protocol.TextEdit }
		}
		if err := json.Unmarshal(edit, &made); err != nil {
			t.Fatalf("%s: %v", edit, err)
		}
		edits := made.Changes[string(u)]
		for _, c := range made.DocumentChanges {
			edits = append(edits, c.Edits...)
		}
		if got := e.applied(src, edits); !strings.Contains(got, want) {
			t.Errorf("the action makes of the text\n%s", got)
		}
		return
	}
	t.Errorf("of %d actions none mends the percentage", len(offers))
}
