package main

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/natefinch/atomic"
)

// A temporary file is known by its name, and hidden, so that no walk takes it for
// an achievement. None lives as long as staleAfter unless its program was killed.
const (
	temporaryPrefix = ".achievement-ls-"
	staleAfter      = 10 * time.Minute
)

func temporaryName(folder string) string {
	return filepath.Join(folder, temporaryPrefix+rand.Text())
}

// replace gives the file at name another content in one step, and keeps its mode.
// However the program ends, the file is old or new.
func replace(name string, content []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return cause(err)
	}
	folder := filepath.Dir(name)
	temporary, err := filled(folder, info.Mode(), content)
	if err != nil {
		return cause(err)
	}
	if err := atomic.ReplaceFile(temporary, name); err != nil {
		return errors.Join(cause(err), ignoreGone(os.Remove(temporary)))
	}
	return nil
}

// filled gives the name of a new file that holds content and can be renamed to a
// name in folder. Where the system lets a file be written before it has a name,
// it bears one only between this and the renaming, and outside of folder if that
// can be: there a program that is killed leaves nothing behind.
func filled(folder string, mode os.FileMode, content []byte) (string, error) {
	if f, err := unnamed(folder, 0o600); err == nil {
		defer f.Close()
		if err := errors.Join(fill(f, content), f.Chmod(mode)); err != nil {
			return "", err
		}
		for _, place := range []string{waitingRoom(), folder} {
			if place == "" {
				continue
			}
			if temporary := temporaryName(place); link(f, temporary) == nil {
				return temporary, nil
			}
		}
	}
	temporary := temporaryName(folder)
	f, err := os.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	if err := errors.Join(fill(f, content), f.Chmod(mode), f.Close()); err != nil {
		return "", errors.Join(err, ignoreGone(os.Remove(temporary)))
	}
	return temporary, nil
}

// fill writes content and has the disk hold it: a rename may reach the disk before
// what was written does.
func fill(f *os.File, content []byte) error {
	if _, err := f.Write(content); err != nil {
		return err
	}
	return f.Sync()
}

// waitingRoom is a folder of the user's cache, or "" where there is none.
func waitingRoom() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	room := filepath.Join(cache, "achievement-ls")
	// A cache that is not there is not made for this alone.
	if err := os.Mkdir(room, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return ""
	}
	return room
}

// sweep removes from folders, and from the waiting room, the temporary files of
// programs that were killed before they could.
func sweep(folders []string, now time.Time) {
	for _, folder := range append(folders, waitingRoom()) {
		// What can't be read or removed harms nobody, and is looked at the next time.
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), temporaryPrefix) || !e.Type().IsRegular() {
				continue
			}
			if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > staleAfter {
				_ = os.Remove(filepath.Join(folder, e.Name()))
			}
		}
	}
}
