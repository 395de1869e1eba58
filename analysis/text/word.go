package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// StandsAlone reports whether a span is no part of a longer word: no letter, mark
// or digit touches it, before it none of the runes in before, and behind it none
// of those in after.
func StandsAlone(s string, span Span, before, after string) bool {
	inWord := func(r rune, joins string) bool {
		return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(joins, r)
	}
	last, size := utf8.DecodeLastRuneInString(s[:span.Start])
	if size > 0 && inWord(last, before) {
		return false
	}
	next, size := utf8.DecodeRuneInString(s[span.End:])
	return size == 0 || !inWord(next, after)
}
