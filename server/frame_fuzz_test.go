package server

import (
	"bytes"
	"context"
	"io"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"
)

// FuzzFrames: of any bytes whole messages are read, each of which the connection
// understands, until they end or can't be told apart any longer; every frame that
// is none is answered.
func FuzzFrames(f *testing.F) {
	for _, s := range []string{
		framed(rawInitialize) + framed(rawInitialized), framed("{") + framed(rawText(2, "x")), framed("[]"), framed("7"), "content-length:2\r\n\r\n{}", "Content-Length: 5\nA: b\n\n{} {}",
		"Content-Length: 99\r\n\r\n{", "Content-Length: -1\r\n\r\n", "\r\n\r\n", "Content-Length: 3\r\nContent-Length: 2\r\n\r\n{}", framed(`{"jsonrpc":"2.0","id":1e3,"method":"\u0000"}`), framed(`{"jsonrpc":"2.0","id":1,"result":{}}`),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, sent []byte) {
		if bytes.Contains(sent, []byte("00000")) {
			return // a length of megabytes takes its memory, and shows nothing more
		}
		var answers bytes.Buffer
		ended := 0
		s := newStream(wire{bytes.NewReader(sent), &answers}, zap.NewNop(), func(error) { ended++ })
		for {
			frame, n, err := s.ReadFrame(context.Background())
			if err != nil {
				break
			}
			if _, err := jsonrpc2.DecodeMessage(frame); err != nil || n < int64(len(frame)) {
				t.Fatalf("%q of %d bytes is no message: %v", frame, n, err)
			}
		}
		if ended != 1 {
			t.Fatalf("the end is told %d times", ended)
		}
		back := newStream(wire{&answers, io.Discard}, zap.NewNop(), func(error) {})
		for {
			answer, _, err := back.ReadFrame(context.Background())
			if err == io.EOF {
				break
			}
			if err != nil || !bytes.Contains(answer, []byte(`"id":null,"error":`)) {
				t.Fatalf("answered %q, %v", answer, err)
			}
		}
	})
}

// wire is two ends of a connection in memory.
type wire struct {
	io.Reader
	io.Writer
}

func (wire) Close() error { return nil }
