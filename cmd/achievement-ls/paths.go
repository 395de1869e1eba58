package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"achievement-ls/analysis/config"
)

// within reports whether path is folder or lies below it.
func within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// shownPath is an absolute path as it is printed: relative to the current
// folder, with slashes.
func shownPath(name string) string {
	wd, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(name)
	}
	rel, err := filepath.Rel(wd, name)
	if err == nil && !within(wd, name) {
		// The current folder may have been entered through a symbolic link.
		if real, realErr := filepath.EvalSymlinks(wd); realErr == nil && within(real, name) {
			rel, err = filepath.Rel(real, name)
		}
	}
	if err != nil {
		rel = name
	}
	return filepath.ToSlash(rel)
}

// cause is an error without the operation and the path, which the message that
// wraps it has named.
func cause(err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err
	}
	return err
}

// workspaceOf is the nearest folder from folder upwards that holds a
// configuration, else the nearest that holds .git, else folder itself.
func workspaceOf(folder string) string {
	if dir, ok := above(folder, config.FileName); ok {
		return dir
	}
	if dir, ok := above(folder, ".git"); ok {
		return dir
	}
	return folder
}

// above finds the nearest folder from folder upwards that holds an entry of
// that name.
func above(folder, name string) (string, bool) {
	for dir := folder; ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && (name != config.FileName || !info.IsDir()) {
			return dir, true
		}
		if dir == filepath.Dir(dir) {
			return "", false
		}
	}
}
