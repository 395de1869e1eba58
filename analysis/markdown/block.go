package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"achievement-ls/analysis/text"
)

// children converts the block children of n.
func (b *builder) children(n ast.Node, quote bool) []*Block {
	out := b.pointers.slice(n.ChildCount())[:0] // few nodes give more than one block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			continue
		}
		out = b.convert(out, c, quote)
	}
	return inOrder(out)
}

// inOrder makes siblings follow one another. goldmark can put a table before the
// paragraph or heading it was cut from; of two blocks that claim the same bytes
// the first one stays.
func inOrder(blocks []*Block) []*Block {
	ordered := func(a, b *Block) int { return a.Span.Start - b.Span.Start }
	if !slices.IsSortedFunc(blocks, ordered) {
		slices.SortStableFunc(blocks, ordered)
	}
	end := -1
	return slices.DeleteFunc(blocks, func(b *Block) bool {
		if b.Span.Start < end {
			return true
		}
		end = b.Span.End
		return false
	})
}

// convert adds the blocks of one node: usually one, none for a link's
// definition.
func (b *builder) convert(out []*Block, n ast.Node, quote bool) []*Block {
	switch n := n.(type) {
	case *ast.Heading:
		return b.heading(out, n, quote)
	case *ast.Paragraph, *ast.TextBlock:
		lines := b.lines(n)
		if len(lines) == 0 {
			return out
		}
		b.leaves = append(b.leaves, leaf{n, lines, quote})
		return append(out, b.paragraph(lines))
	case *ast.List:
		return b.list(out, n, quote)
	case *ast.Blockquote:
		start := b.quoteStart(max(n.Pos(), 0))
		block := b.block(Quote, text.Span{Start: start, End: b.contentEnd(start)})
		block.Children = b.children(n, !b.bound(n))
		return append(out, block.cover())
	case *ast.FencedCodeBlock:
		return append(out, b.fenced(n))
	case *ast.CodeBlock:
		lines := b.lines(n)
		if len(lines) == 0 {
			return out
		}
		return append(out, b.bare(Code, text.Cover(lines[0], lines[len(lines)-1])))
	case *ast.HTMLBlock:
		return append(out, b.html(n))
	case *ast.ThematicBreak:
		start := max(n.Pos(), 0)
		return append(out, b.bare(Break, text.Span{Start: start, End: b.contentEnd(start)}))
	case *extast.Table:
		return b.table(out, n, quote)
	}
	return out
}

// bare is a block without inline content.
func (b *builder) bare(kind Kind, span text.Span) *Block {
	block := b.block(kind, span)
	block.Text = endOf(span)
	return block
}

func endOf(s text.Span) text.Span { return text.Span{Start: s.End, End: s.End} }

// cover widens a block's span over its children.
func (block *Block) cover() *Block {
	for _, c := range block.Children {
		block.Span = text.Cover(block.Span, c.Span)
	}
	if block.Text == (text.Span{}) {
		block.Text = endOf(block.Span)
	}
	return block
}

func (b *builder) paragraph(lines []text.Span) *Block {
	span := text.Cover(lines[0], lines[len(lines)-1])
	block := b.block(Paragraph, span)
	block.Text, block.Lines = span, lines
	return block
}

// lines are a leaf's lines without indentation and line endings.
func (b *builder) lines(n ast.Node) []text.Span {
	segments := n.Lines()
	lines := b.spans.slice(segments.Len())[:0]
	for i := range segments.Len() {
		s := segments.At(i)
		span := text.Span{Start: s.Start, End: s.Stop}
		for span.End > span.Start && strings.IndexByte(" \t\n", b.masked[span.End-1]) >= 0 {
			span.End--
		}
		for span.Start < span.End && strings.IndexByte(" \t", b.masked[span.Start]) >= 0 {
			span.Start++
		}
		if !span.Empty() {
			lines = append(lines, span)
		}
	}
	return lines
}

// contentEnd is the end of the line that holds offset, trailing blanks left out.
func (b *builder) contentEnd(offset int) int {
	end := b.lineEnd(offset)
	for end > offset && strings.IndexByte(" \t\n", b.masked[end-1]) >= 0 {
		end--
	}
	return end
}

