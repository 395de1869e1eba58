package quantity

// takenUp is the first token behind "That is", with which a sentence after the
// values, which end before token i, speaks of them and of nothing else: "82 → 61.
// That is a 26% reduction." It is -1 where there is none.
func (r *reader) takenUp(i int, f *figure) int {
	for n := 0; r.token(i).kind == tokenWord && n < 4; n++ {
		i++
	}
	if r.token(i).kind != tokenStop || !r.token(i+1).speaksOf(topicThat) {
		return -1
	}
	i += 2
	if r.apostrophe(i) {
		i++
	}
	if !r.token(i).speaksOf(topicIs) || i > f.first {
		return -1
	}
	end := f.last + 1
	for r.token(end).is(roleUp | roleDown | roleBetter | roleSpeed) {
		end++
	}
	if n := r.token(end); n.kind != 0 && n.kind != tokenStop && n.kind != tokenComma || end == f.last+1 && !f.q.Signed && !r.wordBefore(f) {
		return -1
	}
	return i + 1
}

// byMeans reports whether the values stand in brackets of their own behind what
// the figure's change came about by: "a 40% increase in sales through outreach (120
// → 168)". They have to go the same way, for the bracket may tell the means' own
// values.
func (r *reader) byMeans(l *link, f *figure, start int) bool {
	s := r.says(f)
	before, after := &r.figures[l.before], &r.figures[l.after]
	if r.token(start-1).kind != tokenOpen || start-f.last > 10 || s.direction == Still || !before.bare && before.noun >= 0 || (after.q.Value > before.q.Value) != (s.direction == Up) {
		return false
	}
	means := 0
	for i := f.last + 1; i < start-1; i++ {
		t := r.token(i)
		switch {
		case t.kind != tokenWord, means > 0 && t.is(roleUp|roleDown|roleBetter|rolePeople|roleReach|roleMade|roleTrouble):
			return false
		case means > 0:
			means++
		case t.is(roleClause) && !t.is(roleOf):
			means = 1
		}
	}
	return means > 1 && means <= 3
}
