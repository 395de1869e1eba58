package server

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// marked writes the text of ranges in brackets into a source.
func (e *editor) marked(src string, ranges []protocol.Range) string {
	e.t.Helper()
	m := mapper{text.NewLines(src), e.encoding()}
	for i := len(ranges) - 1; i >= 0; i-- {
		s := m.rangeSpan(ranges[i])
		src = src[:s.Start] + "«" + s.Of(src) + "»" + src[s.End:]
	}
	return src
}

func TestFolds(t *testing.T) {
	const src = "# Achievement: X\n\n## Summary\n\n𐐀 <!-- a\nb --> c\n\n## Tags\n\n- #d\n"
	for _, tt := range []struct{ name, capabilities, path, src, want string }{
		{"plain", "{}", "ACH-001-X.md", src, "0-9 2-5 4-5:5 7-9"},
		{"whole lines", `{"textDocument": {"foldingRange": {"lineFoldingOnly": true}}}`, "ACH-001-X.md", src, "0-9 2-5 7-9"},
		{"not too many", `{"textDocument": {"foldingRange": {"rangeLimit": 2}}}`, "ACH-001-X.md", src, "0-9 2-5"},
		{"another file", "{}", "README.md", "# X\n\n## Y\n\nz\n", ""},
		{"a review", "{}", "2026-H1-Self-Review.md", "# Self-Review: 2026-H1\n\n## Y\n\nz\n", "0-4 2-4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := newEditor(t, start{capabilities: tt.capabilities})
			u := uri.File(filepath.Join(t.TempDir(), tt.path))
			e.open(u, tt.src)
			var got []string
			for _, f := range *ask[[]protocol.FoldingRange](e, protocol.MethodTextDocumentFoldingRange, documentParams(u)) {
				s := fmt.Sprintf("%d-%d", f.StartLine, f.EndLine)
				if f.EndCharacter != nil {
					s += fmt.Sprintf(":%d", *f.EndCharacter)
				}
				if (f.Kind == protocol.FoldingRangeKindComment) != strings.HasPrefix(s, "4-") {
					t.Errorf("%s is of kind %q", s, f.Kind)
				}
				got = append(got, s)
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("folds are %q, want %q", got, tt.want)
			}
		})
	}
}

func documentParams(u uri.URI) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": string(u)}}
}

func TestSelections(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"an achievement", head + "## Summary\n\n- 𐐀 calm$0er. Done.\n", "calmer|𐐀 calmer.|𐐀 calmer. Done.|- 𐐀 calmer. Done.|## Summary\n\n- 𐐀 calmer. Done."},
		{"a review", "# Self-Review: 2026-H1\n\n## Mine\n\n| # | Achievement |\n|---|---|\n| 1 | Calm$0er nights |\n",
			"Calmer|Calmer nights|| 1 | Calmer nights ||| # | Achievement |\n|---|---|\n| 1 | Calmer nights ||## Mine\n\n"},
	} {
		t.Run(tt.name, func(t *testing.T) { checkSelections(t, tt.src, tt.want) })
	}
}

func checkSelections(t *testing.T, src, want string) {
	t.Helper()
	e := newEditor(t, start{})
	u, plain, r := e.cursor(src)
	p := documentParams(u)
	p["positions"] = []protocol.Position{r.Start, {}}
	got := *ask[[]protocol.SelectionRange](e, protocol.MethodTextDocumentSelectionRange, p)
	if len(got) != 2 {
		t.Fatalf("%d answers to two positions", len(got))
	}
	m := mapper{text.NewLines(plain), e.encoding()}
	var texts []string
	for s := &got[0]; s != nil; s = s.Parent {
		texts = append(texts, m.rangeSpan(s.Range).Of(plain))
	}
	if got := strings.Join(texts, "|"); !strings.HasPrefix(got, want) || texts[len(texts)-1] != plain {
		t.Errorf("the selection grows to %q, want %q and on to the file", texts, want)
	}
}

func TestLinks(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		".achievements.yaml":                  "",
		"reviews/2026-H1-Self-Review.md":      "# Self-Review: 2026-H1\n",
		"achievements/ACH-001-Queue.md":       "",
		"achievements/ACH-002-Calm-Nights.md": "",
	})
	for _, tt := range []struct{ name, path, src, want, targets string }{
		{"an achievement", "achievements/ACH-001-Queue.md", head + "𐐀 [a](ACH-002-Calm-Nights.md), github.com/a/b, [c](../../d.md)\n\n## Link to Review\n\n**Used in:** 2026-H1-Self-Review.md\n",
			"𐐀 [a](«ACH-002-Calm-Nights.md»), «github.com/a/b», [c](../../d.md)\n\n## Link to Review\n\n**Used in:** «2026-H1-Self-Review.md»\n",
			"achievements/ACH-002-Calm-Nights.md https://github.com/a/b reviews/2026-H1-Self-Review.md"},
		{"a review", "reviews/2026-H1-Self-Review.md", "# Self-Review: 2026-H1\n\n- [a](../achievements/ACH-001-Queue.md)\n",
			"- [a](«../achievements/ACH-001-Queue.md»)\n", "achievements/ACH-001-Queue.md"},
		{"another file", "README.md", "[a](x.md)\n", "[a](x.md)\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := newEditor(t, start{folders: []string{dir}})
			e.untilLogged("read a workspace")
			u := uri.File(filepath.Join(dir, tt.path))
			e.open(u, tt.src)
			checkLinks(t, e, dir, u, tt.src, tt.want, tt.targets)
		})
	}
}

