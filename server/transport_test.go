package server

import (
	"errors"
	"os"
	"regexp"
	"sync"
	"testing"
)

// pipes joins two ends as an operating system does: with room for what the other
// end has not read yet.
func pipes(t testing.TB) (client, server *end) {
	t.Helper()
	fromClient, toServer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	fromServer, toClient, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return newEnd(fromServer, toServer), newEnd(fromClient, toClient)
}

type end struct {
	r, w *os.File

	mu      sync.Mutex
	written []string // the methods of what was written
	waiting *sync.Cond
}

func newEnd(r, w *os.File) *end {
	e := &end{r: r, w: w}
	e.waiting = sync.NewCond(&e.mu)
	return e
}

func (e *end) Read(p []byte) (int, error) { return e.r.Read(p) }
func (e *end) Close() error               { return errors.Join(e.r.Close(), e.w.Close()) }

var methodOf = regexp.MustCompile(`"method":"([^"]*)"`)

// Write takes one message, as the connection does.
func (e *end) Write(p []byte) (int, error) {
	n, err := e.w.Write(p)
	if m := methodOf.FindSubmatch(p[:min(len(p), 200)]); m != nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.written = append(e.written, string(m[1]))
		e.waiting.Broadcast()
	}
	return n, err
}

// count is how often a method was written.
func (e *end) count(method string) int {
	n := 0
	for _, m := range e.written {
		if m == method {
			n++
		}
	}
	return n
}
