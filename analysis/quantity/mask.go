package quantity

import "strings"

// reader holds one text's tokens and figures while they are read.
type reader struct {
	src     string
	tokens  []token
	figures []figure
	german  bool
	commas  bool // a comma divides some number of the text
	points  bool // a point does
	// roles are those of all words, and experience tells the ideographs for it.
	roles      role
	experience bool
	known      bool // some word told the language
	speaks     [languages]int
	// tongue is the language the text is most likely in; english when nothing
	// tells.
	tongue language
}

// token returns token i, or one that is nothing.
func (r *reader) token(i int) *token {
	if i < 0 || i >= len(r.tokens) {
		return &none
	}
	return &r.tokens[i]
}

var none token

// touchesPrevious reports whether nothing stands between tokens i-1 and i.
func (r *reader) touchesPrevious(i int) bool {
	return i > 0 && i < len(r.tokens) && !r.tokens[i].spaced
}

// mask finds the numbers that are no figures: identifiers, versions, dates,
// times of day, list numbers.
func (r *reader) mask() {
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind == tokenNumber && !t.masked && (r.glued(i) || r.dated(i) || r.named(i)) {
			t.masked = true
		}
	}
}

// glued finds numbers that are a part of a longer name: p95, S3, OAuth2,
// ACH-001, HTTP/2, #1423, 3D, 2nd, 6-layer, 14:30, 24/7.
func (r *reader) glued(i int) bool {
	t := r.token(i)
	if r.touchesPrevious(i) {
		p := r.token(i - 1)
		before := &none
		if r.touchesPrevious(i - 1) {
			before = r.token(i - 2)
		}
		switch {
		case p.kind == tokenWord:
			switch {
			case r.money(i - 1), p.is(roleTimes) && before.kind == 0:
			case p.is(roleUnit) && before.kind == tokenNumber && !before.masked: // 2h15
			default:
				return true
			}
		case p.kind == tokenDigits, p.kind == tokenNumber:
			return true
		case p.kind == tokenHan:
			return r.digitCount(i) >= 0 && p.char == '第'
		case p.kind == tokenColon:
			if before.kind == tokenNumber || before.kind == tokenDigits {
				return true
			}
		case p.symbol('-'), p.kind == tokenDash:
			switch {
			case before.kind == tokenWord && !before.is(roleAtMost|roleAtLeast|roleAbout) && r.token(i-3).kind != tokenNumber:
				return true
			case before.kind == tokenDigits || before.kind == tokenNumber && before.masked:
				return true
			}
		case p.symbol('/'):
			if before.kind == tokenWord && !before.is(roleUnit) || before.masked {
				return true
			}
		case p.symbol('.'), p.kind == tokenStop && p.symbol('.'):
			return true
		case p.symbol('\''), p.symbol('’'), p.symbol('‘'):
			return true
		case p.kind == tokenSymbol && hasRune("#_@&\\^=*№§", p.char):
			return true
		}
	}
	if r.touchesPrevious(i + 1) {
		n := r.token(i + 1)
		after := &none
		if r.touchesPrevious(i + 2) {
			after = r.token(i + 2)
		}
		switch {
		case n.kind == tokenWord:
			if after.kind == tokenNumber && n.is(roleTimes) { // 4x4, 1920x1080
				r.tokens[i+2].masked = true
				return true
			}
			return !r.suffix(i+1, t.value)
		case n.kind == tokenDigits:
			return true
		case n.kind == tokenColon && (after.kind == tokenNumber || after.kind == tokenDigits):
			return true
		case n.symbol('_'), n.symbol('@'), n.symbol('º'), n.symbol('ª'), n.symbol('°') && !after.is(roleUnit) && !after.symbol('C'):
			return !(n.symbol('°') && after.kind == tokenWord)
		case n.symbol('.') && after.kind == tokenWord:
			return true
		case n.symbol('\'') || n.symbol('’'):
			return after.kind == tokenWord
		case n.symbol('-') && after.kind == tokenWord:
			return !after.is(roleUnit|roleTimes|rolePercent|rolePoint|roleMagnitude|roleSuffix) || after.is(roleLabel) && !after.is(roleUnit|roleSuffix)
		case n.symbol('-') && (after.kind == tokenDigits || after.kind == tokenNumber):
			return r.hyphens(i)
		case n.symbol('/') && (after.kind == tokenNumber || after.kind == tokenDigits):
			return r.slashes(i)
		}
	}
	return false
}