func checkLinks(t *testing.T, e *editor, dir string, u uri.URI, src, want, targets string) {
	t.Helper()
	var ranges []protocol.Range
	var got []string
	for _, l := range *ask[[]protocol.DocumentLink](e, protocol.MethodTextDocumentDocumentLink, documentParams(u)) {
		ranges = append(ranges, l.Range)
		got = append(got, strings.TrimPrefix(string(*l.Target), string(uri.File(dir))+"/"))
	}
	if marked := e.marked(src, ranges); !strings.HasSuffix(marked, want) || len(got) != strings.Count(want, "«") {
		t.Errorf("links are\n%s\nwant\n%s", marked, want)
	}
	if got := strings.Join(got, " "); got != targets {
		t.Errorf("they lead to %q, want %q", got, targets)
	}
}

// A document that is no file has no place that a path could start from.
func TestLinksOfNoFile(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.URI("untitled:Untitled-1")
	e.open(u, head+"[a](b.md) https://example.org/c\n")
	checkLinks(t, e, "/", u, head+"[a](b.md) https://example.org/c\n", "[a](b.md) «https://example.org/c»\n", "https://example.org/c")
}

func TestHighlights(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"an ID, where it is declared and where it is cited", "# Achievement: X\n\n**Achievement ID:** ACH-001\n\n## Summary\n\n𐐀 AC$0H-001, ACH-0012\n",
			"# Achievement: X\n\n**Achievement ID:** w«ACH-001»\n\n## Summary\n\n𐐀 «ACH-001», ACH-0012\n"},
		{"a tag", "# Achievement: X\n\n## Summary\n\n#night\n\n## Tags\n\n- #night$0\n- #nightly\n\n**Tags:** #night\n",
			"# Achievement: X\n\n## Summary\n\n#night\n\n## Tags\n\n- «#night»\n- #nightly\n\n**Tags:** «#night»\n"},
		{"a role", "# Achievement: X\n\n**Role:** ROLE-0$001 - Nurse\n\n## Summary\n\nSince ROLE-001.\n", "# Achievement: X\n\n**Role:** «ROLE-001» - Nurse\n\n## Summary\n\nSince «ROLE-001».\n"},
		{"an ID in a review", "# Self-Review: 2026-H1\n\n1. [ACH-0$001](a.md): see ACH-001\n2. ACH-002\n", "# Self-Review: 2026-H1\n\n1. [«ACH-001»](a.md): see «ACH-001»\n2. ACH-002\n"},
		{"a person in a role's file", "# Onboarding: Baker @ Mill\n\n**Role ID:** ROLE-001\n**Manager:** Ada R$0ye\n\n## Key collaborators\n\n| Person | Role |\n|---|---|\n| Ada Rye | Miller |\n",
			"# Onboarding: Baker @ Mill\n\n**Role ID:** ROLE-001\n**Manager:** «Ada Rye»\n\n## Key collaborators\n\n| Person | Role |\n|---|---|\n| «Ada Rye» | Miller |\n"},
		{"a heading and the links to it", "# Achievement: X\n\n## Summary\n\nSee [it](#night-sh$0ift) and [[#Night shift]].\n\n## Night shift\n", "# Achievement: X\n\n## Summary\n\nSee [it](#«night-shift») and [[#«Night shift»]].\n\n## w«Night shift»\n"},
		{"a heading that nothing leads to", "# Achievement: X\n\n## Sum$0mary\n\nIn summary.\n", "# Achievement: X\n\n## Summary\n\nIn summary.\n"},
		{"nothing", "# Achievement: X\n\n## Summary\n\nA qui$0et night, quiet again.\n", "# Achievement: X\n\n## Summary\n\nA quiet night, quiet again.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) { checkHighlights(t, newEditor(t, start{}), tt.src, tt.want) })
	}
}

func checkHighlights(t *testing.T, e *editor, src, want string) {
	t.Helper()
	u, plain, r := e.cursor(src)
	got := *ask[[]protocol.DocumentHighlight](e, protocol.MethodTextDocumentDocumentHighlight, position(u, r.Start.Line, r.Start.Character))
	var ranges []protocol.Range
	for _, h := range got {
		ranges = append(ranges, h.Range)
	}
	parts := strings.Split(e.marked(plain, ranges), "«")
	for i, h := range got {
		if h.Kind == protocol.DocumentHighlightKindWrite {
			parts[i] += "w"
		}
	}
	if marked := strings.Join(parts, "«"); marked != want {
		t.Errorf("got\n%s\nwant\n%s", marked, want)
	}
}

// A feature that the configuration switches off gives nothing.
func TestSwitchedOff(t *testing.T) {
	for feature, method := range map[string]string{
		"foldingRange": protocol.MethodTextDocumentFoldingRange,
		"documentLink": protocol.MethodTextDocumentDocumentLink,
		"format":       protocol.MethodTextDocumentFormatting,
	} {
		dir := workspaceOf(t, map[string]string{".achievements.yaml": "features:\n  " + feature + ": false\n"})
		e := newEditor(t, start{folders: []string{dir}})
		u := uri.File(filepath.Join(dir, "ACH-001-X.md"))
		e.open(u, head+"## Summary\n\nhttps://example.org \n")
		if got := *ask[[]any](e, method, documentParams(u)); len(got) > 0 {
			t.Errorf("%s gives %v", method, got)
		}
	}
}
