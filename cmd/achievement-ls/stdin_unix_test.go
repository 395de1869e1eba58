//go:build unix

package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What comes through a pipe is the same in the poller, and the pipe is as it was afterwards.
func TestPollable(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	in, polled, restore := pollable(r)
	if !polled {
		t.Fatal("a pipe is not waited for in the poller")
	}
	go func() {
		io.WriteString(w, "one")
		w.Close()
	}()
	if got, err := io.ReadAll(in); err != nil || string(got) != "one" {
		t.Errorf("read %q, %v", got, err)
	}
	restore()
	if _, err := r.Stat(); err != nil {
		t.Errorf("the pipe is closed: %v", err)
	}

	path := filepath.Join(t.TempDir(), "input")
	if err := os.WriteFile(path, []byte("two"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for name, in := range map[string]io.Reader{"file": file, "string": strings.NewReader("three")} {
		out, polled, restore := pollable(in)
		if polled || out != in {
			t.Errorf("a %s is taken for a pipe", name)
		}
		restore()
	}
}
