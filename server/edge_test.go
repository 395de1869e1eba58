package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// The protocol's edges, byte by byte.

const (
	rawInitialize  = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}`
	rawInitialized = `{"jsonrpc":"2.0","method":"initialized","params":{}}`
)

func rawOpen(uri, text string) string {
	body, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":%q,"languageId":"markdown","version":1,"text":%s}}}`, uri, body)
}

func rawText(id int, uri string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"test/text","params":{"uri":%q}}`, id, uri)
}

// begun is a raw client whose session is initialized.
func begun(t *testing.T) *rawClient {
	t.Helper()
	c := newRaw(t, append([]feature{textFeature}, features...))
	c.write(framed(rawInitialize) + framed(rawInitialized))
	if m := c.answer(1); m.Error != nil {
		t.Fatalf("initialize is answered %s", m.Error)
	}
	return c
}

// alive opens a document and has it read back.
func (c *rawClient) alive() {
	c.t.Helper()
	const u = "file:///edge/ACH-001-Alive.md"
	c.write(framed(rawOpen(u, "# Achievement: Alive\n")) + framed(rawText(99, u)))
	if m := c.answer(99); string(m.Result) != `"# Achievement: Alive\n"` {
		c.t.Errorf("the server has stopped to understand: %s %s", m.Result, m.Error)
	}
}

func TestCodesOnTheWire(t *testing.T) {
	const hover = `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x.md"},"position":{"line":0,"character":0}}}`
	begin := []string{rawInitialize, rawInitialized}
	for _, tt := range []struct {
		name string
		sent []string // the last of them is answered
		want int
	}{
		{"a request before initialize", []string{hover}, -32002},
		{"shutdown before initialize", []string{`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`}, -32002},
		{"a request after shutdown", append(begin, `{"jsonrpc":"2.0","id":3,"method":"shutdown"}`, hover), -32600},
		{"a second shutdown", append(begin, `{"jsonrpc":"2.0","id":3,"method":"shutdown"}`, `{"jsonrpc":"2.0","id":2,"method":"shutdown"}`), -32600},
		{"a second initialize", append(begin, strings.Replace(rawInitialize, `"id":1`, `"id":2`, 1)), -32600},
		{"an unknown method", append(begin, `{"jsonrpc":"2.0","id":2,"method":"textDocument/telepathy","params":{}}`), -32601},
		{"an unknown method of the protocol's own", append(begin, `{"jsonrpc":"2.0","id":2,"method":"$/telepathy","params":{}}`), -32601},
		{"wrong params", append(begin, `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":7}}`), -32602},
		{"params in an array", append(begin, `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":[1]}`), -32602},
		{"no params", append(begin, `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover"}`), -32602},
		{"a negative line", append(begin, `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x.md"},"position":{"line":-1,"character":0}}}`), -32602},
		{"a document that is not open", append(begin, hover), -32602},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := newRaw(t, features)
			for _, m := range tt.sent {
				c.write(framed(m))
			}
			if m := c.answer(2); m.code() != tt.want {
				t.Errorf("answered %s, want code %d", m.Error, tt.want)
			}
		})
	}
}

// A request that is cancelled before it is done is answered so.
func TestCancelledOnTheWire(t *testing.T) {
	entered := make(chan string, 2)
	c := newRaw(t, []feature{testFeature(entered, nil)})
	c.write(framed(rawInitialize) + framed(`{"jsonrpc":"2.0","id":"a b","method":"test/wait","params":{}}`) + framed(`{"jsonrpc":"2.0","id":7,"method":"test/wait","params":{}}`))
	<-entered
	<-entered
	c.write(framed(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":8}}`) + framed(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}`))
	if m := c.answer(7); m.code() != -32800 {
		t.Errorf("answered %s", m.Error)
	}
}

// A frame that is no message is answered where it can be, and the next is read.
func TestFramesThatAreNoMessages(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       int
	}{
		{"no JSON", `{"jsonrpc":"2.0","id":2,"method":`, -32700},
		{"words", `GET / HTTP/1.1`, -32700},
		{"only a space", ` `, -32700},
		{"NUL bytes", "\x00\x00", -32700},
		{"two in one", rawInitialized + rawInitialized, -32700},
		{"params that are no JSON", `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":}}`, -32700},
		{"brackets without end", strings.Repeat("[", 100000), -32700},
		{"brackets 100,000 deep", `{"jsonrpc":"2.0","method":"x","params":` + strings.Repeat("[", 100000) + strings.Repeat("]", 100000) + `}`, -32700},
		{"a number", `7`, -32600},
		{"null", `null`, -32600},
		{"an empty object", `{}`, -32600},
		{"an empty batch", `[]`, -32600},
		{"a batch", "\r\n [" + rawInitialized + "]", -32600},
		{"another version", `{"jsonrpc":"1.0","id":2,"method":"shutdown"}`, -32600},
		{"no version", `{"id":2,"method":"shutdown"}`, -32600},
		{"a method that is no string", `{"jsonrpc":"2.0","id":2,"method":3}`, -32600},
		{"an ID that is an object", `{"jsonrpc":"2.0","id":{},"method":"shutdown"}`, -32600},
		{"request and answer in one", `{"jsonrpc":"2.0","id":2,"method":"shutdown","result":null}`, -32600},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := begun(t)
			c.write(framed(tt.body))
			if m := c.answer(0); m.code() != tt.want || m.ID != 0 {
				t.Errorf("answered %+v %s, want code %d", m, m.Error, tt.want)
			}
			c.alive()
		})
	}
}

