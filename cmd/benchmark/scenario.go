package main

import (
	"strings"
	"time"
)

// times are what one round of one server took, by row of the table.
type times map[string][]time.Duration

// The rows of the table of times.
const (
	rowStart      = "start → initialize"
	rowOpen       = "open → diagnostics"
	rowKeystroke  = "keystroke → diagnostics"
	rowCompletion = "keystroke → completion"
	rowHover      = "hover"
	rowSymbols    = "symbols"
	rowBurst      = "burst of 200 edits → diagnostics"
)

var rows = []string{rowStart, rowOpen, rowKeystroke, rowCompletion, rowHover, rowSymbols, rowBurst}

// typed is what is written at the end of a result, character by character.
const typed = " and 14 of 20 wards took it over, which saved 25 minutes per round and 3 rounds a day since then;"

// session is one document open in one server.
type session struct {
	*client
	uri     string
	lines   []string
	version int
	took    times
}

// round has one server do everything that the table of times has a row for.
func round(command []string, dir string, c career, edits int) (times, error) {
	took := times{}
	for range 5 {
		start := time.Now()
		cl, err := startClient(command, dir)
		if err != nil {
			return nil, err
		}
		took.add(rowStart, time.Since(start))
		if err := cl.stop(); err != nil {
			return nil, err
		}
	}
	cl, err := startClient(command, dir)
	if err != nil {
		return nil, err
	}
	defer cl.kill()
	if err := settle(cl); err != nil {
		return nil, err
	}
	s := &session{client: cl, took: took}
	if err := s.open(c.name(1), c.text(1)); err != nil {
		return nil, err
	}
	for _, do := range []func() error{
		func() error { return s.keystrokes(edits) },
		func() error { return s.completions(edits / 3) },
		func() error { return s.asks(rowHover, "textDocument/hover", "**Waiting:**", edits/3) },
		func() error { return s.asks(rowSymbols, "textDocument/documentSymbol", "", edits/3) },
		func() error { return s.bursts(5) },
	} {
		if err := do(); err != nil {
			return nil, err
		}
	}
	return took, s.stop()
}

func (t times) add(row string, d time.Duration) { t[row] = append(t[row], d) }

// settle waits until the server has its folder behind it: it has answered a
// question about the workspace, and has been given a moment.
func settle(c *client) error {
	if _, err := c.call("workspace/symbol", map[string]any{"query": "ACH"}); err != nil {
		return err
	}
	time.Sleep(time.Second)
	_, err := c.call("workspace/symbol", map[string]any{"query": "ACH"})
	return err
}

func (s *session) open(name, text string) error {
	s.uri, s.lines, s.version = s.client.uri(name), strings.Split(text, "\n"), 1
	start := time.Now()
	if err := s.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": s.uri, "languageId": "markdown", "version": 1, "text": text,
	}}); err != nil {
		return err
	}
	m, err := s.checked(s.uri, 1)
	s.took.add(rowOpen, m.at.Sub(start))
	return err
}

// line finds the line that begins with a text, and its length; the generated
// texts are ASCII there, so that bytes are UTF-16 units.
func (s *session) line(begins string) (line, end int) {
	for i, l := range s.lines {
		if strings.HasPrefix(l, begins) {
			return i, len(l)
		}
	}
	return 0, 0
}

func position(line, character int) map[string]any {
	return map[string]any{"line": line, "character": character}
}

// edit replaces a stretch of a line.
func (s *session) edit(line, from, to int, text string) error {
	s.version++
	return s.notify("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": s.uri, "version": s.version},
		"contentChanges": []any{map[string]any{
			"range": map[string]any{"start": position(line, from), "end": position(line, to)}, "text": text,
		}},
	})
}

// keystrokes types at the end of a result, and takes it back in one edit.
func (s *session) keystrokes(n int) error {
	line, end := s.line("- **Satisfaction:**")
	for i := range n {
		start := time.Now()
		if err := s.edit(line, end+i, end+i, string(typed[i%len(typed)])); err != nil {
			return err
		}
		m, err := s.checked(s.uri, s.version)
		if err != nil {
			return err
		}
		s.took.add(rowKeystroke, m.at.Sub(start))
	}
	return s.takeBack(line, end, end+n)
}

func (s *session) takeBack(line, from, to int) error {
	if err := s.edit(line, from, to, ""); err != nil {
		return err
	}
	_, err := s.checked(s.uri, s.version)
	return err
}

// completions types the second letter of a tag and asks at once.
func (s *session) completions(n int) error {
	line, end := s.line("- #care")
	for range n {
		if err := s.edit(line, end, end, "\n- #t"); err != nil {
			return err
		}
		if _, err := s.checked(s.uri, s.version); err != nil {
			return err
		}
		start := time.Now()
		if err := s.edit(line+1, 4, 4, "o"); err != nil {
			return err
		}
		id, err := s.send("textDocument/completion", map[string]any{
			"textDocument": map[string]any{"uri": s.uri}, "position": position(line+1, 5), "context": map[string]any{"triggerKind": 1},
		})
		if err != nil {
			return err
		}
		var published bool
		m, err := s.until(func(m message) bool {
			published = published || m.Method == "textDocument/publishDiagnostics"
			return m.Method == "" && string(m.ID) == id
		})
		if err != nil {
			return err
		}
		s.took.add(rowCompletion, m.at.Sub(start))
		if !published {
			if _, err := s.checked(s.uri, s.version); err != nil {
				return err
			}
		}
		s.version++
		if err := s.notify("textDocument/didChange", map[string]any{
			"textDocument": map[string]any{"uri": s.uri, "version": s.version},
			"contentChanges": []any{map[string]any{
				"range": map[string]any{"start": position(line, end), "end": position(line+1, 5)}, "text": "",
			}},
		}); err != nil {
			return err
		}
		if _, err := s.checked(s.uri, s.version); err != nil {
			return err
		}
	}
	return nil
}

// asks puts one question again and again, each after a keystroke, so that no
// answer is one that was kept.
func (s *session) asks(row, method, at string, n int) error {
	line, end := s.line("- **Satisfaction:**")
	params := map[string]any{"textDocument": map[string]any{"uri": s.uri}}
	if at != "" {
		line, _ := s.line("- " + at)
		params["position"] = position(line, len("- "+at)+2)
	}
	for i := range n {
		if err := s.edit(line, end+i, end+i, "x"); err != nil {
			return err
		}
		if _, err := s.checked(s.uri, s.version); err != nil {
			return err
		}
		start := time.Now()
		m, err := s.call(method, params)
		if err != nil {
			return err
		}
		s.took.add(row, m.at.Sub(start))
	}
	return s.takeBack(line, end, end+n)
}

// bursts sends 200 edits without waiting, and waits for the last one's
// diagnostics.
func (s *session) bursts(n int) error {
	const edits = 200
	line, end := s.line("- **Satisfaction:**")
	for range n {
		start := time.Now()
		for i := range edits {
			if err := s.edit(line, end+i, end+i, string(typed[i%len(typed)])); err != nil {
				return err
			}
		}
		m, err := s.checked(s.uri, s.version)
		if err != nil {
			return err
		}
		s.took.add(rowBurst, m.at.Sub(start))
		if err := s.takeBack(line, end, end+edits); err != nil {
			return err
		}
	}
	return nil
}
