package server

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// What helps while reading: hints, colours, and IDs that change together.

const reading = `{
	"workspace": {"inlayHint": {"refreshSupport": true}},
	"textDocument": {
		"hover": {"contentFormat": ["markdown"]},
		"inlayHint": {"resolveSupport": {"properties": ["tooltip"]}},
		"linkedEditingRange": {},
		"semanticTokens": {"requests": {"full": {"delta": true}, "range": true}, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"]}
	}
}`

// range of a whole document.
func whole(u uri.URI) map[string]any {
	p := documentParams(u)
	p["range"] = protocol.Range{End: protocol.Position{Line: 9999}}
	return p
}

func TestHints(t *testing.T) {
	for _, tt := range []struct{ name, path, src, want string }{
		{"an achievement", "achievements/ACH-001-Nights.md", head + "## STAR Format\n\n### Result\n\n- 𐐀 Waiting: 50 min → 30 min, see ACH-002\n",
			"2026-05-02{Sat, Q2}\n\n## STAR Format\n\n### Result\n\n- 𐐀 Waiting: 50 min → 30 min{−40 %}, see ACH-002{A rota that holds}\n"},
		{"a review", "reviews/2026-H1.md", "# Self-Review: 2026-H1\n\n- ACH-002 saved nights\n", "- ACH-002{A rota that holds} saved nights\n"},
		{"another file", "README.md", "ACH-002 on 2026-05-02\n", "ACH-002 on 2026-05-02\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "achievements/ACH-002-Rota.md": "# Achievement: A rota that holds\n\n**Achievement ID:** ACH-002\n"})
			e := newEditor(t, start{capabilities: reading, folders: []string{dir}})
			e.untilLogged("read a workspace")
			u := uri.File(filepath.Join(dir, tt.path))
			e.open(u, tt.src)
			checkHints(t, e, u, tt.src, tt.want)
		})
	}
}

func checkHints(t *testing.T, e *editor, u uri.URI, src, want string) {
	t.Helper()
	m := mapper{text.NewLines(src), e.encoding()}
	got := *ask[[]protocol.InlayHint](e, protocol.MethodTextDocumentInlayHint, whole(u))
	for i := len(got) - 1; i >= 0; i-- {
		at := m.positionOffset(got[i].Position)
		src = src[:at] + "{" + string(got[i].Label.(protocol.String)) + "}" + src[at:]
	}
	if !strings.HasSuffix(src, want) || strings.Count(src, "{") != strings.Count(want, "{") {
		t.Errorf("got\n%s\nwant at its end\n%s", src, want)
	}
	for _, h := range got {
		if h.Tooltip != nil {
			t.Error("a tooltip is made before it is asked for")
		}
		if label := string(h.Label.(protocol.String)); label == "A rota that holds" {
			h = *ask[protocol.InlayHint](e, protocol.MethodInlayHintResolve, &h)
			if m, ok := h.Tooltip.(*protocol.MarkupContent); !ok || !strings.Contains(m.Value, "ACH-002") {
				t.Errorf("the tooltip of %q is %v", label, h.Tooltip)
			}
		}
	}
}

// refreshed are the capabilities of a client that can be told to ask again for all
// there is.
const refreshed = `{"workspace": {"inlayHint": {"refreshSupport": true}, "codeLens": {"refreshSupport": true}, "semanticTokens": {"refreshSupport": true},
	"foldingRange": {"refreshSupport": true}}, "textDocument": {"inlayHint": {}, "codeLens": {}}}`

// When an achievement gets another title, the client is told to ask again for what
// other files have a say in, and for nothing else.
func TestRefreshAfterAnEditElsewhere(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{capabilities: refreshed, folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "achievements/ACH-002-Rota.md"))
	e.open(u, "# Achievement: A rota\n")
	var before, after map[string]int
	e.keep(func() { after = maps.Clone(e.asksAgain) })
	// Each comes when the one before has been told whole; what the start had to tell is over with the second.
	for i, title := range []string{"that holds", "that lasts", "that is kept", "that is liked"} {
		e.replace(u, int32(i+2), "# Achievement: A rota "+title+"\n")
		for _, method := range []string{protocol.MethodWorkspaceInlayHintRefresh, protocol.MethodWorkspaceCodeLensRefresh} {
			e.until(method, func() bool { return e.asksAgain[method] > after[method] })
		}
		e.keep(func() { after = maps.Clone(e.asksAgain) })
		if i == 1 {
			before = after
		}
	}
	for _, method := range []string{protocol.MethodWorkspaceSemanticTokensRefresh, protocol.MethodWorkspaceFoldingRangeRefresh} {
		if after[method] > before[method] {
			t.Errorf("%s is sent, though it depends on its document alone", method)
		}
	}
}

