package server

import (
	"fmt"
	"sync/atomic"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// tracing is how much a client wants told of what its messages led to (LSP 3.18,
// "LogTrace Notification"): nothing, what was done, or also with what params.
type tracing struct{ level atomic.Value }

// longestTrace is how many bytes of a message's params are told.
const longestTrace = 4096

func (t *tracing) set(v protocol.TraceValue) error {
	switch v {
	case "", protocol.TraceValueOff, protocol.TraceValueMessages, protocol.TraceValueVerbose:
		t.level.Store(v)
		return nil
	}
	return fmt.Errorf("the trace is %q, use off, messages or verbose", v)
}

// of is what is told of a message that was dealt with; nil where nothing is.
func (t *tracing) of(method string, params jsonrpc2.RawMessage, took time.Duration, err error) *protocol.LogTraceParams {
	level, _ := t.level.Load().(protocol.TraceValue)
	switch {
	case level == "", level == protocol.TraceValueOff:
		return nil
	case method == protocol.MethodInitialize: // before its answer nothing may be traced
		return nil
	}
	p := &protocol.LogTraceParams{Message: fmt.Sprintf("%s: done in %s", method, took.Round(time.Microsecond))}
	if err != nil {
		p.Message = fmt.Sprintf("%s: failed after %s: %v", method, took.Round(time.Microsecond), err)
	}
	if level == protocol.TraceValueVerbose {
		verbose := string(params[:min(len(params), longestTrace)])
		if len(params) > longestTrace {
			verbose += fmt.Sprintf("… (%d bytes)", len(params))
		}
		p.Verbose = &verbose
	}
	return p
}

func (s *server) setTrace(p *protocol.SetTraceParams) error { return s.tracing.set(p.Value) }

// trace tells the client of a message that was dealt with. A client that does not
// read must not stop the server: what it has no room for is dropped.
func (s *server) trace(method string, params jsonrpc2.RawMessage, began time.Time, err error) {
	if p := s.tracing.of(method, params, time.Since(began), err); p != nil {
		select {
		case s.traces <- p:
		default:
		}
	}
}
