package format

import (
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// owner says whose a line is.
type owner uint8

const (
	foreign owner = iota // code, HTML, quotes, front matter, what no block holds
	blank                // nothing but blanks, and in nothing foreign
	solid                // ours, and blanks at its end mean nothing
	prose                // ours, a line of a paragraph that goes on below
	last                 // ours, a paragraph's last line
)

// line is what is known of a line, and done to it.
type line struct {
	owner owner
	html  bool // a line of an HTML block
	led   bool // its indentation is settled
	ended bool // what stands at its end is settled
}

func (f *formatter) readLines() {
	f.lines = make([]line, f.doc.Lines.Count())
	for i := range f.lines {
		if strings.Trim(f.doc.Text(f.doc.Lines.Line(i)), " \t") == "" {
			f.lines[i].owner = blank
		}
	}
	f.doc.Walk(func(b *markdown.Block) bool {
		switch b.Kind {
		case markdown.Paragraph:
			f.ownLines(b)
		case markdown.Heading:
			f.ownLines(b)
			f.own(b.Underline.Start, b.Setext, solid)
			f.own(b.Span.Start, !b.Setext, solid)
		case markdown.Break:
			f.own(b.Span.Start, strings.Trim(f.doc.Text(b.Span), "-*_ \t") == "", solid)
		case markdown.Row:
			f.own(b.Span.Start, true, solid)
		case markdown.Table:
			if !strings.Contains(f.doc.Text(b.Delimiter), "|") || f.depth(b.Delimiter.Start)-f.depth(b.Span.Start) > 3 {
				return false // not all readers take it for a table
			}
			f.own(b.Delimiter.Start, true, solid)
		case markdown.Item:
			f.own(b.Marker.Start, len(b.Children) == 0, solid)
		}
		return b.Kind != markdown.Quote
	})
	f.disown(f.doc.Tree.Blocks)
	f.disown(f.raw.Blocks)
	f.disownSpan(f.doc.Tree.FrontMatterBlock)
	for _, c := range f.doc.Tree.Comments {
		if f.doc.Lines.LineOf(c.Start) != f.doc.Lines.LineOf(c.End) {
			f.disownSpan(c)
		}
	}
}

// own makes the line that holds offset one of ours, if it is so.
func (f *formatter) own(offset int, so bool, as owner) {
	if so {
		f.lines[f.doc.Lines.LineOf(offset)].owner = as
	}
}

func (f *formatter) ownLines(b *markdown.Block) {
	for i, l := range b.Lines {
		as := prose
		if i == len(b.Lines)-1 {
			as = last
		}
		f.own(l.Start, true, as)
	}
}

// disown takes out what is code, HTML or a quote, be it for CommonMark alone.
func (f *formatter) disown(blocks []*markdown.Block) {
	for _, b := range blocks {
		switch b.Kind {
		case markdown.Code, markdown.HTML, markdown.Quote:
			f.disownSpan(b.Span)
			for i := f.doc.Lines.LineOf(b.Span.Start); b.Kind == markdown.HTML && i <= f.doc.Lines.LineOf(b.Span.End); i++ {
				f.lines[i].html = true
			}
		default:
			f.disown(b.Children)
		}
	}
}

func (f *formatter) disownSpan(span text.Span) {
	if span.Empty() {
		return
	}
	for i := f.doc.Lines.LineOf(span.Start); i <= f.doc.Lines.LineOf(span.End); i++ {
		f.lines[i].owner = foreign
	}
}

// blanks takes the blanks off the ends of lines, and tabs out of indentation.
func (f *formatter) blanks() {
	for i, l := range f.lines {
		at := f.lineSpan(i)
		s := f.doc.Text(at)
		if !l.ended && f.needless(i, s) {
			f.replace(text.Span{Start: at.Start + len(strings.TrimRight(s, " \t")), End: at.End}, "")
		}
		if lead := indentation(s); !l.led && l.owner >= solid && strings.Contains(lead, "\t") {
			f.replace(text.Span{Start: at.Start, End: at.Start + len(lead)}, expand(lead))
		}
	}
}

// needless reports whether the blanks at the end of line i mean nothing: they
// break no line (CommonMark 0.31, section 6.7) and are in no code. A paragraph
// whose lines break keeps the break that its last line has, so that one can be
// written below.
func (f *formatter) needless(i int, s string) bool {
	content := strings.TrimRight(s, " \t")
	switch f.lines[i].owner {
	case foreign:
		return false
	case prose:
		end := f.lineSpan(i).Start + len(content) - 1
		inCode := content != "" && f.doc.Tree.Prose[end] == ' '
		return len(s)-len(content) == 1 && !inCode
	case last:
		return i == 0 || f.lines[i-1].owner != prose || !strings.HasSuffix(f.doc.Text(f.lineSpan(i-1)), "  ") || !strings.HasSuffix(s, "  ")
	}
	return true
}

// finish ends the file with one newline.
func (f *formatter) finish() {
	end := len(f.lines) - 1
	for end >= 0 && f.lines[end].owner == blank {
		end--
	}
	switch {
	case end < 0:
	case end == len(f.lines)-1:
		f.insert(len(f.doc.Source), f.eol)
	case f.lines[end].owner != foreign:
		f.put(end+1, len(f.lines), "")
	}
}

// put puts s in the place of the lines from first up to limit.
func (f *formatter) put(first, limit int, s string) {
	span := text.Span{Start: f.lineSpan(first).Start, End: len(f.doc.Source)}
	if limit < len(f.lines) {
		span.End = f.lineSpan(limit).Start
	}
	for i := first; i < limit; i++ {
		f.lines[i].led, f.lines[i].ended = true, true
	}
	f.replace(span, s)
}

// lineSpan is line i without its line ending and without a byte order mark.
func (f *formatter) lineSpan(i int) text.Span {
	s := f.doc.Lines.Line(i)
	if i == 0 && strings.HasPrefix(f.doc.Source, "\ufeff") {
		s.Start += len("\ufeff")
	}
	return s
}

// indentation are the blanks that s starts with.
func indentation(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " \t"))] }

// depth is how many columns the line that holds offset is indented.
func (f *formatter) depth(offset int) int {
	return len(expand(indentation(f.doc.Text(f.lineSpan(f.doc.Lines.LineOf(offset))))))
}

// expand writes an indentation without tabs (CommonMark 0.31, section 2.2).
func expand(lead string) string {
	column := 0
	for i := range len(lead) {
		column++
		if lead[i] == '\t' {
			column = (column + 3) / 4 * 4
		}
	}
	return strings.Repeat(" ", column)
}
