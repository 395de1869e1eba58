package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// client is an editor at the other end of a server's stdin and stdout. One
// goroutine writes and reads, so that a time taken has no hand-over in it.
type client struct {
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	id      int
	folder  string
	timer   *time.Timer
}

// message is any message of the protocol, its parts yet to be read.
type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`

	at time.Time // when its last byte had been read
}

// patience is how long an answer may take before its server is ended.
const patience = 2 * time.Minute

// startClient runs the command in the folder and starts a session with it.
func startClient(command []string, folder string) (*client, error) {
	process := exec.Command(command[0], command[1:]...)
	in, err := process.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", command[0], err)
	}
	out, err := process.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", command[0], err)
	}
	if err := process.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", command[0], err)
	}
	c := &client{process: process, in: in, out: bufio.NewReaderSize(out, 1<<16), folder: folder}
	c.timer = time.AfterFunc(patience, func() { process.Process.Kill() })
	if _, err := c.call("initialize", map[string]any{
		"processId": nil, "rootUri": fileURI(folder), "rootPath": folder,
		"workspaceFolders": []any{map[string]any{"uri": fileURI(folder), "name": "career"}},
		"capabilities": map[string]any{
			"general":   map[string]any{"positionEncodings": []string{"utf-16"}},
			"workspace": map[string]any{"workspaceFolders": true, "didChangeWatchedFiles": map[string]any{"dynamicRegistration": true}},
			"textDocument": map[string]any{
				"publishDiagnostics": map[string]any{"versionSupport": true},
				"completion": map[string]any{
					"completionItem": map[string]any{"snippetSupport": true},
					"completionList": map[string]any{"itemDefaults": []string{"commitCharacters", "editRange", "insertTextFormat", "insertTextMode", "data"}},
				},
				"hover":          map[string]any{"contentFormat": []string{"markdown"}},
				"documentSymbol": map[string]any{"hierarchicalDocumentSymbolSupport": true},
			},
		},
	}); err != nil {
		c.kill()
		return nil, err
	}
	return c, c.notify("initialized", map[string]any{})
}

// fileURI is the URI of a path.
func fileURI(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

func (c *client) uri(name string) string { return fileURI(filepath.Join(c.folder, name)) }

func (c *client) write(m map[string]any) error {
	m["jsonrpc"] = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("writing a message: %w", err)
	}
	frame := append([]byte("Content-Length: "+strconv.Itoa(len(body))+"\r\n\r\n"), body...)
	if _, err := c.in.Write(frame); err != nil {
		return fmt.Errorf("writing a message: %w", err)
	}
	return nil
}

func (c *client) notify(method string, params any) error {
	return c.write(map[string]any{"method": method, "params": params})
}

// send writes a request and gives its ID.
func (c *client) send(method string, params any) (string, error) {
	c.id++
	m := map[string]any{"id": c.id, "method": method}
	if params != nil { // null is no value for params (JSON-RPC 2.0, section 4.2)
		m["params"] = params
	}
	return strconv.Itoa(c.id), c.write(m)
}

// call writes a request and waits for its answer.
func (c *client) call(method string, params any) (message, error) {
	id, err := c.send(method, params)
	if err != nil {
		return message{}, err
	}
	return c.answer(id)
}

// answer waits for the answer to a request.
func (c *client) answer(id string) (message, error) {
	m, err := c.until(func(m message) bool { return m.Method == "" && string(m.ID) == id })
	if err == nil && m.Error != nil {
		err = fmt.Errorf("the server answers with an error: %s", m.Error)
	}
	return m, err
}

// checked waits for the diagnostics of a document's version. A server that
// tells no version is taken at its first word.
func (c *client) checked(uri string, version int) (message, error) {
	return c.until(func(m message) bool {
		if m.Method != "textDocument/publishDiagnostics" {
			return false
		}
		var p struct {
			URI     string `json:"uri"`
			Version *int   `json:"version"`
		}
		return json.Unmarshal(m.Params, &p) == nil && sameURI(p.URI, uri) && (p.Version == nil || *p.Version >= version)
	})
}

// sameURI holds for two spellings of one URI.
func sameURI(a, b string) bool {
	if a == b {
		return true
	}
	x, errX := url.PathUnescape(a)
	y, errY := url.PathUnescape(b)
	return errX == nil && errY == nil && x == y
}

// until reads messages up to one that is wanted, and answers the server's own
// requests meanwhile.
func (c *client) until(wanted func(message) bool) (message, error) {
	c.timer.Reset(patience)
	for {
		m, err := readMessage(c.out)
		if err != nil {
			return m, fmt.Errorf("waiting for %s: %w", filepath.Base(c.process.Path), err)
		}
		if wanted(m) {
			return m, nil
		}
		if m.ID != nil && m.Method != "" {
			if err := c.write(map[string]any{"id": m.ID, "result": reply(m)}); err != nil {
				return m, err
			}
		}
	}
}

// reply answers a request of the server's: no setting, and yes to the rest.
func reply(m message) any {
	if m.Method != "workspace/configuration" {
		return nil
	}
	var p struct {
		Items []any `json:"items"`
	}
	if json.Unmarshal(m.Params, &p) != nil {
		return nil
	}
	return make([]any, len(p.Items))
}

// readMessage reads one frame (LSP 3.18, base protocol).
func readMessage(r *bufio.Reader) (message, error) {
	length := -1
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return message{}, fmt.Errorf("reading a header: %w", err)
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if name, value, _ := strings.Cut(line, ":"); strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return message{}, fmt.Errorf("reading a header: %w", err)
			}
		}
	}
	if length < 0 {
		return message{}, errors.New("a frame without Content-Length")
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return message{}, fmt.Errorf("reading a message: %w", err)
	}
	m := message{at: time.Now()}
	if err := json.Unmarshal(body, &m); err != nil {
		return m, fmt.Errorf("reading a message: %w", err)
	}
	return m, nil
}

// stop ends the session as an editor does.
func (c *client) stop() error {
	defer c.kill()
	if _, err := c.call("shutdown", nil); err != nil {
		return err
	}
	return c.notify("exit", nil)
}

// kill ends the process.
func (c *client) kill() {
	c.timer.Stop()
	c.in.Close()
	c.process.Process.Kill()
	c.process.Wait()
}