// What nobody asked for does no harm.
func TestStrayMessages(t *testing.T) {
	c := begun(t)
	for _, m := range []string{
		`{"jsonrpc":"2.0","id":4711,"result":{}}`,
		`{"jsonrpc":"2.0","id":"none","error":{"code":-1,"message":"no"}}`,
		`{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what?"}}`,
		`{"jsonrpc":"2.0","method":"$/telepathy"}`,
		`{"jsonrpc":"2.0","method":"no/such/notification","params":[1,2]}`,
		`{"jsonrpc":"2.0","method":"textDocument/didChange","params":"x"}`,
		`{"jsonrpc":"2.0","method":"textDocument/hover","params":{}}`,
		`{"jsonrpc":"2.0","method":"","params":{}}`,
		`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{}}}`,
	} {
		c.write(framed(m))
	}
	c.alive()
}

// The ways of framing that clients have.
func TestFraming(t *testing.T) {
	const u = "file:///edge/ACH-001-Ä.md"
	text := "# Achievement: Grüße 𐐀\n"
	bodies := []string{rawInitialize, rawInitialized, rawOpen(u, text), rawText(2, u)}
	all := func(frame func(string) string) (out string) {
		for _, b := range bodies {
			out += frame(b)
		}
		return out
	}
	for _, tt := range []struct{ name, sent string }{
		{"all messages in one write", all(framed)},
		{"headers in lower case", all(func(b string) string { return fmt.Sprintf("content-length: %d\r\n\r\n%s", len(b), b) })},
		{"no space behind the colon", all(func(b string) string { return fmt.Sprintf("Content-Length:%d\r\n\r\n%s", len(b), b) })},
		{"a Content-Type below", all(func(b string) string {
			return fmt.Sprintf("Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n%s", len(b), b)
		})},
		{"a Content-Type above", all(func(b string) string {
			return fmt.Sprintf("Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: %d\r\n\r\n%s", len(b), b)
		})},
		{"a header that nobody knows", all(func(b string) string { return fmt.Sprintf("X-Odd: a: b\r\nContent-Length: %d\r\n\r\n%s", len(b), b) })},
		{"spaces around the JSON", all(func(b string) string { return framed(" \r\n\t" + b + "\n\n") })},
	} {
		for way, step := range map[string]int{"whole": len(tt.sent), "in single bytes": 1, "in pieces of 7": 7} {
			t.Run(tt.name+", "+way, func(t *testing.T) {
				c := newRaw(t, []feature{textFeature})
				go func() { // beside the test, which has to read
					for rest := tt.sent; rest != ""; {
						n := min(step, len(rest))
						if _, err := c.client.Write([]byte(rest[:n])); err != nil {
							return
						}
						rest = rest[n:]
					}
				}()
				var got string
				if m := c.answer(2); json.Unmarshal(m.Result, &got) != nil || got != text {
					t.Errorf("the text is %s, %s", m.Result, m.Error)
				}
			})
		}
	}
}

