package quantity

import "strings"

// inWords reports whether the text tells a measure without a number: "from
// weeks to hours", "weekly to daily", "placed first", "A to A+", "no guest has complained",
// O(n²).
func (r *reader) inWords() bool {
	for i := range r.tokens {
		t, n := r.token(i), r.token(i+1)
		switch {
		case t.is(roleOften) && r.oftenTo(i+1):
			return true // from weekly releases to several daily ones
		case t.is(roleRank) && (r.token(i-1).is(roleOrdinal) || i == 1 && r.ordinalWord(0)):
			return true // 2nd place
		case t.is(roleOrdinal) && !t.spaced && r.cameIn(i-2), t.speaksOf(topicRanked) && r.place(i):
			return true // came 3rd, came third, the third place
		case t.is(rolePlural|roleOften) && (n.is(roleTo|roleInto) || n.kind == tokenArrow) && (r.token(i+2).is(rolePlural|roleOften) || r.token(i+3).is(rolePlural|roleOften)):
			return true
		case t.is(roleStop) && n.is(rolePlural) && measures[n.word.unit].Factor <= weekSeconds && r.within(t) && !r.token(i+2).is(roleOf):
			return true
		case r.within(t) && (r.aTime(i+1) || n.is(roleAtMost) && r.aTime(i+2)):
			return true // in under a week
		case t.kind == tokenArrow && r.token(i-1).masked && r.token(i-2).kind == tokenColon && n.masked && r.token(i+2).kind == tokenColon:
			return true // on hold 11:40 → 3:20
		case t.kind == tokenWord && hasFoldPrefix(r.src[t.start:t.end], "percentile"):
			return true
		case t.is(roleOrdinal) && !t.spaced && (n.is(roleTo) || n.kind == tokenArrow) && r.token(i+2).masked:
			return true
		case t.masked && n.is(roleUnit) && n.spaced && measures[n.word.unit].kind == Duration && r.token(i-1).kind == tokenColon:
			return true // 1:30 minutes
		case t.is(roleUnit) && r.token(i-1).is(rolePer) && (n.is(roleTo) || n.kind == tokenArrow):
			return true // from every week to
		case t.is(roleRank) && r.ranked(i):
			return true
		case t.kind == tokenWord && t.end-t.start == 1 && (r.src[t.start] == 'O') && n.kind == tokenOpen && !n.spaced:
			return true
		case t.is(roleSome) && (n.is(rolePlural) || n.is(roleOf) && r.token(i+2).is(rolePlural)) && !r.salary():
			return true
		case r.grade(t) && (n.is(roleTo) || n.kind == tokenArrow) && r.grade(r.token(i+2)):
			return true
		case t.is(roleNot) && r.startsSentence(i) && (r.happened(i+1) || r.nobody(t) && n.kind == tokenWord):
			return true // "No guest has complained", "Nobody fell"
		case t.speaksOf(topicNone) && t.length > 6 && hasFoldPrefix(r.src[t.start:], "none") && r.startsSentence(i) && (r.plural(i+1) || r.plural(i+2)):
			return true // none of the boats took in water
		case t.speaksOf(topicNever) && r.harm(i+1):
			return true // never late
		case t.speaksOf(topicWithout) && (r.trouble(i+1) || n.is(roleArticle) && (r.trouble(i+2) || r.token(i+2).is(roleArticle) && r.trouble(i+3))):
			return true
		}
	}
	return false
}

// measuredInWords reports whether the text tells an outcome as exact as a figure's
// without one: "sub-second", "credit rating from BB to A-", "without a single outage".
func (r *reader) measuredInWords() bool {
	if r.topics&(topicMark|topicWithout|topicSub|topicNotOne|topicRatio) == 0 {
		return false
	}
	for i := range r.tokens {
		t, n := r.token(i), r.token(i+1)
		switch {
		case t.speaksOf(topicSub) && n.symbol('-') && r.touchesPrevious(i+2) && r.token(i+2).is(roleUnit):
			return true
		case t.masked && n.kind == tokenColon && t.value > 2 && r.token(i+2).value == 1 && r.token(i+2).masked && (r.token(i+3).speaksOf(topicRatio) || r.toldBefore(i, topicRatio, 4)):
			return true // a 6:1 return
		case t.speaksOf(topicMark) && r.regraded(i+1), t.speaksOf(topicNotOne) && r.startsClause(i) && r.thing(i+1):
			return true
		case t.speaksOf(topicWithout) && (r.single(i+1) && r.thing(i+2) || n.is(roleArticle) && r.single(i+2) && r.thing(i+3)):
			return true
		}
	}
	return false
}

// aTime reports whether "a week" or the like, and no longer phrase, stands at token i.
func (r *reader) aTime(i int) bool {
	t, n := r.token(i+1), r.token(i+2)
	return r.token(i).is(roleArticle) && t.is(roleUnit) && !t.is(roleRate) && measures[t.word.unit].kind == Duration && (n.kind != tokenWord || n.is(roleStop)) && !n.is(roleOf) && !n.symbol('-')
}

