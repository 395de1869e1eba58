// Command achievement-ls checks achievement files in a terminal, and serves the
// Language Server Protocol to editors.
package main

import (
	"os"
	"time"

	"achievement-ls/analysis/calendar"
)

func main() {
	if endsSoon(os.Args[1:]) {
		spareCollector()
	}
	os.Exit(run(os.Args[1:], environment{
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		today:  func() calendar.Date { return calendar.Of(time.Now()) },
	}))
}
