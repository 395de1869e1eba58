package main

import (
	"runtime/debug"
	"runtime/metrics"
)

// fitCollector gives back to the system what reading files has left behind, which
// an idle process would keep, and sets how much garbage may gather henceforth.
func fitCollector() {
	debug.FreeOSMemory()
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(gcPercent(int(live[0].Value.Uint64())))
}

// gcPercent is the garbage that may gather before it is collected, in percent of
// the live bytes. A keystroke leaves much behind a small heap: collecting half as
// often as Go does costs few megabytes there. A large heap has room for the same
// garbage at a lower share (docs/performance.md).
func gcPercent(live int) int {
	const (
		most, least = 200, 50
		room        = 32 << 20 // bytes of garbage
	)
	return max(least, min(most, 100*room/max(live, 1)))
}
