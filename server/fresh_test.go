package server

import (
	"context"
	"path/filepath"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// Edits that were made while the document changed are refused, since they are of
// places that have moved; those of a text that stands are given.
func TestEditsOfOldText(t *testing.T) {
	for _, tt := range []struct {
		name      string
		meanwhile func(e *editor, u uri.URI)
		want      jsonrpc2.Code
	}{
		{"nothing happens", func(*editor, uri.URI) {}, 0},
		{"another document changes", func(e *editor, u uri.URI) { e.open(u[:len(u)-len("A.md")]+"B.md", head) }, 0},
		{"the document changes", func(e *editor, u uri.URI) { e.replace(u, 2, head+"x"); e.checked(u, 2) }, protocol.CodeContentModified},
		{"the document is closed", func(e *editor, u uri.URI) { e.close(u) }, protocol.CodeContentModified},
	} {
		t.Run(tt.name, func(t *testing.T) {
			entered, release := make(chan string, 1), make(chan struct{})
			slow := feature{name: "slow", calls: map[string]handler{"test/edits": fresh(func(context.Context, *request) (any, error) {
				entered <- "edits"
				<-release
				return []protocol.TextEdit{}, nil
			})}}
			e := newEditor(t, start{features: append([]feature{slow}, features...)})
			u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
			e.open(u, head)
			answer := make(chan error, 1)
			go func() { answer <- e.call("test/edits", documentParams(u), nil) }()
			<-entered
			tt.meanwhile(e, u)
			lifeOf(t, e) // by then the server has read what happened
			close(release)
			if err := <-answer; err != nil != (tt.want != 0) || err != nil && code(err) != tt.want {
				t.Errorf("answered %v", err)
			}
		})
	}
}
