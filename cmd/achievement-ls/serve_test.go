package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/textproto"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// framed is messages as they are on the wire.
func framed(messages ...string) string {
	var b strings.Builder
	for _, m := range messages {
		fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s", len(m), m)
	}
	return b.String()
}

func call(id int, method, params string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":%q,"params":%s}`, id, method, params)
}

func notification(method, params string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","method":%q,"params":%s}`, method, params)
}

const initialize = `{"processId":null,"rootUri":null,"capabilities":{}}`

// The process ends when it is told to, and whenever its client is gone.
func TestServeEnds(t *testing.T) {
	begun := []string{call(1, "initialize", initialize), notification("initialized", "{}")}
	shutdown, exit := call(2, "shutdown", "null"), notification("exit", "null")
	dead := exec.Command("achievement-ls", "version")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		in     string
		closed bool // whether standard input is closed then
		want   int
	}{
		{"shutdown and exit", framed(append(begun, shutdown, exit)...), false, 0},
		{"shutdown without params", framed(append(begun, `{"jsonrpc":"2.0","id":2,"method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`)...), false, 0},
		{"exit alone", framed(append(begun, exit)...), false, 1},
		{"nothing at all", "", true, 1},
		{"end of input", framed(begun...), true, 1},
		{"end within a message", framed(begun...) + "Content-Length: 99\r\n\r\n{", true, 1},
		{"garbage", framed(begun...) + "GET / HTTP/1.1\r\n\r\n", false, 1},
		{"the client's process gone", framed(call(1, "initialize", strings.Replace(initialize, "null", strconv.Itoa(dead.Process.Pid), 1))), false, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			code, out, log := serve(t, tt.in, tt.closed)
			if code != tt.want {
				t.Errorf("the exit status is %d, want %d; the log:\n%s", code, tt.want, log)
			}
			onlyMessages(t, out)
			if tt.want != 0 && !strings.Contains(log, "session ended") {
				t.Errorf("the log does not say why:\n%s", log)
			}
		})
	}
}

// A client that no longer reads has gone.
func TestServeWritesToNobody(t *testing.T) {
	c := exec.Command("achievement-ls", "serve")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	c.Stderr = &log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	out.Close()
	if _, err := io.WriteString(in, framed(call(1, "initialize", initialize))); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := within(t, c); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("it ended with %v, want exit status 1", err)
	}
	if !strings.Contains(log.String(), "session ended") {
		t.Errorf("the log does not say why:\n%s", log.String())
	}
}

// The protocol's edges on the built program's own streams: what it can't use is
// answered and survived, and nothing but messages goes to standard output.
func TestServeEdges(t *testing.T) {
	lower := func(m string) string {
		return fmt.Sprintf("content-length: %d\r\ncontent-type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n%s", len(m), m)
	}
	open := fmt.Sprintf(`{"textDocument":{"uri":"file:///edge/ACH-001-A.md","languageId":"markdown","version":1,"text":%q}}`, "# Achievement: A\n"+strings.Repeat("word ", 4<<20))
	code, out, log := serve(t, framed(call(1, "textDocument/hover", "{}"), call(2, "initialize", initialize))+
		lower(notification("initialized", "{}"))+
		framed("{ no JSON", "[]", call(3, "no/such/method", "{}"), call(4, "textDocument/hover", `{"textDocument":5}`), notification("no/such/notification", "[]"))+
		framed(notification("textDocument/didOpen", open))+
		lower(call(5, "shutdown", "null"))+framed(call(6, "textDocument/hover", "{}"), notification("exit", "null")), true)
	if code != 0 {
		t.Errorf("the exit status is %d; the log:\n%s", code, log)
	}
	codes := map[string]int{}
	for _, m := range onlyMessages(t, out) {
		var answer struct {
			ID     json.RawMessage
			Method string
			Error  struct{ Code int }
		}
		if err := json.Unmarshal(m, &answer); err != nil {
			t.Fatalf("%v in %s", err, m)
		}
		if answer.Method == "" {
			codes[string(answer.ID)+fmt.Sprint(" ", answer.Error.Code)]++
		}
	}
	want := map[string]int{"1 -32002": 1, "2 0": 1, "null -32700": 1, "null -32600": 1, "3 -32601": 1, "4 -32602": 1, "5 0": 1, "6 -32600": 1}
	if !maps.Equal(codes, want) {
		t.Errorf("the answers are %v, want %v", codes, want)
	}
}

// serve runs the server in a process of its own until it ends by itself.
func serve(t *testing.T, input string, closed bool) (code int, out []byte, log string) {
	t.Helper()
	c := exec.Command("achievement-ls", "serve")
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	// The process may be gone before it has read everything.
	_, _ = io.WriteString(in, input)
	if closed {
		in.Close()
	}
	err = within(t, c)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return code, stdout.Bytes(), stderr.String()
}

// within waits for a process that must end by itself.
func within(t *testing.T, c *exec.Cmd) error {
	t.Helper()
	timer := time.AfterFunc(time.Minute, func() {
		t.Error("the process lingers")
		_ = c.Process.Kill()
	})
	defer timer.Stop()
	return c.Wait()
}

// onlyMessages checks that there is nothing but whole messages, and gives them.
func onlyMessages(t *testing.T, out []byte) (messages [][]byte) {
	t.Helper()
	r := bufio.NewReader(bytes.NewReader(out))
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if errors.Is(err, io.EOF) && len(header) == 0 {
			return messages
		}
		n, lengthErr := strconv.Atoi(header.Get("Content-Length"))
		body := make([]byte, max(n, 0))
		_, bodyErr := io.ReadFull(r, body)
		if err := errors.Join(err, lengthErr, bodyErr); err != nil || !bytes.HasPrefix(body, []byte(`{"jsonrpc":"2.0"`)) {
			t.Fatalf("standard output holds what is no message: %v in\n%s", err, out)
		}
		messages = append(messages, body)
	}
}
