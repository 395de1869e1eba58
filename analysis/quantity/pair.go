package quantity

// ranges merges two figures that a dash or "to" makes one: 20–40, 2 to 3 hours.
func (r *reader) ranges() {
	kept := r.figures[:0]
	for i := 0; i < len(r.figures); i++ {
		f := r.figures[i]
		if i+1 < len(r.figures) && r.isRange(&f, &r.figures[i+1]) {
			g := r.figures[i+1]
			low, high, value := f.low, g.high, g.q.Value
			if f.scale == 1 && g.scale > 1 && f.q.Value < 1000 && f.q.Value*g.scale < g.q.Value {
				low *= g.scale
			}
			low = min(low, high)
			if f.bare || g.q.Unit.Symbol != "" && !g.bare {
				g.q.Value, g.low, g.high = value, low, high
			} else {
				g.q.Unit, g.q.Kind, g.noun, g.nounEnd = f.q.Unit, f.q.Kind, f.noun, f.nounEnd
				g.q.Value, g.low, g.high = value, low, high
			}
			g.first, g.core, g.ranged = f.first, f.core, true
			g.bare = f.bare && g.bare
			g.q.Number.Start = f.q.Number.Start
			g.q.Bound = max(g.q.Bound, f.q.Bound)
			kept = append(kept, g)
			i++
			continue
		}
		kept = append(kept, f)
	}
	r.figures = kept
}

func (r *reader) isRange(f, g *figure) bool {
	gap := g.first - f.last
	t := r.token(f.last + 1)
	if f.word != g.word || f.verb || g.verb || g.q.Value <= f.q.Value || f.low > g.high {
		return false
	}
	same := f.bare || f.q.Unit.Dimension == g.q.Unit.Dimension
	switch {
	case gap == 2 && (t.symbol('-') || t.kind == tokenDash || t.symbol('~')):
		return same
	case gap == 1 && (g.q.Signed && r.token(g.first).symbol('-') && !r.token(g.first).spaced):
		return same
	case gap == 2 && t.is(roleClause) && r.token(f.first-1).kind == tokenWord && r.betweenWord(f.first-1):
		return same // between 5 and 10
	case gap == 2 && t.is(roleTo) && f.bare && !g.bare:
		// "5 to 10 people": a range, unless the text tells a change.
		return !r.moves(f.first) && g.q.Kind != Score
	}
	return false
}

func (r *reader) betweenWord(i int) bool {
	t := r.token(i)
	switch r.src[t.start:t.end] {
	case "between", "Between", "zwischen", "entre", "Entre", "Zwischen":
		return true
	}
	return false
}

// moves reports whether the words before token i say that something changed
// from the value there.
func (r *reader) moves(i int) bool {
	for j := i - 1; j >= 0 && i-j < 9; j-- {
		t := r.token(j)
		switch {
		case t.kind == tokenStop:
			return false
		case j == i-1 && (t.is(roleFrom) || t.kind == tokenColon), t.kind == tokenWord && (r.src[t.start:t.end] == "from" || r.src[t.start:t.end] == "von"):
			return true
		case r.token(j+1).symbol('-') && !r.token(j+1).spaced: // a drop-in clinic
		case t.is(roleUp|roleDown|roleBetter|roleSpeed) && !t.is(roleAtLeast|roleAtMost), t.is(roleScore):
			return true
		}
	}
	return false
}