// suffix reports whether the word that touches a number's end is its unit or
// magnitude: 2.5s, 10k, 30GB, 3x.
func (r *reader) suffix(i int, value float64) bool {
	w := r.token(i)
	if w.end-w.start == 1 {
		switch r.src[w.start] {
		case 's':
			n, p := r.token(i+1), r.token(i-2) // 404s are status codes
			return !r.statusCode(i-1) || n.kind == tokenArrow || p.kind == tokenArrow || n.kind == tokenHan || n.is(roleTo) || p.is(roleTo|roleFrom)
		case 'K':
			// 4K and 8K are screens, unless somebody counts.
			return value != 4 && value != 8 || r.token(i+1).is(roleReach|rolePeople|roleTo) || r.token(i+1).symbol('+') ||
				r.token(i+1).kind == tokenArrow || r.money(i-2) || r.token(i-2).is(roleTo|roleFrom) || r.token(i-2).kind == tokenArrow
		case 'm', 'h', 'd', 'k', 'M', 'B', 'x', 'X', 'w', 'g', 't', 'l', 'y', 'W', 'V':
			return true
		}
		return false
	}
	if w.is(roleOrdinal) {
		return false
	}
	return w.is(roleUnit | roleMagnitude | roleTimes | rolePercent | rolePoint)
}

// hyphens reports whether the numbers from i on, joined by hyphens, are a date,
// a phone number or the like, rather than a range.
func (r *reader) hyphens(i int) bool {
	next := r.token(i + 2)
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
	for _, c := range []byte(r.src[t.start:t.end]) {
		switch {
		case c >= '0' && c <= '9':
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
			return t.value >= 1900 && t.value < 2100
		case '月', '월':
			return t.value <= 12 && r.digitCount(i) >= 0
		case '日', '号', '일':
			return p.kind == tokenHan && (p.char == '月' || p.char == '월')
		case '時', '点', '时', '시':
			return t.value <= 24 && !(r.token(i+2).kind == tokenHan && r.token(i+2).char == '間')
		}
	}
	if n.is(roleClock) && t.value <= 24 && !(r.german && n.capital == false && n.end-n.start == 2) {
		return true
	}
	if t.decimals == 2 && t.value >= 1900 && t.value < 2100 && !n.is(roleUnit) && !r.money(i+1) && !r.money(i-1) && !n.symbol('%') && t.value-float64(int(t.value)) < 0.13 {
		return true // 2018.09
	}
	if !r.year(i) {
		return false
	}
	switch {
	case r.bound(i - 1):
		return false
	case p.is(roleYear), r.touchesPrevious(i+1) && n.symbol('-'):
		return true
	case n.kind == tokenWord && !n.capital && !n.is(roleStop|roleMonth) && !r.german:
		return !r.plural(i + 1)
	case n.symbol('%'), n.symbol('+'), n.is(roleUnit), r.money(i + 1), r.money(i - 1), n.kind == tokenArrow, p.kind == tokenArrow, n.symbol('/'):
		return false
	case n.kind == tokenWord && r.german && !n.is(roleStop) && n.capital:
		return n.is(roleProduct)
	case n.kind == tokenHan, p.is(roleTo) && r.token(i-2).kind == tokenNumber && !r.token(i-2).masked:
		return false
	}
	return true
}

// month reports whether token i names a month.
func (r *reader) month(i int) bool {
	t := r.token(i)
	if !t.is(roleMonth) {
		return false
	}
	return t.capital || t.end-t.start > 3 && r.tongue != english
}

