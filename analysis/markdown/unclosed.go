package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"achievement-ls/analysis/text"
)

// closeUnclosed looks for a fence or comment that nobody closed, and blanks it
// up to the next known heading. It reports whether it found one.
func (b *builder) closeUnclosed() bool {
	last := b.lastOpaque(b.root)
	broken, heading := b.swallower(last)
	if broken == nil && last != nil {
		broken, heading = last, b.knownHeading(b.lineEnd(max(last.Pos(), 0)), len(b.masked))
	}
	if broken == nil || broken.Pos() < 0 || heading < 0 {
		return false
	}
	kind := Code
	if broken.Kind() == ast.KindHTMLBlock {
		kind = HTML
	}
	start := broken.Pos()
	end := start + len(strings.TrimRight(string(b.masked[start:heading]), " \n"))
	block := &Block{Kind: kind, Span: text.Span{Start: start, End: end}, Text: text.Span{Start: end, End: end}}
	b.opaque = append(b.opaque, block)
	b.blank(start, heading)
	return true
}

// swallower is the first fence or comment that took the end of a later one for
// its own, and known headings with it; heading is the first of them. A comment
// shows it by another that begins inside it, a fence by one that opens inside
// it, or by the one that is left open at the file's end, last, for lack of an
// end of its own. A tag right above a heading takes that too.
func (b *builder) swallower(last ast.Node) (broken ast.Node, heading int) {
	for n := b.root.FirstChild(); n != nil; n = n.NextSibling() {
		start, end := n.Pos(), len(b.masked)
		if next := n.NextSibling(); next != nil {
			end = next.Pos()
		}
		if start < 0 || end < start || n == last {
			continue
		}
		switch n := n.(type) {
		case *ast.FencedCodeBlock:
			h := b.knownHeading(b.lineEnd(start), end)
			if h >= 0 && (last != nil && last.Kind() == n.Kind() || b.opensFence(text.Span{Start: h, End: end}, b.masked[start])) {
				return n, h
			}
		case *ast.HTMLBlock:
			var shown bool
			h := b.knownHeading(b.lineEnd(start), end)
			switch n.HTMLBlockType {
			case ast.HTMLBlockType2:
				shown = h >= 0 && bytes.Contains(b.masked[h:end], []byte("<!--"))
			case ast.HTMLBlockType6, ast.HTMLBlockType7: // a tag runs to the next blank line
				shown = h >= 0
			}
			if shown {
				return n, h
			}
		}
	}
	return nil, -1
}

// opensFence reports whether a line of span is a fence with an info string,
// which can only open.
func (b *builder) opensFence(span text.Span, fence byte) bool {
	for at := span.Start; at < span.End; at = b.lineEnd(at) {
		line := string(b.masked[at:b.lineEnd(at)])
		info := strings.TrimLeft(line, string(fence))
		if len(line)-len(info) >= 3 && strings.TrimSpace(info) != "" && !strings.Contains(info, "`") {
			return true
		}
	}
	return false
}

// lastOpaque is the fenced code or comment that ends the file without being
// closed, nil where there is none.
func (b *builder) lastOpaque(n ast.Node) ast.Node {
	for n.LastChild() != nil && n.Type() != ast.TypeInline {
		if n.LastChild().Type() == ast.TypeInline {
			return nil
		}
		n = n.LastChild()
	}
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		if b.closingFence(n) < 0 {
			return n
		}
	case *ast.HTMLBlock:
		if n.HTMLBlockType == ast.HTMLBlockType2 && !n.HasClosure() && !bytes.Contains(b.masked[max(n.Pos(), 0):], []byte("-->")) {
			return n
		}
	}
	return nil
}

// knownHeading is where the first line from offset up to limit begins that is a
// heading the template knows; -1 where there is none.
func (b *builder) knownHeading(offset, limit int) int {
	for offset < limit {
		end := b.lineEnd(offset)
		line := strings.TrimRight(string(b.masked[offset:end]), " \t\n")
		level := 0
		for level < len(line) && line[level] == '#' {
			level++
		}
		if level >= 1 && level <= 6 && level < len(line) && line[level] == ' ' {
			if b.known(strings.Trim(line[level:], " #")) {
				return offset
			}
		}
		offset = end
	}
	return -1
}
