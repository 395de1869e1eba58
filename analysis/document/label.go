package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// label is a name that opens a line: "**Name:** rest", "Name: rest",
// "**S** — rest".
type label struct {
	line text.Span // from the label's first byte to the line's end
	name text.Span // without markup and separator
	rest int       // where what follows begins, blanks not skipped
	form Form      // FormBold or FormPlain
	// sep is what parts name and rest: ':' , '-' for any dash, 0 for nothing
	// but the markup's or the line's end.
	sep byte
}

// maxName is the length in bytes beyond which what precedes a colon is a clause
// of a sentence, not a name.
const maxName = 60

// labelAt reads the label that opens line, a span without line ending. Emoji
// and other decoration before it are skipped.
func (d *Document) labelAt(line text.Span) (label, bool) {
	src := d.Source[:line.End]
	i := skipDecoration(src, line.Start)
	l := label{line: text.Span{Start: i, End: line.End}}
	for _, mark := range []string{"***", "**", "__", "*", "_"} {
		if !strings.HasPrefix(src[i:], mark) {
			continue
		}
		open := i + len(mark)
		n := strings.Index(src[open:min(len(src), open+maxName+len(mark))], mark)
		if n <= 0 {
			return l, false
		}
		l.form = FormBold
		l.name = trimSpan(src, text.Span{Start: open, End: open + n})
		l.rest = open + n + len(mark)
		if r, width := utf8.DecodeLastRuneInString(l.name.Of(src)); r == ':' || r == '：' {
			l.name = trimSpan(src, text.Span{Start: l.name.Start, End: l.name.End - width})
			l.sep = ':'
			return l, !l.name.Empty()
		}
		after := skipBlanks(src, l.rest)
		if after == len(src) {
			l.rest = after
			return l, !l.name.Empty()
		}
		switch r, width := utf8.DecodeRuneInString(src[after:]); r {
		case ':', '：':
			l.sep, l.rest = ':', after+width
		case '-', '–', '—':
			l.sep, l.rest = '-', after+width
			for l.rest < len(src) && src[l.rest] == '-' {
				l.rest++
			}
		}
		return l, !l.name.Empty()
	}
	n := colon(src[i:min(len(src), i+maxName+len("："))])
	if n <= 0 {
		return l, false
	}
	_, width := utf8.DecodeRuneInString(src[i+n:])
	l.form, l.sep = FormPlain, ':'
	l.name = trimSpan(src, text.Span{Start: i, End: i + n})
	l.rest = i + n + width
	return l, !l.name.Empty()
}

// colon is where the first colon of s stands, -1 where it has none.
func colon(s string) int {
	n := strings.IndexByte(s, ':')
	if n >= 0 {
		s = s[:n]
	}
	if wide := strings.Index(s, "："); wide >= 0 {
		return wide
	}
	return n
}

// skipDecoration is the offset of the first byte from i that is no blank, emoji
// or other symbol.
func skipDecoration(src string, i int) int {
	for i < len(src) {
		if c := src[i]; c > ' ' && c < utf8.RuneSelf && c != '^' && c != '`' {
			break // the plain characters, of which most lines consist
		}
		r, width := utf8.DecodeRuneInString(src[i:])
		if !unicode.IsSpace(r) && !unicode.In(r, unicode.So, unicode.Sk, unicode.Mn, unicode.Cf) {
			break
		}
		i += width
	}
	return i
}

func skipBlanks(src string, i int) int {
	for i < len(src) {
		r, width := utf8.DecodeRuneInString(src[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += width
	}
	return i
}

// trimSpan is span without the blanks at its ends.
func trimSpan(src string, span text.Span) text.Span {
	trimmed := strings.TrimSpace(span.Of(src))
	if trimmed == "" {
		return text.Span{Start: span.Start, End: span.Start}
	}
	lead := len(span.Of(src)) - len(strings.TrimLeftFunc(span.Of(src), unicode.IsSpace))
	return text.Span{Start: span.Start + lead, End: span.Start + lead + len(trimmed)}
}

var lineBreak = pattern.New(`(?i)<br ?/?>$`)

// trimValue is span without what may stand around a value: blanks, emphasis,
// code marks, comments, and the ends of a line that is to break ("\", "<br>").
// Of a value that is nothing but these remains the empty span at its start.
func (d *Document) trimValue(span text.Span) text.Span {
	for {
		span = trimSpan(d.Source, span)
		s := span.Of(d.Source)
		switch {
		case s == "":
			return span
		case strings.HasSuffix(s, `\`):
			span.End--
		case s[len(s)-1] == '>' && lineBreak.MatchString(s[max(0, len(s)-len("<br />")):]):
			span.End = span.Start + strings.LastIndexByte(s, '<')
		case strings.HasSuffix(s, "-->") && strings.Contains(s, "<!--"):
			span.End = span.Start + strings.LastIndex(s, "<!--")
		case strings.HasPrefix(s, "<!--") && strings.Contains(s, "-->"):
			span.Start += strings.Index(s, "-->") + len("-->")
		case len(s) >= 2 && s[0] == s[len(s)-1] && strings.IndexByte("*_`", s[0]) >= 0:
			span.Start++
			span.End--
		default:
			return span
		}
	}
}
