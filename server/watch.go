package server

import (
	"path/filepath"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace/scan"
	"achievement-ls/server/disk"
)

// watched are the files whose changes on disk matter. Of a folder that is deleted
// some clients tell nothing but that, hence the last.
var watched = []protocol.FileSystemWatcher{
	{GlobPattern: protocol.Pattern("**/*.{md,markdown}")},
	{GlobPattern: protocol.Pattern("**/" + config.FileName)},
	{GlobPattern: protocol.Pattern("**/.gitignore")},
	{GlobPattern: protocol.Pattern("**/*"), Kind: protocol.WatchKindDelete},
}

// initialized starts reading workspaces, and asks the client to watch files; where
// it can't be asked the server watches them itself. Before, no request may be sent.
func (s *server) initialized() {
	registers := is(s.client.Workspace.DidChangeWatchedFiles.DynamicRegistration)
	s.startOnce.Do(func() {
		s.openFolders(s.folders) // here, so that initialize is answered without reading a file
		if !registers {
			s.watchDisk()
		}
		s.run(s.loader.run)
		s.run(s.registrar.run)
	})
	s.askSettings()
	s.watchSettings()
	if !registers {
		return
	}
	s.register("to watch files", "watch", protocol.MethodWorkspaceDidChangeWatchedFiles, &protocol.DidChangeWatchedFilesRegistrationOptions{Watchers: watched})
}

// register asks the client to send what it need not send.
func (s *server) register(what, id, method string, options any) {
	body, err := raw(options)
	if err != nil {
		s.log.Error("the client was not asked "+what, zap.Error(err))
		return
	}
	s.ask(what, protocol.MethodClientRegisterCapability, &protocol.RegistrationParams{
		Registrations: []protocol.Registration{{ID: id, Method: method, RegisterOptions: body}},
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
			s.session.update(func(st *state) { rebind = s.configFileChanged(st, path) || rebind })
			rebind = rebind || change.Type != protocol.FileChangeTypeChanged
		case name == ".gitignore":
			s.loadAround(path)
		case scan.IsMarkdown(name):
			s.loader.refresh(path)
		case change.Type == protocol.FileChangeTypeDeleted: // a folder, perhaps
			s.loader.refresh(path)
		}
	}
	if rebind {
		s.bordersMoved()
	}
}

// bordersMoved has all workspaces found and read anew, after a configuration or a
// folder with one has come or gone.
func (s *server) bordersMoved() {
	s.session.update(func(st *state) {
		for path := range st.roots {
			s.configFileChanged(st, filepath.Join(path, config.FileName))
			s.loader.load(path)
		}
		s.rebind(st)
	})
}

// loadAround has the workspaces read again that a path lies in: the innermost may
// be about to go, and its files to be another's.
func (s *server) loadAround(path string) {
	for root := range s.session.state().roots {
		if disk.Within(root, path) {
			s.loader.load(root)
		}
	}
}

// holdsWorkspace reports whether a workspace begins in the folder at a path.
func (st *state) holdsWorkspace(path string) bool {
	for root := range st.roots {
		if disk.Within(path, root) {
			return true
		}
	}
	return false
}

// configFileChanged reads the configuration at a path again, unless the editor
// holds it: then the editor's text counts. It reports whether the borders of
// workspaces move.
func (s *server) configFileChanged(st *state, path string) (moved bool) {
	dir := filepath.Dir(path)
	if r := st.rootOf(path); r != nil && st.open[uri.File(path)] == nil {
		s.configFromDisk(st, r.path, dir)
	}
	return (st.roots[dir] != nil) != (disk.RootOf(dir) == dir)
}
