package server

import (
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"
)

// publisher sends diagnostics. Each document has at most one worker, which
// always takes the newest state: what is superseded before its turn is never
// computed, what is superseded while it is computed is not sent, and nothing
// overtakes anything. To a client that pulls it says instead when to pull again.
type publisher struct {
	server *server
	mu     sync.Mutex
	latest *state
	// working holds the documents that have a worker; true where there is a
	// newer state than the one it works on.
	working map[uri.URI]bool
	sent    map[uri.URI]basis
	poke    chan struct{}
	asking  asking
}

func newPublisher(s *server) *publisher {
	return &publisher{
		server: s, latest: s.session.state(),
		working: map[uri.URI]bool{}, sent: map[uri.URI]basis{}, poke: make(chan struct{}, 1),
	}
}

// update takes a new state, in which any document may have other diagnostics.
func (p *publisher) update(st *state) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if st.revision < p.latest.revision {
		return
	}
	p.latest = st
	if len(p.server.client.refreshes) > 0 || p.server.client.showsContent {
		p.askLater()
	}
	if p.server.client.pulls {
		for u, b := range p.sent {
			if b.document != nil && st.open[u] != b.document {
				delete(p.sent, u)
			}
		}
		return
	}
	for u := range st.open {
		p.wake(u)
	}
	for u := range p.working {
		p.wake(u)
	}
	for u, b := range p.sent {
		if b.document != nil { // what is closed is to be cleared
			p.wake(u)
		}
	}
	select {
	case p.poke <- struct{}{}:
	default:
	}
}

// wake sees to it that a document gets a worker that has seen the latest state.
func (p *publisher) wake(u uri.URI) {
	if p.claim(u) {
		go p.work(u)
	}
}

// claim reports whether the caller is to be a document's worker. One that is at
// work already will look at the latest state.
func (p *publisher) claim(u uri.URI) bool {
	_, at := p.working[u]
	p.working[u] = at
	return !at
}

// work brings one document's diagnostics up to date until they are.
func (p *publisher) work(u uri.URI) {
	for again := true; again; {
		p.mu.Lock()
		p.working[u] = false
		st, last := p.latest, p.sent[u]
		p.mu.Unlock()
		next := p.publish(st, u, last)
		p.mu.Lock()
		if next == nil {
			delete(p.sent, u)
		} else {
			p.sent[u] = *next
		}
		if again = p.working[u]; !again {
			delete(p.working, u)
		}
		p.mu.Unlock()
	}
}

// publish sends a document's diagnostics as they are in st, unless the client has
// them, and gives what the client then has; nil for nothing. A rule's panic is
// logged and leaves the diagnostics as they were.
func (p *publisher) publish(st *state, u uri.URI, last basis) (now *basis) {
	s := p.server
	if last.known() {
		now = &last
	}
	defer s.recovered("checking " + string(u))
	if s.ctx.Err() != nil {
		return now
	}
	d := st.open[u]
	if d != nil && len(d.text) > largeSize {
		defer s.spread()()
	}
	if d != nil && d.mode == analysed && !d.settled() {
		d.parse()
		p.update(s.session.state()) // the others did not wait for its facts
	}
	next, ok := s.basisOf(st, u)
	if !ok {
		if last.known() {
			s.notify(protocol.MethodTextDocumentPublishDiagnostics, &protocol.PublishDiagnosticsParams{URI: u})
		}
		return nil
	}
	if next.same(last) {
		return now
	}
	diags, print, err := s.report(st, u)
	if err != nil {
		s.log.Error("diagnostics were not sent", zap.String("uri", string(u)), zap.Error(err))
		return now
	}
	if p.superseded(next, u) {
		return now
	}
	next.fingerprint = print
	if next.differs(last, len(diags) == 0) {
		s.notify(protocol.MethodTextDocumentPublishDiagnostics, &protocol.PublishDiagnosticsParams{
			URI: u, Version: next.version(), Diagnostics: diags,
		})
	}
	return &next
}

// largeSize is the size in bytes above which a document is checked beside others,
// and not between them: the time is felt.
const largeSize = 64 << 10

// superseded reports whether there is a newer version of what was checked.
func (p *publisher) superseded(b basis, u uri.URI) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.latest.open[u] != b.document
}
