package quantity

import "strings"

// named finds numbers that a name or a label stands before: Step 2, Java 8,
// Ward 12, HTTP 500, temperature 0; and list numbers.
func (r *reader) named(i int) bool {
	t := r.token(i)
	p, n := r.token(i-1), r.token(i+1)
	if r.listNumber(i) || r.phone(i) || r.hanVersion(i) || r.versionPair(i) || r.postal(i) || p.is(rolePlural) && p.capital && !r.startsSentence(i-1) {
		return true
	}
	if p.is(roleLabel) && p.upper && n.kind == tokenHan && n.char == '点' { // TOEIC 850点
		return true
	}
	if p.masked && t.spaced && p.kind == tokenNumber && r.nameBefore(i-1) && t.end == n.start && n.kind == tokenWord && n.end-n.start == 1 && r.src[n.start] == 'B' {
		return true // Llama 3 70B
	}
	if p.is(roleProduct) && p.capital && n.kind == tokenWord && !n.spaced && n.end-n.start == 1 && !hasRune("skMx", rune(r.src[n.start])) {
		return true // Oracle 11g
	}
	if n.is(roleUnit|roleMagnitude) || n.symbol('%') || n.symbol('/') && r.token(i+2).is(roleUnit) || n.is(rolePercent|rolePoint|roleTimes) || r.money(i+1) || r.moneyBefore(i) || n.symbol('×') || n.symbol('°') || n.symbol('‰') {
		if n.kind != tokenWord || n.end-n.start > 1 || !n.spaced || t.decimals > 0 && hasRune("sh", rune(r.src[n.start])) {
			return false
		}
	}
	if n.kind == tokenWord && n.end-n.start == 1 && hasRune("kmghtl", rune(r.src[n.start])) && (r.money(i+2) || r.token(i+2).is(roleOf|rolePer)) {
		return false // 90 k€, 60 m of track
	}
	if n.kind == tokenWord && n.spaced && r.token(i+2).symbol('/') && r.touchesPrevious(i+3) && r.timeUnitAt(i+3) {
		return false // 30 req/s
	}
	if n.kind == tokenWord && n.capital && n.spaced && (p.symbol('"') || p.symbol('“') || p.symbol('„') || p.symbol('«') || p.symbol('‘')) {
		return true // "12 Angry Men"
	}
	if n.is(roleLabel) && n.capital && n.spaced && t.spaced && r.tongue == english && (!r.plural(i+1) || hasFoldPrefix(r.src[n.start:], "series")) && !r.startsSentence(i) {
		return true // the 500 Series
	}
	if p.kind == tokenStop && p.char == '.' && !p.spaced && r.token(i-2).kind == tokenWord && r.token(i-2).end-r.token(i-2).start == 1 && hasRune("sSpPnN", rune(r.src[r.token(i-2).start])) {
		return true // s. 172, p. 12
	}
	if n.kind == tokenWord && n.upper && n.spaced && n.end-n.start > 1 && n.word == nil && r.digitCount(i) >= 0 && (r.token(i+2).kind == tokenNumber || r.token(i+2).symbol('§') || r.token(i+2).is(roleLabel)) {
		return true // 21 CFR Part 11
	}
	if p.symbol('§') || r.airliner(i) || p.symbol('°') && !p.spaced && r.token(i-2).length == 1 { // § 8, n° 5
		return true
	}
	if r.digitCount(i) >= 8 && n.kind != tokenWord && n.kind != tokenHan {
		return true // a telephone, a registration
	}
	if r.statusCode(i) && (!r.counts(i) && r.toldBefore(i, topicAnswer, 8) || n.speaksOf(topicAnswer) && int(t.value)%100 != 0) {
		return true // answered 403, not 404
	}
	if p.is(roleOf) && r.token(i-2).is(roleLabel) && r.token(i-2).is(roleAge) {
		return true
	}
	if n.kind == tokenWord && !n.spaced && (!n.capital || n.end-n.start == 1 && hasRune("KMB", rune(r.src[n.start])) && !p.is(roleProduct|roleLabel)) { // 2h 15m, 2B+
		return false
	}
	if r.germanOrdinal(i) || r.statusCode(i) && (n.is(roleTrouble) && int(t.value)%100 != 0 || p.symbol('"')) {
		return true
	}
	if p.is(rolePlural) && p.capital && hasFoldPrefix(r.src[p.start:p.end], "years") && t.value < 14 && r.tongue == english {
		return true // Years 7 and 8
	}
	if p.is(roleUnit) && !p.is(rolePlural) && t.spaced && measures[p.word.unit].kind == Duration && measures[p.word.unit].Factor >= daySeconds && t.value <= 52 &&
		!r.token(i-2).is(rolePer|roleArticle|roleFraction|roleOrdinal) && (r.tongue == english || !r.counts(i) && !n.spaced) && !r.ordinalWord(i-2) && r.token(i-2).kind != tokenNumber && !r.token(i+1).is(roleReach|rolePeople|roleTrouble) && r.digitCount(i) >= 0 && n.kind != tokenArrow {
		return true // day 2 operations
	}
	// The second of two: Java 8 → 21, Steps 2 and 3.
	if i > 1 && r.token(i-2).masked && r.token(i-2).kind != tokenWord && (p.kind == tokenArrow || p.kind == tokenComma || p.kind == tokenDash || p.kind == tokenSymbol && hasRune("-&/〜～~", p.char) && (t.spaced || !p.spaced) || p.kind == tokenWord && r.joins(i-1)) &&
		(!r.counts(i) || p.kind != tokenWord && n.kind == tokenHan && hasRune("でのをにはへがまと", n.char)) && r.nameBefore(i-2) {
		return true
	}
	if p.symbol('+') && hasFoldPrefix(r.src[r.token(i-2).start:r.token(i-2).end], "bac") && r.token(i-2).end-r.token(i-2).start == 3 {
		return true // Bac +5
	}
	if exam := r.token(i - 2); p.kind == tokenColon && exam.is(roleLabel) && exam.upper && exam.end-exam.start > 2 {
		return true // TOEIC: 830/990
	}
	if p.capital && t.spaced && (p.is(rolePlural) || p.is(roleLabel) || hasFoldPrefix(r.src[p.start:p.end], "pages")) && r.startsSentence(i-1) && (n.kind == tokenDash || n.symbol('-')) && r.touchesPrevious(i+1) && r.touchesPrevious(i+2) && r.token(i+2).kind == tokenNumber && !r.measured(i+2) {
		return true // Weeks 1–6
	}
	if p.kind != tokenWord {
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
	if n.kind == tokenArrow && p.capital && r.han && r.hanWithin(r.token(i).start-60, r.token(i).start+90, hanVersioned) {
		return true
	}
	switch {
	case r.touchesPrevious(w) && r.token(w-1).masked && r.touchesPrevious(w-1) && r.token(w-2).kind == tokenWord && n.kind != tokenArrow && !r.counts(i):
		return true // Log4j 2.17
	case p.is(roleScore) && !p.is(roleLabel):
		return false
	case p.capital && r.touchesPrevious(w) && r.token(w-1).symbol('-') && r.touchesPrevious(w-1) && r.token(w-2).capital && n.kind != tokenArrow && (!r.counts(i) || n.kind == tokenHan):
		return true // Wi-Fi 6
	case p.upper && p.end-p.start > 1 && r.token(w-1).is(roleProduct) && r.token(w-1).capital && p.spaced && n.kind != tokenArrow:
		return true // Java SE 8
	case r.label(p) && n.kind != tokenArrow && (p.capital || !r.counts(i)):
		return true
	case p.is(roleProduct) && p.capital && (!first || !r.counts(i) || p.is(roleProduct) && !p.is(^roleProduct)):
		return true
	case p.is(roleProduct) && r.versioned(w), r.touchesPrevious(w) && r.token(w-1).symbol('.') && r.touchesPrevious(w-1): // Node.js 20
		return true
	case p.capital && !first && !r.german && n.kind != tokenArrow && !r.toValue(i+1) && !n.symbol('+') && (r.digitCount(i) >= 0 || r.token(i).decimals == 1) && !p.upper:
		return !r.titleCase(w, i)
	case p.upper && p.end-p.start > 1 && r.digitCount(i) >= 5 && r.token(i+1).kind != tokenSymbol:
		return true // EN 60601
	case n.kind == tokenArrow && r.token(i).decimals > 0 && r.touchesPrevious(w) && r.token(w-1).masked && r.touchesPrevious(w-1) && r.token(w-2).length == 1 && p.length == 1:
		return true // K8s 1.27 → 1.30
	case p.upper && p.end-p.start > 2 && !first && p.is(roleFiller|roleStop) && r.digitCount(i) >= 4 && n.kind != tokenWord:
		return true // UNE 19601
	case p.is(roleAbout | roleAtLeast | roleAtMost | roleFrom | roleTo | roleUp | roleDown | roleBetter | roleVersus | roleWas | roleMaker | roleHead | roleReach | roleStop | roleFiller | roleSome | rolePer | roleFactor | roleUnit):
		return false
	case p.word == nil && !p.capital && !r.plural(w) && r.digitCount(i) >= 0 && r.token(i).value < 100 && (n.kind == 0 || n.kind == tokenStop || n.kind == tokenComma || n.kind == tokenClose) && !r.verbal(w):
		return true // theatre 4
	case !p.capital:
		return n.is(roleTrouble) && r.statusCode(i)
	case n.kind == tokenArrow || r.toValue(i+1) || n.kind == tokenSymbol && n.symbol('+'):
		// A measured thing, unless somebody upgrades it, or others beside it.
		return r.versioned(w) || r.versionList(w)
	case r.token(i).either || r.digitCount(i) < 0 && r.token(i).decimals == 0: // 12,500
		return false
	case p.upper && p.end-p.start > 1:
		return !p.is(roleReach) && !(first && r.counts(i)) || r.statusCode(i)
	case first:
		return !r.counts(i) && !r.verbal(w) && !r.countsLater(i)
	case r.german:
		return !r.counts(i)
	}
	return !r.titleCase(w, i)
}

// toValue reports whether token i is "to" with another value after it.
func (r *reader) toValue(i int) bool {
	n := r.token(i + 1)
	return r.token(i).is(roleTo) && (n.kind == tokenNumber || n.kind == tokenSymbol || n.is(roleNumber|roleAbout|roleAtLeast|roleAtMost|roleFiller))
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

// ordinalWord reports whether word i is "first", "last" or the like: in the first
// year 48 joined.
func (r *reader) ordinalWord(i int) bool {
	t := r.token(i)
	switch strings.ToLower(r.src[t.start:t.end]) {
	case "first", "second", "last", "this", "that", "same", "next", "final", "opening":
		return true
	}
	return false
}

// label reports whether the number after the word is a name in the text's
// language.
func (r *reader) label(t *token) bool {
	return t.is(roleLabel) && (!r.known || t.word.labels&(1<<english) != 0 || t.word.labels&r.tongues != 0)
}

// verbal reports whether word i looks like a verb in the past or a participle.
func (r *reader) verbal(i int) bool {
	t := r.token(i)
	if t.is(roleUp | roleDown | roleBetter | roleMaker | roleHead | roleAbout | roleAtLeast | roleAtMost | roleFrom | roleTo | roleStop | roleFiller | roleClause |
		roleSaved | roleTrouble | roleWorked | roleVersioned | roleUsed | roleFreed | roleRank | roleYear | roleNot | roleReach | roleScore | roleSome | rolePer | roleFactor) {
		return true
	}
	word := r.src[t.start:t.end]
	if hasFoldPrefix(word, "average") {
		return true
	}
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

// nameBefore reports whether masked number i is so by the name before it.
func (r *reader) nameBefore(i int) bool {
	for range 4 {
		p := r.token(i - 1)
		switch {
		case p.kind == tokenWord && (p.is(roleLabel|roleProduct) || p.capital):
			return true
		case p.kind == tokenWord && (p.end-p.start == 1 || r.touchesPrevious(i-1) && r.token(i-2).symbol('.')): // v1, Node.js
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

// zeroToOne reports whether "0 → 1" or "zero to one" starts at token i: taking a
// product there is a figure of speech.
func (r *reader) zeroToOne(i int) bool {
	a, join, b, after := r.token(i), r.token(i+1), r.token(i+2), r.token(i+3)
	if join.kind == tokenHan { // 从0到1
		return a.value == 0 && a.kind == tokenNumber && join.char == '到' && r.token(i-1).char == '从' && b.value == 1 && b.decimals == 0 && !after.symbol('%') && hanMagnitude(after.char) == 0
	}
	if r.han && join.kind == tokenArrow && a.value == 0 && b.value == 1 && after.kind == tokenHan && !hanCounter(after.char) && hanMagnitude(after.char) == 0 && r.token(i-1).kind != tokenHan {
		return true // 0→1が得意
	}
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
