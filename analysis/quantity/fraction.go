package quantity

import "strings"

// vulgar is the value of a fraction sign.
func vulgar(c rune) (float64, bool) {
	switch c {
	case '½':
		return 0.5, true
	case '⅓':
		return 1.0 / 3, true
	case '⅔':
		return 2.0 / 3, true
	case '¼':
		return 0.25, true
	case '¾':
		return 0.75, true
	case '⅕':
		return 0.2, true
	case '⅖':
		return 0.4, true
	case '⅗':
		return 0.6, true
	case '⅘':
		return 0.8, true
	case '⅙':
		return 1.0 / 6, true
	case '⅚':
		return 5.0 / 6, true
	case '⅛':
		return 0.125, true
	case '⅜':
		return 0.375, true
	case '⅝':
		return 0.625, true
	case '⅞':
		return 0.875, true
	}
	return 0, false
}

func (f *figure) setFraction(v float64) {
	f.q.Value, f.low, f.high, f.share, f.word = v, v-0.05, v+0.05, true, true
}

// vulgarAfter adds a fraction sign to the number before it: 2½.
func (r *reader) vulgarAfter(f *figure) {
	if v, ok := vulgar(r.token(f.end + 1).char); ok && r.token(f.end+1).kind == tokenSymbol {
		f.end++
		f.last++
		f.q.Value += v
		f.low, f.high = f.q.Value-0.125, f.q.Value+0.125
	}
}

// fraction reads "half", "a third", "two thirds" at token j, after a number of
// the value n where seen.
func (r *reader) fraction(f *figure, j int, n float64, seen, counted bool) bool {
	t := r.token(j)
	v := t.word.value
	next := r.token(j + 1)
	if next.symbol('-') && r.touchesPrevious(j+1) || next.kind == tokenWord && !next.spaced {
		return false // third-party, half-life
	}
	if next.is(roleOf) && r.month(j+2) {
		return false // the eighth of May
	}
	if !counted && t.is(rolePer) && next.kind == tokenWord && !next.is(roleUnit|roleStop|roleEvery) { // every third customer
		f.setFraction(v)
		f.end, f.last = j, j
		return true
	}
	if word := r.src[next.start:next.end]; word == "past" || t.is(roleUnit) && word == "to" && r.token(j+2).is(roleNumber) && !r.token(j+3).is(roleUnit) {
		return false // half past six, quarter to nine
	}
	if t.is(roleUnit) && t.is(roleFraction) && (r.ofTime(j, n) || !counted && (r.ordinalWord(j-1) || r.token(j-1).speaksOf(topicRanked))) { // the third quarter of the year
		return false
	}
	half := v == 0.5
	full := r.token(j-2).is(roleArticle) && r.fullyBefore(j)
	switch {
	case counted && n >= 1 && n < 1/v && !half: // two thirds
		v *= n
	case counted && half && r.token(j-1).symbol('-') && n == 1: // one-half
	case counted && half: // two and a half
		f.q.Value, f.low, f.high = n+v, n+0.25, n+0.75
		f.end, f.last = j, j
		return true
	case full: // a good third
	case half, r.token(j - 1).is(roleArticle), next.is(roleOf):
		if t.is(roleUnit) && !next.is(roleOf) && !next.is(roleLess|roleComparative) && !r.byWord(r.token(j-2)) && !r.token(j-2).is(roleTo) {
			return false // within a quarter
		}
		if !half && !next.is(roleOf) && !r.byFraction(j) {
			return false
		}
	default:
		return false
	}
	if half && !counted && !r.halved(j) {
		return false
	}
	f.setFraction(v)
	f.end, f.last = j, j
	if r.token(j-1).is(roleArticle) && !counted {
		f.core = j - 1
		f.first = j - 1
	}
	return true
}

