//go:build !unix

package server

import "os"

// alive reports whether there is a process with that ID. Windows opens a
// process that is found.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err == nil {
		_ = p.Release()
	}
	return err == nil
}
