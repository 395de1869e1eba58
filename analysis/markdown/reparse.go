package markdown

import (
	"math"
	"slices"
	"strings"

	"achievement-ls/analysis/text"
)

// Reparse is Parse(src, known) at the cost of what has changed since old, the
// tree of another version of the text, under the same known. Where that can't
// be told by itself it parses the whole.
//
// What is parsed anew reaches from one heading to another, since a heading that
// begins a line behind a blank one ends everything that is open before it, but
// fences and HTML. Only a text that defines link references, or has fences or
// HTML where it changes, is to be read as a whole.
func Reparse(old *Tree, src string, known func(heading string) bool) *Tree {
	if old == nil || old.entangled || len(src) > maxInline {
		return Parse(src, known)
	}
	r, ok := old.changed(src)
	if !ok {
		return Parse(src, known)
	}
	b := newBuilder(&Tree{Source: src[r.start:r.guard]}, known)
	b.mask()
	b.parse()
	if b.tree.entangled || slices.ContainsFunc(b.tree.Blocks, opaque) {
		return Parse(src, known)
	}
	if r.last < len(old.Blocks) { // the heading behind must still be one
		n := len(b.tree.Blocks) - 1
		if n < 0 || !b.tree.Blocks[n].bounds(src[r.start:]) || b.tree.Blocks[n].Span.Start != r.end-r.start {
			return Parse(src, known)
		}
		b.tree.Blocks = b.tree.Blocks[:n]
	}
	b.prose()
	return old.spliced(src, r, b.tree)
}

// region is what has changed between two versions, out to the headings around
// it: Blocks[first:last] of the old one, the bytes from start to end of the new
// one. guard is the end of the heading's line behind it, or end.
type region struct {
	first, last       int
	start, end, guard int
	moved             int // how far what stands behind it has moved
}

// changed finds the region; ok is false where it is the whole text.
func (t *Tree) changed(src string) (r region, ok bool) {
	old := t.Source
	same := commonPrefix(old, src)
	tail := commonSuffix(old[same:], src[same:])
	r = region{last: len(t.Blocks), end: len(src), guard: len(src), moved: len(src) - len(old)}
	for i, b := range t.Blocks {
		if !b.bounds(old) {
			continue
		}
		line := lineEnd(old, b.Span.Start)
		if line <= same && old[line-1] == '\n' {
			r.first, r.start, ok = i, b.Span.Start, true
		} else if blankBefore(old, b.Span.Start) >= len(old)-tail {
			r.last, r.end, r.guard = i, b.Span.Start+r.moved, line+r.moved
			break
		}
	}
	return r, ok
}

// bounds reports whether the block is a heading of #s at a line's start, with a
// blank line before it.
func (b *Block) bounds(src string) bool {
	at := b.Span.Start
	return b.Kind == Heading && !b.Setext && src[at] == '#' && blankBefore(src, at) >= 0
}

// blankBefore is where the ending of the line above the blank one begins that
// stands before the line at offset; -1 where there is no blank line.
func blankBefore(src string, offset int) int {
	before := strings.TrimRight(src[:offset], " \t\r\n")
	if breaks := strings.Count(src[len(before):offset], "\n"); breaks < 2 || src[offset-1] != '\n' {
		return -1
	}
	return len(before)
}

// opaque reports whether a block is or holds HTML or code.
func opaque(b *Block) bool {
	return b.Kind == HTML || b.Kind == Code || slices.ContainsFunc(b.Children, opaque)
}

