// Package server speaks the Language Server Protocol. It alone knows the
// protocol: what a file says, what is wrong with it and what could stand in it
// come from the analysis and completion packages as byte spans, and leave here
// as ranges.
//
// wire.go holds the order of things, session.go the state, feature.go the table
// of features, each of which has a file of its own.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/calendar"
)

// Options are what a server needs besides its connection.
type Options struct {
	Log     *zap.Logger
	Version string
	Today   func() calendar.Date
	// Indexed is called whenever workspaces have been read, which leaves behind
	// several times what is kept; nil for nothing.
	Indexed func()
	// Spread is called before work that wants all processors: reading workspaces,
	// and checking a large document, beside which others are typed in. What it gives
	// is called when that work is done. nil for nothing.
	Spread func() (done func())
}

// phase is how far a session has come.
type phase uint8

const (
	starting phase = iota // before initialize
	running
	stopping // after shutdown
)

// server is one session with one client.
type server struct {
	// ctx ends when the session does.
	ctx     context.Context
	log     *zap.Logger
	version string
	today   func() calendar.Date
	indexed func()
	spread  func() (done func())
	folders []uri.URI // of initialize
	stream  *stream
	conn    jsonrpc2.Conn

	// phase and client are the reader's, which sets them once.
	phase  phase
	client *client

	features   []feature
	calls      map[string]call
	inflight   inflight
	session    *session
	publisher  *publisher
	loader     *loader
	progresses progresses
	offered    offered
	contents   contents
	faults     faults
	colours    colours
	asked      asked
	registrar  *registrar
	tracing    tracing
	outbox     chan *protocol.LogMessageParams
	traces     chan *protocol.LogTraceParams

	startOnce, exitOnce sync.Once
	exited              chan struct{}
	// orderly tells that exit came after shutdown; it is set before exited is closed.
	orderly bool
	// orphaned is closed when the client's process is gone.
	orphaned chan struct{}
}

// The ways a session ends without being told to.
var (
	errExitWithoutShutdown = errors.New("the client told the server to exit without shutting it down")
	errClosed              = errors.New("the connection ended without shutdown and exit")
	errOrphaned            = errors.New("the client's process is gone")
)

// Serve runs one session over rwc and returns when it ends: nil after shutdown
// and exit, an error otherwise. It waits neither for rwc to be closed nor for
// what is being computed, of which nobody wants to know any more.
func Serve(ctx context.Context, rwc io.ReadWriteCloser, o Options) error {
	return serve(ctx, rwc, o, features)
}

func serve(ctx context.Context, rwc io.ReadWriteCloser, o Options, table []feature) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	s := newServer(ctx, newStream(rwc, o.Log, cancel), o, table)
	// A cancelled context would keep responses from being written.
	s.conn.Go(context.WithoutCancel(ctx), s.handle)
	s.run(s.sendLog)

	select {
	case <-s.exited:
	case <-s.conn.Done():
	case <-s.orphaned:
	case <-ctx.Done():
	}
	return s.end()
}

// end is why a session that is over has ended. Several reasons may hold by the
// time it is asked: a client that goes after exit has done what it should.
func (s *server) end() error {
	select {
	case <-s.exited:
		if s.orderly {
			return nil
		}
		return errExitWithoutShutdown
	default:
	}
	select {
	case <-s.orphaned:
		return errOrphaned
	default:
	}
	cause := s.conn.Err()
	if cause == nil {
		cause = context.Cause(s.ctx)
	}
	if cause == nil || errors.Is(cause, io.EOF) {
		return errClosed
	}
	return fmt.Errorf("%w: %w", errClosed, cause)
}

