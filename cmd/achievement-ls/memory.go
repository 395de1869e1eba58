package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
)

// spareCollector lets a command that soon ends collect nothing until it has taken
// more memory than it needs for most folders, and from then on as Go does. Where
// the environment says how much garbage may gather, that holds.
func spareCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const (
		usual = 100 // percent of the live bytes
		room  = 256 << 20
		least = 4 << 20 // what Go lets gather at the usual percentage, however little is live
	)
	debug.SetGCPercent(usual * room / least)
	// Nothing holds on to what is made here, so the first collection calls.
	runtime.AddCleanup(new([64]byte), func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// endsSoon reports whether the command line args is one that does its work and is
// done: neither the server nor check --watch.
func endsSoon(args []string) bool {
	for _, arg := range args {
		if arg == "serve" || strings.HasPrefix(arg, "--watch") {
			return false
		}
	}
	return true
}

// fitCollector gives back to the system what reading files has left behind, which
// an idle process would keep, and sets how much garbage may gather henceforth.
func fitCollector() {
	debug.FreeOSMemory()
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(gcPercent(int(live[0].Value.Uint64())))
}

// readingPercent is the garbage that may gather while files are read.
const readingPercent = 200

// gcPercent is the garbage that may gather before it is collected, in percent of
// the live bytes. A keystroke leaves much behind a small heap: collecting half as
// often as Go does costs few megabytes there. A large heap has room for the same
// garbage at a lower share, and one of a few files is collected as fast as it is
// filled (docs/performance.md).
func gcPercent(live int) int {
	const (
		most, least = 200, 50
		room        = 32 << 20 // bytes of garbage
		tiny        = 3 << 20
	)
	if live < tiny {
		return 100
	}
	return max(least, min(most, 100*room/live))
}
