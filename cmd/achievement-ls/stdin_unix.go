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
	fd := -1
	if err := raw.Control(func(of uintptr) {
		if fd, err = syscall.Dup(int(of)); err == nil {
			syscall.CloseOnExec(fd)
			err = syscall.SetNonblock(fd, true)
		}
	}); err != nil || fd < 0 {
		return in, false, nothing
	}
	pipe := os.NewFile(uintptr(fd), file.Name())
	return pipe, true, func() {
		// Fd sets the pipe to blocking again.
		pipe.Fd()
		pipe.Close()
	}
}
