// Package scan finds the files of a workspace folder: markdown that git does not
// ignore and the configuration does not exclude.
package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"

	"achievement-ls/analysis/config"
)

// Options say what a walk leaves out.
type Options struct {
	// Exclude reports whether the configuration leaves a path out.
	Exclude func(path string) bool
}

// Result is what a walk found. Paths are relative to the folder, with slashes,
// in order.
type Result struct {
	Files []string // markdown
	// Nested are folders that hold a configuration of their own: workspaces
	// whose files belong to them, and are not among Files.
	Nested []string
	// Unreadable are the paths that could not be read, each with its reason.
	Unreadable []error
}

// Walk looks through fsys, the workspace folder. It follows no symbolic links,
// and leaves out hidden folders, node_modules and what .gitignore files name
// (gitignore(5), with nested files and negation). An error is ctx's alone; a
// folder that can't be read is in the result.
func Walk(ctx context.Context, fsys fs.FS, o Options) (Result, error) {
	w := walker{fsys: fsys, options: o}
	err := w.folder(ctx, ".", nil)
	return w.result, err
}

type walker struct {
	fsys    fs.FS
	options Options
	result  Result
}

func (w *walker) folder(ctx context.Context, dir string, patterns []gitignore.Pattern) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("looking through %s: %w", dir, err)
	}
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		w.result.Unreadable = append(w.result.Unreadable, fmt.Errorf("reading folder %s: %w", dir, err))
	}
	if dir != "." && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == config.FileName && !e.IsDir() }) {
		w.result.Nested = append(w.result.Nested, dir)
		return nil
	}
	patterns = append(patterns[:len(patterns):len(patterns)], w.ignored(dir)...)
	matcher := gitignore.NewMatcher(patterns)
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		if len(patterns) > 0 && matcher.Match(strings.Split(p, "/"), e.IsDir()) || w.options.Exclude != nil && w.options.Exclude(p) {
			continue
		}
		switch {
		case e.IsDir():
			if strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules" {
				continue
			}
			if err := w.folder(ctx, p, patterns); err != nil {
				return err
			}
		case e.Type().IsRegular() && IsMarkdown(e.Name()):
			w.result.Files = append(w.result.Files, p)
		}
	}
	return nil
}

// ignored reads the .gitignore of a folder.
func (w *walker) ignored(dir string) []gitignore.Pattern {
	src, err := fs.ReadFile(w.fsys, path.Join(dir, ".gitignore"))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			w.result.Unreadable = append(w.result.Unreadable, fmt.Errorf("reading %s: %w", path.Join(dir, ".gitignore"), err))
		}
		return nil
	}
	var domain []string
	if dir != "." {
		domain = strings.Split(dir, "/")
	}
	var patterns []gitignore.Pattern
	for line := range strings.Lines(string(src)) {
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			patterns = append(patterns, gitignore.ParsePattern(line, domain))
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
