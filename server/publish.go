package server

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
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
	asking  asking
}

// basis is all that a document's diagnostics depend on, and what came of it.
type basis struct {
	document    *openDocument
	workspace   *workspace.Snapshot
	today       calendar.Date
	fingerprint string
}

func newPublisher(s *server) *publisher {
	return &publisher{server: s, latest: s.session.state(), working: map[uri.URI]bool{}, sent: map[uri.URI]basis{}}
}

// update takes a new state, in which any document may have other diagnostics.
func (p *publisher) update(st *state) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if st.revision < p.latest.revision {
		return
	}
	p.latest = st
	if p.server.client.pulls {
		p.askLater()
		return
	}
	for u := range st.open {
		p.wake(u)
	}
	for u := range p.sent { // what is closed is to be cleared
		p.wake(u)
	}
	for u := range p.working {
		p.wake(u)
	}
}

// wake sees to it that a document gets a worker that has seen the latest state.
func (p *publisher) wake(u uri.URI) {
	if _, at := p.working[u]; at {
		p.working[u] = true
		return
	}
	p.working[u] = false
	p.server.background.Go(func() { p.work(u) })
}

// work brings one document's diagnostics up to date until they are.
func (p *publisher) work(u uri.URI) {
	for {
		p.mu.Lock()
		p.working[u] = false
		st, last := p.latest, p.sent[u]
		p.mu.Unlock()
		next := p.publish(st, u, last)
		p.mu.Lock()
		switch {
		case next != nil:
			p.sent[u] = *next
		case st.open[u] == nil:
			delete(p.sent, u)
		}
		if !p.working[u] {
			delete(p.working, u)
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
	}
}

// publish sends a document's diagnostics as they are in st, unless the client
// has them; nil where nothing came of it. A rule's panic is logged and leaves the
// diagnostics as they were.
func (p *publisher) publish(st *state, u uri.URI, last basis) *basis {
	s := p.server
	defer s.recovered("checking " + string(u))
	if s.ctx.Err() != nil {
		return nil
	}
	d := st.open[u]
	if d == nil {
		if last.document == nil {
			return nil // nothing was sent, nothing is to be cleared
		}
		s.notify(protocol.MethodTextDocumentPublishDiagnostics, &protocol.PublishDiagnosticsParams{URI: u})
		return nil
	}
	slow := d.mode == analysed && !d.settled()
	if d.mode == analysed {
		d.parse()
	}
	if slow { // the others did not wait for its facts
		p.update(s.session.state())
	}
	next := &basis{document: d, workspace: st.snapshot(d.root), today: s.today()}
	if next.document == last.document && next.workspace == last.workspace && next.today == last.today {
		return nil
	}
	diags, print, err := s.report(st, d)
	if err != nil {
		s.log.Error("diagnostics were not sent", zap.String("uri", string(u)), zap.Error(err))
		return nil
	}
	if p.superseded(d) {
		return nil
	}
	next.fingerprint = print
	if last.document == nil {
		s.tellIfTooLarge(d)
	}
	if last.document == nil || last.fingerprint != print || last.document.version != d.version {
		s.notify(protocol.MethodTextDocumentPublishDiagnostics, &protocol.PublishDiagnosticsParams{
			URI: u, Version: protocol.NewOptional(d.version), Diagnostics: diags,
		})
	}
	return next
}

// superseded reports whether there is a newer version of a document.
func (p *publisher) superseded(d *openDocument) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.latest.open[d.uri] != d
}

// tellIfTooLarge says once why a document gets no diagnostics.
func (s *server) tellIfTooLarge(d *openDocument) {
	if d.mode == tooLarge {
		s.tell(fmt.Sprintf("%s %v", filepath.Base(d.rel), disk.SizeError{Size: len(d.text), Max: d.config.Files.MaxSize}))
	}
}

// fingerprint tells bodies apart.
func fingerprint(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:12])
}

// asking is what a client that pulls was last told to pull again for.
type asking struct {
	busy, again bool
	seen        map[string]seen // by root
}

type seen struct {
	workspace *workspace.Snapshot
	config    any
}

// askLater has the client pull again when what documents depend on besides their
// own text has changed. One question is under way at a time.
func (p *publisher) askLater() {
	if p.asking.busy {
		p.asking.again = true
		return
	}
	p.asking.busy = true
	p.server.background.Go(p.ask)
}

func (p *publisher) ask() {
	s := p.server
	defer s.recovered("asking for a pull")
	for {
		p.mu.Lock()
		st := p.latest
		p.asking.again = false
		p.mu.Unlock()
		now := map[string]seen{}
		for path, r := range st.roots {
			now[path] = seen{st.snapshot(path), r.config.Config}
		}
		changed := false
		for path, x := range now {
			old, known := p.asking.seen[path]
			changed = changed || known && old != x
		}
		first := p.asking.seen == nil
		p.asking.seen = now
		if changed && !first && len(st.open) > 0 {
			if _, err := s.conn.Call(s.ctx, protocol.MethodWorkspaceDiagnosticRefresh, nil, nil); err != nil {
				s.log.Debug("the client does not pull again", zap.Error(err))
			}
		}
		p.mu.Lock()
		if !p.asking.again || s.ctx.Err() != nil {
			p.asking.busy = false
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
	}
}

func knows(set []protocol.DiagnosticTag, tag protocol.DiagnosticTag) bool {
	return slices.Contains(set, tag)
}
