package quantity

import "strings"

// postal reports whether number i is a house's or a town's: Hauptstraße 12,
// 10115 Berlin.
func (r *reader) postal(i int) bool {
	p, n := r.token(i-1), r.token(i+1)
	if p.kind == tokenComma && r.digitCount(i) == 5 && n.kind == tokenWord && n.capital && n.word == nil {
		return true
	}
	if p.kind == tokenComma { // Calle Mayor, 5
		for j := i - 2; j >= 0 && j >= i-7; j-- {
			if t := r.token(j); t.is(roleStreet) && t.capital && !r.counts(i) {
				return true
			}
		}
	}
	if p.char == '.' && !p.spaced { // Hauptstr. 5
		p = r.token(i - 2)
	}
	if p.kind != tokenWord || !p.capital {
		return false
	}
	word := r.src[p.start:p.end]
	if r.token(i-1) != p {
		return strings.HasSuffix(word, "str")
	}
	for _, end := range [...]string{"straße", "strasse", "gasse", "allee"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// addressed reports whether the number is a house's: 12 High Street.
func (r *reader) addressed(f *figure) bool {
	for j := f.noun; j <= f.noun+3; j++ {
		if t := r.token(j); t.is(roleStreet) && (t.capital || r.tongue != english) {
			return true
		}
	}
	return false
}
