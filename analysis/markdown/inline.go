package markdown

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"achievement-ls/analysis/text"
)

// prose fills Tree.Prose, Links and Comments. It starts from blanks and copies
// what goldmark reads as text; what a leaf holds besides is markup.
func (b *builder) prose() {
	src := b.tree.Source
	p := bytes.Repeat([]byte{' '}, len(src))
	for _, ending := range []byte("\r\n") {
		for i := 0; ; i++ {
			n := strings.IndexByte(src[i:], ending)
			if n < 0 {
				break
			}
			i += n
			p[i] = ending
		}
	}
	w := &proseWriter{builder: b, out: p}
	for _, l := range b.leaves {
		w.leaf(l)
	}
	for _, l := range b.leaves {
		if l.quote {
			w.fill(text.Cover(l.lines[0], l.lines[len(l.lines)-1]), ' ')
		}
	}
	b.comments()
	for _, c := range b.tree.Comments {
		w.fill(c, ' ')
	}
	slices.SortStableFunc(b.tree.Links, func(a, b Link) int { return a.Span.Start - b.Span.Start })
	b.tree.Prose = string(p)
}

// proseWriter writes prose leaf by leaf.
type proseWriter struct {
	*builder
	out []byte
}

// fill overwrites span, line endings excepted.
func (w *proseWriter) fill(span text.Span, c byte) {
	for i := span.Start; i < span.End; i++ {
		if s := w.tree.Source[i]; s != '\n' && s != '\r' {
			w.out[i] = c
		}
	}
}

// copy lets the source through.
func (w *proseWriter) copy(span text.Span) {
	src := w.tree.Source
	if strings.IndexByte(span.Of(src), '\\') < 0 {
		copy(w.out[span.Start:], span.Of(src))
		return
	}
	for i := span.Start; i < span.End; i++ {
		w.out[i] = src[i]
		if src[i] == '\\' && i+1 < len(src) && isPunct(src[i+1]) {
			w.out[i] = 0
			i++
			if i < span.End {
				w.out[i] = src[i]
			}
		}
	}
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func (w *proseWriter) leaf(l leaf) {
	if l.node == nil || len(w.masked) > maxInline {
		for _, line := range l.lines {
			w.copy(line)
		}
	} else {
		for _, line := range l.lines {
			for i := line.Start; i < line.End; i++ {
				if c := w.tree.Source[i]; c != ' ' && c != '\t' && c != '\n' && c != '\r' {
					w.out[i] = 0
				}
			}
		}
		w.inlines(l.node, l.lines)
	}
	for _, line := range l.lines {
		w.wikiLinks(line)
		w.bareURLs(line)
	}
}

// inlines visits the inline children of n and gives the end of the last.
func (w *proseWriter) inlines(n ast.Node, lines []text.Span) int {
	end := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		end = w.inline(c, lines)
	}
	return end
}

func (w *proseWriter) inline(n ast.Node, lines []text.Span) int {
	switch n := n.(type) {
	case *ast.Text:
		w.copy(text.Span{Start: n.Segment.Start, End: n.Segment.Stop})
		return n.Segment.Stop
	case *ast.CodeSpan:
		span := w.codeSpan(n)
		w.fill(span, ' ')
		return span.End
	case *ast.RawHTML:
		end := 0
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			w.fill(text.Span{Start: s.Start, End: s.Stop}, ' ')
			end = s.Stop
		}
		return end
	case *ast.AutoLink:
		start := max(n.Pos(), 0)
		end := start + len(n.Label(w.masked)) + len("<>")
		span := text.Span{Start: start, End: min(end, len(w.out))}
		w.fill(span, ' ')
		inner := text.Span{Start: span.Start + 1, End: max(span.End-1, span.Start+1)}
		w.tree.Links = append(w.tree.Links, Link{Kind: AutoLink, Span: span, Text: inner, Target: inner, Dest: string(n.URL(w.masked))})
		return span.End
	case *ast.Emphasis:
		return w.inlines(n, lines) + n.Level
	case *ast.Link:
		return w.link(n, n.Destination, n.Reference != nil, lines, InlineLink)
	case *ast.Image:
		return w.link(n, n.Destination, n.Reference != nil, lines, Image)
	}
	end := max(n.Pos(), 0)
	if e := w.inlines(n, lines); e > end {
		end = e
	}
	return end
}

// codeSpan is the span of inline code with its backticks.
func (w *proseWriter) codeSpan(n *ast.CodeSpan) text.Span {
	start := max(n.Pos(), 0)
	ticks := 0
	for start+ticks < len(w.masked) && w.masked[start+ticks] == '`' {
		ticks++
	}
	end := start + ticks
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			end = max(end, t.Segment.Stop)
		}
	}
	for end < len(w.masked) && w.masked[end] != '`' {
		end++
	}
	return text.Span{Start: start, End: min(end+ticks, len(w.masked))}
}

// link writes a link's text, blanks its target, and records it. It gives the
// offset behind the link.
func (w *proseWriter) link(n ast.Node, destination []byte, reference bool, lines []text.Span, kind LinkKind) int {
	start := max(n.Pos(), 0)
	open := start + 1
	if kind == Image {
		open++
	}
	inner := max(w.inlines(n, lines), open)
	for inner < len(w.masked) && w.masked[inner] != ']' {
		inner++
	}
	l := Link{Kind: kind, Text: text.Span{Start: min(open, inner), End: inner}}
	end := min(inner+1, len(w.masked))
	l.Target = endOf(text.Span{End: end})
	switch {
	case end < len(w.masked) && w.masked[end] == '(' && !reference:
		l.Target, end = w.target(end + 1)
	case end < len(w.masked) && w.masked[end] == '[' && reference:
		if i := strings.IndexByte(string(w.masked[end:min(len(w.masked), end+1000)]), ']'); i > 0 {
			end += i + 1
		}
	}
	if reference && kind != Image {
		l.Kind = ReferenceLink
		l.Target = l.Text
	}
	l.Span = text.Span{Start: start, End: end}
	l.Dest = string(destination)
	if d, err := url.PathUnescape(l.Dest); err == nil {
		l.Dest = d
	}
	w.tree.Links = append(w.tree.Links, l)
	if kind == Image {
		w.fill(l.Span, ' ')
	} else {
		for i := l.Text.End; i < end; i++ {
			if w.out[i] != '\n' && w.out[i] != '\r' {
				w.out[i] = 0
			}
		}
	}
	return end
}

// target reads "dest "title")" from offset and gives the destination's span and
// the offset behind the closing parenthesis.
func (w *proseWriter) target(offset int) (text.Span, int) {
	m := w.masked
	at := offset
	for at < len(m) && (m[at] == ' ' || m[at] == '\n' || m[at] == '\t') {
		at++
	}
	span := text.Span{Start: at, End: at}
	if at < len(m) && m[at] == '<' {
		span.Start++
		for at < len(m) && m[at] != '>' {
			at++
		}
		span.End = at
		at++
	} else {
		depth := 0
		for ; at < len(m) && m[at] != ' ' && m[at] != '\n'; at++ {
			if m[at] == '\\' {
				at++
			} else if m[at] == '(' {
				depth++
			} else if m[at] == ')' {
				if depth == 0 {
					break
				}
				depth--
			}
		}
		at = min(at, len(m))
		span.End = at
	}
	var quote byte
	for ; at < len(m); at++ {
		switch c := m[at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ')':
			return span, at + 1
		}
	}
	return span, min(at, len(m))
}
