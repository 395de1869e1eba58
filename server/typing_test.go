package server

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"testing"
	"unicode/utf8"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// What a writer types character by character, and deletes again, is to the server
// what it would be had it been opened so: its text, its findings, its outline.
func TestTypingEqualsOpening(t *testing.T) {
	for _, encoding := range []string{"utf-16", "utf-8", "utf-32"} {
		t.Run(encoding, func(t *testing.T) {
			typing(t, encoding)
		})
	}
}

func typing(t *testing.T, encoding string) {
	src := []rune("\ufeff" + handover + "\r\nEin Gruß an 𐐀 und 👩‍⚕️.\r\n")
	typed := newEditor(t, start{capabilities: `{"general": {"positionEncodings": ["` + encoding + `"]}, "textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}`})
	fresh := newEditor(t, start{})
	u := uri.File(filepath.Join(t.TempDir(), "ACH-007-Ward-Handover.md"))
	typed.open(u, "")
	enc := map[string]text.Encoding{"utf-16": text.UTF16, "utf-8": text.UTF8, "utf-32": text.UTF32}[encoding]
	points := make(map[int]bool)
	for i := range 51 {
		points[i*len(src)/50] = true
	}
	now, version := "", int32(1)
	compare := func() {
		t.Helper()
		typed.compare(fresh, u, now, version)
	}
	for i, r := range src {
		m := mapper{text.NewLines(now), enc}
		at := m.offsetPosition(len(now))
		version++
		typed.change(u, version, partial(at, at, string(r)))
		now += string(r)
		if points[i] {
			compare()
		}
	}
	compare()
	for i := len(src) - 1; i >= 0; i-- {
		end := len(now)
		_, size := utf8.DecodeLastRuneInString(now)
		m := mapper{text.NewLines(now), enc}
		version++
		typed.change(u, version, partial(m.offsetPosition(end-size), m.offsetPosition(end), ""))
		now = now[:end-size]
		if points[i] {
			compare()
		}
	}
	compare()
}

// partial is a change of a part of a document.
func partial(from, to protocol.Position, s string) map[string]any {
	place := func(p protocol.Position) map[string]any {
		return map[string]any{"line": p.Line, "character": p.Character}
	}
	return map[string]any{"range": map[string]any{"start": place(from), "end": place(to)}, "text": s}
}

// compare opens src in another session and compares what both make of it. The
// sessions may count columns differently, hence the comparison by offset.
func (e *editor) compare(fresh *editor, u uri.URI, src string, version int32) {
	e.t.Helper()
	want := fresh.open(u, src)
	got := e.checked(u, version)
	if now := e.text(u); now != src {
		e.t.Fatalf("after version %d the text is %q, the client's %q", version, now, src)
	}
	a, b := byOffset(got, src, e.encoding()), byOffset(want, src, fresh.encoding())
	if !reflect.DeepEqual(a, b) {
		e.t.Errorf("after version %d of %d bytes the findings are %v, of a fresh document %v", version, len(src), a, b)
	}
	x, y := e.outline(u, src), fresh.outline(u, src)
	if !reflect.DeepEqual(x, y) {
		e.t.Errorf("after version %d the outline is %v, of a fresh document %v", version, x, y)
	}
	fresh.close(u)
	fresh.until("the closed document is cleared", func() bool {
		_, versioned := fresh.diagnostics[u].Version.Get()
		return !versioned
	})
}

func (e *editor) encoding() text.Encoding {
	return encodingOf([]protocol.PositionEncodingKind{e.initialized.Capabilities.PositionEncoding})
}

type placed struct {
	span text.Span
	code string
	said string
}

func byOffset(diags []protocol.Diagnostic, src string, enc text.Encoding) []placed {
	m := mapper{text.NewLines(src), enc}
	var out []placed
	for _, d := range diags {
		out = append(out, placed{m.rangeSpan(d.Range), codes([]protocol.Diagnostic{d}), string(d.Message.(protocol.String))})
	}
	return out
}

func (e *editor) outline(u uri.URI, src string) []placed {
	e.t.Helper()
	var result protocol.DocumentSymbolSlice
	if err := e.call(protocol.MethodTextDocumentDocumentSymbol, &protocol.DocumentSymbolParams{TextDocument: protocol.TextDocumentIdentifier{URI: u}}, &result); err != nil {
		e.t.Fatal(err)
	}
	m := mapper{text.NewLines(src), e.encoding()}
	var out []placed
	var walk func(protocol.DocumentSymbolSlice)
	walk = func(list protocol.DocumentSymbolSlice) {
		for _, s := range list {
			out = append(out, placed{m.rangeSpan(s.Range), s.Name, string(rune('0' + len(s.Children)))})
			walk(s.Children)
		}
	}
	walk(result)
	return out
}

// FuzzApply: any sequence of changes leaves what the client has, whatever the
// unit of columns and however the ends of ranges lie.
func FuzzApply(f *testing.F) {
	f.Add("# A 𐐀\r\nb\rc\nü", uint64(1))
	f.Fuzz(func(t *testing.T, src string, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 0))
		for _, enc := range []text.Encoding{text.UTF8, text.UTF16, text.UTF32} {
			server, client := src, src
			for range 8 {
				m := mapper{text.NewLines(server), enc}
				// An offset as the client can name it: one that a position stands for.
				a := m.positionOffset(m.offsetPosition(random.IntN(len(client) + 1)))
				b := m.positionOffset(m.offsetPosition(random.IntN(len(client) + 1)))
				a, b = min(a, b), max(a, b)
				insert := []string{"", "x", "\r", "\n", "\r\n", "𐐀é", "## Tags\n"}[random.IntN(7)]
				server = apply(server, []protocol.TextDocumentContentChangeEvent{
					&protocol.TextDocumentContentChangePartial{Range: protocol.Range{Start: m.offsetPosition(a), End: m.offsetPosition(b)}, Text: insert},
				}, enc)
				client = client[:a] + insert + client[b:]
				if server != client {
					t.Fatalf("the server has %q, the client %q", server, client)
				}
			}
		}
	})
}