// fullyBefore reports whether the word before token j says that the fraction is no less: a
// full third, un bon tiers.
func (r *reader) fullyBefore(j int) bool {
	t := r.token(j - 1)
	switch r.src[t.start:t.end] {
	case "full", "good", "whole", "gutes", "gute", "volles", "knappes", "bon", "bonne", "buen", "buena", "bom", "boa":
		return true
	}
	return false
}

// ofTime reports whether "quarters of" at token j, n of them, are times of the year,
// not parts of a whole: three quarters of growth.
func (r *reader) ofTime(j int, n float64) bool {
	if !r.token(j).is(roleUnit) || r.token(j).length <= 8 {
		return false
	}
	for k := j + 1; k <= j+2; k++ {
		if t := r.token(k); t.is(roleUp|roleDown|roleRank) || t.amount() {
			return true
		}
	}
	return n != 3
}

// oneIn reads "one in six", "one pupil in six", "un client sur trois", "uma em cada
// cinco" at token i, and tells of how many and where it ends.
func (r *reader) oneIn(i int) (total float64, last int, ok bool) {
	one := hasFoldPrefix(r.src[r.token(i).start:r.token(i).end], "one")
	for j := i + 1; j <= i+2; j++ {
		switch n := r.token(j + 1); strings.ToLower(r.src[r.token(j).start:r.token(j).end]) {
		case "in":
			if one {
				total, last, ok = r.ofHowMany(j + 1)
			}
		case "sur", "out":
			total, last, ok = r.ofHowMany(j + 1)
			if n.is(roleOf) {
				total, last, ok = r.ofHowMany(j + 2)
			}
		case "em", "de", "a":
			if hasFoldPrefix(r.src[n.start:n.end], "cada") {
				total, last, ok = r.ofHowMany(j + 2)
			}
		default:
			if r.token(j).kind == tokenWord && !r.token(j).is(roleStop) {
				continue
			}
		}
		break
	}
	return total, last, ok
}

// ofHowMany reads the whole number above one at token i, which no unit follows.
func (r *reader) ofHowMany(i int) (total float64, last int, ok bool) {
	if r.token(i).is(rolePer) { // one in every five
		i++
	}
	n := r.token(i)
	switch {
	case n.is(roleNumber):
		total = n.word.value
	case n.kind == tokenNumber && n.decimals == 0 && !n.masked:
		total = n.value
	}
	return total, i, total > 1 && !r.token(i+1).is(roleUnit)
}

func (r *reader) apostrophe(i int) bool {
	return r.token(i).symbol('\'') || r.token(i).symbol('’')
}

// byFraction reports whether the fraction at token j is what something changed
// by: "cut by a third", "um ein Drittel".
func (r *reader) byFraction(j int) bool {
	p := r.token(j - 2)
	if r.apostrophe(j - 2) { // d'un quart
		return true
	}
	return p.is(roleClause|roleStop|roleTo|roleAbout|roleAtLeast|roleAtMost) || r.token(j+1).is(roleDown|roleUp|roleLess|roleSpeed|roleAtMost|roleAtLeast) || r.token(j+1).is(roleStop) && r.token(j+2).is(roleLess|roleComparative|roleAtMost|roleAtLeast)
}

// halved reports whether "half" at token j means a part of something.
func (r *reader) halved(j int) bool {
	p, n := r.token(j-1), r.token(j+1)
	switch {
	case r.ordinalWord(j-1) && !hasFoldPrefix(r.src[p.start:p.end], "that"):
		return false // this half, the first half of the year
	case n.is(roleOf|roleLess|roleAtMost) && n.spaced, n.is(roleArticle) && r.token(j+2).is(roleUnit), n.is(roleUnit) && (p.is(roleArticle) || r.tongue != english):
		return true
	case p.is(roleStop | roleClause | roleInto | roleTo | roleAbout | roleAtLeast | roleAtMost | roleArticle | roleDown | roleFiller):
		// in half, by half, to half, in half the time; not "in half-day steps"
		return true
	case n.is(roleStop) || n.is(roleFiller): // half the pupils
		return n.kind == tokenWord
	}
	return false
}