func (b *builder) heading(out []*Block, n *ast.Heading, quote bool) []*Block {
	lines := b.lines(n)
	start := b.hashesStart(max(n.Pos(), 0), lines)
	block := b.block(Heading, text.Span{})
	block.Level, block.Lines = n.Level, lines
	if start < len(b.masked) && b.masked[start] == '#' && !(len(lines) > 0 && lines[0].Start <= start) {
		block.Span = text.Span{Start: start, End: b.contentEnd(start)}
		block.Text = endOf(block.Span)
		if len(lines) > 0 {
			block.Text = lines[0]
		} else {
			marks := start
			for marks < block.Span.End && b.masked[marks] == '#' {
				marks++
			}
			block.Text = text.Span{Start: marks, End: marks}
		}
	} else {
		if len(lines) == 0 {
			return out
		}
		block.Setext = true
		block.Text = text.Cover(lines[0], lines[len(lines)-1])
		under := b.lineEnd(block.Text.End)
		for under < len(b.masked) && strings.IndexByte(" \t>", b.masked[under]) >= 0 {
			under++
		}
		block.Underline = text.Span{Start: under, End: b.contentEnd(under)}
		block.Span = text.Span{Start: block.Text.Start, End: max(block.Underline.End, block.Text.End)}
		if table := b.tableAbove(block, n, quote); table != nil {
			return append(out, table...)
		}
	}
	if len(lines) > 0 {
		b.leaves = append(b.leaves, leaf{n, lines, quote})
	}
	return append(out, block)
}

// hashesStart is where the #s of a heading begin, which are right before its
// text; pos, where goldmark puts the heading, if it has no #s or no text. Where
// a tab indents it, goldmark counts columns as bytes and points behind them.
func (b *builder) hashesStart(pos int, lines []text.Span) int {
	if len(lines) == 0 {
		return pos
	}
	at := lines[0].Start
	for at > 0 && strings.IndexByte(" \t", b.masked[at-1]) >= 0 {
		at--
	}
	if at == 0 || b.masked[at-1] != '#' {
		return pos
	}
	for at > 0 && b.masked[at-1] == '#' {
		at--
	}
	return at
}

func (b *builder) list(out []*Block, n *ast.List, quote bool) []*Block {
	list := b.block(List, text.Span{})
	list.Ordered, list.Children = n.IsOrdered(), b.pointers.slice(n.ChildCount())[:0]
	outer := b.marksEnd
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		// The next item's marker is none of an item in this one.
		if next := c.NextSibling(); next != nil {
			b.marksEnd = b.markerStart(max(next.Pos(), 0))
		}
		list.Children = append(list.Children, b.item(c, n.IsOrdered(), quote))
		b.marksEnd = outer
	}
	if len(list.Children) == 0 {
		return out
	}
	list.Span = list.Children[0].Span
	return append(out, list.cover())
}

func (b *builder) item(n ast.Node, ordered, quote bool) *Block {
	start := b.markerStart(max(n.Pos(), 0))
	end := start
	for end < len(b.masked) && b.masked[end] >= '0' && b.masked[end] <= '9' {
		end++
	}
	if end < len(b.masked) {
		end++
	}
	item := b.block(Item, text.Span{Start: start, End: end})
	item.Ordered, item.Marker = ordered, item.Span
	item.Children = b.children(n, quote)
	item.cover()
	item.Text = b.itemText(item)
	return item
}

// quoteStart is where the quote begins that goldmark puts at pos: behind it, even
// in the next line, where a tab stands before it.
func (b *builder) quoteStart(pos int) int {
	for at := min(pos, len(b.masked)-1); at >= 0 && pos-at < 8; at-- {
		if b.masked[at] == '>' {
			return at
		}
	}
	return min(pos, len(b.masked))
}

