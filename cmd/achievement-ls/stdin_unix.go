//go:build unix

package main

import (
	"io"
	"io/fs"
	"os"
	"syscall"
)

// pollable is a pipe or socket for the runtime to wait for in its poller, where no
// thread is held by it. polled is false for anything else, which stays as it is.
// restore undoes what was done to the pipe, which others may have a hand on.
func pollable(in io.Reader) (out io.Reader, polled bool, restore func()) {
	nothing := func() {}
	file, ok := in.(*os.File)
	if !ok {
		return in, false, nothing
	}
	if info, err := file.Stat(); err != nil || info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) == 0 {
		return in, false, nothing
	}
	raw, err := file.SyscallConn()
	if err != nil {
		return in, false, nothing
	}
	fd, failed := -1, error(nil)
	err = raw.Control(func(of uintptr) {
		if fd, failed = syscall.Dup(int(of)); failed == nil {
			syscall.CloseOnExec(fd)
			failed = syscall.SetNonblock(fd, true)
		}
	})
	if err != nil || fd < 0 {
		return in, false, nothing
	}
	pipe := os.NewFile(uintptr(fd), file.Name())
	if failed != nil {
		pipe.Close()
		return in, false, nothing
	}
	return pipe, true, func() {
		// Fd sets the pipe to blocking again.
		pipe.Fd()
		pipe.Close()
	}
}
