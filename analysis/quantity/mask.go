package quantity

// reader holds one text's tokens and figures while they are read.
type reader struct {
	src     string
	tokens  []token
	figures []figure
	links   []link
	room    // for the results
	german  bool
	commas  bool // a comma divides some number of the text
	points  bool // a point does
	// roles are those of all words, and experience tells the ideographs for it.
	roles      role
	topics     topic
	experience bool
	known      bool // some word told the language
	han        bool // some ideograph stands in the text
	speaks     [languages]int
	// tongue is the language the text is most likely in; english when nothing
	// tells.
	tongue language
	// tongues are all that are as likely, a bit each.
	tongues uint8
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
			if r.digitCount(i) >= 0 && p.char == '第' {
				return true
			}
		case p.kind == tokenColon:
			if before.kind == tokenNumber || before.kind == tokenDigits {
				return true
			}
		case p.symbol('-'), p.kind == tokenDash:
			switch {
			case before.is(roleAtMost | roleAtLeast | roleAbout): // under-12, but sub-100ms
				return !r.measured(i) || r.aboveAge(i, before)
			case before.kind == tokenWord && !r.unitOf(i-2): // COVID-19, but 2s-3s
				return true
			case before.kind == tokenDigits || before.kind == tokenNumber && before.masked:
				return true
			}
		case p.symbol('/'):
			if before.kind == tokenWord && !before.is(roleUnit) || before.masked {
				return true
			}
		case p.symbol('.'), p.symbol('×') && r.token(i-2).is(roleArticle): // a ×10 lens
			return true
		case p.symbol('!') && p.spaced: // reviewed !981
			return true
		case p.symbol('+') && before.kind == tokenWord: // C++17
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
		case n.symbol('×') && after.kind == tokenNumber: // 16×16
			r.tokens[i+2].masked = true
			return true
		case n.kind == tokenColon && (after.kind == tokenNumber || after.kind == tokenDigits):
			return true
		case n.symbol('_'), n.symbol('@'), n.symbol('º'), n.symbol('ª'), n.symbol('°') && !after.is(roleUnit) && !after.symbol('C'):
			return !(n.symbol('°') && after.kind == tokenWord)
		case n.symbol('.') && after.kind == tokenWord:
			return true
		case n.kind == tokenOpen && after.kind == tokenWord && after.end-after.start == 1 && !after.spaced && r.token(i+3).kind == tokenClose:
			return true // 401(k)
		case n.symbol('\'') || n.symbol('’'):
			return after.kind == tokenWord
		case n.symbol('-') && after.kind == tokenWord:
			if after.upper && after.end-after.start == 1 {
				return true // 10-K
			}
			if r.src[after.start:after.end] == "odd" {
				return false // 200-odd guests
			}
			if after.is(roleReach|rolePeople) && t.value >= 10 || t.value >= 1000 && r.digitCount(i) < 0 {
				return false // a 200-attendee congress, a 15,000-piece order
			}
			return !after.is(roleUnit|roleTimes|rolePercent|rolePoint|roleMagnitude|roleSuffix) || after.is(roleLabel) && !after.is(roleUnit|roleSuffix)
		case n.symbol('-') && (after.kind == tokenDigits || after.kind == tokenNumber):
			return r.hyphens(i)
		case n.symbol('/') && (after.kind == tokenNumber || after.kind == tokenDigits):
			return r.slashes(i)
		}
	}
	return false
}

// unitOf reports whether word i is the unit of a number before it.
func (r *reader) unitOf(i int) bool {
	t := r.token(i)
	minutes := t.end-t.start == 1 && r.src[t.start] == 'm'
	return r.token(i-1).kind == tokenNumber && (t.is(roleUnit|roleMagnitude|roleTimes) || minutes)
}

// measured reports whether a unit or a percent sign follows number i.
func (r *reader) measured(i int) bool {
	n := r.token(i + 1)
	if n.symbol('-') && !n.spaced && r.touchesPrevious(i+2) {
		return r.token(i + 2).is(roleUnit) // sub-5-minute
	}
	return n.is(roleUnit|roleMagnitude|rolePercent|rolePoint|roleTimes) || n.symbol('%') || r.money(i+1) || n.kind == tokenWord && !n.spaced
}

// aboveAge reports whether number i behind "under-" or "over-" is an age: the under-15s,
// but sub-15s builds, under-5s latency.
func (r *reader) aboveAge(i int, bound *token) bool {
	s, n := r.token(i+1), r.token(i+2)
	return !bound.speaksOf(topicSub) && s.kind == tokenWord && !s.spaced && r.src[s.start:s.end] == "s" && !n.is(roleSaved|roleSpeed)
}

// suffix reports whether the word that touches a number's end is its unit or
// magnitude: 2.5s, 10k, 30GB, 3x.
func (r *reader) suffix(i int, value float64) bool {
	w := r.token(i)
	if w.end-w.start == 1 {
		switch r.src[w.start] {
		case 's':
			if r.decade(i-1, value) {
				return false
			}
			n, p := r.token(i+1), r.token(i-2) // 404s are status codes
			return !r.statusCode(i-1) || n.kind == tokenArrow || p.kind == tokenArrow || n.kind == tokenHan || n.is(roleTo) || p.is(roleTo|roleFrom)
		case 'K':
			// 4K and 8K are screens, unless somebody counts.
			screen := value == 4 || value == 8 || (value == 2 || value == 5 || value == 6) && r.token(i-2).capital && !r.startsSentence(i-2)
			return !screen || r.token(i+1).is(roleReach|rolePeople|roleTo) || r.token(i+1).symbol('+') ||
				r.token(i+1).kind == tokenArrow || r.money(i-2) || r.token(i-2).is(roleTo|roleFrom) || r.token(i-2).kind == tokenArrow
		case 'X':
			return !r.token(i+1).capital || r.startsSentence(i-1) // 10X Genomics
		case 'm', 'h', 'd', 'k', 'M', 'B', 'x', 'w', 'g', 't', 'l', 'y', 'W', 'V':
			return true
		case 'p', 'c':
			return r.smallMoney(i)
		}
		return false
	}
	if w.is(roleOrdinal) {
		return false
	}
	return w.is(roleUnit | roleMagnitude | roleTimes | rolePercent | rolePoint)
}

func hasRune(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}
