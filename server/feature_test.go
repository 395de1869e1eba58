package server

import (
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"

	"achievement-ls/analysis/config"
)

// cursor opens a source in which $0 is the cursor, or two of them a selection.
func (e *editor) cursor(src string) (u uri.URI, plain string, r protocol.Range) {
	e.t.Helper()
	pieces := strings.Split(src, "$0")
	plain = strings.Join(pieces, "")
	u = uri.File(filepath.Join(e.t.TempDir(), "ACH-001-Cursor.md"))
	e.open(u, plain)
	m := mapper{text.NewLines(plain), e.encoding()}
	from := len(pieces[0])
	to := from
	if len(pieces) > 2 {
		to += len(pieces[1])
	}
	return u, plain, m.spanRange(text.Span{Start: from, End: to})
}

// applied is a text with edits of the protocol made, tab stops as they are sent.
func (e *editor) applied(src string, edits []protocol.TextEdit) string {
	e.t.Helper()
	m := mapper{text.NewLines(src), e.encoding()}
	var out []text.Edit
	for _, x := range edits {
		out = append(out, text.Replace(m.rangeSpan(x.Range), x.NewText))
	}
	s, err := text.Apply(src, out)
	if err != nil {
		e.t.Fatal(err)
	}
	return s
}

// head stands above what a test is about.
const head = "# Achievement: Quieter nights\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-02\n\n"

// TestFeaturesDocumented: whatever can be switched off is listed where its key is
// described.
func TestFeaturesDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(page), "### `features`")
	list, _, _ = strings.Cut(list, "```")
	var names []string
	for _, f := range features {
		names = append(names, f.name)
		if !strings.Contains(list, "`"+f.name+"`") {
			t.Errorf("docs/configuration.md does not say that %q can be switched off", f.name)
		}
	}
	slices.Sort(names)
	// Definition and declaration, say, are one feature.
	if names = slices.Compact(names); !slices.Equal(names, config.FeatureNames) {
		t.Errorf("the configuration knows the features %q, there are %q", config.FeatureNames, names)
	}
}

func TestCompletion(t *testing.T) {
	for _, tt := range []struct {
		name, capabilities, src, label string
		want                           string // the line of the cursor once the candidate is taken
		format                         protocol.InsertTextFormat
		detail                         string
	}{
		{"a tag", modern, head + "## Tags\n\n- #night\n- #ni$0\n", "#q2-2026", "", 0, ""},
		{"a heading", modern, head + "## Evid$0\n", "Evidence", "## Evidence", protocol.InsertTextFormatSnippet, ""},
		{"a heading for a plain client", "{}", head + "## Evid$0\n", "Evidence", "## Evidence", 0, ""},
		{"behind an emoji", modern, head + "## Tags\n\n- 𐐀 #q$0\n", "#q2-2026", "- 𐐀 #q2-2026", 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := newEditor(t, start{capabilities: tt.capabilities})
			checkCompletion(t, e, tt.src, tt.label, tt.want, tt.format)
		})
	}
}

func checkCompletion(t *testing.T, e *editor, src, label, want string, format protocol.InsertTextFormat) {
	t.Helper()
	u, plain, r := e.cursor(src)
	list := ask[protocol.CompletionList](e, protocol.MethodTextDocumentCompletion, &protocol.CompletionParams{TextDocumentPositionParams: protocol.TextDocumentPositionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u}, Position: r.Start,
	}})
	if !sort.SliceIsSorted(list.Items, func(i, j int) bool {
		a, _ := list.Items[i].SortText.Get()
		b, _ := list.Items[j].SortText.Get()
		return a < b
	}) {
		t.Error("the candidates are not in the order of their sort texts")
	}
	i := slices.IndexFunc(list.Items, func(c protocol.CompletionItem) bool { return c.Label == label })
	if want == "" {
		if i >= 0 {
			t.Errorf("%q is offered", label)
		}
		return
	}
	if i < 0 {
		t.Fatalf("%q is not among the %d candidates", label, len(list.Items))
	}
	item := list.Items[i]
	edit, ok := item.TextEdit.(*protocol.TextEdit)
	if !ok || edit.Range.Start.Line != r.Start.Line || edit.Range.End.Line != r.Start.Line {
		t.Fatalf("its edit is %+v", item.TextEdit)
	}
	got := strings.Split(e.applied(plain, []protocol.TextEdit{*edit}), "\n")[r.Start.Line]
	if got != want || item.InsertTextFormat != format {
		t.Errorf("taken in format %d the line is %q, want %q in %d", item.InsertTextFormat, got, want, format)
	}
	resolved := ask[protocol.CompletionItem](e, protocol.MethodCompletionItemResolve, &item)
	if item.Data != nil && resolved.Documentation == nil || item.Documentation != nil {
		t.Errorf("its documentation is %v, and resolved %v", item.Documentation, resolved.Documentation)
	}
}

