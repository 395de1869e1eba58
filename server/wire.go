package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// codec marshals payloads with the protocol's own codec, which knows its unions.
type codec struct{}

func (codec) Marshal(v any) ([]byte, error) {
	if raw, ok := v.(jsonrpc2.RawMessage); ok {
		if raw == nil {
			return []byte("null"), nil
		}
		return raw, nil
	}
	return protocol.Marshal(v)
}

func (codec) Unmarshal(data []byte, v any) error {
	if p, ok := v.(*jsonrpc2.RawMessage); ok {
		*p = append(jsonrpc2.RawMessage(nil), data...)
		return nil
	}
	// Of a slice of unions the library keeps what it read as part of data, which
	// the connection uses again.
	return protocol.Unmarshal(bytes.Clone(data), v)
}

// inflight holds the calls that are being answered, so that they can be
// cancelled. The library's CancelHandler derives contexts from its pooled
// requests, which ends the process when a call is answered inline.
type inflight struct {
	mu    sync.Mutex
	calls map[jsonrpc2.ID]context.CancelFunc
}

// maxInflight bounds the calls that are under way and the messages that the
// client has not taken. Far below it editors cancel what they no longer wait for.
const maxInflight = 2048

// add takes a call in, and reports whether there was room for it beside so many
// messages.
func (f *inflight) add(id jsonrpc2.ID, cancel context.CancelFunc, writing int) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.calls)+writing >= maxInflight {
		return false
	}
	if f.calls == nil {
		f.calls = make(map[jsonrpc2.ID]context.CancelFunc)
	}
	f.calls[id] = cancel
	return true
}

func (f *inflight) done(id jsonrpc2.ID) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if cancel, ok := f.calls[id]; ok {
		cancel()
		delete(f.calls, id)
	}
}

// cancel ends the call that a $/cancelRequest names; one that is over already is
// none.
func (f *inflight) cancel(p *protocol.CancelParams) error {
	var id jsonrpc2.ID
	switch v := p.ID.(type) {
	case protocol.Integer:
		id = jsonrpc2.NewNumberID(int64(v))
	case protocol.String:
		id = jsonrpc2.NewStringID(string(v))
	default:
		return fmt.Errorf("there is no request with the ID %v", p.ID)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if cancel, ok := f.calls[id]; ok {
		cancel()
	}
	return nil
}

// handle is what the connection calls for each message, in the order they
// arrive and one at a time. A notification is dealt with before it returns. A
// call keeps the state it came upon, lets the next message be read, and is
// answered beside it. Neither rctx nor what it leads to may be kept: the library
// uses it again for the next request.
func (s *server) handle(rctx context.Context, req *jsonrpc2.Request) (any, error) {
	if !req.IsCall() {
		// An error would end the whole connection.
		if err := s.notified(req); err != nil {
			s.log.Warn("a notification could not be used", zap.String("method", req.Method()), zap.Error(err))
		}
		return nil, nil
	}
	method := req.Method()
	switch {
	case method == protocol.MethodInitialize:
		return s.answer(s.ctx, method, req.Params(), func(context.Context) (any, error) { return s.initialize(req.Params()) })
	case s.phase == starting:
		return nil, jsonrpc2.NewError(jsonrpc2.ServerNotInitialized, "the server waits for initialize")
	case s.phase == stopping:
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the server has been shut down")
	case method == protocol.MethodShutdown:
		s.phase = stopping
		return nil, nil
	}
	call, ok := s.calls[method]
	if !ok {
		return nil, jsonrpc2.Errorf(jsonrpc2.MethodNotFound, "there is no method %q", method)
	}
	ctx, cancel := context.WithCancel(s.ctx)
	id := req.ID()
	// Now: a cancellation that is read next must find it. The refusal is written
	// on the reader, so that a client which reads nothing is no longer read either.
	if !s.inflight.add(id, cancel, int(s.stream.writing.Load())) {
		cancel()
		return nil, jsonrpc2.NewError(codeRequestFailed, "too many requests wait for their answers")
	}
	defer s.inflight.done(id)
	q := &request{server: s, client: s.client, state: s.session.state(), feature: call.feature}
	jsonrpc2.Async(rctx)
	q.params = req.Params() // the request's own copy by now
	return s.answer(ctx, req.Method(), q.params, func(ctx context.Context) (any, error) { return call.handle(ctx, q) })
}

// notified deals with a notification. Those the server does not know are no
// fault, whatever the library thinks of them.
func (s *server) notified(req *jsonrpc2.Request) error {
	method := req.Method()
	if method == protocol.MethodExit {
		s.exitOnce.Do(func() {
			s.orderly = s.phase == stopping
			close(s.exited)
		})
		return nil
	}
	fn, ok := notifications[method]
	if !ok || s.phase != running {
		return nil
	}
	_, err := s.answer(s.ctx, method, req.Params(), func(context.Context) (any, error) { return nil, fn(s, req.Params()) })
	return err
}

// answer runs a handler: a panic in it costs its own answer and no more, and
// every error gets a code. A client that traces is told of it.
func (s *server) answer(ctx context.Context, method string, params jsonrpc2.RawMessage, fn func(context.Context) (any, error)) (result any, err error) {
	began := time.Now()
	defer func() { s.trace(method, params, began, err) }()
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("a handler failed", zap.String("method", method), zap.Any("panic", r), zap.ByteString("stack", debug.Stack()))
			result, err = nil, jsonrpc2.Errorf(jsonrpc2.InternalError, "internal error in %s", method)
		}
	}()
	result, err = fn(ctx)
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, wireError(err)
	}
	return result, nil
}

// codeRequestFailed is LSP's RequestFailed, which the library does not name.
const codeRequestFailed jsonrpc2.Code = -32803

// wireError gives an error a code: a plain one would go out with 0.
func wireError(err error) error {
	var coded *jsonrpc2.Error
	switch {
	case errors.Is(err, context.Canceled):
		return protocol.ErrRequestCancelled
	case errors.As(err, &coded):
		return coded
	}
	return jsonrpc2.NewError(codeRequestFailed, err.Error())
}

// decode reads a message's params.
func decode[P any](raw jsonrpc2.RawMessage) (*P, error) {
	p := new(P)
	if len(raw) == 0 {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "the params are missing")
	}
	if err := protocol.Unmarshal(raw, p); err != nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "the params do not fit: %v", err)
	}
	return p, nil
}
