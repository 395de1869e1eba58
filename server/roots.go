package server

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/server/disk"
)

// foldersOf are the workspace folders that a client opens with. Clients from
// before there could be several name one, in either of two older ways.
//
//lint:file-ignore SA1019 the older ways are what those clients know
func foldersOf(p *protocol.InitializeParams) []uri.URI {
	if folders, ok := p.WorkspaceFolders.Get(); ok {
		return urisOf(folders)
	}
	if p.RootURI != nil {
		return []uri.URI{*p.RootURI}
	}
	if path, ok := p.RootPath.Get(); ok && path != "" {
		return []uri.URI{uri.File(path)}
	}
	return nil
}

func urisOf(folders []protocol.WorkspaceFolder) []uri.URI {
	out := make([]uri.URI, len(folders))
	for i, f := range folders {
		out[i] = f.URI
	}
	return out
}

// openFolders takes workspace folders in, each with the workspace it lies in.
func (s *server) openFolders(folders []uri.URI) {
	s.session.update(func(st *state) {
		for _, u := range folders {
			if !u.IsFile() {
				s.log.Warn("the workspace folder " + string(u) + " is not on this machine's disk, and is not read")
				continue
			}
			path := filepath.Clean(strings.Clone(u.FsPath()))
			if info, err := os.Stat(path); err != nil || !info.IsDir() {
				s.log.Warn("the workspace folder "+path+" is not a folder that can be read", zap.Error(err))
				continue
			}
			if slices.Contains(st.folders, path) {
				continue
			}
			st.folders = append(slices.Clip(st.folders), path)
			s.addRoot(st, st.workspaceOfFolder(path))
			if all(path) {
				s.log.Warn("the workspace folder " + path + " is not read as a whole; open the folder that holds the achievements")
			}
		}
		s.rebind(st)
	})
}

func (s *server) didChangeWorkspaceFolders(p *protocol.DidChangeWorkspaceFoldersParams) {
	s.session.update(func(st *state) {
		st.folders = slices.DeleteFunc(slices.Clone(st.folders), func(path string) bool {
			return slices.ContainsFunc(p.Event.Removed, func(f protocol.WorkspaceFolder) bool {
				return f.URI.IsFile() && filepath.Clean(f.URI.FsPath()) == path
			})
		})
	})
	s.openFolders(urisOf(p.Event.Added))
	s.askSettings()
}

// all reports whether a folder is so much that it is not read as a workspace: a
// home folder, or a whole disk.
func all(path string) bool {
	home, err := os.UserHomeDir()
	return filepath.Dir(path) == path || err == nil && filepath.Clean(home) == path
}

// workspaceOf is the root of the workspace that a file is in; "" for a single
// file.
func (st *state) workspaceOf(path string) string {
	return st.workspaceOfFolder(filepath.Dir(path))
}

// workspaceOfFolder is where a folder's workspace begins: where its configuration
// or repository does, else the innermost folder opened in the editor. A
// repository of a whole home folder is none.
func (st *state) workspaceOfFolder(dir string) string {
	if r := disk.RootOf(dir); r != "" && !all(r) {
		return r
	}
	innermost := ""
	for _, f := range st.folders {
		if disk.Within(f, dir) && len(f) > len(innermost) {
			innermost = f
		}
	}
	return innermost
}

// addRoot makes a workspace known and lets its files be read.
func (s *server) addRoot(st *state, path string) {
	if path == "" || st.roots[path] != nil {
		return
	}
	c, err := disk.ReadConfig(path)
	if err != nil {
		s.log.Warn("the default configuration is used for "+path, zap.Error(err))
	}
	s.warnOfConfig(path, c)
	if c.Layers.Over = st.settings.over(path, st.folders); c.Layers.Over != nil {
		c = disk.Configure(c.Layers)
	}
	st.roots[path] = &root{path: path, config: c, overlay: new(overlay)}
	if !all(path) {
		s.loader.load(path)
	}
}

// warnOfConfig tells of a configuration that is not used as it stands.
func (s *server) warnOfConfig(path string, c disk.Configuration) {
	for _, p := range c.Problems {
		s.log.Warn(filepath.Join(path, config.FileName) + ": " + p.Message)
	}
}

