package server

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace/scan"
	"achievement-ls/server/disk"
)

// notifications is what is done at each notification, on the reader and so in
// the order they arrive. All of it is short: text is edited, a state replaced,
// work put into a queue.
var notifications = map[string]func(*server, jsonrpc2.RawMessage) error{
	protocol.MethodInitialized:   func(s *server, _ jsonrpc2.RawMessage) error { s.initialized(); return nil },
	protocol.MethodCancelRequest: on((*server).cancelRequest),
	protocol.MethodSetTrace: func(s *server, raw jsonrpc2.RawMessage) error {
		p, err := decode[protocol.SetTraceParams](raw)
		if err != nil {
			return err
		}
		return s.setTrace(p)
	},
	protocol.MethodTextDocumentDidOpen:                on((*server).didOpen),
	protocol.MethodTextDocumentDidChange:              on((*server).didChange),
	protocol.MethodTextDocumentDidSave:                on((*server).didSave),
	protocol.MethodTextDocumentDidClose:               on((*server).didClose),
	protocol.MethodWorkspaceDidChangeConfiguration:    on((*server).didChangeConfiguration),
	protocol.MethodWorkspaceDidChangeWatchedFiles:     on((*server).didChangeWatchedFiles),
	protocol.MethodWorkspaceDidChangeWorkspaceFolders: on((*server).didChangeWorkspaceFolders),
	protocol.MethodWindowWorkDoneProgressCancel:       on((*server).cancelProgress),
}

func on[P any](fn func(*server, *P)) func(*server, jsonrpc2.RawMessage) error {
	return func(s *server, raw jsonrpc2.RawMessage) error {
		p, err := decode[P](raw)
		if err != nil {
			return err
		}
		fn(s, p)
		return nil
	}
}

func (s *server) cancelRequest(p *protocol.CancelParams) {
	if err := s.inflight.cancel(p); err != nil {
		s.log.Warn("nothing was cancelled", zap.Error(err))
	}
}

func (s *server) didOpen(p *protocol.DidOpenTextDocumentParams) {
	doc := p.TextDocument
	// A message's strings share its memory: what is kept long is copied.
	u := uri.URI(strings.Clone(string(doc.URI)))
	s.session.update(func(st *state) {
		path, rootPath, rel := "", "", ""
		if u.IsFile() {
			path = u.FsPath()
			rel = filepath.Base(path)
			if rootPath = st.workspaceOf(path); rootPath != "" {
				rel = disk.Relative(rootPath, path)
				s.addRoot(st, rootPath)
				st.withFolders(rootPath, rel)
			}
		}
		s.put(st, newDocument(u, doc.Version, doc.Text, rootPath, rel, modeOf(path, string(doc.LanguageID)), st.config(rootPath, rel)))
		s.configChanged(st, u)
	})
}

// put opens a document or gives it its next version, and says why one is not
// analysed that is too large.
func (s *server) put(st *state, d *openDocument) {
	if old := st.open[d.uri]; d.mode == tooLarge && (old == nil || old.mode != tooLarge) {
		s.run(func(context.Context) {
			s.tell(fmt.Sprintf("%s %v", filepath.Base(d.rel), disk.SizeError{Size: len(d.text), Max: d.config.Files.MaxSize}))
		})
	}
	st.put(d)
}

// modeOf says what is done with a file by its path, or for a document without
// one by what the editor calls its language.
func modeOf(path, language string) mode {
	switch {
	case filepath.Base(path) == config.FileName:
		return configuration
	case scan.IsMarkdown(path), language == string(protocol.LanguageKindMarkdown):
		return analysed
	}
	return foreign
}

func (s *server) didChange(p *protocol.DidChangeTextDocumentParams) {
	s.session.update(func(st *state) {
		d := st.open[p.TextDocument.URI]
		if d == nil {
			s.log.Warn("a document that is not open was changed", zap.String("uri", string(p.TextDocument.URI)))
			return
		}
		s.put(st, d.with(p.TextDocument.Version, apply(d.text, p.ContentChanges, s.client.encoding)))
		s.configChanged(st, d.uri)
	})
}

// didSave reads the file again, since its facts on disk are now others. A
// configuration may have come to be, and with it a workspace.
func (s *server) didSave(p *protocol.DidSaveTextDocumentParams) {
	if !p.TextDocument.URI.IsFile() {
		return
	}
	path := p.TextDocument.URI.FsPath()
	if filepath.Base(path) == config.FileName {
		s.session.update(s.rebind)
		return
	}
	s.loader.refresh(path)
}

// didClose gives the word back to the file on disk.
func (s *server) didClose(p *protocol.DidCloseTextDocumentParams) {
	u := p.TextDocument.URI
	s.session.update(func(st *state) {
		d := st.open[u]
		if d == nil {
			s.log.Warn("a document that is not open was closed", zap.String("uri", string(u)))
			return
		}
		delete(st.open, u)
		if d.mode == configuration && d.root != "" {
			s.configFileChanged(st, u.FsPath())
		}
		st.prune()
	})
	if u.IsFile() {
		s.loader.refresh(u.FsPath())
	}
}
