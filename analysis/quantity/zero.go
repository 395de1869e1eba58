package quantity

// zero reads "no incidents" as none. What may be counted as zero has to be
// something one is glad to be without.
func (r *reader) zero(f *figure) bool {
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
		if t.kind != tokenWord || t.is(roleStop) && !t.is(roleTrouble) && !r.token(j-1).symbol('-') {
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

// untilNow reads "No pressure ulcers since January": whatever there has been none
// of until now is counted.
func (r *reader) untilNow(f *figure) bool {
	if r.topics&topicSince == 0 || !r.startsSentence(f.core) || r.token(f.core).speaksOf(topicNone) {
		return false
	}
	noun := -1
	for j := f.core + 1; j <= f.core+8 && (r.token(j).kind == tokenWord || r.token(j).masked); j++ {
		t := r.token(j)
		if t.speaksOf(topicSince) && noun > 0 {
			f.q.Kind, f.q.Unit = Count, Unit{r.symbol(noun), "count", 1}
			f.q.Number = r.token(f.core).span()
			f.noun, f.nounEnd, f.last = f.core+1, noun, noun
			f.word, f.weight = true, strong
			return true
		}
		if noun < 0 && r.plural(j) {
			noun = j
		}
	}
	return false
}
