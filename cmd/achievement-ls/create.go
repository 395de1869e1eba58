package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// create writes a new file in one step: it is there whole or not at all. An
// error is fs.ErrExist where something has that name.
func create(name string, content []byte) (err error) {
	folder := filepath.Dir(name)
	// Unlike os.CreateTemp's, the mode is the one the user's umask gives.
	const mode = 0o666
	if f, err := unnamed(folder, mode); err == nil {
		defer f.Close()
		if err := fill(f, content); err != nil {
			return cause(err)
		}
		switch err := link(f, name); {
		case err == nil:
			return nil
		case errors.Is(err, fs.ErrExist):
			return fs.ErrExist
		}
	}
	temporary := temporaryName(folder)
	f, err := os.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return cause(err)
	}
	defer func() { err = errors.Join(err, ignoreGone(os.Remove(temporary))) }()
	if err := errors.Join(fill(f, content), f.Close()); err != nil {
		return cause(err)
	}
	// A link, unlike a rename, fails where the name is taken.
	switch err := os.Link(temporary, name); {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return fs.ErrExist
	}
	// Not every file system has links.
	if _, err := os.Lstat(name); err == nil {
		return fs.ErrExist
	}
	return cause(os.Rename(temporary, name))
}

func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
