package main

import (
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// progress shows on a terminal how far long work has come, once it has taken a
// second. A nil one shows nothing.
type progress struct {
	out     io.Writer
	now     func() time.Time
	started time.Time
	bar     *progressbar.ProgressBar
	what    string
}

// newProgress is one for standard error, nil where that is no terminal.
func newProgress(env environment) *progress {
	f, ok := env.stderr.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	return &progress{out: f, now: time.Now, started: time.Now()}
}

// at says how far a stage of the work has come.
func (p *progress) at(what string, done, total int) {
	if p == nil || p.now().Sub(p.started) < time.Second {
		return
	}
	if p.bar == nil || what != p.what || p.bar.GetMax() != total {
		p.end()
		p.what = what
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.out),
			progressbar.OptionSetDescription(what),
			progressbar.OptionSetWidth(30),
			progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(false),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionThrottle(50*time.Millisecond),
		)
	}
	// It fails where the terminal does, and then nobody sees the bar.
	_ = p.bar.Set(done)
}

// end takes the bar away.
func (p *progress) end() {
	if p == nil || p.bar == nil {
		return
	}
	_ = p.bar.Clear()
	p.bar = nil
}