// between says how figures i and k, neighbours, are joined by the words between
// and around them.
func (r *reader) between(i, k int) join {
	f, g := &r.figures[i], &r.figures[k]
	if f.verb || g.verb {
		return apart
	}
	start, end := f.last+1, g.first
	// What the figure's bound took may be the word that joins: "up to".
	if start == end {
		return apart
	}
	from := r.from(f)
	others := 0
	if r.aside(start, end) && f.q.Unit.Dimension == g.q.Unit.Dimension && !r.targetAfter(g) {
		return backward // 84% of the class met the expected standard, up from 66%
	}
	if end == start+1 && r.token(start).kind == tokenOpen && r.ago(g) && !r.targetAfter(g) && f.q.Unit.Dimension == g.q.Unit.Dimension && f.q.Kind != Duration {
		return backward // 80% (61% two years ago)
	}
	if t := r.token(start + 1); r.token(start).kind == tokenComma && (t.is(roleFrom) && r.toBefore(f) || t.is(roleVersus) && f.q.Unit.Dimension == g.q.Unit.Dimension) {
		start++ // down to 11 %, from 19 %
	}
	for j := start; j < end; j++ {
		t := r.token(j)
		switch {
		case t.kind == tokenArrow:
			if r.token(start).kind == tokenClose && r.token(f.first-1).kind == tokenOpen {
				return apart // 1,800 (100 firms) → 25
			}
			if others <= 3 && r.onlyFiller(j+1, end) {
				return arrows
			}
			return apart
		case t.kind == tokenStop, t.is(roleTarget):
			return apart
		case t.kind == tokenHan:
			return r.hanJoin(f, start, end)
		case t.masked:
			others++ // counts twice
		case t.is(roleWas) && (r.token(j-1).kind == tokenOpen || r.token(j-1).kind == tokenComma || j == start || t.is(roleDown|roleUp) || r.wasPhrase(t)) && r.onlyFiller(j+1, end):
			if r.targetAfter(g) {
				return apart
			}
			return backward
		case t.is(roleFrom) && j == start && r.onlyFiller(j+1, end) && (r.toBefore(f) || !r.romance()) && !f.share:
			if r.ends(g, roleTo) || g.q.Kind == Percentage && f.q.Kind != Percentage {
				return apart
			}
			if f.q.Unit.Dimension != g.q.Unit.Dimension && !f.bare && !g.bare || f.q.Kind == Percentage && !r.toBefore(f) {
				return apart
			}
			return backward
		case t.is(roleVersus) && !t.is(roleClause) && r.onlyFiller(j+1, end) || t.is(roleVersus) && end-j <= 9 && !t.is(roleTo) && !r.stops(j+1, end):
			if r.targetAfter(g) || others > 8 {
				return apart
			}
			return backward
		case (t.is(roleTo) || t.is(roleInto)) && (r.onlyFiller(j+1, end) || from && j == start && r.ownUnits(f, g) && r.adjective(j+1, end)):
			if r.targetAfter(g) {
				return apart
			}
			if p := r.token(f.first - 1); !from && p.kind == tokenWord && (r.src[p.start:p.end] == "by" || r.src[p.start:p.end] == "um") {
				return apart // fell by €2 to €6
			}
			if r.german && from && f.noun >= 0 && g.noun >= 0 && !r.sameNoun(f, g) {
				return apart // von 32 Gästen auf zwei Etagen
			}
			switch {
			case r.levels(f, g, j):
				return forward
			case from && others <= 6, t.is(roleInto) && others <= 2:
				return forward
			case j == start && r.ownUnits(f, g), j == start && r.moves(f.first) && (!f.bare || !g.bare || r.scored(f)):
				return forward
			}
			return apart
		case t.kind == tokenComma && j <= start+1 && f.q.Kind != Count && (g.bare && !g.word || f.q.Unit.Dimension == g.q.Unit.Dimension) && r.token(j+1).is(roleWas) && r.onlyFiller(j+2, end): // 6 min, was 40
		case t.kind == tokenComma && !from && !(r.token(j+1).is(roleWas) && r.token(j+1).is(roleDown|roleUp)), t.kind == tokenColon, t.kind == tokenOpen && !r.token(j+1).is(roleWas|roleVersus|roleFrom|roleDown|roleUp):
			return apart
		case t.is(roleClause) && !from:
			return apart
		}
		others++
	}
	return apart
}

// hanJoin joins two figures in Japanese, Chinese or Korean: 300件から150件に,
// 从300提升至3万, 30%에서 50%로.
func (r *reader) hanJoin(f *figure, start, end int) join {
	for j := start; j < end; j++ {
		t := r.token(j)
		if t.kind == tokenStop || t.kind == tokenComma && !r.from(f) {
			return apart
		}
		if t.kind != tokenHan {
			continue
		}
		n := r.token(j + 1)
		switch {
		case t.char == 'か' && n.char == 'ら' && end-j <= 8:
			return forward
		case t.char == '에' && n.char == '서':
			return forward
		case (t.char == '到' || t.char == '至' || t.char == '为' || t.char == '成') && r.from(f) && end-j <= 3:
			return forward
		}
		if j-start > 10 {
			return apart
		}
	}
	return apart
}

// faster reads "900 ms (25% faster than the previous 1.2 s)": figure i is what
// is, i+2 what was, and the percentage between says by how much.
func (r *reader) faster(i int) (link, bool) {
	if i+2 >= len(r.figures) {
		return link{}, false
	}
	f, p, g := &r.figures[i], &r.figures[i+1], &r.figures[i+2]
	if p.q.Kind != Percentage && p.q.Kind != Multiplier || f.q.Unit.Dimension != g.q.Unit.Dimension || f.bare || f.q.Kind == Percentage {
		return link{}, false
	}
	than := false
	for j := p.last + 1; j < g.first; j++ {
		t := r.token(j)
		if t.kind == tokenStop || t.kind == tokenComma || t.is(roleTarget) {
			return link{}, false
		}
		than = than || t.is(roleThan)
	}
	if !than || g.first-p.last > 7 || p.first-f.last > 3 {
		return link{}, false
	}
	l := link{before: i + 2, after: i, how: backward, count: 1}
	l.stated[0], l.says[0] = i+1, r.says(p)
	return l, true
}
