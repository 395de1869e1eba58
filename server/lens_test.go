package server

import (
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

func TestLenses(t *testing.T) {
	const star = "## STAR Format\n\n### Situation\n\na\n\n### Task\n\nb\n\n### Action\n\n- c\n\n### Result\n\n"
	e := newEditor(t, start{capabilities: `{"textDocument": {"codeLens": {}}}`})
	for _, tt := range []struct{ name, path, src, want string }{
		{"complete", "ACH-001-X.md", "# Achievement: X\n\n" + star + "- 50 min → 30 min\n- 3 wards joined\n", "# Achievement: X → 4/4 · 2 of 2 results quantified"},
		{"a result without a figure", "ACH-001-X.md", "# Achievement: X\n\n" + star + "- 50 min → 30 min\n- All were calm\n", "# Achievement: X → 4/4 · 1 of 2 results quantified"},
		{"no result yet", "ACH-001-X.md", "# Achievement: X\n\n" + star, "# Achievement: X → 3/4"},
		{"template text left in", "ACH-001-X.md", "# Achievement: X\n\n" + strings.Replace(star, "\nb\n", "\n- [What you were to achieve, and by when]\n", 1) + "- **[Metric]:** [Before] → [After] ([X]% [improvement])\n", "# Achievement: X → 2/4"},
		{"several in a file", "ACH-2026.md", "# 2026\n\n## Achievement: A\n\n### Situation\na\n\n### Action\nb\n\n### Result\n\n30 min saved a week\n\n## Achievement: B\n\n### Situation\n\n### Result\n",
			"## Achievement: A → 3/3 · 1 of 1 result quantified; ## Achievement: B → 0/3"},
		{"another file", "README.md", "# X\n", ""},
		{"a review", "2026-H1-Self-Review.md", "# Self-Review: 2026-H1\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			u := uri.File(filepath.Join(t.TempDir(), tt.path))
			e.open(u, tt.src)
			m := mapper{text.NewLines(tt.src), e.encoding()}
			var got []string
			for _, l := range *ask[[]protocol.CodeLens](e, protocol.MethodTextDocumentCodeLens, documentParams(u)) {
				got = append(got, m.rangeSpan(l.Range).Of(tt.src)+" → "+l.Command.Title)
			}
			if got := strings.Join(got, "; "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// The outline has a Result's statements with their figures.
func TestResultSymbols(t *testing.T) {
	e := newEditor(t, start{})
	u, _, _ := e.cursor(head + "### Result\n\n- **Waiting:** 50 min → 30 min (40% less)\n- All were calm\n$0")
	var got []string
	var walk func([]protocol.DocumentSymbol)
	walk = func(list []protocol.DocumentSymbol) {
		for _, s := range list {
			if s.Kind == protocol.SymbolKindNumber {
				detail := ""
				if s.Detail != nil {
					detail = *s.Detail
				}
				got = append(got, s.Name+" → "+detail)
			}
			walk(s.Children)
		}
	}
	walk(*ask[protocol.DocumentSymbolSlice](e, protocol.MethodTextDocumentDocumentSymbol, documentParams(u)))
	if got, want := strings.Join(got, "; "), "Waiting: 50 min → 30 min (40% less) → 50 min, 30 min, 40%; All were calm → "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
