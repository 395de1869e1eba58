package server

import (
	"path/filepath"
	"strings"

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
			rebind = s.configFileChanged(path) || change.Type != protocol.FileChangeTypeChanged || rebind
		case name == ".gitignore":
			if r := s.session.state().rootOf(path); r != nil {
				s.loader.load(r.path)
			}
		case scan.IsMarkdown(name):
			s.loader.refresh(path)
		case change.Type == protocol.FileChangeTypeDeleted:
			rebind = s.folderDeleted(path) || rebind
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

// folderDeleted has the files below a path read again, if it was a folder's, and
// reports whether workspaces were among them.
func (s *server) folderDeleted(path string) (workspaces bool) {
	for _, r := range s.session.state().roots {
		if disk.Within(path, r.path) {
			workspaces = true
			continue
		}
		if r.disk == nil || !disk.Within(r.path, path) {
			continue
		}
		below := disk.Relative(r.path, path) + "/"
		for f := range r.disk.All() {
			if strings.HasPrefix(f.Path, below) {
				s.loader.refresh(filepath.Join(r.path, filepath.FromSlash(f.Path)))
			}
		}
	}
	return workspaces
}

// configFileChanged reads a configuration again, unless the editor holds it: then
// the editor's text counts. It reports whether the borders of workspaces move.
func (s *server) configFileChanged(path string) (moved bool) {
	dir := filepath.Dir(path)
	s.session.update(func(st *state) {
		moved = (st.roots[dir] != nil) != (disk.RootOf(dir) == dir)
		if r := st.rootOf(path); r != nil && st.open[uri.File(path)] == nil {
			s.configFromDisk(st, r.path, dir)
		}
	})
	return moved
}
