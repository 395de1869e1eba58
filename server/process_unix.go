//go:build unix

package server

import (
	"errors"
	"syscall"
)

// alive reports whether there is a process with that ID, whosever it is.
func alive(pid int) bool {
	return pid <= 0 || !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}
