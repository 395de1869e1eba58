package main

import (
	"encoding/json"
	"fmt"
	"time"
)

// indexing starts the server in a folder and asks for the last achievement
// until it is there. A server that never knows it is given up after a minute.
func indexing(command []string, dir string, c career) (time.Duration, error) {
	start := time.Now()
	cl, err := startClient(command, dir)
	if err != nil {
		return 0, err
	}
	defer cl.kill()
	for time.Since(start) < time.Minute {
		m, err := cl.call("workspace/symbol", map[string]any{"query": c.id(c.files)})
		if err != nil {
			return 0, err
		}
		var found []json.RawMessage
		if json.Unmarshal(m.Result, &found) == nil && len(found) > 0 {
			return m.at.Sub(start), cl.stop()
		}
		time.Sleep(2 * time.Millisecond)
	}
	return 0, fmt.Errorf("no workspace symbol for %s within a minute", c.id(c.files))
}

// memory is what a server holds of a folder, and after edits.
type memory struct {
	indexed       int   // bytes resident, the folder read
	idle          usage // while nothing was asked
	edited, later int   // bytes resident after a tenth of the edits, and after all
}

// holding measures a server's memory: indexed, idle, and over edits.
func holding(command []string, dir string, c career, edits int, idle time.Duration) (m memory, err error) {
	cl, err := startClient(command, dir)
	if err != nil {
		return m, err
	}
	defer cl.kill()
	for range 3 {
		if err := settle(cl); err != nil {
			return m, err
		}
	}
	pid := cl.process.Process.Pid
	before, err := usageOf(pid)
	if err != nil {
		return m, err
	}
	m.indexed = before.resident
	time.Sleep(idle)
	after, err := usageOf(pid)
	if err != nil {
		return m, err
	}
	m.idle = usage{cpu: after.cpu - before.cpu, wakeups: after.wakeups - before.wakeups}
	if edits == 0 {
		return m, cl.stop()
	}
	s := &session{client: cl, took: times{}}
	if err := s.open(c.name(1), c.text(1)); err != nil {
		return m, err
	}
	// The same hundred characters typed and taken back, so that the document
	// itself does not grow.
	for s.version < edits {
		if err := s.keystrokes(100); err != nil {
			return m, err
		}
		if m.edited == 0 && s.version*10 >= edits {
			u, err := usageOf(pid)
			if err != nil {
				return m, err
			}
			m.edited = u.resident
		}
	}
	u, err := usageOf(pid)
	if err != nil {
		return m, err
	}
	m.later = u.resident
	return m, cl.stop()
}

// beside opens a file of some size and types in another one until the large
// one's diagnostics are there.
func beside(command []string, dir string, c career, size int) (large, worst time.Duration, err error) {
	cl, err := startClient(command, dir)
	if err != nil {
		return 0, 0, err
	}
	defer cl.kill()
	s := &session{client: cl, took: times{}}
	if err := s.open(c.name(1), c.text(1)); err != nil {
		return 0, 0, err
	}
	big := cl.uri("roles/ROLE-001-Hospital/achievements/2010/ACH-99999-Large.md")
	start := time.Now()
	if err := cl.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": big, "languageId": "markdown", "version": 1, "text": c.large(size),
	}}); err != nil {
		return 0, 0, err
	}
	line, end := s.line("- **Satisfaction:**")
	for i := 0; large == 0; i++ {
		typedAt := time.Now()
		if err := s.edit(line, end+i, end+i, string(typed[i%len(typed)])); err != nil {
			return 0, 0, err
		}
		m, err := cl.until(func(m message) bool {
			if m.Method != "textDocument/publishDiagnostics" {
				return false
			}
			var p struct {
				URI     string `json:"uri"`
				Version int    `json:"version"`
			}
			if json.Unmarshal(m.Params, &p) != nil {
				return false
			}
			if sameURI(p.URI, big) {
				large = m.at.Sub(start)
			}
			return sameURI(p.URI, s.uri) && p.Version >= s.version
		})
		if err != nil {
			return 0, 0, err
		}
		worst = max(worst, m.at.Sub(typedAt))
	}
	return large, worst, cl.stop()
}