func newServer(ctx context.Context, stream *stream, o Options, table []feature) *server {
	s := &server{
		ctx: ctx, version: o.Version, today: o.Today,
		indexed: o.Indexed, spread: o.Spread,
		stream: stream, conn: jsonrpc2.NewConn(stream, jsonrpc2.WithCodec(codec{})),
		features: table, calls: make(map[string]call), session: newSession(),
		outbox: make(chan *protocol.LogMessageParams, 64), traces: make(chan *protocol.LogTraceParams, 64),
		exited: make(chan struct{}), orphaned: make(chan struct{}),
	}
	if s.spread == nil {
		s.spread = func() func() { return func() {} }
	}
	s.log = o.Log.WithOptions(zap.WrapCore(s.alsoToClient))
	s.loader = newLoader(s)
	for i := range table {
		for method, h := range table[i].calls {
			s.calls[method] = call{h, &table[i]}
		}
	}
	return s
}

// run starts what runs beside the connection, until the session ends. A panic in
// it is logged.
func (s *server) run(fn func(context.Context)) {
	go func() {
		defer s.recovered("in the background")
		fn(s.ctx)
	}()
}

// recovered logs the panic of the function that defers it.
func (s *server) recovered(doing string) {
	if r := recover(); r != nil {
		s.log.Error("failed "+doing, zap.Any("panic", r), zap.Stack("stack"))
	}
}

// initialize takes what the client says of itself and answers what the server
// can do for it.
func (s *server) initialize(raw jsonrpc2.RawMessage) (*protocol.InitializeResult, error) {
	if s.phase != starting {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the server has been initialized already")
	}
	p, err := decode[protocol.InitializeParams](raw)
	if err != nil {
		return nil, err
	}
	s.client = newClient(p.ClientInfo.Name, p.Capabilities)
	if err := s.tracing.set(p.Trace); err != nil {
		s.log.Warn("nothing is traced", zap.Error(err))
	}
	if s.registrar, err = newRegistrar(s, p.Capabilities); err != nil {
		s.log.Error("features are not registered", zap.Error(err))
	}
	s.publisher = newPublisher(s)
	s.session.changed = func(st *state) { s.publisher.update(st); s.registrar.poke() }
	s.run(s.publisher.quietly)
	s.phase = running
	if p.ProcessID != nil {
		s.run(func(ctx context.Context) { s.watchProcess(ctx, int(*p.ProcessID)) })
	}
	s.initialSettings(p.InitializationOptions)
	s.folders = foldersOf(p)
	return &protocol.InitializeResult{
		Capabilities: s.capabilities(),
		ServerInfo:   protocol.ServerInfo{Name: "achievement-ls", Version: protocol.NewOptional(s.version)},
	}, nil
}

// capabilities are what the server announces to its client.
func (s *server) capabilities() protocol.ServerCapabilities {
	caps := protocol.ServerCapabilities{
		PositionEncoding: encodingKind(s.client.encoding),
		TextDocumentSync: &protocol.TextDocumentSyncOptions{
			OpenClose: new(true),
			Change:    new(protocol.TextDocumentSyncKindIncremental),
			Save:      protocol.Boolean(true),
		},
		Workspace: &protocol.WorkspaceOptions{
			WorkspaceFolders: &protocol.WorkspaceFoldersServerCapabilities{
				Supported: new(true), ChangeNotifications: protocol.Boolean(true),
			},
		},
	}
	for _, f := range s.features {
		if f.announce != nil && s.registrar.features[f.name] == nil {
			f.announce(s.client, &caps)
		}
	}
	return caps
}

// ask sends a request to the client beside everything else, and logs when it is
// refused. The answer is waited for in the background alone: an inline wait
// would keep the reader from reading it.
func (s *server) ask(what, method string, params any) {
	s.run(func(ctx context.Context) {
		if _, err := s.conn.Call(ctx, method, params, nil); err != nil && ctx.Err() == nil {
			s.log.Info("the client refused "+what, zap.Error(err))
		}
	})
}

// notify sends a notification. That a client is gone shows elsewhere.
func (s *server) notify(method string, params any) {
	if err := s.conn.Notify(s.ctx, method, params); err != nil && s.ctx.Err() == nil {
		s.log.Debug("a notification could not be sent", zap.String("method", method), zap.Error(err))
	}
}

// raw is a value as the protocol carries it where it leaves the type open.
func raw(v any) (protocol.LSPAny, error) {
	b, err := protocol.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encoding %T: %w", v, err)
	}
	return b, nil
}
