package quantity

import (
	"math"
	"strings"
)

// weighCount: what is counted decides, and next what was done with it.
func (r *reader) weighCount(f *figure) weight {
	if f.bare {
		return r.weighBare(f)
	}
	roles := role(0)
	for j := f.noun; j >= 0 && j <= f.nounEnd; j++ {
		if t := r.token(j); t.word != nil {
			roles |= t.word.role
		}
	}
	switch {
	case f.q.Value == 0 || f.vague || roles&roleFactor != 0 || roles&roleScore != 0 && (roles&roleMade == 0 || r.token(f.core).decimals > 0):
		return strong
	case roles == 0 && f.q.Value != float64(int64(f.q.Value)) && f.scale == 1:
		if r.byWord(r.token(f.first-1)) && r.near(f, roleUp|roleDown|roleBetter, 6) {
			return strong // outperforms it by 6.2 F1
		}
		if n := r.token(f.noun); n.end-n.start <= 3 && n.kind == tokenWord {
			return weak // a unit that is not known: 2.1 Å
		}
		return weightless // a decimal counts nothing: "2.1 honours"
	case r.salaried(f), r.aged(f):
		return weightless
	case hasFoldPrefix(r.src[r.token(f.nounEnd).start:], "semest"), r.spokenTongues(f), r.token(f.noun).char == '点' && r.hanBefore(f, hanExam):
		return weightless
	case r.addressed(f), r.titled(f):
		return weightless
	case f.q.Value < 10 && r.token(f.end+1).symbol('-') && roles&rolePeople == 0 && !hasFoldPrefix(r.src[r.token(f.end+2).start:], "figure"):
		return weightless // a 2-bed flat
	case r.token(f.noun).char == '人' && r.token(f.last+1).char == 'に' && r.isNumber(f.last+2) && r.token(f.last+3).char == '人':
		return strong // 3人に1人
	case roles&rolePeople != 0:
		if r.near(f, roleFreed, 4) || f.q.Value >= 10 && r.told(f, topicServed, 3) || r.told(f, topicAttained, 4) && !r.before(f, roleHead, 6) || f.q.Value >= 10 && r.whole(f) {
			return strong
		}
		if f.q.Value < 20 || f.q.Value < 100 && r.before(f, roleHead, 6) {
			return weak
		}
		return strong
	case r.token(f.first-1).speaksOf(topicOnly) && r.lasts(f.last+1):
		return strong // only two repairs all season
	case roles&roleTrouble != 0 && roles&roleMade == 0:
		return strong
	case roles&roleReach != 0:
		if f.word && f.q.Value <= 5 && r.token(f.first-1).is(roleStop) && !r.token(f.first-1).is(roleFrom|roleTo) && !r.effect(f) && !r.told(f, topicAttained|topicServed, 6) {
			return weak // at two hospitals
		}
		return strong
	case roles&roleMade != 0:
		if f.q.Value >= 1000 || r.token(f.last+1).is(roleDown) || f.q.Value >= 10 && (r.whole(f) || r.told(f, topicServed, 4)) || r.token(f.first-1).is(roleUsed) || r.token(f.first-2).is(roleUsed) {
			return strong
		}
		return weak
	case r.compared(f), f.q.Value >= 5 && r.told(f, topicServed, 4):
		return strong
	case r.token(f.first-1).char == '中' && r.token(f.first-1).kind == tokenHan:
		return strong // 5件中4件
	case r.before(f, roleMaker, 6) && f.q.Value < 100 && !(f.q.Value >= 10 && r.token(f.first-1).is(roleStop)):
		return weak
	case f.word && f.q.Value <= 3, f.q.Value == 1 && f.q.Bound == Exactly:
		return weak
	case roles == 0 && f.q.Value < 10 && f.q.Bound == Exactly && f.scale == 1 && !r.effect(f):
		return weak // a few of something
	}
	return strong
}

