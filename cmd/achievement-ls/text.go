package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/fatih/color"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// palette colours the text output; without colour it writes plain text.
type palette struct {
	path, rule, gutter, fix               func(a ...any) string
	errors, warnings, informations, hints func(a ...any) string
}

func newPalette(on bool) palette {
	paint := func(attributes ...color.Attribute) func(a ...any) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return palette{
		path: paint(color.Bold), rule: paint(color.Faint), gutter: paint(color.FgBlue), fix: paint(color.FgGreen),
		errors: paint(color.FgRed, color.Bold), warnings: paint(color.FgYellow, color.Bold),
		informations: paint(color.FgCyan), hints: paint(color.Faint),
	}
}

func (p palette) severity(s severity.Severity) func(a ...any) string {
	switch s {
	case severity.Error:
		return p.errors
	case severity.Warning:
		return p.warnings
	case severity.Information:
		return p.informations
	}
	return p.hints
}

// writeText prints a finding as a compiler would: where, what, and the line
// with a caret under the span.
func writeText(w io.Writer, p palette, f finding) {
	at := f.lines.OffsetPosition(f.Span.Start, text.UTF32)
	at.Column -= bom(f.source, at)
	fmt.Fprintf(w, "%s: %s: %s %s\n",
		p.path(fmt.Sprintf("%s:%d:%d", f.path, at.Line+1, at.Column+1)),
		p.severity(f.Severity)(f.Severity), f.Message, p.rule("["+f.Rule.Name+"]"))
	writeExcerpt(w, p, f, at.Line)
	for _, r := range f.Related {
		if r.Path == "" {
			line := f.lines.OffsetPosition(r.Span.Start, text.UTF32).Line
			fmt.Fprintf(w, "%s line %d: %s\n", p.gutter("     ="), line+1, r.Message)
		} else {
			where := f.elsewhere(r.Path)
			if rng, ok := f.rangeIn(r.Path, r.Span); ok {
				where = fmt.Sprintf("%s:%d:%d", where, rng.Start.Line, rng.Start.Column)
			}
			fmt.Fprintf(w, "%s %s: %s\n", p.gutter("     ="), where, r.Message)
		}
	}
}

// tabWidth is how far a tab in an excerpt moves; the excerpt shows it as blanks.
const tabWidth = 4

// maxExcerpt is the width, in terminal columns, beyond which a line is cut.
const maxExcerpt = 160

func writeExcerpt(w io.Writer, p palette, f finding, n int) {
	line := f.lines.Line(n)
	span := text.Span{Start: f.Span.Start, End: min(max(f.Span.End, f.Span.Start), line.End)}
	before, width := shown(line.Start, span.Start, f.source), 0
	inside := shown(span.Start, span.End, f.source)
	after := shown(span.End, line.End, f.source)
	lead := displaywidth.String(before)
	if lead > maxExcerpt/2 {
		cut := displaywidth.TruncateString(reverse(before), maxExcerpt/2, "")
		before = "…" + reverse(cut)
		lead = displaywidth.String(before)
	}
	width = max(displaywidth.String(inside), 1)
	if width > maxExcerpt-lead {
		width = maxExcerpt - lead
		inside = displaywidth.TruncateString(inside, width, "")
	}
	after = displaywidth.TruncateString(after, max(maxExcerpt-lead-width, 1), "…")
	number := fmt.Sprintf("%4d |", n+1)
	fmt.Fprintf(w, "%s %s\n", p.gutter(number), before+inside+after)
	fmt.Fprintf(w, "%s %s%s\n", p.gutter("     |"), strings.Repeat(" ", lead), p.severity(f.Severity)(strings.Repeat("^", width)))
}

// shown is source from start to end as a terminal shows it: tabs as blanks,
// control characters and a byte order mark left out.
func shown(start, end int, source string) string {
	return strings.Map(func(r rune) rune {
		if r == '\ufeff' || r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ReplaceAll(source[start:max(start, end)], "\t", strings.Repeat(" ", tabWidth)))
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
