package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
)

// limited is the command where no file may become longer than a few bytes, as on
// a disk that is full.
func init() {
	programs["limited"] = func() {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 16, Max: 16}); err != nil {
			os.Exit(99)
		}
		main()
	}
}

// What can't be printed is said, and no success.
func TestStandardOutputFull(t *testing.T) {
	for _, arguments := range []string{
		"check", "check --format json", "check --format sarif", "check --format junit", "check --statistics", "list", "stats", "rules",
		"explain weak-verb", "version", "config show", "config schema",
	} {
		t.Run(arguments, func(t *testing.T) {
			full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
			must(t, err)
			defer full.Close()
			c := exec.Command("achievement-ls", strings.Fields(arguments)...)
			var stderr bytes.Buffer
			c.Stdout, c.Stderr, c.Dir = full, &stderr, "../../examples/broken"
			exit := (*exec.ExitError)(nil)
			if err := c.Run(); !errors.As(err, &exit) || exit.ExitCode() != 2 || strings.Count(stderr.String(), "no space left on device") != 1 {
				t.Errorf("it ended with %v and said %q", err, stderr.String())
			}
		})
	}
}
