package server

import (
	"context"
	"time"
)

// processInterval is how often the client's process is looked for. It only
// matters to clients that die and leave the pipes open in another process.
const processInterval = 5 * time.Second

// watchProcess ends the session when the client's process is gone.
func (s *server) watchProcess(ctx context.Context, pid int) {
	tick := time.NewTicker(processInterval)
	defer tick.Stop()
	for alive(pid) {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
	close(s.orphaned)
}
