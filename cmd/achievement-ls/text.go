package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// palette colours the text output; without colour it writes plain text.
type palette struct {
	path, rule, gutter                    func(a ...any) string
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
		path: paint(color.Bold), rule: paint(color.Faint), gutter: paint(color.FgBlue),
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

// writeFinding prints a finding as a compiler would: where, what, and the line
// with a caret under the span.
func writeFinding(w io.Writer, p palette, f finding) {
	doc := f.file.doc
	at := position(doc, f.Span.Start)
	paint := p.severity(f.Severity)
	fmt.Fprintf(w, "%s: %s: %s %s\n",
		p.path(text.Printable(fmt.Sprintf("%s:%d:%d", f.file.shown, at.Line, at.Column))),
		paint(f.Severity), text.Printable(f.Message), p.rule("["+f.Rule.Name+"]"))
	line := doc.Lines.Line(at.Line - 1)
	x := excerptOf(doc.Source, line, text.Span{Start: f.Span.Start, End: min(f.Span.End, line.End)})
	fmt.Fprintf(w, "%s %s\n", p.gutter(fmt.Sprintf("%4d |", at.Line)), x.line)
	fmt.Fprintf(w, "%s %s%s\n", p.gutter("     |"), strings.Repeat(" ", x.lead), paint(strings.Repeat("^", x.width)))
	for _, r := range f.related() {
		where := r.Path
		if r.Range != nil {
			where = fmt.Sprintf("%s:%d:%d", where, r.Range.Start.Line, r.Range.Start.Column)
		}
		fmt.Fprintf(w, "%s %s: %s\n", p.gutter("     ="), text.Printable(where), text.Printable(r.Message))
	}
}
