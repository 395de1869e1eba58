package quantity

import (
	"math"
	"strings"
)

// hours reads person-days, engineer-hours, working hours: a noun that leads to
// a unit of time.
func (r *reader) hours(f *figure, j int) bool {
	k := j + 1
	if r.token(k).symbol('-') {
		k++
	}
	w, u := r.token(j), r.token(k)
	if w.kind != tokenWord || w.is(roleStop|roleUnit) || !u.is(roleUnit) || u.is(roleRate) || measures[u.word.unit].kind != Duration || !u.is(rolePlural) && k == j+1 {
		return false
	}
	f.set(u.word.unit)
	f.last = k
	return true
}

// outOf reads scores and shares: 4.7/5, 8 out of 10, 1/2.
func (r *reader) outOf(f *figure, j int) bool {
	t, n := r.token(j), r.token(j+1)
	of := t.is(roleOf)
	word := ""
	if t.kind == tokenWord {
		word = r.src[t.start:t.end]
	}
	switch {
	case t.symbol('/') && n.kind == tokenNumber && !n.masked && !n.spaced:
	case (word == "sur" || word == "von" || of) && n.kind == tokenNumber && n.spaced && (n.value > f.q.Value || of && n.value == f.q.Value) && n.value <= 1000 && !r.token(j+2).symbol('%') && !f.word:
	case (of || word == "em") && hasFoldPrefix(r.src[n.start:n.end], "cada") && (r.token(j+2).kind == tokenNumber || r.token(j+2).is(roleNumber)): // tres de cada cuatro
		j++
		n = r.token(j + 1)
	case of && f.word && r.ofOthers(f, j+1) > 0:
		j = r.ofOthers(f, j+1) - 1
		n = r.token(j + 1)
	case word == "in" && n.spaced && !f.ranged && f.q.Value >= 1 && f.q.Bound == Exactly && r.inHowMany(f, j+1):
		if n.is(rolePer) {
			j++
			n = r.token(j + 1)
		}
	case word == "out" && n.is(roleOf) && (r.token(j+2).kind == tokenNumber || r.token(j+2).is(roleNumber)):
		j++
		n = r.token(j + 1)
	case word == "out" && n.is(roleOf) && r.token(j+2).is(rolePer) && (r.token(j+3).kind == tokenNumber || r.token(j+3).is(roleNumber)): // three out of every four
		j += 2
		n = r.token(j + 1)
	default:
		return false
	}
	total := n.value
	if n.is(roleNumber) {
		total = n.word.value
	}
	if total == 0 {
		return false
	}
	f.last = j + 1
	if word == "in" || t.symbol('/') && f.q.Value == 1 && total <= 10 || f.q.Value == 2 && total == 3 && t.symbol('/') || f.q.Value == 3 && total == 4 && t.symbol('/') {
		f.q.Number.End = n.end
		f.end = f.last
		f.setFraction(f.q.Value / total)
		r.shareUnit(f)
		return true
	}
	f.q.Kind, f.q.Unit, f.q.total = Score, Unit{r.src[t.start:n.end], "score", 1}, total
	return true
}

// nounOutOf reads a share with what it is of between: 1 enfant sur 5, 7 Gäste von 10.
func (r *reader) nounOutOf(f *figure, j int) bool {
	noun, t := r.token(j), r.token(j+1)
	word := r.src[t.start:t.end]
	if f.word || f.ranged || f.q.Value < 1 || noun.kind != tokenWord || !noun.spaced || noun.is(roleStop) || word != "sur" && word != "von" {
		return false
	}
	n := r.token(j + 2)
	if total, _, ok := r.ofHowMany(j + 2); !ok || n.kind != tokenNumber || total <= f.q.Value || total > 20 {
		return false
	}
	f.last = j + 2
	f.setFraction(f.q.Value / n.value)
	f.q.Value = math.Round(f.q.Value*1e14) / 1e12
	f.low *= 100
	f.high *= 100
	f.set(percent)
	f.share = false
	return true
}

// ofOthers is the token of a number above the figure in words, behind "the" or "our"
// at token i, or 0: two of our three shelters.
func (r *reader) ofOthers(f *figure, i int) int {
	if r.token(i).is(roleStop) {
		i++
	}
	if n := r.token(i); n.is(roleNumber) && n.word.value > f.q.Value && n.word.value <= 100 && r.spoken(n.word) {
		return i
	}
	return 0
}

// inHowMany reports whether a figure and the number at token i are a share: 3 in 4,
// nine in ten.
func (r *reader) inHowMany(f *figure, i int) bool {
	total, i, ok := r.ofHowMany(i)
	return ok && total > f.q.Value && total <= 100 && f.q.Value == math.Trunc(f.q.Value) && f.word == r.token(i).is(roleNumber) && (f.q.Value == 1 || f.word || r.token(i+1).kind == tokenWord)
}

// shareUnit makes a fraction a percentage, or a part of the unit after it: half
// a day.
func (r *reader) shareUnit(f *figure) {
	j := f.end + 1
	if r.token(j).is(roleArticle) && r.token(j+1).is(roleUnit) {
		j++
	}
	if t := r.token(j); t.is(roleUnit) && t.spaced && measures[t.word.unit].kind == Duration {
		f.share = false
		f.set(t.word.unit)
		f.last = j
		return
	}
	f.q.Value = math.Round(f.q.Value*1e14) / 1e12 // 0.07 is 7 percent, not a hair more
	f.low *= 100
	f.high *= 100
	f.set(percent)
}

