package server

import (
	"path/filepath"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace/scan"
)

// watched are the files whose changes on disk matter.
var watched = []string{"**/*.{md,markdown}", "**/" + config.FileName, "**/.gitignore"}

// initialized starts reading workspaces, and asks the client to watch files where
// it can. Before, no request may be sent.
func (s *server) initialized() {
	s.startOnce.Do(func() { s.run(s.loader.run) })
	if !is(s.client.Workspace.DidChangeWatchedFiles.DynamicRegistration) {
		return
	}
	options := protocol.DidChangeWatchedFilesRegistrationOptions{}
	for _, glob := range watched {
		options.Watchers = append(options.Watchers, protocol.FileSystemWatcher{GlobPattern: protocol.Pattern(glob)})
	}
	body, err := raw(&options)
	if err != nil {
		s.log.Error("files are not watched", zap.Error(err))
		return
	}
	s.ask("to watch files", protocol.MethodClientRegisterCapability, &protocol.RegistrationParams{
		Registrations: []protocol.Registration{{ID: "watch", Method: protocol.MethodWorkspaceDidChangeWatchedFiles, RegisterOptions: body}},
	})
}

func (s *server) didChangeWatchedFiles(p *protocol.DidChangeWatchedFilesParams) {
	rebind := false
	for _, change := range p.Changes {
		if !change.URI.IsFile() {
			continue
		}
		path := change.URI.FsPath()
		switch name := filepath.Base(path); {
		case name == config.FileName:
			s.configFileChanged(path)
			rebind = rebind || change.Type != protocol.FileChangeTypeChanged
		case name == ".gitignore":
			if r := s.session.state().rootOf(path); r != nil {
				s.loader.load(r.path)
			}
		case scan.IsMarkdown(name):
			s.loader.refresh(path)
		}
	}
	if rebind { // a configuration that comes or goes moves the borders of workspaces
		s.session.update(func(st *state) {
			for path := range st.roots {
				s.loader.load(path)
			}
			s.rebind(st)
		})
	}
}

// configFileChanged reads a configuration again, unless the editor holds it: then
// the editor's text counts.
func (s *server) configFileChanged(path string) {
	s.session.update(func(st *state) {
		if st.open[uri.File(path)] == nil {
			s.configFromDisk(st, filepath.Dir(path))
		}
	})
}