// named finds numbers that a name or a label stands before: Step 2, Java 8,
// Ward 12, HTTP 500, temperature 0; and list numbers.
func (r *reader) named(i int) bool {
	t := r.token(i)
	p, n := r.token(i-1), r.token(i+1)
	if r.listNumber(i) || r.phone(i) {
		return true
	}
	if p.masked && t.spaced && p.kind == tokenNumber && r.nameBefore(i-1) && t.end == n.start && n.kind == tokenWord && n.end-n.start == 1 && r.src[n.start] == 'B' {
		return true // Llama 3 70B
	}
	if n.is(roleUnit|roleMagnitude) || n.symbol('%') || n.symbol('/') && r.token(i+2).is(roleUnit) || n.is(rolePercent|rolePoint|roleTimes) || r.money(i+1) || r.money(i-1) || n.symbol('×') {
		if n.kind != tokenWord || n.end-n.start > 1 || !n.spaced {
			return false
		}
	}
	if r.germanOrdinal(i) || r.statusCode(i) && (n.is(roleTrouble) && int(t.value)%100 != 0 || p.symbol('"')) {
		return true
	}
	if p.is(roleUnit) && !p.is(rolePlural) && t.spaced && measures[p.word.unit].kind == Duration && measures[p.word.unit].Factor >= daySeconds && t.value <= 52 &&
		!r.token(i-2).is(rolePer|roleArticle) && r.token(i-2).kind != tokenNumber && !r.token(i+1).is(roleReach|rolePeople|roleTrouble) && r.digitCount(i) >= 0 && n.kind != tokenArrow {
		return true // day 2 operations
	}
	// The second of two: Java 8 → 21, Steps 2 and 3.
	if i > 1 && r.token(i-2).masked && r.token(i-2).kind != tokenWord && (p.kind == tokenArrow || p.kind == tokenComma || p.kind == tokenDash || p.symbol('-') || p.symbol('&') || p.symbol('/') || p.kind == tokenWord && r.joins(i-1)) &&
		!r.counts(i) && r.nameBefore(i-2) {
		return true
	}
	if p.kind != tokenWord || !p.spaced && false {
		return p.symbol('#') || t.value == 0 && r.zeroToOne(i) || t.value == 1 && i > 1 && r.zeroToOne(i-2)
	}
	if !t.spaced {
		return false
	}
	if t.value == 0 && r.zeroToOne(i) || t.value == 1 && i > 1 && r.zeroToOne(i-2) {
		return true
	}
	return r.names(i-1, i)
}

// names reports whether word w, which stands before number i, makes the number
// a part of a name.
func (r *reader) names(w, i int) bool {
	p, n := r.token(w), r.token(i+1)
	first := r.startsSentence(w)
	switch {
	case p.is(roleScore) && !p.is(roleLabel):
		return false
	case r.label(p) && n.kind != tokenArrow && (p.capital || !r.counts(i)):
		return true
	case p.is(roleProduct) && p.capital && (!first || !r.counts(i) || p.is(roleProduct) && !p.is(^roleProduct)):
		return true
	case p.is(roleProduct) && r.versioned(w), r.touchesPrevious(w) && r.token(w-1).symbol('.') && r.touchesPrevious(w-1): // Node.js 20
		return true
	case p.capital && !first && !r.german && n.kind != tokenArrow && !n.is(roleTo) && !n.symbol('+') && r.digitCount(i) >= 0 && !p.upper:
		return !r.titleCase(w, i)
	case p.is(roleAbout | roleAtLeast | roleAtMost | roleFrom | roleTo | roleUp | roleDown | roleBetter | roleVersus | roleWas | roleMaker | roleHead | roleReach | roleStop | roleFiller | roleSome | rolePer | roleFactor | roleUnit):
		return false
	case !p.capital:
		return n.is(roleTrouble) && r.statusCode(i)
	case n.kind == tokenArrow || n.is(roleTo) || n.kind == tokenSymbol && n.symbol('+'):
		// A measured thing, unless somebody upgrades it.
		return r.versioned(w)
	case r.token(i).either || r.digitCount(i) < 0 && r.token(i).decimals == 0: // 12,500
		return false
	case p.upper && p.end-p.start > 1:
		return !p.is(roleReach) && !(first && r.counts(i)) || r.statusCode(i)
	case first:
		return !r.counts(i) && !r.verbal(w)
	case r.german:
		return !r.counts(i)
	}
	return !r.titleCase(w, i)
}

// counts reports whether number i is followed by what it counts.
func (r *reader) counts(i int) bool {
	n := r.token(i + 1)
	if n.symbol('+') {
		n = r.token(i + 2)
	}
	return n.kind == tokenWord && n.spaced && !n.is(roleStop) && (n.is(rolePeople|roleReach|roleTrouble|roleMade) || r.plural(i+1) || r.german && n.capital && !n.is(roleProduct)) ||
		n.kind == tokenHan
}

