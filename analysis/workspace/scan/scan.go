// Package scan finds the files of a workspace folder: markdown that git does not
// ignore and the configuration does not exclude.
package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"achievement-ls/analysis/config"
)

// Options say where a walk begins and what it leaves out.
type Options struct {
	// Below is the workspace folder, where that is not the whole file system
	// but a folder of it: of its repository, say, whose .gitignore files hold
	// below it too. Named outright, it is looked through though git ignores it.
	Below string
	// Exclude reports whether the configuration leaves a path out.
	Exclude func(path string) bool
}

// Result is what a walk found. Paths are relative to the workspace folder, with
// slashes, in order.
type Result struct {
	Files []string // markdown
	// Nested are folders that are workspaces of their own, whose files are not
	// among Files: they hold a configuration that begins one, or, where the
	// workspace folder itself has none, a .git.
	Nested []string
	// Layers are the folders of the workspace that hold a configuration of their
	// own, which lies over the workspace's.
	Layers []string
	// Unreadable are the paths that could not be read. Each is an *fs.PathError.
	Unreadable []error
}

// Walk looks through the workspace folder, which is fsys or a folder of it. It
// follows no symbolic links, and leaves out hidden folders, node_modules and
// what .gitignore files and .git/info/exclude name (gitignore(5), with nested
// files and negation; the user's own core.excludesFile is not read). An error is
// ctx's alone; a folder that can't be read is in the result.
func Walk(ctx context.Context, fsys fs.FS, o Options) (Result, error) {
	w := newWalker(fsys, o)
	err := w.folder(ctx, w.base, w.above())
	return w.result, err
}

type walker struct {
	fsys       fs.FS
	options    Options
	base       string // the workspace folder
	configured bool   // whether it holds a configuration
	result     Result
}

func newWalker(fsys fs.FS, o Options) *walker {
	w := &walker{fsys: fsys, options: o, base: path.Clean(o.Below)}
	_, err := fs.Stat(fsys, path.Join(w.base, config.FileName))
	w.configured = err == nil
	return w
}

// above are the patterns that hold in the workspace folder by what stands above it.
func (w *walker) above() []pattern {
	patterns := w.ignored(".git/info/exclude", ".")
	for i := range len(w.base) {
		if w.base[i] == '/' || i == 0 && w.base != "." {
			dir := path.Clean(w.base[:i])
			patterns = append(patterns, w.ignored(path.Join(dir, ".gitignore"), dir)...)
		}
	}
	return patterns
}

// below is a path of fsys as one relative to the workspace folder.
func (w *walker) below(p string) string {
	switch w.base {
	case ".":
		return p
	case p:
		return "."
	}
	return strings.TrimPrefix(p, w.base+"/")
}

func (w *walker) unreadable(p string, err error) {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	w.result.Unreadable = append(w.result.Unreadable, &fs.PathError{Op: "reading", Path: w.below(p), Err: err})
}

func (w *walker) folder(ctx context.Context, dir string, patterns []pattern) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("looking through %s: %w", w.below(dir), err)
	}
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		w.unreadable(dir, err)
	}
	if dir != w.base {
		layer, workspace := w.configuration(dir, entries)
		if workspace {
			w.result.Nested = append(w.result.Nested, w.below(dir))
			return nil
		}
		if layer {
			w.result.Layers = append(w.result.Layers, w.below(dir))
		}
	}
	patterns = append(patterns[:len(patterns):len(patterns)], w.ignored(path.Join(dir, ".gitignore"), dir)...)
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		if w.leavesOut(p, e.IsDir(), patterns) {
			continue
		}
		switch {
		case e.IsDir():
			if err := w.folder(ctx, p, patterns); err != nil {
				return err
			}
		case e.Type().IsRegular() && IsMarkdown(e.Name()):
			w.result.Files = append(w.result.Files, w.below(p))
		}
	}
	return nil
}

// leavesOut reports whether a walk passes by a path.
func (w *walker) leavesOut(p string, folder bool, patterns []pattern) bool {
	if ignores(patterns, p, folder) || w.options.Exclude != nil && w.options.Exclude(w.below(p)) {
		return true
	}
	name := path.Base(p)
	return folder && (strings.HasPrefix(name, ".") || name == "node_modules")
}

// configuration tells whether a folder with these entries is a workspace of its
// own, or has a configuration that lies over that of the workspace.
func (w *walker) configuration(dir string, entries []fs.DirEntry) (layer, workspace bool) {
	for _, e := range entries {
		switch {
		case e.Name() == config.FileName && !e.IsDir():
			src, err := w.regular(path.Join(dir, e.Name()))
			layer = err == nil && !config.BeginsWorkspace(string(src))
			workspace = workspace || !layer
		case e.Name() == ".git" && !w.configured:
			workspace = true
		}
	}
	return layer, workspace
}

// maxText is how many bytes a .gitignore or a configuration may have.
const maxText = 1 << 20

var errIrregular = errors.New("there is no regular file")

// regular reads a file; what is no regular one might have no end, or never begin.
func (w *walker) regular(name string) ([]byte, error) {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case err != nil, !info.Mode().IsRegular(): // of a folder that can't be read, that alone is said
		return nil, errIrregular
	case info.Size() > maxText:
		return nil, fmt.Errorf("it has more than %d bytes", maxText)
	}
	return fs.ReadFile(w.fsys, name)
}

// ignored reads a file of patterns, which hold below the folder domain.
func (w *walker) ignored(name, domain string) []pattern {
	src, err := w.regular(name)
	switch {
	case errors.Is(err, errIrregular):
		return nil // .git is a file in a worktree, a folder may be called .gitignore
	case err != nil:
		w.unreadable(name, err)
		return nil
	}
	var patterns []pattern
	for line := range strings.Lines(strings.TrimPrefix(string(src), "\ufeff")) {
		if p, ok := parsePattern(line, domain); ok {
			patterns = append(patterns, p)
		}
	}
	return patterns
}

// IsMarkdown reports whether a file's name is one of markdown.
func IsMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return true
	}
	return false
}
