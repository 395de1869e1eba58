package quantity

// oneUnit reports whether "a" or "one" at token i counts the unit after it:
// "within an hour", "to one day", "one hour".
func (r *reader) oneUnit(i int) bool {
	t, n, p := r.token(i), r.token(i+1), r.token(i-1)
	if !n.spaced || !n.is(roleUnit) || n.is(roleRate) || measures[n.word.unit].kind != Duration || r.plural(i+1) && r.tongue == english {
		return false
	}
	if n := r.token(i + 2); n.is(roleSpeed|roleComparative) && n.is(roleSaved|roleComparative) || n.is(roleSaved) && !n.is(roleUp|roleDown) && hasFoldPrefix(r.src[n.start:n.end], "ea") {
		return true // a week sooner, a day early
	}
	if r.backAfter(i+2) && r.toldBefore(i, topicGives, 6) {
		return true // got the drivers an hour back
	}
	for j := i - 2; j >= i-4; j-- { // saves every nurse an hour
		if s := r.token(j); r.tongue == english && (hasFoldPrefix(r.src[s.start:s.end], "save") || hasFoldPrefix(r.src[s.start:s.end], "saving")) {
			return true
		}
	}
	one := t.end-t.start > 2 && t.is(roleArticle) && t.word.speaks == 0 && r.tongue == english
	return one && !p.is(rolePer) || hasFoldPrefix(r.src[p.start:p.end], "sav") || p.is(roleTo|roleFrom|roleAtMost|roleAbout|roleAtLeast|roleThan|roleVersus|roleInto)
}

// onlyOne reports whether the article at token i counts what went wrong: "One outage in
// three years", "only one complaint", "une seule panne", "nur ein Ausfall".
func (r *reader) onlyOne(i int) bool {
	t, noun, p := r.token(i), i+1, i-1
	single := r.single(i) && r.startsClause(i)
	if r.token(p).is(roleArticle) {
		p--
		single = single || r.startsSentence(p+1) && r.single(i)
	}
	if r.single(noun) && r.token(noun).spaced {
		single = true
		noun++
	}
	if !single && !(r.token(p).speaksOf(topicOnly) && (t.end-t.start > 2 || r.tongue != english)) {
		return false
	}
	if !r.trouble(noun) && r.token(noun+1).spaced && !r.token(noun).is(roleStop) {
		noun++ // one parking complaint
	}
	after := r.token(noun + 1)
	return r.trouble(noun) && r.token(noun).spaced && (after.kind != tokenWord || after.is(roleStop) || after.speaksOf(topicSince|topicAll)) && !after.symbol('-')
}

// oneAmong reports whether "one" at token i is a value of a change: "from one
// per quarter to five", "from one ward to six", "from four to one".
func (r *reader) oneAmong(i int) bool {
	t, p := r.token(i), r.token(i-1)
	if t.end-t.start < 3 || r.tongue != english {
		return false
	}
	if p.is(roleTo) && len(r.figures) > 0 && r.figures[len(r.figures)-1].q.Value != 0 {
		f := &r.figures[len(r.figures)-1]
		return f.last >= i-6 && r.from(f)
	}
	if !p.is(roleFrom) || p.is(roleOf) {
		return false
	}
	for j := i + 1; j <= i+4; j++ {
		if r.token(j).is(roleTo) {
			n := r.token(j + 1)
			return n.kind == tokenNumber || n.is(roleNumber)
		}
		if r.token(j).kind != tokenWord {
			return false
		}
	}
	return false
}
