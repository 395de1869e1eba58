package quantity

// hyphens reports whether the numbers from i on, joined by hyphens, are a date,
// a phone number or the like, rather than a range.
func (r *reader) hyphens(i int) bool {
	next := r.token(i + 2)
	if r.digitCount(i) == 3 && r.digitCount(i+2) == 4 { // 123-1212
		return true
	}
	if next.kind == tokenDigits || r.year(i) && r.year(i+2) {
		return true
	}
	// Three and more are no range, and a range goes up.
	return r.touchesPrevious(i+3) && r.token(i+3).symbol('-') && r.touchesPrevious(i+4) && r.token(i+4).kind == tokenNumber
}

// slashes reports whether two numbers with a slash between are no fraction and
// no score: 24/7, 80/20, 5/15/2026, 12/2023.
func (r *reader) slashes(i int) bool {
	a, b := r.token(i).value, r.token(i+2).value
	switch {
	case r.token(i+2).kind == tokenDigits, r.touchesPrevious(i+3) && r.token(i+3).symbol('/') && r.token(i+4).kind == tokenNumber && r.touchesPrevious(i+4):
		return true
	case a == 24 && b == 7, a == 7 && b == 24, a == 9 && b == 11, a+b == 100:
		return true
	case r.year(i + 2), r.year(i):
		return true
	}
	return a > b
}

// digitCount is the number of digits of token i's whole part, or -1 where it is
// no plain integer.
func (r *reader) digitCount(i int) int {
	t := r.token(i)
	if t.kind != tokenNumber || t.decimals > 0 || t.either {
		return -1
	}
	n := 0
	for _, c := range r.src[t.start:t.end] {
		switch {
		case c >= '0' && c <= '9', c >= '０' && c <= '９':
			n++
		case c != 0:
			return -1
		}
	}
	return n
}

// year reports whether token i may be a year.
func (r *reader) year(i int) bool {
	t := r.token(i)
	return t.value >= 1900 && t.value < 2100 && r.digitCount(i) == 4
}

// dated finds years, days of the month, times of day.
func (r *reader) dated(i int) bool {
	t := r.token(i)
	p, n := r.token(i-1), r.token(i+1)
	if r.month(i-1) || r.month(i+1) || n.is(roleOf) && r.month(i+2) || n.kind == tokenStop && n.symbol('.') && r.month(i+2) || r.month(i-2) && p.kind == tokenComma {
		if d := r.digitCount(i); d >= 0 && d <= 2 && t.value <= 31 && t.value > 0 || r.year(i) {
			return true
		}
	}
	if p.masked && (r.month(i-2) || p.kind == tokenComma) && r.year(i) {
		return true
	}
	if n.kind == tokenHan {
		switch n.char {
		case '年', '년':
			return t.value >= 1900 && t.value < 2100 || r.era(i) || hasRune("生組", r.token(i+2).char) || r.token(i+2).upper && !r.token(i+2).spaced // 3年生, 3年B組
		case '階', '丁', '番', '층':
			return t.value < 100 && r.token(i+2).char != '建' // the third floor
		case '月', '월':
			return t.value <= 12 && r.digitCount(i) >= 0
		case '日', '号', '일':
			return p.kind == tokenHan && (p.char == '月' || p.char == '월')
		case '時', '点', '时', '시':
			if n.char == '点' && (t.decimals > 0 || r.hanWithin(t.start-48, t.start, hanRated)) {
				return false // 満足度4.8点
			}
			return t.value <= 24 && !(r.token(i+2).kind == tokenHan && r.token(i+2).char == '間')
		}
	}
	if n.kind == tokenWord && n.end-n.start == 1 && r.src[n.start] == 'h' && t.value <= 24 && r.romance() && r.clockBefore(i) {
		if m := r.token(i + 2); m.kind == tokenNumber && m.value < 60 {
			m.masked = true
		}
		return true // à 14 h 30
	}
	if (n.is(roleClock) || r.halfDay(i+1)) && t.value <= 24 && !(r.german && !n.capital && n.end-n.start == 2) {
		return true
	}
	if t.decimals == 2 && t.value >= 1900 && t.value < 2100 && !n.is(roleUnit) && !r.money(i+1) && !r.moneyBefore(i) && !n.symbol('%') && t.value-float64(int(t.value)) < 0.13 {
		return true // 2018.09
	}
	if !r.year(i) {
		return false
	}
	if n.kind == tokenHan && hasRune("届级級度", n.char) {
		return true
	}
	switch {
	case r.joins(i-1) && r.token(i-2).masked && r.year(i-2):
		return true // the 2023 and 2024 plans
	case r.bound(i - 1):
		return false
	case p.is(roleYear), r.touchesPrevious(i+1) && n.symbol('-'):
		return true
	case n.kind == tokenWord && !n.capital && !n.is(roleStop|roleMonth) && !r.german:
		return !r.plural(i+1) || n.is(roleMade) && r.src[n.end-1] != 's' || r.src[p.start:p.end] == "the" && !n.is(roleReach|rolePeople) // the 2013 floods
	case n.symbol('%'), n.symbol('+'), n.is(roleUnit), r.money(i + 1), r.money(i - 1), n.kind == tokenArrow, p.kind == tokenArrow, n.symbol('/'):
		return false
	case n.kind == tokenWord && r.german && !n.is(roleStop) && n.capital:
		return n.is(roleProduct)
	case n.kind == tokenHan, p.is(roleTo) && r.token(i-2).kind == tokenNumber && !r.token(i-2).masked:
		return false
	}
	return true
}