// regraded reports whether two marks, joined as before and after, stand at most three
// tokens from token i: from BB to A-, B → A+.
func (r *reader) regraded(i int) bool {
	for j := i; j < i+4; j++ {
		next, ok := r.mark(j)
		if !ok {
			if t := r.token(j); t.kind != tokenWord && t.kind != tokenColon && t.kind != tokenComma {
				return false
			}
			continue
		}
		if p := r.token(j - 1); j > i && !p.is(roleFrom|roleWas) && p.kind != tokenColon && p.kind != tokenComma && r.token(next).kind != tokenArrow {
			return false // label copy for the A to D shelves
		}
		if t := r.token(next); !t.is(roleTo) && t.kind != tokenArrow {
			continue
		}
		_, ok = r.mark(next + 1)
		return ok
	}
	return false
}

// mark reads a mark at token i, and tells the token after it: B, AAA, A+, BB-, Baa1.
func (r *reader) mark(i int) (next int, ok bool) {
	t := r.token(i)
	if t.kind != tokenWord || t.end-t.start > 3 {
		return 0, false
	}
	for j, c := range r.src[t.start:t.end] {
		if (c < 'A' || c > 'G') && (j == 0 || c != 'a') {
			return 0, false
		}
	}
	if n := r.token(i + 1); n.kind == tokenNumber && !n.spaced && n.value >= 1 && n.value <= 3 {
		return i + 2, true
	}
	if n := r.token(i + 1); !n.spaced && (n.symbol('+') || n.symbol('-')) {
		for i++; r.token(i+1).symbol('+') && !r.token(i+1).spaced; i++ {
		}
	}
	return i + 1, true
}

// harm reports whether word i is something one is glad to be without, or begins it: an
// outage, a missed train.
func (r *reader) harm(i int) bool { return r.trouble(i) || r.token(i).speaksOf(topicHarm) }

// thing reports whether word i can be what there was none of.
func (r *reader) thing(i int) bool {
	t := r.token(i)
	return t.kind == tokenWord && t.spaced && (!t.is(roleStop) || r.harm(i))
}

// single reports whether word i says that there was not even one.
func (r *reader) single(i int) bool {
	t := r.token(i)
	switch strings.ToLower(r.src[t.start:t.end]) {
	case "one", "single", "einzigen", "einzige", "einziges", "einziger", "seul", "seule", "solo", "sola", "único", "única":
		return true
	}
	return false
}

func (r *reader) salary() bool {
	return r.roles&roleSalary != 0
}

func (r *reader) within(t *token) bool {
	switch strings.ToLower(r.src[t.start:t.end]) {
	case "in", "within", "to":
		return true
	}
	return false
}

// ranked reports whether a rank is told at token i: "top 10", "placed first",
// "ranked 2nd", but not the OWASP Top 10.
func (r *reader) ranked(i int) bool {
	t, n := r.token(i), r.token(i+1)
	if t.capital && !r.startsSentence(i) {
		return false
	}
	if n.kind == tokenNumber {
		return true
	}
	if n.symbol('#') {
		return false
	}
	word := r.src[n.start:n.end]
	return word == "first" || word == "second" || word == "third"
}

// place reports whether the ordinal in words at token i is a place in a ranking: came
// second, den zweiten Platz, segundo lugar; but not: came first thing.
func (r *reader) place(i int) bool {
	n := r.token(i + 1)
	ended := n.kind != tokenWord || n.is(roleStop)
	switch {
	case n.is(roleRank) && n.spaced:
		return !(n.capital && r.tongue == english)
	case r.tongue == german && ended && i == 0:
		return true // Zweiter beim Landeswettbewerb
	}
	if after := r.token(i + 2); i == 0 && after.is(roleStop) && hasFoldPrefix(r.src[after.start:after.end], "the") && (r.within(n) || r.src[n.start:n.end] == "at") {
		return true // Sixth in the league
	}
	return ended && r.cameIn(i-1)
}

// cameIn reports whether word i puts what follows it in a ranking.
func (r *reader) cameIn(i int) bool {
	switch t := r.token(i); strings.ToLower(r.src[t.start:t.end]) {
	case "came", "come", "finished", "placed", "ranked", "wurde", "wurden", "arrivé", "arrivée", "classé", "classée", "terminé", "quedé", "quedó", "quedamos", "fiquei", "ficou", "ficamos":
		return true
	}
	return false
}

// oftenTo reports whether a frequency in a word follows "to" within a few words
// from token i.
func (r *reader) oftenTo(i int) bool {
	to := false
	for j := i; j < i+6 && j < len(r.tokens); j++ {
		switch t := r.token(j); {
		case t.kind != tokenWord && !t.symbol('-'), t.is(roleClause):
			return false
		case t.is(roleTo):
			to = true
		case to && t.is(roleOften):
			return true
		}
	}
	return false
}

// nobody reports whether t stands for people by itself.
func (r *reader) nobody(t *token) bool {
	switch strings.ToLower(r.src[t.start:t.end]) {
	case "nobody", "niemand", "nadie", "ninguém":
		return true
	}
	return false
}

// happened reports whether a verb of what was or has been stands at token i or
// right behind it.
func (r *reader) happened(i int) bool {
	for ; i < len(r.tokens) && r.tokens[i].kind == tokenWord; i++ {
		switch t := r.token(i); r.src[t.start:t.end] {
		case "has", "have", "had", "was", "were", "wurde", "wurden", "hat":
			return true
		}
	}
	return false
}

// grade reports whether a token is a mark from A to F.
func (r *reader) grade(t *token) bool {
	return t.kind == tokenWord && t.end-t.start == 1 && r.src[t.start] >= 'A' && r.src[t.start] <= 'F'
}