// When the configuration changes on disk, the client is told to ask for all of it
// again, if it can be told.
func TestRefreshAfterTheConfiguration(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{capabilities: refreshed, folders: []string{dir}})
	e.untilLogged("read a workspace")
	e.open(uri.File(filepath.Join(dir, "ACH-002-Rota.md")), "# Achievement: A rota\n")
	before := map[string]int{}
	e.keep(func() { before = maps.Clone(e.asksAgain) })
	write(t, filepath.Join(dir, ".achievements.yaml"), "features: {codeLens: false}\n")
	e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": []any{
		map[string]any{"uri": string(uri.File(filepath.Join(dir, ".achievements.yaml"))), "type": protocol.FileChangeTypeChanged},
	}})
	for _, method := range []string{
		protocol.MethodWorkspaceInlayHintRefresh, protocol.MethodWorkspaceCodeLensRefresh, protocol.MethodWorkspaceSemanticTokensRefresh, protocol.MethodWorkspaceFoldingRangeRefresh,
	} {
		e.until(method, func() bool { return e.asksAgain[method] > before[method] })
	}
}

func TestLinkedEditing(t *testing.T) {
	e := newEditor(t, start{capabilities: reading})
	for _, tt := range []struct{ src, want string }{
		{"# Achievement: X\n\n**Achievement ID:** ACH-$0001\n\n## Summary\n\nACH-001, ach-001, ACH-002\n", "# Achievement: X\n\n**Achievement ID:** «ACH-001»\n\n## Summary\n\n«ACH-001», ach-001, ACH-002\n"},
		{"# Achievement: X\n\n**Achievement ID:** ACH-001\n\n## Summary\n\nACH-0$002 and ACH-002\n", ""},
		{"# Achievement: X\n\n**Achievement ID:** ACH-001$0\n", ""},
		{"# Achievement: X\n\nnight $0night\n", ""},
		{"# Self-Review: 2026-H1\n\n- ACH-$0001, see [ACH-001](a.md)\n", ""}, // another's, which renaming is for
	} {
		u, plain, r := e.cursor(tt.src)
		got := *ask[*protocol.LinkedEditingRanges](e, protocol.MethodTextDocumentLinkedEditingRange, position(u, r.Start.Line, r.Start.Character))
		switch {
		case got == nil && tt.want != "":
			t.Errorf("nothing changes together in %q", tt.src)
		case got != nil && e.marked(plain, got.Ranges) != tt.want:
			t.Errorf("got\n%s\nwant\n%s", e.marked(plain, got.Ranges), tt.want)
		}
	}
}

// decoded writes tokens as the client understands them.
func (e *editor) decoded(src string, data []uint32) string {
	e.t.Helper()
	m := mapper{text.NewLines(src), e.encoding()}
	legend := e.initialized.Capabilities.SemanticTokensProvider.(*protocol.SemanticTokensOptions).Legend
	var out []string
	at := protocol.Position{}
	for ; len(data) >= 5; data = data[5:] {
		if data[0] > 0 {
			at.Character = 0
		}
		at.Line, at.Character = at.Line+data[0], at.Character+data[1]
		start := m.positionOffset(at)
		end := start
		for end < len(src) && (text.Length(src[start:end], m.encoding) < int(data[2]) || !utf8.RuneStart(src[end])) {
			end++
		}
		s := legend.TokenTypes[data[3]]
		for i, name := range legend.TokenModifiers {
			if data[4]&(1<<i) != 0 {
				s += "." + name
			}
		}
		out = append(out, fmt.Sprintf("%s %q", s, src[start:end]))
	}
	return strings.Join(out, ", ")
}