// Behind a frame whose length is not known nothing can be understood: the session
// ends, and says why.
func TestBrokenFrames(t *testing.T) {
	for _, tt := range []struct {
		name, sent string
		closed     bool // whether the client goes then
		want       error
	}{
		{"no header", "{}", true, io.ErrUnexpectedEOF},
		{"another protocol", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", false, jsonrpc2.ErrInvalidHeader},
		{"no length", "Content-Type: x\r\n\r\n{}", false, jsonrpc2.ErrInvalidHeader},
		{"length 0", "Content-Length: 0\r\n\r\n", false, jsonrpc2.ErrInvalidHeader},
		{"a negative length", "Content-Length: -1\r\n\r\n{}", false, jsonrpc2.ErrInvalidHeader},
		{"no number", "Content-Length: many\r\n\r\n{}", false, jsonrpc2.ErrInvalidHeader},
		{"a length beyond all memory", "Content-Length: 99999999999999999999\r\n\r\n{}", false, jsonrpc2.ErrInvalidHeader},
		{"the end within the header", "Content-Len", true, io.ErrUnexpectedEOF},
		{"the end within the message", "Content-Length: 99\r\n\r\n{", true, io.ErrUnexpectedEOF},
		{"the end", "", true, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := begun(t)
			c.write(tt.sent)
			if tt.closed {
				c.client.w.Close()
			}
			<-c.done
			if !errors.Is(c.ended, errClosed) || tt.want != nil && !errors.Is(c.ended, tt.want) {
				t.Errorf("the session ended with %v, want %v", c.ended, tt.want)
			}
		})
	}
}

// A client that has closed its reading end is gone, though it still could write.
func TestClientThatCannotRead(t *testing.T) {
	c := begun(t)
	c.client.r.Close()
	c.write(framed(rawText(2, "file:///x.md")))
	<-c.done
	if !errors.Is(c.ended, errClosed) || !errors.Is(c.ended, syscall.EPIPE) {
		t.Errorf("the session ended with %v", c.ended)
	}
}

func TestHugeMessage(t *testing.T) {
	c := begun(t)
	const u = "file:///edge/ACH-001-Huge.md"
	text := "# Achievement: Huge\n" + strings.Repeat("ein sehr langer Satz über alles Mögliche \"\\\n", 20<<20/44)
	c.out.WriteString(framed(rawOpen(u, text)) + framed(rawText(2, u)))
	c.send()
	var got string
	if m := c.answer(2); json.Unmarshal(m.Result, &got) != nil || got != text {
		t.Errorf("of %d bytes %d came back as others", len(text), len(got))
	}
	c.alive()
}

// A client that sends and sends, and reads nothing, is not read any longer before
// its answers fill the memory; once it reads, all is answered.
func TestClientThatDoesNotRead(t *testing.T) {
	c := begun(t)
	const u, n = "file:///edge/ACH-001-A.md", 20000
	large := strings.Repeat("a line that is sent back again and again\n", 100)
	c.write(framed(rawOpen(u, large)))
	before := runtime.NumGoroutine()
	taken := make(chan int, n)
	go func() {
		for i := range n {
			if _, err := c.client.Write([]byte(framed(rawText(i+2, u)))); err != nil {
				return
			}
			taken <- i
		}
		close(taken)
	}()
	for range maxInflight { // these it takes in any case
		<-taken
	}
	answered, refused := 0, 0
	for answered+refused < n {
		if most := runtime.NumGoroutine() - before; most > maxInflight+100 {
			t.Fatalf("%d goroutines wait for the client", most)
		}
		switch m := c.receive(); {
		case m.Method != "":
		case m.Error == nil:
			answered++
		case m.code() == int(codeRequestFailed):
			refused++
		default:
			t.Fatalf("answered %s", m.Error)
		}
	}
	if answered < maxInflight {
		t.Errorf("%d are answered, %d refused", answered, refused)
	}
	c.alive()
}

// The same with what the server says by itself: edits are taken in as they come,
// whoever reads the findings.
func TestClientThatDoesNotReadDiagnostics(t *testing.T) {
	c := begun(t)
	const u, n = "file:///edge/ACH-001-A.md", 5000
	before := runtime.NumGoroutine()
	c.write(framed(rawOpen(u, "# Achievement: A\n")))
	for i := range n {
		c.write(framed(fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":%q,"version":%d},"contentChanges":[{"text":"# Achievement: A\n\nText %d.\n"}]}}`, u, i+2, i)))
		c.write(framed(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":"so that there is something to log"}`))
	}
	if most := runtime.NumGoroutine() - before; most > 50 {
		t.Errorf("%d goroutines wait for the client", most)
	}
	for version := 0; version < n+1; {
		if m := c.receive(); m.Method == protocol.MethodTextDocumentPublishDiagnostics {
			version = m.Params.Version
		}
	}
	c.alive()
}
