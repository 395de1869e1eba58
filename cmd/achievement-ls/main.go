// Command achievement-ls checks achievement files in a terminal, and serves the
// Language Server Protocol to editors.
package main

import (
	"os"

	"achievement-ls/analysis/calendar"
	"time"
)

func main() {
	os.Exit(run(os.Args[1:], environment{
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		today:  func() calendar.Date { return calendar.Of(time.Now()) },
	}))
}