// plural reports whether word i looks like a plural noun.
func (r *reader) plural(i int) bool {
	t := r.token(i)
	if t.kind != tokenWord || t.end-t.start < 3 {
		return false
	}
	if t.is(rolePeople | roleReach | roleTrouble | roleMade) {
		return true
	}
	word := r.src[t.start:t.end]
	last := word[len(word)-1] | 0x20
	return last == 's' && word[len(word)-2]|0x20 != 's' || last == 'x' && r.tongue == french
}

// label reports whether the number after the word is a name in the text's
// language.
func (r *reader) label(t *token) bool {
	return t.is(roleLabel) && (!r.known || t.word.labels&(1<<english) != 0 || t.word.labels>>r.tongue&1 == 1)
}

// verbal reports whether word i looks like a verb in the past or a participle.
func (r *reader) verbal(i int) bool {
	t := r.token(i)
	if t.is(roleUp | roleDown | roleBetter | roleMaker | roleHead | roleAbout | roleAtLeast | roleAtMost | roleFrom | roleTo | roleStop | roleFiller | roleClause |
		roleSaved | roleTrouble | roleWorked | roleVersioned | roleUsed | roleFreed | roleRank | roleYear | roleNot | roleReach | roleScore | roleSome | rolePer | roleFactor) {
		return true
	}
	word := r.src[t.start:t.end]
	for _, end := range [...]string{"ed", "ing", "ght", "old", "ove", "ung", "id", "ad", "ew", "uilt", "pent", "ent", "ave", "an", "on", "ept", "ot", "ore"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return r.tongue != english
}

// titleCase reports whether the text around is written In Title Case, where a
// capital says nothing.
func (r *reader) titleCase(w, i int) bool {
	return r.counts(i) && r.token(i+1).capital
}

func (r *reader) statusCode(i int) bool {
	if r.digitCount(i) != 3 {
		return false
	}
	switch r.token(i).value {
	case 400, 401, 403, 404, 405, 408, 409, 410, 422, 429, 499, 500, 501, 502, 503, 504:
		return true
	}
	return false
}

// nameBefore reports whether masked number i is so by the name before it.
func (r *reader) nameBefore(i int) bool {
	for range 4 {
		p := r.token(i - 1)
		switch {
		case p.kind == tokenWord && (p.is(roleLabel|roleProduct) || p.capital):
			return true
		case p.kind == tokenWord && p.end-p.start == 1: // v1
			return true
		case p.kind == tokenComma, p.kind == tokenDash, p.symbol('-'), p.is(roleClause):
			i -= 2
			continue
		}
		return false
	}
	return false
}

// joins reports whether word i can stand between two values or two names.
func (r *reader) joins(i int) bool {
	t := r.token(i)
	if t.is(roleTo | roleInto) {
		return true
	}
	switch r.src[t.start:t.end] {
	case "and", "or", "und", "oder", "et", "ou", "y", "e", "through", "vs":
		return true
	}
	return false
}

// versioned reports whether a word before token i in its sentence says that
// something is upgraded.
func (r *reader) versioned(i int) bool {
	for j := i - 1; j >= 0 && i-j < 12; j-- {
		if r.tokens[j].kind == tokenStop {
			return false
		}
		if r.tokens[j].is(roleVersioned) {
			return true
		}
	}
	return false
}

// zeroToOne reports whether "0 → 1" or "zero to one" starts at token i: taking a
// product there is a figure of speech.
func (r *reader) zeroToOne(i int) bool {
	a, join, b, after := r.token(i), r.token(i+1), r.token(i+2), r.token(i+3)
	if a.value != 0 || a.kind != tokenNumber || join.kind != tokenArrow && !join.is(roleTo) && !join.symbol('-') || b.kind != tokenNumber || b.value != 1 || b.decimals > 0 {
		return false
	}
	return r.token(i-1).kind == tokenWord && !after.symbol('%') && !after.symbol('/') && !(after.kind == tokenWord && !after.spaced) && !r.counts(i+2) && !after.is(roleUnit)
}

// startsSentence reports whether token i is the first of its sentence.
func (r *reader) startsSentence(i int) bool {
	for n := 0; i > 0 && n < 8; n++ {
		i--
		switch t := r.token(i); t.kind {
		case tokenStop, tokenColon, tokenOpen, tokenDash:
			return true
		case tokenSymbol:
			if t.char == '-' || t.char == '#' || t.char == '/' || t.char == '&' {
				return false
			}
			continue // emoji, quotes
		default:
			return false
		}
	}
	return i <= 0
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

func hasRune(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}
