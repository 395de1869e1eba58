package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync/atomic"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"
)

// stream keeps from the connection what would end it though the next message
// could still be told from it: a frame that is no message is answered here with
// an error, and read over. A frame whose length is not known ends the session,
// since nobody could say where the next begins.
type stream struct {
	frames
	log *zap.Logger
	// ended is called with the error at which reading or writing ends: the
	// connection lets running requests be, and reads on though nobody hears it.
	ended func(error)
	// writing counts the messages that the client has not taken yet.
	writing atomic.Int32
}

// frames is what the library's own streams are, and the connection looks for.
type frames interface {
	jsonrpc2.Stream
	ReadFrame(context.Context) ([]byte, int64, error)
	WriteFrame(context.Context, []byte) (int64, error)
}

func newStream(rwc io.ReadWriteCloser, log *zap.Logger, ended func(error)) *stream {
	return &stream{frames: jsonrpc2.NewStream(rwc).(frames), log: log, ended: ended}
}

// Write sends a message, and waits until the client takes it.
func (s *stream) Write(ctx context.Context, m jsonrpc2.Message) (int64, error) {
	s.writing.Add(1)
	defer s.writing.Add(-1)
	n, err := s.frames.Write(ctx, m)
	if err != nil && ctx.Err() == nil {
		s.ended(fmt.Errorf("writing to the client: %w", err)) // which is gone
	}
	return n, err
}

// ReadFrame is the next message's JSON and the bytes it took on the wire. It is
// valid until the next is read.
func (s *stream) ReadFrame(ctx context.Context) ([]byte, int64, error) {
	for {
		frame, n, err := s.frames.ReadFrame(ctx)
		if err != nil {
			s.ended(err)
			return nil, 0, err
		}
		fault := faultOf(frame)
		if fault == nil {
			return frame, n, nil
		}
		s.log.Warn("a message could not be used", zap.Int("bytes", len(frame)), zap.Error(fault))
		answer := fmt.Sprintf(`{"jsonrpc":"2.0","id":null,"error":{"code":%d,"message":%q}}`, fault.Code, fault.Message)
		if _, err := s.WriteFrame(ctx, []byte(answer)); err != nil {
			err = fmt.Errorf("answering a message that is none: %w", err)
			s.ended(err)
			return nil, 0, err
		}
	}
}

// faultOf is why a frame is no message; nil where it is one.
func faultOf(frame []byte) *jsonrpc2.Error {
	if !json.Valid(frame) {
		return jsonrpc2.NewError(jsonrpc2.ParseError, "the message is not JSON")
	}
	// LSP's base protocol knows no batches.
	if bytes.HasPrefix(bytes.TrimLeft(frame, " \t\r\n"), []byte("[")) {
		return jsonrpc2.NewError(jsonrpc2.InvalidRequest, "several messages in one are not understood")
	}
	if _, err := jsonrpc2.DecodeMessage(frame); err != nil {
		return jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the message is no request, notification or answer")
	}
	return nil
}
