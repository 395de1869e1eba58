package server

import (
	"context"
	"maps"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"sync"

	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
	"achievement-ls/server/disk"
)

// loader reads files from disk, one job at a time and beside everything else.
// What is asked for twice is read once; since a job reads what the disk holds at
// its time, their order does not matter, only that each comes after its asking.
type loader struct {
	server *server
	mu     sync.Mutex
	roots  map[string]bool
	files  map[string]bool
	wake   chan struct{}
	// reading is held while files are read and made known: two at once could let
	// what one read first replace what the other read last.
	reading sync.Mutex
	// watcher is told of the folders that are read; nil where the client watches.
	watcher *diskWatcher
}

func newLoader(s *server) *loader {
	return &loader{server: s, roots: map[string]bool{}, files: map[string]bool{}, wake: make(chan struct{}, 1)}
}

// load lets all files of a workspace be read.
func (l *loader) load(root string) { l.add(l.roots, root) }

// refresh lets one file be read, or all that are known of below a folder.
func (l *loader) refresh(path string) { l.add(l.files, path) }

func (l *loader) add(set map[string]bool, path string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	set[path] = true
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// run does the jobs until ctx ends. The server starts it when the client is
// initialized, and may be asked something.
func (l *loader) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.wake:
		}
		l.mu.Lock()
		roots, files := slices.Sorted(maps.Keys(l.roots)), slices.Sorted(maps.Keys(l.files))
		clear(l.roots)
		clear(l.files)
		l.mu.Unlock()
		done := l.server.spread()
		for _, root := range roots {
			if err := l.readRoot(ctx, root); err != nil && ctx.Err() == nil {
				l.server.log.Warn("the workspace was not read; its files count as single ones", zap.String("root", root))
			}
		}
		l.readFiles(files)
		done()
		if len(roots) > 0 && l.server.indexed != nil {
			l.server.indexed()
		}
	}
}

// readRoot reads a workspace's files, and makes the workspaces in it known. Its
// error says that it was cancelled: what was known before stays.
func (l *loader) readRoot(ctx context.Context, path string) error {
	s := l.server
	defer s.recovered("reading " + path)
	progress := s.begin(ctx, "Reading "+filepath.Base(path))
	defer progress.end()
	l.reading.Lock()
	defer l.reading.Unlock()
	if l.watcher != nil {
		l.watcher.add(path)
		// Nobody would have told of a configuration that has changed before.
		s.session.update(func(st *state) {
			s.configFileChanged(st, filepath.Join(path, config.FileName))
			s.rebind(st)
		})
	}
	r := s.session.state().roots[path]
	if r == nil {
		return nil
	}
	files, err := disk.Load(progress.ctx, path, r.config, disk.Visitor{Progress: progress.report})
	if err != nil {
		return err
	}
	for _, problem := range files.Unreadable {
		s.log.Warn("something in "+path+" was left out", zap.Error(problem))
	}
	s.session.update(func(st *state) {
		now := st.roots[path]
		if now == nil {
			return // gone meanwhile
		}
		next := *now
		next.changes++
		next.disk, next.nested = files.Snapshot, files.Nested
		st.roots[path] = &next
		st.takeFolders(&next, files.Configuration.Layers.Folders)
		for _, n := range files.Nested {
			s.addRoot(st, n)
		}
		st.prune()
	})
	s.log.Info("read a workspace", zap.String("root", path))
	return nil
}

// takeFolders lays what the folders of a workspace say on disk, and in the editor,
// over its configuration.
func (st *state) takeFolders(r *root, folders map[string]config.Layer) {
	for _, d := range st.open {
		if d.root != r.path || d.mode != configuration || d.rel == config.FileName {
			continue
		}
		folder := path.Dir(d.rel)
		delete(folders, folder)
		if !config.BeginsWorkspace(d.text) {
			folders[folder] = disk.FolderText(folder, d.text)
		}
	}
	l := r.config.Layers
	if l.Folders = folders; !reflect.DeepEqual(l, r.config.Layers) {
		r.config = disk.Configure(l)
	}
}

// readFiles brings the facts of some files up to what the disk holds, all in one
// state.
func (l *loader) readFiles(paths []string) {
	s := l.server
	defer s.recovered("reading files")
	l.reading.Lock()
	defer l.reading.Unlock()
	st := s.session.state()
	if slices.ContainsFunc(paths, st.holdsWorkspace) {
		s.bordersMoved()
	}
	read := map[string]map[string]*workspace.Facts{} // by root and path below it
	for _, path := range st.files(paths) {
		r := s.session.state().rootOf(path)
		if r == nil || r.disk == nil {
			continue
		}
		rel := disk.Relative(r.path, path)
		facts, err := readFacts(r, rel)
		if err != nil {
			s.log.Warn("a file was left out", zap.Error(err))
		}
		if read[r.path] == nil {
			read[r.path] = map[string]*workspace.Facts{}
		}
		read[r.path][rel] = facts
	}
	if len(read) > 0 {
		s.session.update(func(st *state) {
			for path, files := range read {
				st.changeDisk(path, files)
			}
		})
	}
	if len(paths) > 0 {
		s.log.Debug("read files", zap.Strings("paths", paths))
	}
}

// files are the files at paths, of those that are none what is known to lie below.
func (st *state) files(paths []string) []string {
	var out []string
	for _, path := range paths {
		if scan.IsMarkdown(path) {
			out = append(out, path)
			continue
		}
		for _, r := range st.roots {
			if r.disk == nil || !disk.Within(r.path, path) {
				continue
			}
			for f := range r.disk.All() {
				if name := filepath.Join(r.path, filepath.FromSlash(f.Path)); disk.Within(path, name) {
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// changeDisk gives files of a workspace other facts, nil to those that are gone.
func (st *state) changeDisk(path string, files map[string]*workspace.Facts) {
	r := st.roots[path]
	if r == nil || r.disk == nil {
		return
	}
	next := *r
	next.changes++
	for rel, facts := range files {
		if facts == nil {
			next.disk = next.disk.Without(rel)
		} else {
			next.disk = next.disk.With(*facts)
		}
	}
	st.roots[path] = &next
}

// readFacts reads one file; nil where it is gone, left out or can't be read.
func readFacts(r *root, rel string) (*workspace.Facts, error) {
	if !disk.Includes(r.path, r.config.Config, rel) {
		return nil, nil
	}
	doc, err := disk.ReadFile(r.path, r.config.Config, rel)
	if err != nil {
		return nil, err
	}
	f := workspace.FactsOf(doc)
	return &f, nil
}