// markerStart is where the list marker begins that goldmark puts at pos. Where a
// tab indents it, goldmark counts columns as bytes and points behind it, even
// into the next line.
func (b *builder) markerStart(pos int) int {
	for at := min(pos, b.marksEnd-1); at >= 0 && (b.masked[at] != '\n' || pos-at < 4); at-- {
		end := at
		for b.masked[end] >= '0' && b.masked[end] <= '9' && end+1 < len(b.masked) {
			end++
		}
		marks := "-+*"
		if end > at {
			marks = ".)"
		}
		if strings.IndexByte(marks, b.masked[end]) < 0 || end+1 < len(b.masked) && strings.IndexByte(" \t\n", b.masked[end+1]) < 0 {
			continue
		}
		for end > at && at > 0 && b.masked[at-1] >= '0' && b.masked[at-1] <= '9' {
			at--
		}
		return at
	}
	return pos
}

// itemText finds an item's checkbox and what follows it on the first line, and
// takes the checkbox out of the item's paragraph.
func (b *builder) itemText(item *Block) text.Span {
	lineEnd := b.contentEnd(item.Marker.Start)
	if len(item.Children) == 0 || item.Children[0].Kind != Paragraph {
		at := min(item.Marker.End+1, max(lineEnd, item.Marker.End))
		return text.Span{Start: at, End: at}
	}
	p := item.Children[0]
	line := p.Lines[0]
	if line.Start > lineEnd {
		return text.Span{Start: item.Marker.End, End: item.Marker.End}
	}
	s := b.masked[line.Start:line.End]
	if len(s) >= 3 && s[0] == '[' && s[2] == ']' && strings.IndexByte(" xX-", s[1]) >= 0 && (len(s) == 3 || s[3] == ' ' || s[3] == '\t') {
		item.Box = text.Span{Start: line.Start, End: line.Start + 3}
		item.State = s[1]
		rest := len(s) - len(bytes.TrimLeft(s[3:], " \t"))
		start := min(line.Start+rest, line.End)
		if start == line.End && len(p.Lines) == 1 {
			item.Children = item.Children[1:]
			return text.Span{Start: start, End: start}
		}
		p.Lines[0].Start = start
		p.Text.Start, p.Span.Start = start, start
		line.Start = start
	}
	return line
}

// closingFence is the end of the line that closes a fence, -1 where none does.
func (b *builder) closingFence(n *ast.FencedCodeBlock) int {
	start := max(n.Pos(), 0)
	at := b.lineEnd(start)
	if l := n.Lines(); l.Len() > 0 {
		at = b.lineEnd(max(l.At(l.Len()-1).Stop-1, start))
	}
	end := b.contentEnd(at)
	if at >= len(b.masked) {
		return -1
	}
	line := strings.TrimLeft(string(b.masked[at:end]), " \t>")
	fence := b.masked[start]
	width := 0
	for start+width < len(b.masked) && b.masked[start+width] == fence {
		width++
	}
	if len(line) >= width && line != "" && strings.Trim(line, string(fence)) == "" {
		return end
	}
	return -1
}

func (b *builder) fenced(n *ast.FencedCodeBlock) *Block {
	start := max(n.Pos(), 0)
	end := b.closingFence(n)
	if end < 0 {
		end = b.contentEnd(start)
		if l := n.Lines(); l.Len() > 0 {
			end = b.contentEnd(max(l.At(l.Len()-1).Stop-1, start))
			end = max(end, b.contentEnd(start))
		}
	}
	return b.bare(Code, text.Span{Start: start, End: end})
}

func (b *builder) html(n *ast.HTMLBlock) *Block {
	start := max(n.Pos(), 0)
	end := b.contentEnd(start)
	if l := n.Lines(); l.Len() > 0 {
		end = max(end, b.contentEnd(max(l.At(l.Len()-1).Stop-1, start)))
	}
	if n.HasClosure() {
		end = max(end, b.contentEnd(max(n.ClosureLine.Stop-1, start)))
	}
	return b.bare(HTML, text.Span{Start: start, End: end})
}

// bound reports whether the quote is one line that begins with ">99" or ">= 4", where
// the sign means more than and the line is its writer's own.
func (b *builder) bound(n *ast.Blockquote) bool {
	at, src := n.Pos(), b.tree.Source
	p, ok := n.FirstChild().(*ast.Paragraph)
	return ok && n.ChildCount() == 1 && p.Lines().Len() == 1 && at >= 0 && at+1 < len(src) && src[at] == '>' && (src[at+1] >= '0' && src[at+1] <= '9' || src[at+1] == '=')
}