// compared reports whether the figure is held against another: 12 days instead of
// the planned 20, one query rather than 31.
func (r *reader) compared(f *figure) bool {
	for j := f.last + 1; j <= f.last+4 && r.token(j).kind == tokenWord; j++ {
		if t := r.token(j); t.is(roleVersus) {
			for k := j + 1; k <= j+4; k++ {
				if r.isNumber(k) || r.token(k).is(roleOften) {
					return true
				}
			}
		}
	}
	j := f.last + 1
	return r.token(j).kind == tokenComma && r.token(j+1).is(roleNegated) && r.isNumber(j+2) // within 2 days, not 9
}

func (r *reader) isNumber(i int) bool {
	t := r.token(i)
	return t.kind == tokenNumber && !t.masked || t.is(roleNumber)
}

// effect reports whether a word near the figure says that what it counts was
// changed, or reached somebody.
func (r *reader) effect(f *figure) bool {
	if r.han && r.hanWithin(r.token(f.first).start-45, r.token(f.last).end+45, hanChange) {
		return true
	}
	return r.near(f, roleUp|roleDown|roleSaved|roleUsed|roleFreed|roleScore|roleNegated, 6) || r.token(f.last+1).is(roleComparative)
}

// spokenTongues reports whether the figure counts the languages its writer speaks.
func (r *reader) spokenTongues(f *figure) bool {
	p := r.token(f.first - 1)
	return hasFoldPrefix(r.src[p.start:p.end], "speak") || hasFoldPrefix(r.src[p.start:p.end], "fluent")
}

// titled reports whether the number belongs to a name: the 5 Whys, the 7 Habits.
func (r *reader) titled(f *figure) bool {
	the, n := r.token(f.core-1), r.token(f.end+1)
	if f.q.Value == 911 || f.q.Value == 999 || f.q.Value == 112 {
		switch word := r.src[n.start:n.end]; {
		case f.q.Value != 112 && hasFoldPrefix(word, "call"), f.q.Value != 112 && hasFoldPrefix(word, "emergenc"), hasFoldPrefix(word, "dispatch"), hasFoldPrefix(word, "operator"):
			return true // emergency calls
		}
	}
	switch strings.ToLower(r.src[n.start:n.end]) {
	case "whys", "forces", "habits", "ps", "wastes":
		if n.capital || n.end-n.start == 4 {
			return true // 5 Whys
		}
	}
	if word := r.src[the.start:the.end]; (word == "at" || word == "via") && n.capital && r.token(f.end+2).capital && r.token(f.core).kind == tokenNumber {
		return true // at 42 Wolfsburg School
	}
	if r.digitCount(f.core) >= 3 && f.first == f.core && (the.kind == 0 || the.kind == tokenStop) && n.capital && r.token(f.end+2).capital && !r.plural(f.end+1) && !r.plural(f.end+2) && !r.plural(f.end+3) {
		return true // 1418 Garden School, at the start
	}
	return the.is(roleStop) && hasFoldPrefix(r.src[the.start:the.end], "the") && n.capital && n.word == nil && r.tongue == english
}

