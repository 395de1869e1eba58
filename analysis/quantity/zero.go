package quantity

// zero reads "no incidents" as none. What may be counted as zero has to be
// something one is glad to be without.
func (r *reader) zero(f *figure) bool {
	if r.noShow(f.core) {
		return false // fewer no-shows
	}
	if n := r.token(f.core + 1); r.token(f.core-1).kind == tokenColon && (n.kind != tokenWord || n.is(roleStop|roleFrom|roleYear)) { // "Complaints: none"
		f.q.Kind, f.q.Unit = Count, Unit{"", "count", 1}
		f.q.Number = r.token(f.core).span()
		f.bare, f.word, f.weight = true, true, strong
		return true
	}
	for j := f.core + 1; j <= f.core+5 && j < len(r.tokens); j++ {
		t := r.token(j)
		if t.symbol('-') {
			continue
		}
		if t.kind != tokenWord || t.is(roleStop) && !t.is(roleTrouble) && !r.token(j-1).symbol('-') && !r.noShow(j) {
			break
		}
		if r.trouble(j) {
			f.q.Kind, f.q.Unit = Count, Unit{r.symbol(j), "count", 1}
			f.q.Number = r.token(f.core).span()
			f.noun, f.nounEnd, f.last = f.core+1, j, j
			f.word, f.weight = true, strong
			for r.token(j+1).is(roleTrouble) && r.token(j+1).spaced {
				j++
				f.nounEnd, f.last = j, j
			}
			return true
		}
	}
	return r.untilNow(f)
}

// untilNow reads "No pressure ulcers since January", "No walk-outs in three years",
// "Ninguna huelga en todo el año": whatever there has been none of for a time
// is counted.
func (r *reader) untilNow(f *figure) bool {
	one := r.token(f.core).speaksOf(topicNone) // one of a thing: ninguna multa
	if !r.startsSentence(f.core) || one && (r.token(f.core).end-r.token(f.core).start < 5 || r.token(f.core+1).is(roleOf|roleStop)) {
		return false
	}
	noun := -1
	if one && r.token(f.core+1).spaced && r.romance() {
		noun = f.core + 1
	}
	for j := f.core + 1; j <= f.core+8 && (r.token(j).kind == tokenWord || r.token(j).masked || r.token(j).symbol('-')); j++ {
		if noun > 0 && j > noun && (r.lasts(j) || j == noun+1 && r.token(j).speaksOf(topicFound)) {
			f.q.Kind, f.q.Unit = Count, Unit{r.symbol(noun), "count", 1}
			f.q.Number = r.token(f.core).span()
			f.noun, f.nounEnd, f.last = f.core+1, noun, noun
			f.word, f.weight = true, strong
			return true
		}
		if noun < 0 && (r.plural(j) || j <= f.core+2 && r.token(j).spaced && !r.token(j).is(roleStop) && (r.sinceAfter(j+1) || r.token(j+1).speaksOf(topicFound))) {
			noun = j
		}
	}
	return false
}

// sinceAfter reports whether "since" or the like stands at token i: No overtime since the
// new rota.
func (r *reader) sinceAfter(i int) bool {
	t := r.token(i)
	switch r.src[t.start:t.end] {
	case "since", "seit", "depuis", "desde":
		return true
	}
	return false
}

// lasts reports whether token i begins a time until now, or all of a time: since
// January, in three years, all season, en todo el año.
func (r *reader) lasts(i int) bool {
	t, n := r.token(i), r.token(i+1)
	switch {
	case t.speaksOf(topicSince):
		return true
	case t.speaksOf(topicAll) || r.ordinalWord(i):
		return n.is(roleUnit | roleYear)
	case t.is(roleYear) && !t.is(roleFrom) && r.allOf(i+1):
		return true
	case t.is(roleYear) && r.within(t) || t.is(roleAtLeast):
		return r.isNumber(i+1) && r.token(i+2).is(roleUnit)
	}
	return false
}

// allOf reports whether "toda la", "toute la", "todo o" stands at token i.
func (r *reader) allOf(i int) bool {
	t := r.token(i)
	return (hasFoldPrefix(r.src[t.start:t.end], "tod") || hasFoldPrefix(r.src[t.start:t.end], "tout")) && r.token(i+1).is(roleStop|roleUnit)
}
