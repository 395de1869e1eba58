package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"achievement-ls/server/disk"
)

// shownPath is an absolute path as it is printed: relative to the current
// folder, with slashes.
func shownPath(name string) string {
	wd, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(name)
	}
	rel, err := filepath.Rel(wd, name)
	if err == nil && !disk.Within(wd, name) {
		// The current folder may have been entered through a symbolic link.
		if real, realErr := filepath.EvalSymlinks(wd); realErr == nil && disk.Within(real, name) {
			rel, err = filepath.Rel(real, name)
		}
	}
	if err != nil {
		rel = name
	}
	return filepath.ToSlash(rel)
}

// cause is an error without the operation and the paths, which the message that
// wraps it has named.
func cause(err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		return inner.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

// shownError is an error about a path, an *fs.PathError, as it is printed.
func shownError(err error) error {
	var about *fs.PathError
	if !errors.As(err, &about) {
		return err
	}
	if size := new(disk.SizeError); errors.As(err, size) {
		return fmt.Errorf("%s %w", shownPath(about.Path), *size)
	}
	return fmt.Errorf("reading %s: %w", shownPath(about.Path), about.Err)
}

// workspaceOf is where the workspace of a folder begins, which is the folder
// itself where nothing above says otherwise.
func workspaceOf(folder string) string {
	if root := disk.RootOf(folder); root != "" {
		return root
	}
	return folder
}
