package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"

	"achievement-ls/analysis/severity"
)

// reporter prints what check found.
type reporter struct {
	env     environment
	options checkOptions
	mended  int // files written by --fix
}

// report prints the findings, and what could not be read on standard error.
// Where standard output is taken by a diff or a mended text, the rest is said on
// standard error too.
func (r reporter) report(c *career, found []finding) error {
	out := r.env.stdout
	if r.options.diff || r.options.stdin && r.options.fix {
		out = r.env.stderr
	}
	w := bufio.NewWriter(out)
	switch {
	case r.options.format == "json":
		if err := writeJSON(w, len(c.files), found); err != nil {
			return err
		}
	default:
		if !r.options.diff {
			p := newPalette(wantsColor(r.options.color, out))
			for _, f := range found {
				writeText(w, p, f)
			}
		}
		if len(c.files) > 0 || len(c.problems) == 0 {
			fmt.Fprintln(w, summary(len(c.files), r.mended, found))
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	said := make(map[string]bool)
	say := func(err error) {
		if message := err.Error(); !said[message] {
			said[message] = true
			fmt.Fprintln(r.env.stderr, "achievement-ls: "+printable(message))
		}
	}
	for _, err := range c.problems {
		say(err)
	}
	for _, err := range c.failures {
		say(fmt.Errorf("check: %w", shownError(err)))
	}
	return nil
}

// summary is the line that ends the text output.
func summary(files, mended int, found []finding) string {
	line := plural(files, "file") + " checked"
	if mended > 0 {
		line += fmt.Sprintf(", %d mended", mended)
	}
	if len(found) == 0 {
		return line + ", nothing found"
	}
	counts := make(map[severity.Severity]int)
	in := make(map[*file]bool)
	fixable := 0
	for _, f := range found {
		counts[f.Severity]++
		in[f.file] = true
		if isFixable(f.Finding) {
			fixable++
		}
	}
	line += fmt.Sprintf(", %s in %s: %s", plural(len(found), "finding"), plural(len(in), "file"), bySeverity(counts))
	if fixable > 0 {
		line += fmt.Sprintf("; %d can be mended with --fix", fixable)
	}
	return line
}

// bySeverity lists counts, the gravest first.
func bySeverity(counts map[severity.Severity]int) string {
	var parts []string
	for s := severity.Error; s > severity.Off; s-- {
		switch n := counts[s]; {
		case n == 0:
		case s == severity.Information:
			parts = append(parts, fmt.Sprintf("%d for information", n))
		default:
			parts = append(parts, plural(n, s.String()))
		}
	}
	return strings.Join(parts, ", ")
}

func wantsColor(mode string, w io.Writer) bool {
	switch mode {
	case "always":
		return true
	case "never":
		return false
	}
	f, ok := w.(*os.File)
	return ok && !noColor() && isatty.IsTerminal(f.Fd())
}
