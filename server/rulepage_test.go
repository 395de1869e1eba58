package server

import (
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// What hovers over a rule's name leads to the rule's page where the client shows
// documents that are no files; the page says the same either way.
func TestHoverLinksARulesPage(t *testing.T) {
	showing := strings.Replace(modern, `"workspace": {`, `"workspace": {"textDocumentContent": {}, `, 1)
	for _, tt := range []struct {
		name, capabilities string
		linked             bool
	}{
		{"a client that shows it", showing, true},
		{"one that shows no markdown", strings.Replace(showing, `"contentFormat": ["markdown"]`, `"contentFormat": ["plaintext"]`, 1), false},
		{"one that shows files alone", modern, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := newEditor(t, start{capabilities: tt.capabilities})
			u, _, r := e.cursor(head + "<!-- achievement-ls disable-file missing-$0section -->\n")
			h := ask[protocol.Hover](e, protocol.MethodTextDocumentHover, position(u, r.Start.Line, r.Start.Character))
			says := h.Contents.(*protocol.MarkupContent).Value
			_, address, linked := strings.Cut(says, "(achievement-ls:")
			if !strings.Contains(says, "missing-section") || linked != tt.linked {
				t.Fatalf("it says\n%s", says)
			}
			if !linked {
				return
			}
			address, _, _ = strings.Cut(address, ")")
			page := ask[protocol.TextDocumentContentResult](e, protocol.MethodWorkspaceTextDocumentContent, map[string]any{"uri": "achievement-ls:" + address})
			if !strings.HasPrefix(says, page.Text) {
				t.Errorf("the page is\n%s\nsaid is\n%s", page.Text, says)
			}
		})
	}
}

// A finding leads to its rule's page where the configuration says where that is,
// and the client shows it.
func TestCodeDescription(t *testing.T) {
	described := strings.Replace(modern, `"relatedInformation": true`, `"relatedInformation": true, "codeDescriptionSupport": true`, 1)
	const at = "diagnostics: {documentation: \"https://wiki.example.org/rules#\"}\n"
	for _, tt := range []struct {
		name, capabilities, config string
		want                       uri.URI
	}{
		{"a page", described, at, "https://wiki.example.org/rules#missing-title"},
		{"nowhere", described, "", ""},
		{"a client that shows none", modern, at, ""},
		{"no address", described, "diagnostics: {documentation: wiki}\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := workspaceOf(t, map[string]string{".achievements.yaml": tt.config})
			e := newEditor(t, start{capabilities: tt.capabilities, folders: []string{dir}})
			e.untilLogged("read a workspace")
			found := e.open(uri.File(filepath.Join(dir, "ACH-001-X.md")), "**Achievement ID:** ACH-001\n")
			for _, d := range found {
				if d.Code == protocol.String("missing-title") {
					if d.CodeDescription.Href != tt.want {
						t.Errorf("it leads to %q, want %q", d.CodeDescription.Href, tt.want)
					}
					return
				}
			}
			t.Fatalf("found is %s", codes(found))
		})
	}
}
