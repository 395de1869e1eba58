package server

import (
	"slices"

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

// askLater has the client pull diagnostics, or ask for hints, lenses, tokens and
// folds, again when what documents depend on besides their own text has changed.
// One question is under way at a time.
func (p *publisher) askLater() {
	if p.asking.busy {
		p.asking.again = true
		return
	}
	p.asking.busy = true
	go p.ask()
}

func (p *publisher) ask() {
	for {
		p.mu.Lock()
		st := p.latest
		p.asking.again = false
		p.mu.Unlock()
		p.askAbout(st)
		p.mu.Lock()
		if !p.asking.again || p.server.ctx.Err() != nil {
			p.asking.busy = false
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
	}
}

// askAbout has the client ask again where st differs from what it was last told
// of. A panic costs this question, and not those that follow.
func (p *publisher) askAbout(st *state) {
	s := p.server
	defer s.recovered("asking for a pull")
	now := map[string]seen{}
	changed, configured := false, false
	for path, r := range st.roots {
		x := seen{workspace: st.snapshot(path), config: r.config.Config}
		if r.checksAll() {
			x.changes = r.changes
		}
		now[path] = x
		old, known := p.asking.seen[path]
		if !known && x.workspace == nil {
			continue // a folder that has not been read was the ground of no answer
		}
		changed = changed || old != x
		configured = configured || known && old.config != x.config
	}
	p.asking.seen = now
	if !changed {
		return
	}
	s.refreshContents()
	if len(st.open) == 0 {
		return
	}
	again := s.client.refreshes
	if configured {
		again = slices.Concat(again, s.client.configured)
	}
	for _, method := range again {
		if _, err := s.conn.Call(s.ctx, method, nil, nil); err != nil {
			s.log.Debug("the client does not ask again", zap.String("method", method), zap.Error(err))
		}
	}
}