// halfDay reports whether "a.m.", "p.m." or "o'clock" stands at token i.
func (r *reader) halfDay(i int) bool {
	t, m := r.token(i), r.token(i+2)
	if r.src[t.start:t.end] == "o" && r.apostrophe(i+1) {
		return true // 5 o'clock
	}
	return t.kind == tokenWord && (r.src[t.start:t.end] == "a" || r.src[t.start:t.end] == "p") && r.token(i+1).char == '.' && r.src[m.start:m.end] == "m"
}

// era reports whether a Japanese era's name stands before number i: 平成30年.
func (r *reader) era(i int) bool {
	switch a, b := r.token(i-2).char, r.token(i-1).char; {
	case a == '平' && b == '成', a == '令' && b == '和', a == '昭' && b == '和':
		return true
	}
	return false
}

// clockBefore reports whether the word before number i puts it at a time of day, and
// nothing in the sentence changed to it: à 14 h, às 9 h.
func (r *reader) clockBefore(i int) bool {
	p := r.token(i - 1)
	switch r.src[p.start:p.end] {
	case "à", "às", "vers", "dès":
	default:
		return false
	}
	for j := i - 2; j >= 0 && j > i-9 && r.tokens[j].kind != tokenStop; j-- {
		if t := r.token(j); t.is(roleUp|roleDown|roleBetter|roleSaved) || t.kind == tokenNumber && !t.masked {
			return false
		}
	}
	return true
}

// decade reports whether number i, with an s behind it, is a decade's: the 1700s, the
// early 90s.
func (r *reader) decade(i int, value float64) bool {
	if n := r.token(i + 2); value < 1000 && n.kind == tokenWord && !n.is(roleStop) || int(value)%10 != 0 || value >= 2100 || value < 1000 && (value < 20 || value > 90) || r.digitCount(i) < 0 {
		return false
	}
	p := r.token(i - 1)
	switch r.src[p.start:p.end] {
	case "the", "early", "late", "mid":
		return true
	}
	return false
}

// month reports whether token i names a month.
func (r *reader) month(i int) bool {
	t := r.token(i)
	if !t.is(roleMonth) {
		return false
	}
	return t.capital || t.end-t.start > 3 && r.tongue != english
}

// listNumber reports whether number i is a line's number: "1. ", "2) ", or a
// footnote's: "[3]".
func (r *reader) listNumber(i int) bool {
	t, n := r.token(i), r.token(i+1)
	if r.token(i-1).symbol('[') && n.symbol(']') {
		return true
	}
	if r.digitCount(i) < 0 || r.digitCount(i) > 3 || !r.touchesPrevious(i+1) || !n.symbol('.') && !n.symbol(')') || r.token(i+2).kind == 0 {
		return false
	}
	for at := t.start - 1; at >= max(0, t.start-16); at-- {
		switch r.src[at] {
		case ' ', '\t', 0:
		case '\n', '\r':
			return true
		default:
			return false
		}
	}
	return true
}

// phone reports whether number i begins or continues a phone number in groups:
// +44 20 7946 0018.
func (r *reader) phone(i int) bool {
	p := r.token(i - 1)
	if p.kind == tokenDigits && r.tokens[i].spaced && r.digitCount(i) >= 5 {
		return true // 030 1234567
	}
	for j := i - 1; j >= i-4 && r.tokens[i].spaced && r.tokens[i].decimals == 0 && !r.counts(i) && (r.token(j).kind == tokenNumber || r.token(j).kind == tokenDigits) && r.token(j+1).spaced; j-- {
		if t := r.token(j); t.kind == tokenDigits && t.end-t.start > 2 && r.src[t.start] == '0' && isDigit(r.src[t.start+1]) {
			return true // 0345 678 910
		}
	}
	if p.masked && p.kind != tokenWord && i >= 2 && r.phonePart(i-1) && r.tokens[i].spaced {
		return true
	}
	if !p.symbol('+') || r.token(i).spaced {
		return false
	}
	n := r.token(i + 1)
	return n.kind == tokenNumber || n.kind == tokenDigits || n.kind == tokenOpen && (r.token(i+2).kind == tokenNumber || r.token(i+2).kind == tokenDigits)
}

// phonePart reports whether the masked number i belongs to a phone number.
func (r *reader) phonePart(i int) bool {
	for end := i - 8; i > max(0, end) && (r.token(i).kind == tokenNumber || r.token(i).kind == tokenDigits || r.token(i).kind == tokenOpen || r.token(i).kind == tokenClose); i-- {
		if r.token(i - 1).symbol('+') {
			return true
		}
	}
	return false
}

// germanOrdinal reports whether number i is an ordinal in German: "2. Platz".
func (r *reader) germanOrdinal(i int) bool {
	n := r.token(i + 1)
	return r.german && r.touchesPrevious(i+1) && n.symbol('.') && r.token(i+2).kind == tokenWord && r.digitCount(i) > 0 && r.token(i).value <= 31 && r.token(i+2).spaced
}
