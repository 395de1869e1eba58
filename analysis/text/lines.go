package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Encoding is the unit in which a column is counted.
type Encoding uint8

// The units in which clients count columns (LSP 3.18, PositionEncodingKind).
// Code points are what terminals and people count; they equal UTF-32 units.
const (
	UTF8 Encoding = iota
	UTF16
	UTF32
)

// Position is a line and a column, both from zero. What a column counts is
// said by the Encoding that goes with the call.
type Position struct {
	Line, Column int
}

// Lines is the line index of one text. Lines end at "\n", "\r\n" or a lone
// "\r" (LSP 3.18, "Text Documents"). It is immutable and safe to share.
type Lines struct {
	src    string
	starts []int
	ascii  bool
}

// NewLines indexes src.
func NewLines(src string) *Lines {
	l := &Lines{src: src, starts: append(make([]int, 0, 1+strings.Count(src, "\n")), 0), ascii: true}
	for i := range len(src) {
		if src[i] >= utf8.RuneSelf {
			l.ascii = false
			break
		}
	}
	ends := "\n"
	if strings.IndexByte(src, '\r') >= 0 {
		ends = "\r\n"
	}
	for at := 0; ; {
		n := strings.IndexAny(src[at:], ends)
		if n < 0 {
			return l
		}
		at += n + 1
		if src[at-1] == '\n' || at == len(src) || src[at] != '\n' {
			l.starts = append(l.starts, at)
		}
	}
}

// Count is the number of lines; a text that ends in a line ending has an
// empty last line.
func (l *Lines) Count() int { return len(l.starts) }

// Line is the span of line n, counted from zero, without its line ending.
// A line past the last is the empty span at the text's end.
func (l *Lines) Line(n int) Span {
	if n < 0 {
		return Span{}
	}
	if n >= len(l.starts) {
		return Span{len(l.src), len(l.src)}
	}
	end := len(l.src)
	if n+1 < len(l.starts) {
		end = l.starts[n+1]
	}
	start := l.starts[n]
	if end > start && l.src[end-1] == '\n' {
		end--
	}
	if end > start && l.src[end-1] == '\r' {
		end--
	}
	return Span{start, end}
}

// LineOf is the number of the line, from zero, that holds offset. A line
// ending belongs to the line it ends.
func (l *Lines) LineOf(offset int) int {
	return max(0, sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })-1)
}

// LineAt is the span, without line ending, of the line that holds offset.
func (l *Lines) LineAt(offset int) Span { return l.Line(l.LineOf(offset)) }

// OffsetPosition turns a byte offset into a position. An offset inside a
// character counts as the character's start, one outside the text is moved to
// the text's nearer end, and one within a "\r\n" is moved before it.
func (l *Lines) OffsetPosition(offset int, enc Encoding) Position {
	offset = min(max(offset, 0), len(l.src))
	n := l.LineOf(offset)
	line := l.Line(n)
	offset = min(offset, line.End)
	if l.ascii || enc == UTF8 {
		return Position{n, offset - line.Start}
	}
	column := 0
	for i := line.Start; i < offset; {
		r, size := utf8.DecodeRuneInString(l.src[i:line.End])
		if i+size > offset {
			break
		}
		column += units(r, enc)
		i += size
	}
	return Position{n, column}
}

// PositionOffset turns a position into a byte offset. A column past the line's
// end means the line's end, a line past the last the text's end (LSP 3.18,
// "Position"), and a column inside a character means the character's start.
func (l *Lines) PositionOffset(p Position, enc Encoding) int {
	if p.Line < 0 {
		return 0
	}
	line := l.Line(p.Line)
	if l.ascii {
		return min(line.Start+max(p.Column, 0), line.End)
	}
	column := 0
	for i := line.Start; i < line.End; {
		r, size := utf8.DecodeRuneInString(l.src[i:line.End])
		width := units(r, enc)
		if enc == UTF8 {
			width = size
		}
		if column+width > p.Column {
			return i
		}
		column += width
		i += size
	}
	return line.End
}

// units is the number of code units r takes. A byte that is no UTF-8 is one
// unit, as the replacement character a client shows for it is.
func units(r rune, enc Encoding) int {
	if enc == UTF16 && r > 0xFFFF {
		return 2
	}
	return 1
}

// Length is the number of code units s takes, its line endings included.
func Length(s string, enc Encoding) int {
	if enc == UTF8 {
		return len(s)
	}
	n := 0
	for _, r := range s {
		n += units(r, enc)
	}
	return n
}
