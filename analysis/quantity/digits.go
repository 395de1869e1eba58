package quantity

import (
	"math"
	"unicode/utf8"
)

// group is a run of digits and the separator that stands before it.
type group struct {
	length int
	before rune // ' ' for any space, '.', ',', '\''; 0 for the first
}

// number reads digits, with what groups them and divides whole from part:
// 1,234.5, 1.234,5, 1 234,5 with any narrow space, 1'200'000, 12,50,000. What
// has another shape, such as 15.05.2026 or 1.2.3, becomes tokenDigits.
func (s *scanner) number(spaced bool) {
	t := token{start: s.at, kind: tokenNumber, spaced: spaced}
	var groups [8]group
	n := 0
	var digits [20]byte // the leading digits; more are only counted
	count := 0
	end := s.at
	before := rune(0)
	if s.src[s.at] == '.' { // .71
		groups[0], n, before = group{1, 0}, 1, '.'
		count, end = 1, s.at+1
		s.at++
	}
	for {
		length := 0
		for s.at < len(s.src) {
			d, size := digit(s.src[s.at:])
			if size == 0 {
				break
			}
			s.at += size
			if d < 0 {
				continue // a NUL
			}
			if count < len(digits) {
				digits[count] = byte(d)
			}
			count++
			length++
			end = s.at
		}
		if length == 0 {
			break
		}
		if n < len(groups) {
			groups[n] = group{length, before}
		}
		n++
		next, size := separator(s.src[end:])
		if size == 0 || next == ' ' && !s.continues(end+size, groups[0].length, n, before) {
			break
		}
		if d, width := digit(s.src[min(end+size, len(s.src)):]); width == 0 || d < 0 {
			break
		}
		before, s.at = next, end+size
	}
	s.at, t.end = end, end
	whole, ok := 0, false
	if n <= len(groups) {
		whole, t.either, ok = shape(groups[:n])
	}
	if !ok || digits[0] == 0 && whole > 1 || whole > 18 {
		t.kind, t.masked = tokenDigits, true
		s.tokens = append(s.tokens, t)
		return
	}
	last := -1 // the last digit that is not a zero
	for i := range min(count, len(digits)) {
		t.value = t.value*10 + float64(digits[i])
		if digits[i] != 0 {
			last = i
		}
	}
	t.value *= math.Pow10(whole - min(count, len(digits)))
	switch {
	case whole < count: // rounds at its last digit
		t.place = math.Pow10(whole - count)
		t.decimals = uint8(min(count-whole, 255))
		switch groups[n-1].before {
		case ',':
			s.commas = true
		case '.':
			s.points = true
		}
	case last >= 0:
		t.place = math.Pow10(whole - 1 - last)
	}
	s.tokens = append(s.tokens, t)
}

// shape is the number of digits before the decimal sign, and whether a sign
// can be either: 1.234.
func shape(groups []group) (whole int, either, ok bool) {
	if len(groups) == 1 {
		return groups[0].length, false, true
	}
	last := groups[len(groups)-1]
	thousands := func(g []group) bool {
		if g[0].length > 3 {
			return false
		}
		for i := 1; i < len(g); i++ {
			if g[i].before != g[1].before {
				return false
			}
			// Indian grouping has two digits but at the end: 12,50,000.
			if g[i].length != 3 && !(g[i].length == 2 && i < len(g)-1 && g[i].before == ',') {
				return false
			}
		}
		return g[len(g)-1].length == 3
	}
	total := 0
	for _, g := range groups {
		total += g.length
	}
	if len(groups) == 2 {
		switch {
		case last.before == ' ' || last.before == '\'':
			return total, false, thousands(groups)
		case thousands(groups):
			return total, true, true
		}
		return groups[0].length, false, true
	}
	if thousands(groups) {
		return total, false, true
	}
	head := groups[:len(groups)-1]
	if (last.before == '.' || last.before == ',') && last.before != head[1].before && thousands(head) {
		return total - last.length, false, true
	}
	return 0, false, false
}

// continues reports whether the digits at offset, after a space, are the next
// group of three of a number whose first group has first digits.
func (s *scanner) continues(offset, first, groups int, before rune) bool {
	if first > 3 || groups > 1 && before != ' ' || groups > 6 {
		return false
	}
	n := 0
	for offset < len(s.src) {
		d, size := digit(s.src[offset:])
		if size == 0 {
			break
		}
		offset += size
		if d >= 0 {
			n++
		}
		if n > 3 {
			return false
		}
	}
	return n == 3
}

// digit reads an ASCII or full-width digit; a NUL is one with the value -1.
func digit(s string) (value, size int) {
	if s == "" {
		return 0, 0
	}
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		return int(c - '0'), 1
	case c == 0:
		return -1, 1
	case c == 0xef:
		if r, size := utf8.DecodeRuneInString(s); r >= '０' && r <= '９' {
			return int(r - '０'), size
		}
	}
	return 0, 0
}

// separator reads what may stand between the digits of one number.
func separator(s string) (kind rune, size int) {
	if s == "" {
		return 0, 0
	}
	switch c := s[0]; {
	case c == '.' || c == ',' || c == '\'' || c == ' ':
		return rune(c), 1
	case c < utf8.RuneSelf:
		return 0, 0
	}
	switch r, size := utf8.DecodeRuneInString(s); r {
	case 0xa0, 0x202f, 0x2009, 0x2007, 0x2008:
		return ' ', size
	case '’':
		return '\'', size
	case '．':
		return '.', size
	case '，':
		return ',', size
	}
	return 0, 0
}
