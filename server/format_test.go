package server

import (
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

func (e *editor) formatted(u uri.URI, plain string) string {
	return e.applied(plain, *ask[[]protocol.TextEdit](e, protocol.MethodTextDocumentFormatting,
		&protocol.DocumentFormattingParams{TextDocument: protocol.TextDocumentIdentifier{URI: u}}))
}

func TestFormatDocument(t *testing.T) {
	e := newEditor(t, start{})
	src := head + "## Evidence\n| Type | Link |\n|-|-|\n| 写真 𐐀 | x |\n\n## Tags\n\n* #a \n* #b"
	want := head + "## Evidence\n\n| Type   | Link |\n|--------|------|\n| 写真 𐐀 | x    |\n\n## Tags\n\n* #a\n* #b\n"
	for _, eol := range []string{"\n", "\r\n"} {
		u, plain, _ := e.cursor(strings.ReplaceAll(src, "\n", eol))
		got := e.formatted(u, plain)
		if got != strings.ReplaceAll(want, "\n", eol) {
			t.Errorf("it becomes %q", got)
		}
		u, plain, _ = e.cursor(got)
		if again := e.formatted(u, plain); again != got {
			t.Errorf("formatted twice it becomes %q", again)
		}
	}
}

// Only the lines of the range are changed.
func TestFormatRange(t *testing.T) {
	e := newEditor(t, start{})
	u, plain, r := e.cursor(head + "## Summary \n\nA $0quiet \n\n## Tags $0 \n\n* #a \n")
	edits := *ask[[]protocol.TextEdit](e, protocol.MethodTextDocumentRangeFormatting,
		&protocol.DocumentRangeFormattingParams{TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: r})
	if got, want := e.applied(plain, edits), head+"## Summary \n\nA quiet\n\n## Tags\n\n* #a \n"; got != want {
		t.Errorf("it becomes %q, want %q", got, want)
	}
}

// Several selections are laid out at once, and what lies between them is not.
func TestFormatRanges(t *testing.T) {
	e := newEditor(t, start{capabilities: `{"textDocument": {"rangeFormatting": {"rangesSupport": true}}}`})
	if options, ok := e.initialized.Capabilities.DocumentRangeFormattingProvider.(*protocol.DocumentRangeFormattingOptions); !ok || !is(options.RangesSupport) {
		t.Errorf("announced is %v", e.initialized.Capabilities.DocumentRangeFormattingProvider)
	}
	u, plain, _ := e.cursor(head + "## Summary \n\nA quiet \n\n## Tags \n\n* #a \n$0")
	edits := *ask[[]protocol.TextEdit](e, protocol.MethodTextDocumentRangesFormatting, &protocol.DocumentRangesFormattingParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: u},
		Ranges:       []protocol.Range{{Start: protocol.Position{Line: 5}, End: protocol.Position{Line: 6}}, {Start: protocol.Position{Line: 11}, End: protocol.Position{Line: 11}}, {Start: protocol.Position{Line: 5}, End: protocol.Position{Line: 5}}},
	})
	if got, want := e.applied(plain, edits), head+"## Summary\n\nA quiet \n\n## Tags \n\n* #a\n"; got != want {
		t.Errorf("it becomes %q, want %q", got, want)
	}
}

func TestFormatOnType(t *testing.T) {
	e := newEditor(t, start{})
	for _, tt := range []struct{ src, typed, want string }{
		{"## Tags\n\n- #a\n$0", "\n", "## Tags\n\n- #a\n- "},
		{"## Action\n\n1. 𐐀\n$0", "\n", "## Action\n\n1. 𐐀\n2. "},
		{"## Collaboration\n\n| 名前 𐐀 | Role |\n|---|---|\n| 李 |$0", "|", "## Collaboration\n\n| 名前 𐐀 | Role |\n|--------|------|\n| 李     |"},
		{"## Summary\n\nA quiet night.\n$0", "\n", "## Summary\n\nA quiet night.\n"},
	} {
		u, plain, r := e.cursor(head + tt.src)
		edits := *ask[[]protocol.TextEdit](e, protocol.MethodTextDocumentOnTypeFormatting, &protocol.DocumentOnTypeFormattingParams{
			TextDocument: protocol.TextDocumentIdentifier{URI: u}, Position: r.Start, Ch: tt.typed,
		})
		if got := e.applied(plain, edits); got != head+tt.want {
			t.Errorf("after %q it becomes %q, want %q", tt.typed, got, head+tt.want)
		}
	}
}

// Another file is nobody's to lay out.
func TestFormatOther(t *testing.T) {
	e := newEditor(t, start{})
	u := uri.File(t.TempDir() + "/notes.md")
	e.open(u, "# Notes\n* a \n")
	if got := e.formatted(u, "# Notes\n* a \n"); got != "# Notes\n* a \n" {
		t.Errorf("it becomes %q", got)
	}
}
