package markdown

import (
	"strings"

	"achievement-ls/analysis/text"
)

// wikiLinks finds [[target]] and [[target#heading|alias]] on a line of prose.
func (w *proseWriter) wikiLinks(line text.Span) {
	src := w.tree.Source
	for at := line.Start; at < line.End; {
		i := strings.Index(src[at:line.End], "[[")
		if i < 0 {
			return
		}
		open := at + i
		n := strings.Index(src[open:line.End], "]]")
		if n < 0 {
			return
		}
		span := text.Span{Start: open, End: open + n + 2}
		at = span.End
		if w.out[open+2] != src[open+2] || n == 2 { // in code, or empty
			continue
		}
		inner := text.Span{Start: open + 2, End: open + n}
		l := Link{Kind: WikiLink, Span: span, Text: inner, Target: inner}
		if bar := strings.IndexByte(inner.Of(src), '|'); bar >= 0 {
			l.Target.End = inner.Start + bar
			l.Text.Start = min(inner.Start+bar+1, inner.End)
			w.fill(text.Span{Start: inner.Start, End: l.Text.Start}, ' ')
		}
		l.Dest = l.Target.Of(src)
		w.fill(text.Span{Start: open, End: open + 2}, 0)
		w.fill(text.Span{Start: inner.End, End: span.End}, 0)
		w.tree.Links = append(w.tree.Links, l)
	}
}

// bareURLs blanks addresses that stand in prose without markup: with a scheme,
// or a host name with a path ("github.com/x/y"). The former are links.
func (w *proseWriter) bareURLs(line text.Span) {
	src := w.tree.Source
	// What every address has; most lines have none of it.
	if s := line.Of(src); strings.IndexByte(s, '/') < 0 && !strings.Contains(s, "mailto:") && !strings.Contains(s, "www.") {
		return
	}
	for at := line.Start; at < line.End; {
		for at < line.End && isURLBreak(w.out[at]) {
			at++
		}
		end := at
		for end < line.End && !isURLBreak(w.out[end]) {
			end++
		}
		word := text.Span{Start: at, End: end}
		at = end
		scheme := schemeIn(word.Of(src))
		switch {
		case scheme >= 0:
			word.Start += scheme
			word.End -= trailing(word.Of(src))
			w.tree.Links = append(w.tree.Links, Link{Kind: AutoLink, Span: word, Text: word, Target: word, Dest: word.Of(src)})
			w.fill(word, ' ')
		case hostAndPath(word.Of(src)):
			word.End -= trailing(word.Of(src))
			w.tree.Addresses = append(w.tree.Addresses, word)
			w.fill(word, ' ')
		}
	}
}

func isURLBreak(c byte) bool {
	switch c {
	case '<', '>', '(', ')', '[', ']', '"', '|':
		return true
	}
	return c <= ' '
}

func schemeIn(word string) int {
	for _, s := range []string{"https://", "http://", "ftp://", "mailto:"} {
		if i := strings.Index(word, s); i >= 0 && len(word) > i+len(s) {
			return i
		}
	}
	if strings.HasPrefix(word, "www.") && len(word) > len("www.") {
		return 0
	}
	return -1
}

// hostAndPath reports whether a word is a host name followed by a path.
func hostAndPath(word string) bool {
	slash := strings.IndexByte(word, '/')
	if slash < 4 || slash == len(word)-1 {
		return false
	}
	dot := strings.LastIndexByte(word[:slash], '.')
	if dot <= 0 || slash-dot < 3 || slash-dot > 8 {
		return false
	}
	for _, c := range []byte(word[dot+1 : slash]) {
		if (c|0x20) < 'a' || (c|0x20) > 'z' {
			return false
		}
	}
	for _, c := range []byte(word[:dot]) {
		if !((c|0x20) >= 'a' && (c|0x20) <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.') {
			return false
		}
	}
	return true
}

// trailing is how many bytes of punctuation at a word's end are no part of an
// address.
func trailing(word string) int { return len(word) - len(strings.TrimRight(word, ".,;:!?'*_")) }

// comments collects HTML comments outside of code, in order. Each stays within
// the block it begins in: what nobody closed must not hide all that follows.
func (b *builder) comments() {
	ticks := tickCounter{src: b.masked}
	walkBlocks(b.tree.Blocks, func(block *Block) {
		switch block.Kind {
		case Heading, Paragraph, Row, HTML:
			b.commentsIn(block, &ticks)
		}
	})
}

func (b *builder) commentsIn(block *Block, ticks *tickCounter) {
	src := b.tree.Source[:block.Span.End]
	closed := true // as far as is known, "-->" follows
	for at := block.Span.Start; ; {
		n := strings.Index(src[at:], "<!--")
		if n < 0 {
			return
		}
		start := at + n
		at = start + len("<!--")
		if ticks.inCode(start) {
			continue
		}
		end := -1
		if closed {
			end = strings.Index(src[start:], "-->")
		}
		switch {
		case end >= 0:
			at = start + end + len("-->")
		case block.Kind == HTML:
			at = block.Span.End
		default:
			closed = false
			at = min(b.contentEnd(start), block.Span.End)
		}
		b.tree.Comments = append(b.tree.Comments, text.Span{Start: start, End: at})
	}
}

// tickCounter tells what stands between backticks on its line. It is asked
// from the text's start to its end, so that each byte is read once.
type tickCounter struct {
	src     []byte
	at, odd int // how far it has read; the backticks of the line up to there, modulo 2
	next    int // the first backtick or line ending from the last question on
}

func (c *tickCounter) inCode(offset int) bool {
	for ; c.at < offset; c.at++ {
		switch c.src[c.at] {
		case '\n':
			c.odd = 0
		case '`':
			c.odd ^= 1
		}
	}
	if c.odd == 0 {
		return false
	}
	if c.next < offset {
		c.next = offset
		for c.next < len(c.src) && c.src[c.next] != '`' && c.src[c.next] != '\n' {
			c.next++
		}
	}
	return c.next < len(c.src) && c.src[c.next] == '`'
}

func walkBlocks(blocks []*Block, visit func(*Block)) {
	for _, b := range blocks {
		visit(b)
		walkBlocks(b.Children, visit)
	}
}
