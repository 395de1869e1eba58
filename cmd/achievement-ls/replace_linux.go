package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// unnamed makes a file in folder that no name leads to (open(2), O_TMPFILE): it is
// gone when the program is. Not every file system can.
func unnamed(folder string, mode os.FileMode) (*os.File, error) {
	return os.OpenFile(folder, unix.O_TMPFILE|os.O_WRONLY, mode)
}

// link gives an unnamed file its name, which nothing may bear yet. It fails where
// name lies in another mount than the file.
func link(f *os.File, name string) error {
	from := fmt.Sprintf("/proc/self/fd/%d", f.Fd())
	return os.NewSyscallError("linkat", unix.Linkat(unix.AT_FDCWD, from, unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW))
}

// waitingRoom is a folder of the user's cache that is nobody else's, or "" where
// there is none.
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
	// Who else may write in it could put a file of theirs in the place of ours.
	if info, err := os.Lstat(room); err != nil || !info.IsDir() || info.Mode().Perm()&0o077 != 0 {
		return ""
	}
	return room
}
