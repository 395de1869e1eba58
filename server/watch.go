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
	})
	if !registers {
		return
	}
	body, err := raw(&protocol.DidChangeWatchedFilesRegistrationOptions{Watchers: watched})
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
// the editor's text counts.
func (s *server) configFileChanged(path string) {
	s.session.update(func(st *state) {
		if st.open[uri.File(path)] == nil {
			s.configFromDisk(st, filepath.Dir(path))
		}
	})
}
