package main

import (
	"fmt"
	"os"

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
