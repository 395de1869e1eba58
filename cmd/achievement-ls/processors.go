package main

import "sync"

// processors has the process use one processor, and all of them only while there
// is work to spread. What a keystroke asks for is done one after the other anyway,
// and the runtime wakes a second thread for each message, which looks for work on the
// core that the editor would go on with (docs/performance.md).
type processors struct {
	set func(n int) int // runtime.GOMAXPROCS
	all int

	mu   sync.Mutex
	busy int // how much work is spread
}

// newProcessors brings the process down to one processor. It needs an input that is
// waited for in the runtime's poller: a thread blocked in a read would keep the one
// processor from the others for a while.
func newProcessors(set func(n int) int) *processors {
	return &processors{set: set, all: set(1)}
}

// spread gives the process all processors, until done is called as often.
func (p *processors) spread() (done func()) {
	p.add(1)
	return func() { p.add(-1) }
}

func (p *processors) add(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := p.busy
	p.busy += n
	switch {
	case p.all == 1:
	case before == 0:
		p.set(p.all)
	case p.busy == 0:
		p.set(1)
	}
}
