package server

import (
	"context"
	"fmt"
	"sync"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// progress is a long piece of work that the writer can see and cancel, where the
// client can show it.
type progress struct {
	server *server
	token  protocol.ProgressToken
	title  string
	// ctx ends when the writer cancels the work.
	ctx    context.Context
	cancel context.CancelFunc

	mu      sync.Mutex
	shown   bool // the client has agreed to show it
	ended   bool
	percent uint32
}

// progresses holds the pieces of work that the client may cancel.
type progresses struct {
	mu   sync.Mutex
	next int
	all  map[protocol.ProgressToken]*progress
}

// begin starts a piece of work. Whether the client shows it is learnt beside the
// work, which does not wait.
func (s *server) begin(ctx context.Context, title string) *progress {
	p := s.hidden(ctx)
	p.title = title
	if !is(s.client.Window.WorkDoneProgress) {
		return p
	}
	s.progresses.mu.Lock()
	s.progresses.next++
	p.token = protocol.String(fmt.Sprintf("achievement-ls/%d", s.progresses.next))
	if s.progresses.all == nil {
		s.progresses.all = map[protocol.ProgressToken]*progress{}
	}
	s.progresses.all[p.token] = p
	s.progresses.mu.Unlock()
	s.run(func(context.Context) {
		_, err := s.conn.Call(p.ctx, protocol.MethodWindowWorkDoneProgressCreate, &protocol.WorkDoneProgressCreateParams{Token: p.token}, nil)
		if err == nil {
			p.show()
		}
	})
	return p
}

// hidden starts a piece of work that the client is not shown.
func (s *server) hidden(ctx context.Context) *progress {
	p := &progress{server: s}
	p.ctx, p.cancel = context.WithCancel(ctx)
	return p
}

// show begins the client's display, unless the work is over already.
func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.ended {
		p.shown = true
		p.send(&protocol.WorkDoneProgressBegin{Kind: "begin", Title: p.title, Cancellable: new(true), Percentage: new(p.percent)})
	}
}

// report says how much is done. Only whole percents are sent.
func (p *progress) report(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	percent := uint32(100 * done / max(total, 1))
	if percent == p.percent {
		return
	}
	p.percent = percent
	if p.shown {
		p.send(&protocol.WorkDoneProgressReport{Kind: "report", Percentage: new(percent)})
	}
}

// end ends it, done or not.
func (p *progress) end() {
	p.cancel()
	s := p.server
	s.progresses.mu.Lock()
	delete(s.progresses.all, p.token)
	s.progresses.mu.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	if p.shown {
		p.send(&protocol.WorkDoneProgressEnd{Kind: "end"})
	}
}

func (p *progress) send(value any) {
	body, err := raw(value)
	if err != nil {
		p.server.log.Error("progress is not shown", zap.Error(err))
		return
	}
	p.server.notify(protocol.MethodProgress, &protocol.ProgressParams{Token: p.token, Value: body})
}

func (s *server) cancelProgress(p *protocol.WorkDoneProgressCancelParams) {
	s.progresses.mu.Lock()
	defer s.progresses.mu.Unlock()
	if work := s.progresses.all[p.Token]; work != nil {
		work.cancel()
	}
}
