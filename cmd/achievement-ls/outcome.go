package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
)

// outcome is what check found.
type outcome struct {
	files    []*file
	found    []finding
	problems []error
	failOn   severity.Severity
	known    int    // how many findings the baseline hides
	gone     int    // how many of the baseline's are no more
	written  string // the baseline that what is found was written into; "" for none
}

// formats are what --format takes beside text.
var formats = []struct {
	name  string
	write func(io.Writer, outcome) error
}{
	{"json", writeJSON},
	{"sarif", writeSARIF},
	{"github", writeGitHub},
	{"junit", writeJUnit},
}

func formatNames() []string {
	names := []string{"text"}
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// reporter prints what check found.
type reporter struct {
	env     environment
	options checkOptions
	mended  int // files written by --fix
}

// report prints the findings, and what could not be read on standard error.
// Where standard output is taken by a diff or a mended text, the rest is said on
// standard error too.
func (r reporter) report(c *career, found outcome) error {
	out := r.env.stdout
	if r.options.diff || r.options.stdin && r.options.fix {
		out = r.env.stderr
	}
	w := bufio.NewWriter(out)
	write := func(w io.Writer, found outcome) error {
		return r.writeText(w, newPalette(wantsColor(r.options.color, out)), found)
	}
	for _, f := range formats {
		if f.name == r.options.format {
			write = f.write
		}
	}
	if err := write(w, found); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	c.complain(r.env, "check")
	return nil
}

// writeText prints findings for a person to read.
func (r reporter) writeText(w io.Writer, p palette, found outcome) error {
	switch {
	case r.options.diff:
	case r.options.statistics:
		if err := writeStatistics(w, p, found.found); err != nil {
			return err
		}
	default:
		for _, f := range found.found {
			writeFinding(w, p, f)
		}
	}
	if len(found.files) == 0 && len(found.problems) > 0 {
		return nil
	}
	_, err := fmt.Fprintln(w, found.summary(r.mended))
	return err
}

// summary is the line that ends the text output.
func (r outcome) summary(mended int) string {
	line := plural(len(r.files), "file") + " checked"
	if mended > 0 {
		line += fmt.Sprintf(", %d mended", mended)
	}
	switch {
	case r.written != "":
		return line + fmt.Sprintf(", %s written to %s", plural(r.known, "finding"), r.written)
	case len(r.found) > 0:
		line += ", " + r.counts()
	case mended > 0:
		line += ", nothing found"
	default:
		line += ", nothing found" + r.unrecognised()
	}
	if r.known > 0 {
		line += fmt.Sprintf("; %s in the baseline not shown", plural(r.known, "finding"))
	}
	if r.gone > 0 {
		line += fmt.Sprintf("; %d of the baseline no longer there, --write-baseline forgets them", r.gone)
	}
	return line
}

// unrecognised says so where nothing was found because nothing was looked at.
func (r outcome) unrecognised() string {
	for _, f := range r.files {
		if f.config || f.doc.Kind != document.Other {
			return ""
		}
	}
	switch len(r.files) {
	case 0:
		return "; there is no markdown file to check"
	case 1:
		return fmt.Sprintf("; it is no achievement, whose heading begins with \"# %s:\"", r.files[0].doc.Template.Title)
	}
	return fmt.Sprintf("; none is an achievement, whose heading begins with \"# %s:\"", r.files[0].doc.Template.Title)
}

// counts says how many findings there are, and how many of each severity.
func (r outcome) counts() string {
	counts := make(map[severity.Severity]int)
	in := make(map[*file]bool)
	fixable := 0
	for _, f := range r.found {
		counts[f.Severity]++
		in[f.file] = true
		if f.CertainFix() != nil {
			fixable++
		}
	}
	line := fmt.Sprintf("%s in %s: %s", plural(len(r.found), "finding"), plural(len(in), "file"), bySeverity(counts))
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
