package quantity

import "achievement-ls/analysis/text"

// spoken reports whether a word that means something else in other languages
// is meant as a number in this text: "media", "dos", "tiers".
func (r *reader) spoken(e *entry) bool {
	return e.only == 0 || e.only>>r.tongue&1 == 1 || e.only&r.tongues != 0 && r.speaks[r.tongue] > 0
}

// wordNumber reads a number in words: twelve, forty-five, two and a half
// million, a dozen, hundreds, half, two thirds.
func (r *reader) wordNumber(f *figure) bool {
	i := f.core
	f.word = true
	if t := r.token(i); t.capital && !r.startsSentence(i) && r.token(i+1).capital && r.tongue == english && !r.token(i-1).capital {
		return false // a name: the Three Peaks
	}
	if i > 0 && r.touchesPrevious(i) && (r.token(i-1).symbol('-') && !r.figuresAfter(i) || r.token(i-1).kind == tokenWord || r.apostrophe(i-1) && r.token(i-2).end-r.token(i-2).start > 2) {
		return false
	}
	if p := r.token(i - 1); r.token(i-2).is(roleFraction) && (r.src[p.start:p.end] == "past" || r.token(i-2).is(roleUnit) && r.src[p.start:p.end] == "to") && r.tongue == english && !r.token(i-3).is(roleArticle) {
		return false // quarter to nine
	}
	total, current := 0.0, 0.0
	seen, counted := false, false // any word; any but articles
	j := i
loop:
	for ; j < len(r.tokens); j++ {
		t := r.token(j)
		if j > i && !t.spaced && !r.token(j-1).symbol('-') {
			// forty-five
			if !t.symbol('-') || !r.touchesPrevious(j+1) || !r.token(j+1).is(roleNumber|roleMagnitude|roleFraction) {
				break
			}
			continue
		}
		switch {
		case t.kind != tokenWord || t.word == nil || !r.spoken(t.word) || current > 1e12:
			break loop
		case t.is(roleNumber):
			if counted && current != 0 && t.word.value >= current {
				break loop // "two three-year terms"
			}
			current += t.word.value
			seen, counted = true, true
		case t.is(roleVague):
			// tens of thousands
			if seen && !f.vague {
				break loop
			}
			current = max(current, 1) * t.word.value
			f.vague, seen, counted = true, true, true
			if r.token(j+1).is(roleOf) && r.token(j+2).is(roleVague|roleMagnitude) {
				j++
			}
		case t.is(roleMagnitude) && t.end-t.start > 2:
			if !seen && !t.capital && t.word.value < 1000 && r.tongue == english && t.word.value != 12 {
				break loop
			}
			if current == 0 {
				current = 1
			}
			if t.word.value >= 1000 {
				total += current * t.word.value
				current = 0
			} else {
				current *= t.word.value
			}
			seen, counted = true, true
		case t.is(roleFraction):
			if !r.fraction(f, j, total+current, seen, counted) {
				if !counted {
					return false
				}
				break loop
			}
			return true
		case t.is(roleSome):
			if !r.token(j + 1).is(roleMagnitude) {
				break loop
			}
			f.vague, seen = true, true
			current = 2
		case t.is(roleArticle) && !counted && !seen:
			n := r.token(j + 1)
			if within := r.token(j - 1); n.is(roleUnit) && n.is(roleFraction) && within.is(roleAtMost) && r.within(within) && !r.token(j+2).is(roleOf) {
				current, seen, counted = 1, true, true // within one quarter
				j++
				break loop
			}
			if n.is(roleMagnitude|roleFraction) && n.spaced {
				current, seen = 1, true
				continue
			}
			if n.symbol('-') && !n.spaced && r.touchesPrevious(j+2) && r.token(j+2).is(roleFraction) {
				current, seen, counted = 1, true, true // one-third
				continue
			}
			if total, last, ok := r.oneIn(j); ok {
				f.setFraction(1 / total)
				f.end, f.last = last, last
				return true
			}
			if r.oneAmong(j) || r.onlyOne(j) {
				current, seen, counted = 1, true, true
				j++
				break loop
			}
			if r.fullyBefore(j+2) && r.token(j+2).spaced {
				j++ // a whole week sooner
			}
			if !r.oneUnit(j) {
				return false
			}
			current, seen, counted = 1, true, true
			j++
			break loop
		case t.is(roleClause) && seen && (r.token(j+1).is(roleNumber) && current >= 100 || r.token(j+1).is(roleArticle) && r.token(j+2).is(roleFraction)):
			// one hundred and fifty; two and a half
			if r.token(j + 1).is(roleArticle) {
				j++
			}
		default:
			break loop
		}
	}
	if !counted {
		return false
	}
	f.q.Value = total + current
	if r.token(i).is(roleNumber) && f.q.Value == 0 && r.token(i).word.value == 0 {
		f.low, f.high = 0, 0
	} else if f.vague {
		f.low, f.high = f.q.Value, f.q.Value*1000
	} else {
		place := lastPlace(f.q.Value)
		f.low, f.high = f.q.Value-place/2, f.q.Value+place/2
	}
	f.end, f.last = j-1, j-1
	// three-pillar, zero-shot: a name, unless what follows is a unit.
	n := r.token(j)
	if r.touchesPrevious(j) && n.symbol('-') {
		w := r.token(j + 1)
		if w.is(roleUnit) && (f.q.Value == 0 || w.word.unit == scorePoint && !r.token(j+2).is(roleUp|roleDown|roleBetter)) { // zero-day, three-point lighting
			return false
		}
		if !w.is(roleUnit|roleTimes|rolePercent|rolePoint|roleMagnitude) && !(w.is(roleTrouble) && f.q.Value == 0) && !w.is(roleSuffix) && w.kind == tokenWord && r.src[w.start:w.end] != "odd" {
			return false
		}
	} else if n.kind == tokenWord && !n.spaced {
		return false
	}
	return true
}

