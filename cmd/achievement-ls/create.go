package main

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// create writes a new file in one step: it is there whole or not at all. An
// error is fs.ErrExist where something has that name.
func create(name string, content []byte) (err error) {
	temporary := filepath.Join(filepath.Dir(name), "."+rand.Text())
	// Unlike os.CreateTemp's, the mode is the one the user's umask gives.
	f, err := os.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return cause(err)
	}
	defer func() { err = errors.Join(err, ignoreGone(os.Remove(temporary))) }()
	if _, err := f.Write(content); err != nil {
		return errors.Join(cause(err), f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
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