// spliced is the tree with part, the region's own, in the region's place.
func (t *Tree) spliced(src string, r region, part *Tree) *Tree {
	out := &Tree{Source: src, FrontMatter: t.FrontMatter, FrontMatterBlock: t.FrontMatterBlock}
	from, to := r.start, r.end-r.moved // the region in the old text
	for _, b := range part.Blocks {
		b.shift(r.start)
	}
	out.Blocks = slices.Concat(t.Blocks[:r.first], part.Blocks, movedBlocks(t.Blocks[r.last:], r.moved))
	out.Prose = t.Prose[:from] + part.Prose[:r.end-r.start] + t.Prose[to:]
	place := func(s *text.Span) *text.Span { return s }
	shift := func(s *text.Span, by int) { *s = s.Shift(by) }
	out.Comments = splice(t.Comments, part.Comments, r, place, shift)
	out.Addresses = splice(t.Addresses, part.Addresses, r, place, shift)
	out.Links = splice(t.Links, part.Links, r, func(l *Link) *text.Span { return &l.Span }, func(l *Link, by int) {
		l.Span, l.Text, l.Target = l.Span.Shift(by), l.Text.Shift(by), l.Target.Shift(by)
	})
	return out
}

// splice puts what a part has in the place of what the region had, and moves what
// stands behind it.
func splice[T any](old, part []T, r region, place func(*T) *text.Span, shift func(*T, int)) []T {
	var out []T
	add := func(from []T, start, end, by int) {
		for i := range from {
			if at := place(&from[i]).Start; start <= at && at < end {
				out = append(out, from[i])
				shift(&out[len(out)-1], by)
			}
		}
	}
	add(old, 0, r.start, 0)
	add(part, 0, r.end-r.start, r.start)
	add(old, r.end-r.moved, math.MaxInt, r.moved)
	return out
}

// movedBlocks are copies of blocks, by that many bytes further on; the blocks themselves
// where that is none.
func movedBlocks(blocks []*Block, by int) []*Block {
	if by == 0 {
		return blocks
	}
	n, lines := 0, 0
	walkBlocks(blocks, func(b *Block) { n++; lines += len(b.Lines) })
	c := copier{blocks: make([]Block, 0, n), children: make([]*Block, 0, n), lines: make([]text.Span, 0, lines), by: by}
	return c.copies(blocks)
}

// copier copies blocks into slices that hold them all.
type copier struct {
	blocks   []Block
	children []*Block
	lines    []text.Span
	by       int
}

func (c *copier) copies(blocks []*Block) []*Block {
	if blocks == nil {
		return nil
	}
	at := len(c.children)
	c.children = c.children[:at+len(blocks)]
	out := c.children[at : at+len(blocks) : at+len(blocks)]
	for i, b := range blocks {
		c.blocks = append(c.blocks, *b)
		made := &c.blocks[len(c.blocks)-1]
		if b.Lines != nil {
			from := len(c.lines)
			c.lines = append(c.lines, b.Lines...)
			made.Lines = c.lines[from:len(c.lines):len(c.lines)]
		}
		made.Children = nil
		made.shift(c.by)
		made.Children = c.copies(b.Children)
		out[i] = made
	}
	return out
}

// shift moves a block, and all in it, in place.
func (b *Block) shift(by int) {
	b.Span, b.Text = b.Span.Shift(by), b.Text.Shift(by)
	for i := range b.Lines {
		b.Lines[i] = b.Lines[i].Shift(by)
	}
	// What a kind of block does not have is zero, and stays so.
	for _, s := range []*text.Span{&b.Underline, &b.Marker, &b.Box, &b.Delimiter} {
		if *s != (text.Span{}) {
			*s = s.Shift(by)
		}
	}
	for _, c := range b.Children {
		c.shift(by)
	}
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	i := 0
	for ; i+64 <= n && a[i:i+64] == b[i:i+64]; i += 64 {
	}
	for i < n && a[i] == b[i] {
		i++
	}
	return i
}

func commonSuffix(a, b string) int {
	n := min(len(a), len(b))
	i := 0
	for ; i+64 <= n && a[len(a)-i-64:len(a)-i] == b[len(b)-i-64:len(b)-i]; i += 64 {
	}
	for i < n && a[len(a)-1-i] == b[len(b)-1-i] {
		i++
	}
	return i
}

// lineEnd is the offset behind the line that holds offset, its ending included.
func lineEnd(src string, offset int) int {
	if n := strings.IndexByte(src[offset:], '\n'); n >= 0 {
		return offset + n + 1
	}
	return len(src)
}
