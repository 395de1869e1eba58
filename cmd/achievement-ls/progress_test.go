package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
)

// Nothing is shown in the first second, then a bar for each stage, and in the
// end nothing is left of it.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	clock := time.Unix(0, 0)
	p := &progress{out: &out, started: clock, now: func() time.Time { return clock }}
	p.at("reading", 1, 4)
	clock = clock.Add(999 * time.Millisecond)
	p.at("reading", 2, 4)
	if out.Len() > 0 {
		t.Errorf("within a second %q is shown", out.String())
	}
	clock = clock.Add(time.Millisecond)
	p.at("reading", 3, 4)
	if s := out.String(); !strings.Contains(s, "reading") || !strings.Contains(s, "3/4") {
		t.Errorf("after a second %q is shown", s)
	}
	out.Reset()
	p.at("checking", 1, 9)
	if s := out.String(); !strings.Contains(s, "checking") || !strings.Contains(s, "1/9") {
		t.Errorf("of the next stage %q is shown", s)
	}
	p.end()
	lines := strings.Split(out.String(), "\r")
	if last := lines[len(lines)-1]; strings.TrimSpace(last) != "" {
		t.Errorf("in the end %q is left", last)
	}
}

// What is no terminal gets no bar.
func TestNoProgress(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/log")
	must(t, err)
	defer file.Close()
	for name, env := range map[string]environment{"a buffer": {stderr: new(bytes.Buffer)}, "a file": {stderr: file}} {
		p := newProgress(env)
		if p != nil {
			t.Errorf("%s gets a bar", name)
		}
		p.at("reading", 1, 2)
		p.end()
	}
}