// rebind finds the workspace of every open document anew, and forgets those that
// nothing lies in any longer.
func (s *server) rebind(st *state) {
	for u, d := range st.open {
		if !u.IsFile() {
			continue
		}
		path := u.FsPath()
		rootPath, rel := st.workspaceOf(path), filepath.Base(path)
		if rootPath == d.root {
			continue
		}
		if rootPath != "" {
			rel = disk.Relative(rootPath, path)
			s.addRoot(st, rootPath)
			st.withFolders(rootPath, rel)
		}
		st.put(newDocument(u, d.version, d.text, rootPath, rel, d.mode.asFound(), st.config(rootPath, rel)))
		s.configChanged(st, u)
	}
	for _, f := range st.folders {
		s.addRoot(st, st.workspaceOfFolder(f))
	}
	st.prune()
}

// prune forgets the workspaces that neither a folder nor an open document lies in.
func (st *state) prune() {
	needed := map[string]bool{}
	var need func(string)
	need = func(path string) {
		if r := st.roots[path]; r != nil && !needed[path] {
			needed[path] = true
			for _, n := range r.nested {
				need(n)
			}
		}
	}
	for _, f := range st.folders {
		need(st.workspaceOfFolder(f))
	}
	for _, d := range st.open {
		need(d.root)
	}
	for path := range st.roots {
		if !needed[path] {
			delete(st.roots, path)
		}
	}
}

// configChanged takes the configuration from the editor where the document at u
// is one.
func (s *server) configChanged(st *state, u uri.URI) {
	if d := st.open[u]; d.mode == configuration {
		s.layConfig(st, d.root, filepath.Dir(u.FsPath()), d.text)
	}
}

// configFromDisk takes the configuration in the folder dir, which lies in the
// workspace at rootPath, from its file.
func (s *server) configFromDisk(st *state, rootPath, dir string) {
	r := st.roots[rootPath]
	if r == nil {
		return
	}
	c, err := disk.ReadConfig(dir)
	if err != nil {
		s.log.Warn("the default configuration is used for "+dir, zap.Error(err))
	}
	if dir == rootPath && c.Source != r.config.Source {
		s.warnOfConfig(dir, c)
	}
	s.layConfig(st, rootPath, dir, c.Source)
}

// layConfig makes source the text of the configuration in dir, which is the
// workspace's own or that of a folder in it.
func (s *server) layConfig(st *state, rootPath, dir, source string) {
	r := st.roots[rootPath]
	if r == nil {
		return
	}
	l := r.config.Layers
	folder := disk.Relative(rootPath, dir)
	switch {
	case folder == ".":
		l.File.Source = source
	case config.BeginsWorkspace(source): // one of its own, as soon as it is saved
		l.Folders = maps.Clone(l.Folders)
		delete(l.Folders, folder)
	default:
		l.Folders = maps.Clone(l.Folders)
		if l.Folders == nil {
			l.Folders = make(map[string]config.Layer)
		}
		l.Folders[folder] = disk.FolderText(folder, source)
	}
	s.setLayers(st, rootPath, l)
}

// setLayers gives a root another configuration. Its files are read again where
// that says otherwise which files there are and what they are.
func (s *server) setLayers(st *state, path string, l config.Layers) {
	r := *st.roots[path]
	if reflect.DeepEqual(l, r.config.Layers) {
		return
	}
	c := disk.Configure(l)
	again := !c.ReadsAlike(r.config.Config)
	r.config = c
	st.roots[path] = &r
	if again && !all(path) {
		s.loader.load(path)
	}
}

// withFolders lets the configurations of the folders on the way to a file count
// though its workspace has not been read yet.
func (st *state) withFolders(rootPath, rel string) {
	r := st.roots[rootPath]
	if r == nil {
		return
	}
	next := *r
	if next.config = r.config.WithFolder(rootPath, path.Dir(rel)); next.config.Config != r.config.Config {
		st.roots[rootPath] = &next
	}
}
