package server

import (
	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace"
)

// asking is what a client was last told to ask again for.
type asking struct {
	busy, again bool
	seen        map[string]seen // by root
}

type seen struct {
	workspace *workspace.Snapshot
	config    *config.Config
	changes   int // where files that are not open matter
}

// askLater has the client pull diagnostics, or ask for hints, again when what documents depend on besides their
// own text has changed. One question is under way at a time.
func (p *publisher) askLater() {
	if p.asking.busy {
		p.asking.again = true
		return
	}
	p.asking.busy = true
	go p.ask()
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
			x := seen{workspace: st.snapshot(path), config: r.config.Config}
			if r.checksAll() {
				x.changes = r.changes
			}
			now[path] = x
		}
		changed := false
		for path, x := range now {
			old, known := p.asking.seen[path]
			changed = changed || known && old != x
		}
		first := p.asking.seen == nil
		p.asking.seen = now
		if changed && !first && len(st.open) > 0 {
			for _, method := range s.client.refreshes {
				if _, err := s.conn.Call(s.ctx, method, nil, nil); err != nil {
					s.log.Debug("the client does not ask again", zap.String("method", method), zap.Error(err))
				}
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
