//go:build unix

package main

import (
	"fmt"
	"os"
	"syscall"
)

// unprivileged is the command run by nobody, for whom a file can be unreadable
// though root runs the test.
func init() {
	programs["unprivileged"] = func() {
		if os.Getuid() == 0 {
			const nobody = 65534
			for _, err := range []error{syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)} {
				if err != nil {
					fmt.Fprintln(os.Stderr, "giving up root's rights:", err)
					os.Exit(99)
				}
			}
		}
		main()
	}
}