// count reads the noun phrase that the number counts.
func (r *reader) count(f *figure, j int) {
	f.q.Kind, f.q.Unit = Count, Unit{"", "count", 1}
	start := j
	if r.token(j).is(roleOf) && (f.vague || f.word && f.q.Value >= 10) { // hundreds of users
		j++
		for r.token(j).is(roleStop) && j < start+3 {
			j++
		}
	}
	head, end := -1, -1
	for k := j; k < len(r.tokens) && k < j+6; k++ {
		t := r.token(k)
		if t.symbol('-') && !t.spaced && r.touchesPrevious(k+1) {
			continue
		}
		if t.kind == tokenHan && k == j {
			break
		}
		if t.kind != tokenWord || t.is(roleStop) && !r.token(k-1).symbol('-') && !(k == j && r.noShow(k)) || k > j && !t.spaced && !r.token(k-1).symbol('-') {
			break
		}
		if k == j && t.is(roleTo|roleFrom|roleVersus|roleWas|roleThan) {
			break
		}
		known := t.is(rolePeople | roleReach | roleMade | roleTrouble)
		if head >= 0 && !known && !r.plural(k) && end == k-1 && r.plural(head) {
			break // the noun is complete: "5 engineers participating"
		}
		end = k
		if known || head < 0 && r.plural(k) || head < 0 && r.german && t.capital {
			head = k
		}
		if t.is(rolePer) {
			break
		}
	}
	if end < 0 {
		f.bare = true
		if r.token(f.first-1).is(roleClause|roleStop|rolePer) && r.token(f.first-2).is(roleTimes) {
			f.set(times) // divisé par 3
			f.bare = false
		}
		if r.token(f.first-1).is(roleOf) && r.isFactor(f.first-2) { // by a factor of 4
			f.set(times)
			f.bare = false
		}
		return
	}
	if head < 0 {
		head = end
	}
	f.noun, f.nounEnd, f.last = j, head, head
	f.q.Unit.Symbol = r.symbol(head)
}

// symbol is word i in lower case.
func (r *reader) symbol(i int) string {
	t := r.token(i)
	word := r.src[t.start:t.end]
	if strings.IndexByte(word, 0) >= 0 {
		word = strings.ReplaceAll(word, "\x00", "")
	}
	return strings.ToLower(word)
}

// trouble reports whether word i is something one is glad to be without, also
// as the end of a German compound.
func (r *reader) trouble(i int) bool {
	t := r.token(i)
	if t.is(roleTrouble) || r.noShow(i-2) {
		return true
	}
	if t.kind != tokenWord {
		return false
	}
	word := r.src[t.start:t.end]
	if hasFoldPrefix(word, "mis") && r.plural(i) && r.tongue == english { // misprints, miscounts
		return !hasFoldPrefix(word, "missi") && (!hasFoldPrefix(word, "mist") || hasFoldPrefix(word, "mistr"))
	}
	if !r.german {
		return false
	}
	if hasFoldPrefix(word, "fehl") && t.capital { // Fehlbuchungen
		return true
	}
	for _, end := range [...]string{"unfall", "ausfälle", "ausfall", "fehler", "vorfälle", "störungen", "unfälle", "beschwerden", "zeiten", "verluste", "schäden", "pannen", "krankheitstage"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// noShow reports whether "no-show" or "no-shows" stands at token i.
func (r *reader) noShow(i int) bool {
	t := r.token(i + 2)
	return i >= 0 && r.token(i).is(roleNot) && r.token(i+1).symbol('-') && r.touchesPrevious(i+2) && hasFoldPrefix(r.src[t.start:t.end], "show")
}

// countsLater reports whether number i counts a plural behind an adjective or two:
// Supports 300 concurrent users.
func (r *reader) countsLater(i int) bool {
	for j := i + 1; j <= i+5; j++ {
		t := r.token(j)
		if t.symbol('-') && !t.spaced || r.token(j-1).symbol('-') && j > i+1 && !t.spaced {
			continue // looked-after children
		}
		if t.kind != tokenWord || !t.spaced || t.capital || t.is(roleStop) {
			return false
		}
		if r.plural(j) {
			return true
		}
	}
	return false
}

// countsKnown reports whether what the figure counts is in the lexicon as people or
// things. Elsewhere "from" is also "of": eine Schulung von 3 Tagen auf 12 Kunden.
func (r *reader) countsKnown(f *figure) bool {
	return r.tongue == english && f.q.Kind == Count && f.noun >= 0 && r.token(f.nounEnd).is(rolePeople|roleReach|roleTrouble|roleMade) && !r.token(f.nounEnd).is(roleUnit)
}

// isFactor reports whether word i is "factor".
func (r *reader) isFactor(i int) bool {
	t := r.token(i)
	switch r.src[t.start:t.end] {
	case "factor", "Faktor", "facteur", "fator":
		return true
	}
	return false
}