func TestSemanticTokens(t *testing.T) {
	const src = "# Achievement: X\n\n**Date:** 2026-05-02\n\n### Result\n\n- **𐐀:** 50 min → 30 min (40% less)\n\n## Tags\n\n- #night\n"
	const want = `property "Date", event "2026-05-02", keyword "Result", number.before "50 min", number.after "30 min", number.computed "40%", decorator "#night"`
	for _, encoding := range []string{"utf-16", "utf-8", "utf-32"} {
		e := newEditor(t, start{capabilities: strings.Replace(reading, "{", `{"general": {"positionEncodings": ["`+encoding+`"]}, `, 1)})
		u := uri.File(filepath.Join(t.TempDir(), "ACH-001-X.md"))
		e.open(u, src)
		full := *ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensFull, documentParams(u))
		if got := e.decoded(src, full.Data); got != want {
			t.Errorf("in %s tokens are\n%s\nwant\n%s", encoding, got, want)
		}
		p := documentParams(u)
		p["range"] = protocol.Range{Start: protocol.Position{Line: 6}, End: protocol.Position{Line: 7}}
		part := *ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensRange, p)
		if got := e.decoded(src, part.Data); !strings.HasPrefix(got, "number.before") || !strings.HasSuffix(got, `"40%"`) {
			t.Errorf("in %s the tokens of a line are %s", encoding, got)
		}
	}
}

// Of what has changed only that is sent, and applied it is what all would be.
func TestTokenDelta(t *testing.T) {
	e := newEditor(t, start{capabilities: reading})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-001-X.md"))
	src := head + "## Tags\n\n- #a\n- #b\n- #c\n"
	e.open(u, src)
	full := *ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensFull, documentParams(u))
	data, id := full.Data, *full.ResultID
	for i, next := range []string{src, strings.Replace(src, "- #b", "- #bb\n- #d", 1), head, "# Achievement: Y\n", src} {
		e.replace(u, int32(i+2), next)
		p := documentParams(u)
		p["previousResultId"] = id
		delta := *ask[protocol.SemanticTokensDelta](e, protocol.MethodTextDocumentSemanticTokensFullDelta, p)
		for _, x := range delta.Edits {
			if len(x.Data)%5 != 0 || x.Start%5 != 0 || x.DeleteCount%5 != 0 {
				t.Errorf("an edit cuts a token: %+v", x)
			}
			data = slices.Replace(slices.Clone(data), int(x.Start), int(x.Start+x.DeleteCount), x.Data...)
		}
		if i == 0 && len(delta.Edits) > 0 {
			t.Errorf("nothing has changed, and the delta is %+v", delta.Edits)
		}
		id = *delta.ResultID
		again := *ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensRange, whole(u))
		if !slices.Equal(data, again.Data) {
			t.Errorf("after %q the client has %s, want %s", next, e.decoded(next, data), e.decoded(next, again.Data))
		}
	}
	p := documentParams(u)
	p["previousResultId"] = "unknown"
	if all := *ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensFullDelta, p); len(all.Data) == 0 {
		t.Error("of an unknown result not all is sent")
	}
}

// A token over two lines is cut for a client that cannot show it.
func TestTokensOverLines(t *testing.T) {
	const src = "# Achievement: X\n\n### Result\n\n- Waiting fell by 30\n  minutes\n"
	for capability, want := range map[string]string{`"formats"`: `number "30", number "minutes"`, `"multilineTokenSupport": true, "formats"`: `number "30\n  minutes"`} {
		e := newEditor(t, start{capabilities: strings.Replace(reading, `"formats"`, capability, 1)})
		u := uri.File(filepath.Join(t.TempDir(), "ACH-001-X.md"))
		e.open(u, src)
		full := *ask[protocol.SemanticTokens](e, protocol.MethodTextDocumentSemanticTokensFull, documentParams(u))
		if got := e.decoded(src, full.Data); got != `keyword "Result", `+want {
			t.Errorf("tokens are %s, want %s", got, want)
		}
	}
}

// What a client does not mention is not announced to it.
func TestReadingNotAnnounced(t *testing.T) {
	caps := newEditor(t, start{capabilities: "{}"}).initialized.Capabilities
	if caps.InlayHintProvider != nil || caps.SemanticTokensProvider != nil || caps.LinkedEditingRangeProvider != nil {
		t.Errorf("announced: %+v", caps)
	}
}
