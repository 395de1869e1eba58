package quantity

import "strings"

// magnitude reads what multiplies the number just read: k, million, Mio, lakh,
// 万.
func (r *reader) magnitude(f *figure) {
	if f.share {
		return
	}
	for {
		j := f.end + 1
		t := r.token(j)
		factor := 0.0
		switch {
		case t.kind == tokenHan:
			factor = hanMagnitude(t.char)
		case t.kind != tokenWord || f.word:
		case t.end-t.start == 1:
			factor = r.letterMagnitude(f, j)
		case t.is(roleMagnitude):
			if r.src[t.start:t.end] == "mm" && !r.moneyBefore(f.core) || t.is(roleUnit) && t.end-t.start == 2 && !r.moneyBefore(f.core) && r.tongue != portuguese {
				return
			}
			if t.is(roleUnit) && !r.spoken(t.word) { // 7 cents
				return
			}
			factor = t.word.value
		case t.symbol('-'):
		}
		if t.symbol('-') && !t.spaced && r.token(j+1).is(roleMagnitude) && r.touchesPrevious(j+1) && r.token(j+1).end-r.token(j+1).start > 2 {
			factor = r.token(j + 1).word.value
			j++
		}
		if factor == 0 || f.scale > 1e12 {
			return
		}
		f.q.Value *= factor
		f.low *= factor
		f.high *= factor
		f.scale *= factor
		f.end, f.last = j, j
	}
}

// letterMagnitude is what one letter after a number multiplies by. "m" is a
// million in sums of money and where people or things are counted, and a
// minute elsewhere.
func (r *reader) letterMagnitude(f *figure, j int) float64 {
	t := r.token(j)
	money := r.moneyBefore(f.core) || r.money(j+1)
	if t.spaced && !money && !(r.src[t.start] == 'M' || r.src[t.start] == 'k' || r.src[t.start] == 'K') {
		return 0
	}
	switch r.src[t.start] {
	case 'k', 'K':
		return 1e3
	case 'M':
		if t.spaced && !money && !r.countable(j+1) && !r.token(j+1).is(roleOf) {
			return 0
		}
		return 1e6
	case 'B':
		if money || r.token(j+1).symbol('+') || r.countable(j+1) {
			return 1e9
		}
	case 'm':
		if money || r.token(j+1).is(roleReach|rolePeople) || r.token(j+1).symbol('+') && r.countable(j+2) {
			return 1e6
		}
	case 'b':
		if money {
			return 1e9
		}
	case 'T':
		if money {
			return 1e12
		}
	}
	return 0
}

func (r *reader) countable(i int) bool {
	t := r.token(i)
	return t.kind == tokenWord && t.spaced && !t.is(roleStop)
}

// money reports whether token i names a currency: $, €, USD, Euro.
func (r *reader) money(i int) bool { return r.currency(i) != 0 }

// taken is the first token that no figure has taken yet.
func (r *reader) taken() int {
	if n := len(r.figures); n > 0 {
		return r.figures[n-1].last + 1
	}
	return 0
}

// currency is the unit that token i names, or 0.
func (r *reader) currency(i int) unitID {
	t := r.token(i)
	switch t.kind {
	case tokenSymbol:
		switch t.char {
		case '$':
			if r.touchesPrevious(i) {
				switch p := r.token(i - 1); {
				case p.kind != tokenWord:
				case strings.EqualFold(r.src[p.start:p.end], "R"):
					return real
				case strings.EqualFold(r.src[p.start:p.end], "C"), strings.EqualFold(r.src[p.start:p.end], "CA"):
					return canadian
				case strings.EqualFold(r.src[p.start:p.end], "A"), strings.EqualFold(r.src[p.start:p.end], "AU"):
					return australian
				}
			}
			return dollar
		case '€':
			return euro
		case '£':
			return pound
		case '¥':
			return yen
		case '₹':
			return rupee
		case '₩':
			return won
		case '₽':
			return rouble
		case '₺':
			return lira
		case '₪':
			return shekel
		case '฿':
			return baht
		case '₦':
			return naira
		case '₴':
			return hryvnia
		case '₫':
			return dong
		case '₱':
			return peso
		case '¢':
			return cent
		}
	case tokenWord:
		if t.is(roleUnit) && t.word.unit >= euro && t.word.unit <= cent {
			return t.word.unit
		}
		if p := r.token(i - 1); p.kind == tokenNumber && !p.masked && r.smallMoney(i) {
			return cent
		}
	case tokenHan:
		switch t.char {
		case '円':
			return yen
		case '元':
			return yuan
		case '원':
			return won
		}
	}
	return 0
}

// smallMoney reports whether the letter p or c at token i, touching its number, is pence or
// cents: where a word beside the figure says that it went down or up, or what it is paid
// for. Elsewhere it is a page, a picture's lines or a part of a name: 720p, flat 12c.
func (r *reader) smallMoney(i int) bool {
	t := r.token(i)
	if t.end-t.start != 1 || t.spaced || !hasRune("pc", rune(r.src[t.start])) || r.token(i-1).value >= 240 {
		return false
	}
	p, n := r.token(i-2), r.token(i+1)
	switch {
	case p.is(roleLabel):
		return false
	case r.src[t.start] == 'p' && (p.kind == tokenColon || p.kind == tokenArrow || n.kind == tokenArrow || p.is(roleFrom) && n.is(roleTo) || p.is(roleTo) && r.token(i-4).is(roleFrom)):
		return true // 42p → 31p
	case n.is(roleArticle) && r.token(i+2).kind == tokenWord, n.is(rolePer | roleLess | roleComparative), n.symbol('/') && r.token(i+2).kind == tokenWord:
		return true // 8p a mile, 14c less
	case r.src[n.start:n.end] == "off" || r.src[n.start:n.end] == "from", p.kind == tokenWord && r.byWord(p), p.is(roleArticle):
		return r.changedBefore(i - 1)
	}
	return p.is(roleUp | roleDown | roleSaved)
}

// changedBefore reports whether a word of change stands shortly before number i.
func (r *reader) changedBefore(i int) bool {
	for j := i - 1; j >= i-6 && r.token(j).kind == tokenWord; j-- {
		if r.token(j).is(roleUp | roleDown | roleSaved) {
			return true
		}
	}
	return false
}

// moneyBefore reports whether a currency stands before the number at token i.
func (r *reader) moneyBefore(i int) bool {
	if i-1 < r.taken() {
		return false
	}
	u, t := r.currency(i-1), r.token(i-1)
	switch {
	case u == 0 || t.kind != tokenWord:
		return u != 0
	case u == won:
		return t.upper // not: won 3 clinics
	case u == swedish:
		return !t.upper || t.end-t.start > 2 // not: the KR 16
	}
	return t.upper || t.end-t.start <= 3
}