// figuresAfter reports whether the number at token i tells how many digits something has:
// mid-five-figure savings.
func (r *reader) figuresAfter(i int) bool {
	return r.token(i+1).symbol('-') && r.touchesPrevious(i+2) && hasFoldPrefix(r.src[r.token(i+2).start:], "figure")
}

// lastPlace is the value of the last significant digit's place of a whole number.
func lastPlace(v float64) float64 {
	place := 1.0
	for v >= 10 && v == float64(int64(v/10))*10 {
		v /= 10
		place *= 10
	}
	return place
}

// digitsInWords reads "single-digit" with the unit after it, and "an
// order-of-magnitude" as tenfold.
func (r *reader) digitsInWords(f *figure) bool {
	t := r.token(f.core)
	if !r.touchesPrevious(f.core+1) || !r.token(f.core+1).symbol('-') {
		return false
	}
	rest := r.src[t.start:]
	low, high := 0.0, 0.0
	switch {
	case hasFoldPrefix(rest, "single-digit"):
		low, high = 1, 9
	case hasFoldPrefix(rest, "double-digit"):
		low, high = 10, 99
	case hasFoldPrefix(rest, "triple-digit"):
		low, high = 100, 999
	case hasFoldPrefix(rest, "order-of-magnitude"):
		f.end, f.last = f.core+4, f.core+4
		f.set(times)
		f.q.Value, f.low, f.high = 10, 3, 30
		f.verb, f.word, f.vague = true, true, true
		f.q.Number = text.Span{Start: t.start, End: r.token(f.end).end}
		return true
	default:
		return false
	}
	f.end, f.last = f.core+2, f.core+2
	f.q.Value, f.low, f.high = (low+high)/2, low, high
	f.word, f.vague = true, true
	f.q.Number = text.Span{Start: t.start, End: r.token(f.end).end}
	r.unit(f)
	return true
}

// factor reads a verb or adverb that is a multiplier: doubled, halved, tenfold.
func (r *reader) factor(f *figure) bool {
	t := r.token(f.core)
	if r.touchesPrevious(f.core) && r.token(f.core-1).kind == tokenSymbol && r.token(f.core-1).symbol('-') {
		return false
	}
	if n := r.token(f.core + 1); r.tongue == english && t.is(roleUp) && r.src[n.start:n.end] == "as" && !hasFoldPrefix(r.src[t.start:], "twice") {
		return false // tripled as usher, cashier and cook
	}
	if n := r.token(f.core + 1); r.touchesPrevious(f.core+1) && (n.symbol('-') || n.kind == tokenWord) {
		return false // double-check
	}
	if hasFoldPrefix(r.src[t.start:], "duplicad") && r.src[t.end-1] == 's' && !(f.core == 1 && (r.token(2).kind != tokenWord || r.token(2).is(roleStop))) {
		return false // registros duplicados, which are twice the same
	}
	f.q.Kind, f.q.Unit, f.q.Value = Multiplier, measures[times].Unit, t.word.value
	if t.is(roleDown) {
		f.q.Value = 1 / t.word.value
	}
	f.low, f.high = f.q.Value*0.875, f.q.Value*1.25
	f.q.Number = t.span()
	f.verb, f.word = true, true
	if t.word.role&(roleUp|roleDown) == 0 { // twice a week
		if n := r.token(f.core + 1); n.is(roleArticle|rolePer) && r.token(f.core+2).is(roleUnit) {
			f.q.Kind, f.q.Unit = Rate, rateOf("count", r.token(f.core+2).word.unit)
			f.q.Unit.Symbol = r.src[n.start:r.token(f.core+2).end]
			f.last = f.core + 2
			f.verb = false
			f.weight = weak
			return true
		}
		return false
	}
	f.weight = strong
	return true
}
