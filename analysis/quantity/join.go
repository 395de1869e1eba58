package quantity

// aside reports whether a comma stands between start and end, and behind it only words
// that make the next figure the earlier value: ", up from", ", which used to be",
// ", versus".
func (r *reader) aside(start, end int) bool {
	was := r.token(end - 1)
	if !r.wasPhrase(was) && !was.is(roleVersus) {
		return false
	}
	comma := end - 2
	for ; comma > start && comma > end-5 && r.token(comma).is(roleStop) && !was.is(roleUp|roleDown|roleVersus); comma-- {
	}
	return comma >= start && r.token(comma).kind == tokenComma && !r.stops(start, min(start+2, comma)) && r.sameClause(start, comma)
}

// ago reports whether the words right behind the figure say that it was so earlier: 61%
// two years ago, 5 last month.
func (r *reader) ago(g *figure) bool {
	for j := g.last + 1; j <= g.last+3 && r.token(j).kind == tokenWord; j++ {
		if r.token(j).speaksOf(topicAgo) {
			return r.token(j+1).kind == tokenClose || r.token(j+2).kind == tokenClose
		}
	}
	return false
}

// sameClause reports whether only words stand from token i to end, and none that
// begins another claim.
func (r *reader) sameClause(i, end int) bool {
	for ; i < end; i++ {
		if t := r.token(i); t.kind != tokenWord && !t.masked || t.is(roleClause) {
			return false
		}
	}
	return true
}

// adjective reports whether an article and one more word stand from token i to end:
// from 41 ms to a stable 33 ms.
func (r *reader) adjective(i, end int) bool {
	t := r.token(i + 1)
	return end == i+2 && r.token(i).is(roleArticle) && t.kind == tokenWord && (t.word == nil || t.word.role == 0)
}

// levels reports whether two percentages joined by "to" at token j are the levels of
// what is named right before them, since the time it took follows: occupancy 88 percent
// to 97 percent in one season.
func (r *reader) levels(f, g *figure, j int) bool {
	p, in := r.token(f.first-1), r.token(g.last+1)
	if f.q.Kind != Percentage || g.q.Kind != Percentage || f.bare || g.bare || j != f.last+1 || g.first != j+1 || p.kind != tokenWord || p.is(roleStop|roleOf|roleMaker) || !in.is(roleStop) {
		return false
	}
	for k := g.last + 2; k <= g.last+4; k++ {
		if r.token(k).is(roleUnit|roleArticle) && r.within(in) {
			return true
		}
	}
	return false
}

// sameNoun reports whether two figures count what begins alike.
func (r *reader) sameNoun(f, g *figure) bool {
	a, b := f.q.Unit.Symbol, g.q.Unit.Symbol
	n := min(4, len(a), len(b))
	return a[:n] == b[:n]
}

// wasPhrase tells "down from" and "up from", which need no bracket.
func (r *reader) wasPhrase(t *token) bool {
	return t.end-t.start > 6 && t.is(roleWas) && !t.is(roleStop)
}

func (r *reader) romance() bool {
	return r.tongue == french || r.tongue == spanish || r.tongue == portuguese
}

// ends reports whether the token after a figure has a role.
func (r *reader) ends(f *figure, role role) bool { return r.token(f.last + 1).is(role) }

// from reports whether "from" stands before the figure.
func (r *reader) from(f *figure) bool {
	for j := f.first - 1; j >= 0 && j >= f.first-3; j-- {
		t := r.token(j)
		if t.is(roleFrom) || t.is(roleUp|roleDown) && r.wasPhrase(t) { // up from
			return true
		}
		if t.kind == tokenHan && (t.char == '从' || t.char == '由') {
			return true
		}
		if !t.is(roleFiller|roleAbout|roleStop|roleOften) && !t.is(roleScore) {
			return false
		}
	}
	return false
}

func (r *reader) toBefore(f *figure) bool { return r.token(f.first - 1).is(roleTo) }

// scored reports whether a score's name stands before the figure: NPS 32 to 51.
func (r *reader) scored(f *figure) bool {
	for j := f.first - 1; j >= 0 && j >= f.first-3; j-- {
		if r.token(j).is(roleScore) {
			return true
		}
	}
	return false
}

func (r *reader) ownUnits(f, g *figure) bool {
	return !f.bare && !g.bare && f.q.Unit.Dimension == g.q.Unit.Dimension && f.q.Kind != Count && f.q.Kind != Percentage && !f.word
}

// targetAfter reports whether the figure is what was aimed at, not what was.
func (r *reader) targetAfter(g *figure) bool {
	for j := g.last + 1; j < len(r.tokens) && j <= g.last+3; j++ {
		t := r.token(j)
		if t.is(roleTarget) {
			return true
		}
		if t.kind != tokenWord {
			return false
		}
	}
	return false
}

// onlyFiller reports whether nothing that matters stands from token i to end.
func (r *reader) onlyFiller(i, end int) bool {
	for ; i < end; i++ {
		t := r.token(i)
		if t.kind == tokenWord && t.is(roleFiller|roleAbout|roleWas|roleUnit|roleScore) || t.symbol('*') || t.symbol('"') {
			continue
		}
		if t.kind == tokenSymbol && !hasRune("%/+-", t.char) || t.kind == tokenColon {
			continue
		}
		return false
	}
	return true
}

func (r *reader) stops(i, end int) bool {
	for ; i < end; i++ {
		switch t := r.token(i); {
		case t.kind == tokenStop, t.kind == tokenComma, t.kind == tokenOpen, t.kind == tokenClose, t.is(roleClause | roleTarget):
			return true
		}
	}
	return false
}
