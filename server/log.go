package server

import (
	"context"
	"fmt"
	"sync"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// alsoToClient lets warnings and errors reach the client's log as well.
func (s *server) alsoToClient(core zapcore.Core) zapcore.Core {
	return zapcore.NewTee(core, &clientCore{LevelEnabler: zap.WarnLevel, outbox: s.outbox})
}

// clientCore puts log entries into the outbox. One that is full drops them: a
// client that does not read must not stop the server.
type clientCore struct {
	zapcore.LevelEnabler
	outbox chan<- *protocol.LogMessageParams
	fields []zapcore.Field
}

func (c *clientCore) With(fields []zapcore.Field) zapcore.Core {
	return &clientCore{c.LevelEnabler, c.outbox, append(c.fields[:len(c.fields):len(c.fields)], fields...)}
}

func (c *clientCore) Check(e zapcore.Entry, checked *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	if c.Enabled(e.Level) {
		return checked.AddCore(e, c)
	}
	return checked
}

func (c *clientCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	kind := protocol.MessageTypeWarning
	if e.Level > zap.WarnLevel {
		kind = protocol.MessageTypeError
	}
	message := e.Message
	for _, f := range append(c.fields[:len(c.fields):len(c.fields)], fields...) {
		if f.Type == zapcore.ErrorType {
			message += ": " + f.Interface.(error).Error()
		}
	}
	select {
	case c.outbox <- &protocol.LogMessageParams{Type: kind, Message: message}:
	default:
	}
	return nil
}

func (c *clientCore) Sync() error { return nil }

// sendLog sends what is in the outbox, and traces.
func (s *server) sendLog(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case p := <-s.traces:
			_ = s.conn.Notify(ctx, protocol.MethodLogTrace, p)
		case m := <-s.outbox:
			_ = s.conn.Notify(ctx, protocol.MethodWindowLogMessage, m) // to log this would come here again
		}
	}
}

// tell shows the writer a message that needs to be seen.
func (s *server) tell(message string) {
	s.log.Info(message)
	s.notify(protocol.MethodWindowShowMessage, &protocol.ShowMessageParams{Type: protocol.MessageTypeWarning, Message: message})
}

// faults are the parts that have failed. What fails at one keystroke fails at the
// next, and is told once.
type faults struct{ told sync.Map }

// of logs that a part of a kind panicked, with its name, where it does.
func (f *faults) of(kind string, log *zap.Logger) func(name string, fault any) {
	return func(name string, fault any) {
		level := zap.ErrorLevel
		if _, again := f.told.LoadOrStore(kind+name, true); again {
			level = zap.DebugLevel
		}
		log.Log(level, fmt.Sprintf("%s failed, and is left out: %s", kind, name), zap.Any("panic", fault), zap.Stack("stack"))
	}
}
