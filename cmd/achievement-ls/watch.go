package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/mattn/go-isatty"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace/scan"
	"achievement-ls/server/disk"
)

// watch runs once, and again whenever something changes below paths, until it is
// interrupted, or none of paths is there to begin with. The exit status is that of
// the last run.
func watch(env environment, o checkOptions, paths []string, once func() error) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("check: watching: %w", err)
	}
	defer w.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	for first := true; ; first = false {
		// What changes from here on is seen, and leads to another run.
		folders := watched(paths)
		for folder := range folders {
			// A folder that is gone meanwhile is not there to be watched.
			if err := w.Add(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("check: watching %s: %w", shownPath(folder), err)
			}
		}
		if o.format == "text" {
			if err := partRuns(env.stdout, first); err != nil {
				return fmt.Errorf("check: printing what was found: %w", err)
			}
		}
		last := once()
		if last != nil && !errors.As(last, new(exitStatus)) {
			fmt.Fprintf(env.stderr, "achievement-ls: %v\n", last)
			last = exitStatus(exitError)
		}
		if first && len(folders) == 0 {
			return last // no PATH is there, and none is waited for
		}
		if err := nextChange(ctx, env, w); err != nil {
			if errors.Is(err, context.Canceled) {
				return last
			}
			return fmt.Errorf("check: watching: %w", err)
		}
	}
}

// partRuns parts a run's output from the one before: on a terminal it takes that
// away, elsewhere a blank line stands between them.
func partRuns(w io.Writer, first bool) error {
	var err error
	if f, ok := w.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		_, err = io.WriteString(w, "\x1b[H\x1b[2J")
	} else if !first {
		_, err = io.WriteString(w, "\n")
	}
	return err
}

// watched are the folders in which a change can change what is found: those
// below paths, and those from there up to where the workspace begins, whose
// configuration holds. Hidden folders and node_modules are left out, as check
// leaves them out.
func watched(paths []string) map[string]bool {
	folders := make(map[string]bool)
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			continue
		}
		real, err := filepath.EvalSymlinks(abs)
		if err != nil {
			continue // check says so
		}
		info, err := os.Stat(real)
		if err != nil {
			continue
		}
		folder := folderOf(real, info.IsDir())
		folders[folder], folders[workspaceOf(folder)] = true, true
		if !info.IsDir() {
			continue
		}
		for _, name := range disk.Folders(folder) {
			folders[name] = true
		}
	}
	return folders
}

// nextChange waits for a change that matters, and until no other has followed
// for a moment: an editor that saves, and git, change files one after the other.
// Its error is context.Canceled where the watching is to end.
func nextChange(ctx context.Context, env environment, w *fsnotify.Watcher) error {
	const quiet = 100 * time.Millisecond
	var settled <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return context.Canceled
		case <-env.done:
			return context.Canceled
		case e := <-w.Events:
			if matters(e) {
				settled = time.After(quiet)
			}
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			settled = time.After(quiet) // something changed, though not what
		case <-settled:
			return nil
		}
	}
}

// matters reports whether a change can change what is found.
func matters(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	switch {
	case !e.Has(fsnotify.Create | fsnotify.Write | fsnotify.Remove | fsnotify.Rename):
		return false
	case scan.IsMarkdown(name), name == config.FileName, name == ".gitignore", name == ".git":
		return true
	}
	// A folder; of one that is gone nothing tells that it was one.
	info, err := os.Stat(e.Name)
	return !strings.HasPrefix(name, ".") && (err != nil || info.IsDir())
}