// weighBare: a number that counts nothing says something only as a level: after
// a colon, or after a word of change.
func (r *reader) weighBare(f *figure) weight {
	p := r.token(f.first - 1)
	switch {
	case r.salaried(f), r.aged(f):
		return weightless
	case !f.word && r.inAll(f.last+1), f.vague, r.token(f.last+1).is(roleWas|roleStop) && r.told(f, topicAttained, 3) && !f.word:
		return strong
	case r.graded(f):
		return weak
	case r.inspected(f), r.gathered(f), r.ratio(f), r.hanBefore(f, hanRated), f.q.Value >= 1000 && !f.word && r.token(f.core).either:
		return strong // an F1 of 0.88; membership at 2,300
	case f.word && r.ordinalWord(f.first-1) && (r.token(f.last+1).is(roleStop) || r.token(f.last+1).kind == 0) && r.topics&topicServed == 0:
		return weightless // ten years, the last seven as head
	case r.token(f.last+1).is(roleComparative|roleLess) && !f.word, p.kind == tokenWord && (r.src[p.start:p.end] == "by" || r.src[p.start:p.end] == "um") && !f.word:
		return strong // 18 more villages; beat it by 0.7
	case f.q.Value == 0 && f.word:
		if p.is(roleTo|roleAbout|roleFiller) || p.kind == tokenColon || p.kind == tokenArrow {
			return strong
		}
		return weightless
	case r.before(f, roleScore, 4), p.is(roleReach), p.kind == tokenColon && !f.word:
		return strong
	case p.is(roleTo|roleVersus|roleClause) && (!p.is(roleClause) || r.byWord(p)) && r.near(f, roleUp|roleDown|roleBetter, 8):
		return strong
	case p.is(roleUp|roleDown|roleAbout|roleAtLeast|roleAtMost) && !f.word, f.scale >= 1000:
		return strong
	case r.token(f.first-1).is(roleOf) && r.token(f.first-2).is(roleHead):
		return weak
	case p.kind == tokenOpen && !f.word && r.token(f.last+1).kind == tokenClose && r.token(f.first-2).is(roleReach|rolePeople|roleTrouble):
		return strong // many users (1,200)
	case f.word && r.token(f.last+1).is(roleComparative):
		return weak // two more bus routes
	case f.q.Signed && math.Abs(f.q.Value) >= 10:
		return strong // attendance +340
	case p.kind == tokenOpen, f.word && f.q.Value <= 3, p.kind == tokenComma && r.listed(f):
		return weightless
	}
	return weak
}

// inspected reports whether the bare number is what an audit or the like gave: 92 on the
// audit.
func (r *reader) inspected(f *figure) bool {
	on := r.token(f.last + 1)
	return !f.word && on.is(roleStop) && (r.src[on.start:on.end] == "on" || r.within(on)) && (r.token(f.last+2).speaksOf(topicInspected) || r.token(f.last+3).speaksOf(topicInspected))
}

// gathered reports whether the bare number is how many there are of what the word before
// it gathers: a flock of 340, une flotte de 40.
func (r *reader) gathered(f *figure) bool {
	p := r.token(f.first - 1)
	return f.q.Value >= 10 && p.is(roleOf|roleFrom) && r.token(f.first-2).speaksOf(topicGathered)
}

// ratio reports whether the bare number is one from 0 to 1 that something is said to
// have: an F1 of 0.88, R² = 0.9, F1 0.84.
func (r *reader) ratio(f *figure) bool {
	p := r.token(f.first - 1)
	if p.is(roleOf) && r.token(f.first-2).speaksOf(topicRatio) {
		return true // a Sharpe ratio of 1.8
	}
	return f.q.Value > 0 && f.q.Value < 1 && r.token(f.core).decimals > 0 && (p.is(roleOf) || p.symbol('=') || p.is(roleTo) || p.kind == tokenColon || p.masked && r.touchesPrevious(f.first-1))
}

// listed reports whether the bare number stands in a bracket among others: (1040,
// 1065, 1120-S).
func (r *reader) listed(f *figure) bool {
	for j := f.first - 1; j >= 0 && j > f.first-12; j-- {
		switch t := r.token(j); t.kind {
		case tokenOpen:
			return true
		case tokenComma, tokenNumber, tokenDigits:
		default:
			return false
		}
	}
	return false
}

// inAll reports whether "in all", "in total", "insgesamt" stands at token i.
func (r *reader) inAll(i int) bool {
	t, n := r.token(i), r.token(i+1)
	if t.kind != tokenWord {
		return false
	}
	switch r.src[t.start:t.end] {
	case "altogether", "insgesamt", "overall":
		return true
	case "in", "au", "en", "no":
		word := r.src[n.start:n.end]
		return word == "all" || word == "total"
	}
	return false
}