// Of a list that the server no longer has, an item stays as it is.
func TestResolveLate(t *testing.T) {
	e := newEditor(t, start{})
	for _, data := range []string{"[1, 0]", "[0, -1]", "[9999, 0]"} {
		item := &protocol.CompletionItem{Label: "x", Data: protocol.LSPAny(data)}
		if got := ask[protocol.CompletionItem](e, protocol.MethodCompletionItemResolve, item); got.Label != "x" || got.Documentation != nil {
			t.Errorf("resolved with data %s it is %+v", data, got)
		}
	}
	if err := e.call(protocol.MethodCompletionItemResolve, &protocol.CompletionItem{Label: "x", Data: protocol.LSPAny(`{"a":1}`)}, nil); code(err) == 0 {
		t.Error("foreign data is taken")
	}
}

func TestHover(t *testing.T) {
	e := newEditor(t, start{})
	for _, tt := range []struct{ src, says, about string }{
		{head + "## Evi$0dence\n", "**Evidence**", "## Evidence"},
		{head + "## 🚀 Evi$0dence\n", "**Evidence**", "## 🚀 Evidence"},
		{head + "## Summary\n\nA quiet $0night.\n", "", ""},
	} {
		u, plain, r := e.cursor(tt.src)
		h := *ask[*protocol.Hover](e, protocol.MethodTextDocumentHover, position(u, r.Start.Line, r.Start.Character))
		if h == nil {
			if tt.says != "" {
				t.Errorf("nothing is said of %q", tt.src)
			}
			continue
		}
		m := mapper{text.NewLines(plain), e.encoding()}
		if says := h.Contents.(*protocol.MarkupContent); tt.says == "" || !strings.Contains(says.Value, tt.says) || m.rangeSpan(*h.Range).Of(plain) != tt.about {
			t.Errorf("of %q is said %q about %q", tt.src, says.Value, m.rangeSpan(*h.Range).Of(plain))
		}
	}
}

func TestSymbols(t *testing.T) {
	e := newEditor(t, start{})
	u, plain, _ := e.cursor(head + "## Summary\n\nx\n\n## STAR Format\n\n**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n**Result:** d\n\n## Tags\n\n- #a\n$0")
	var got []string
	for _, s := range e.outline(u, plain) {
		got = append(got, s.code+"/"+s.said)
	}
	want := []string{"Quieter nights/5", "Achievement ID/0", "Date/0", "Summary/0", "STAR Format/4", "Situation/0", "Task/0", "Action/0", "Result/1", "d/0", "Tags/0"}
	want[0] = "Achievement: Quieter nights/5"
	if !slices.Equal(got, want) {
		t.Errorf("the outline is %q, want %q", got, want)
	}
}

// A review's outline has what it cites, with the figures given there.
func TestReviewSymbols(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "", "ACH-002.md": "# Achievement: Shorter rounds\n\n**Achievement ID:** ACH-002\n", "reviews/ACH-001.md": "# Achievement: Calmer nights\n\n**Achievement ID:** ACH-001\n"})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "reviews", "2026-H1-Self-Review.md"))
	e.open(u, "# Self-Review: 2026-H1\n\n**Period:** 2026-H1\n\n## Achievements\n\n| # | Achievement | Impact | Link |\n|---|---|---|---|\n| 1 | Calm | 50 min → 30 min | [ACH-001](ACH-001.md) |\n\n"+
		"## Also\n\n- ACH-002 and ACH-003 saved 3 hours\n\n### ACH-004 Rota\n\nHeld for 6 weeks.\n")
	var got []string
	var walk func(list protocol.DocumentSymbolSlice, indent string)
	walk = func(list protocol.DocumentSymbolSlice, indent string) {
		for _, s := range list {
			line := indent + s.Name
			if s.Detail != nil {
				line += ": " + *s.Detail
			}
			got = append(got, line)
			walk(s.Children, indent+" ")
		}
	}
	walk(*ask[protocol.DocumentSymbolSlice](e, protocol.MethodTextDocumentDocumentSymbol, documentParams(u)), "")
	expect(t, "the outline", got, "Self-Review: 2026-H1", " Period: 2026-H1", " Achievements", "  ACH-001 Calmer nights: 50 min, 30 min", " Also", "  ACH-002 Shorter rounds, ACH-003: 3 hours", "  ACH-004 Rota")
}
