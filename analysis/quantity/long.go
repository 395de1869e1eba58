package quantity

import (
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/text"
)

// piece is how much text is read at once, in bytes. Statements are far shorter;
// what is longer is read in pieces, so that memory does not grow with it beyond
// the result.
const piece = 64 << 10

// readLong reads a long text in pieces that end with a line, or else a word.
func readLong(prose string) Reading {
	var all Reading
	for at := 0; at < len(prose); {
		end := cut(prose, at)
		part := readPiece(prose[at:end])
		part.shift(at)
		all.Quantities = append(all.Quantities, part.Quantities...)
		all.Changes = append(all.Changes, part.Changes...)
		all.Courses = append(all.Courses, part.Courses...)
		all.Class = max(all.Class, part.Class)
		at = end
	}
	return all
}

// cut is where the piece that starts at offset at ends.
func cut(prose string, at int) int {
	end := at + piece
	if end >= len(prose) {
		return len(prose)
	}
	for _, after := range [...]string{"\n", " "} {
		if i := strings.LastIndex(prose[at:end], after); i >= 0 {
			return at + i + 1
		}
	}
	for i := 0; i < utf8.UTFMax && !utf8.RuneStart(prose[end]); i++ {
		end--
	}
	return end
}

// shift moves every span of the reading by delta bytes.
func (r *Reading) shift(delta int) {
	for i := range r.Quantities {
		r.Quantities[i].shift(delta)
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		c.Span = c.Span.Shift(delta)
		c.Before.shift(delta)
		c.After.shift(delta)
		if c.SaidSpan != (text.Span{}) {
			c.SaidSpan = c.SaidSpan.Shift(delta)
		}
		for k := range c.Stated {
			s := &c.Stated[k]
			s.shift(delta)
			s.SaysSpan = s.SaysSpan.Shift(delta)
		}
	}
	for i := range r.Courses { // their values are the quantities themselves
		r.Courses[i].Span = r.Courses[i].Span.Shift(delta)
	}
}

func (q *Quantity) shift(delta int) {
	q.Span, q.Number = q.Span.Shift(delta), q.Number.Shift(delta)
}
