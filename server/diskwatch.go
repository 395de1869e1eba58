package server

import (
	"context"
	"os"

	"github.com/fsnotify/fsnotify"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/server/disk"
)

// diskWatcher watches the folders of workspaces for a client that can't. What it
// sees goes the way of what a client would tell.
type diskWatcher struct {
	server *server
	notify *fsnotify.Watcher
}

// watchDisk begins to watch; nothing is watched before add. Where the system
// allows no watching the files stay as they were read, and that is said.
func (s *server) watchDisk() {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		s.log.Warn("files changed by other programs are not seen", zap.Error(err))
		return
	}
	d := &diskWatcher{server: s, notify: w}
	s.loader.watcher = d
	s.run(d.run)
}

// add watches a folder with those below it. It is called before they are read, so
// that no change falls between.
func (d *diskWatcher) add(folder string) {
	for _, dir := range disk.Folders(folder) {
		if err := d.notify.Add(dir); err != nil && !os.IsNotExist(err) {
			// The system's limit is for all folders: the next would fail as well.
			d.server.log.Warn("changes by other programs are not seen in "+dir+" and what follows it", zap.Error(err))
			return
		}
	}
}

// run passes on what is seen until ctx ends.
func (d *diskWatcher) run(ctx context.Context) {
	defer d.notify.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-d.notify.Events:
			d.pass(e)
		case err := <-d.notify.Errors:
			// Something changed, and nobody can tell what.
			d.server.log.Info("all files are read again", zap.Error(err))
			for path := range d.server.session.state().roots {
				d.server.loader.load(path)
			}
		}
	}
}

// pass hands one event on as a client's. A folder that is new may have been
// filled before it was watched, and is read.
func (d *diskWatcher) pass(e fsnotify.Event) {
	s := d.server
	defer s.recovered("following the disk")
	kind := protocol.FileChangeTypeChanged
	switch {
	case e.Has(fsnotify.Create):
		kind = protocol.FileChangeTypeCreated
		if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
			d.add(e.Name)
			s.loadAround(e.Name)
			return
		}
	case e.Has(fsnotify.Remove), e.Has(fsnotify.Rename):
		kind = protocol.FileChangeTypeDeleted
	case !e.Has(fsnotify.Write):
		return
	}
	s.didChangeWatchedFiles(&protocol.DidChangeWatchedFilesParams{Changes: []protocol.FileEvent{{URI: uri.File(e.Name), Type: kind}}})
}
