package main

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"achievement-ls/analysis/text"
)

const (
	// tabWidth is how many blanks an excerpt shows for a tab.
	tabWidth = 4
	// maxExcerpt is the width, in terminal columns, beyond which a line is cut:
	// with the gutter it fits a terminal of 80.
	maxExcerpt = 72
	// maxBytes bounds how much of a line is looked at on either side of a span.
	maxBytes = 4096
)

// excerpt is a source line as a terminal shows it, with the place of a span in
// it: lead columns before it, width columns of it, at least one.
type excerpt struct {
	line        string
	lead, width int
}

// excerptOf shows span within line, both spans of source. Of a line that is too
// wide it shows what stands around the span.
func excerptOf(source string, line, span text.Span) excerpt {
	from := max(line.Start, span.Start-maxBytes)
	for from > line.Start && !utf8.RuneStart(source[from]) {
		from++
	}
	before := cellsOf(source[from:span.Start])
	inside := cellsOf(source[span.Start:min(span.End, span.Start+maxBytes)])
	after := cellsOf(source[span.End:min(line.End, span.End+maxBytes)])

	width := max(inside.width(), 1)
	more := min(after.width(), 1) // whether anything follows
	mark := ""
	if from > line.Start || before.width()+width+more > maxExcerpt {
		// A third of the width at least is for what leads up to the span, and a
		// third for what follows, as far as there is that much.
		room := max(maxExcerpt/3, maxExcerpt-width-min(after.width(), maxExcerpt/3)-1)
		if cut := before.last(room); from > line.Start || len(cut) < len(before) {
			before, mark = cut, "…"
		}
	}
	shown := mark + before.String()
	lead := displaywidth.String(mark) + before.width()
	if lead+width+more > maxExcerpt {
		inside = inside.first(maxExcerpt - lead - 1)
		return excerpt{shown + inside.String() + "…", lead, max(inside.width(), 1)}
	}
	if lead+width+after.width() > maxExcerpt {
		after = append(after.first(maxExcerpt-lead-width-1), cell{"…", 1})
	}
	return excerpt{shown + inside.String() + after.String(), lead, width}
}

// cell is what a terminal shows in one place: a grapheme cluster with its width
// in columns.
type cell struct {
	text  string
	width int
}

type cells []cell

func cellsOf(s string) cells {
	var out cells
	g := displaywidth.StringGraphemes(text.Printable(strings.ReplaceAll(s, "\t", strings.Repeat(" ", tabWidth))))
	for g.Next() {
		out = append(out, cell{g.Value(), g.Width()})
	}
	return out
}

func (c cells) width() int {
	n := 0
	for _, x := range c {
		n += x.width
	}
	return n
}

func (c cells) String() string {
	var b strings.Builder
	for _, x := range c {
		b.WriteString(x.text)
	}
	return b.String()
}

// first is as many cells from the beginning as fit into width columns.
func (c cells) first(width int) cells {
	for i, x := range c {
		if width -= x.width; width < 0 {
			return c[:i:i]
		}
	}
	return c
}

// last is as many cells up to the end as fit into width columns.
func (c cells) last(width int) cells {
	for i := len(c) - 1; i >= 0; i-- {
		if width -= c[i].width; width < 0 {
			return c[i+1:]
		}
	}
	return c
}
