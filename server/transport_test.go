package server

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"strconv"
	"testing"

	"go.uber.org/zap"

	"achievement-ls/analysis/calendar"
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
	return &end{fromServer, toServer}, &end{fromClient, toClient}
}

type end struct{ r, w *os.File }

func (e *end) Read(p []byte) (int, error)  { return e.r.Read(p) }
func (e *end) Write(p []byte) (int, error) { return e.w.Write(p) }
func (e *end) Close() error                { return errors.Join(e.r.Close(), e.w.Close()) }

// rawClient is a client without a library in between: its messages lie ready for the
// server all at once, so that whatever can overtake does.
type rawClient struct {
	t      *testing.T
	out    bytes.Buffer
	in     *bufio.Reader
	client *end
	done   chan struct{} // closed when the session has ended
	ended  error         // with what, then
}

func newRaw(t *testing.T, table []feature) *rawClient {
	t.Helper()
	client, server := pipes(t)
	c := &rawClient{t: t, in: bufio.NewReader(client), client: client, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		c.ended = serve(context.Background(), server, Options{Log: zap.NewNop(), Today: func() calendar.Date { return today }}, table)
		server.Close()
	}()
	t.Cleanup(func() {
		client.Close()
		<-c.done
	})
	return c
}

// add puts a message with those that are to be sent; without an ID it is a
// notification.
func (c *rawClient) add(method string, id int, params any) {
	c.t.Helper()
	m := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
	if id > 0 {
		m["id"] = id
	}
	body, err := json.Marshal(m)
	if err != nil {
		c.t.Fatal(err)
	}
	c.out.WriteString(framed(string(body)))
}

// framed is a message as it is on the wire.
func framed(body string) string {
	return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)
}

// write sends bytes as they are, in one piece.
func (c *rawClient) write(s string) {
	c.t.Helper()
	if _, err := c.client.Write([]byte(s)); err != nil {
		c.t.Fatal(err)
	}
}

// send sends what was added, beside the test, which has to read.
func (c *rawClient) send() {
	go func() { _, _ = c.client.Write(c.out.Bytes()) }()
}

type rawMessage struct {
	ID     int
	Method string
	Params struct{ Version int }
	Result json.RawMessage
	Error  json.RawMessage
}

// answer takes messages until one answers a request, or what was none (ID 0).
func (c *rawClient) answer(id int) rawMessage {
	c.t.Helper()
	for {
		if m := c.receive(); m.Method == "" && m.ID == id {
			return m
		}
	}
}

// code is the code of an answer's error; 0 where it has none.
func (m rawMessage) code() (code int) {
	var e struct{ Code int }
	if m.Error != nil && json.Unmarshal(m.Error, &e) == nil {
		code = e.Code
	}
	return code
}

// receive takes the next message.
func (c *rawClient) receive() rawMessage {
	c.t.Helper()
	header, err := textproto.NewReader(c.in).ReadMIMEHeader()
	if err != nil {
		c.t.Fatal(err)
	}
	length, err := strconv.Atoi(header.Get("Content-Length"))
	if err != nil {
		c.t.Fatal(err)
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(c.in, body); err != nil {
		c.t.Fatal(err)
	}
	var m rawMessage
	if err := json.Unmarshal(body, &m); err != nil {
		c.t.Fatalf("%v in %s", err, body)
	}
	return m
}
