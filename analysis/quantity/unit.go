package quantity

// unit reads what stands after the number, and with it the figure's kind.
func (r *reader) unit(f *figure) {
	j := f.end + 1
	if f.share {
		r.shareUnit(f)
		return
	}
	if r.token(j).symbol('+') && !r.token(j).spaced && !(r.touchesPrevious(j+1) && r.token(j+1).kind == tokenNumber) {
		f.q.Bound = AtLeast
		f.last = j
		j++
	}
	if n := r.token(j + 1); r.token(j).symbol('-') && !n.spaced && r.src[n.start:n.end] == "odd" {
		f.q.Bound = About
		f.last = j + 1
		j += 2
	}
	t := r.token(j)
	if t.symbol('-') && !t.spaced && r.touchesPrevious(j+1) && (r.token(j+1).kind == tokenWord || r.token(j+1).kind == tokenHan) {
		j++
		t = r.token(j)
	}
	spacedLetter := t.kind == tokenWord && t.end-t.start == 1 && t.spaced
	switch {
	case r.moneyBefore(f.core):
		f.set(r.currency(f.core - 1))
		f.first = f.core - 1
		if r.token(f.first).symbol('$') && r.touchesPrevious(f.first) && f.first > r.taken() && r.token(f.first-1).kind == tokenWord && r.token(f.first-1).end-r.token(f.first-1).start <= 2 {
			f.first--
		}
		// $120K USD
		if r.money(j) && r.token(j).kind == tokenWord {
			f.last = j
		}
	case r.token(f.core-1).symbol('×') && r.touchesPrevious(f.core) && f.core-1 >= r.taken() && r.token(f.core-2).kind != tokenNumber: // ×3
		f.set(times)
		f.first = f.core - 1
	case t.symbol('%'):
		f.set(percent)
		f.last = j
		n := r.token(j + 1)
		if n.is(rolePoint) || n.is(roleUnit) && n.word.unit == scorePoint || n.symbol('-') && r.token(j+2).is(roleUnit) && r.token(j+2).word.unit == scorePoint || n.kind == tokenWord && !n.spaced && n.end-n.start == 1 && r.src[n.start] == 'p' {
			f.set(point)
			f.last = j + 1
			if n.symbol('-') {
				f.last++
			}
		}
		if r.token(j+1).symbol('+') && !r.token(j+1).spaced {
			f.q.Bound = AtLeast
			f.last = j + 1
		}
	case t.symbol('★'), t.symbol('⭐'):
		f.set(star)
		f.last = j
	case t.symbol('‰'):
		f.set(percent)
		f.q.Unit.Symbol, f.q.Unit.Factor = "‰", 0.1
		f.last = j
	case t.is(rolePercent):
		f.set(percent)
		f.last = j
		if n := r.token(j + 1); n.is(roleUnit) && n.word.unit == scorePoint {
			f.set(point)
			f.last = j + 1
		}
	case t.is(rolePoint):
		f.set(point)
		f.last = j
	case r.money(j):
		f.set(r.currency(j))
		f.last = j
	case t.symbol('×') && !r.touchesNumber(j), t.is(roleTimes) && !spacedLetter:
		f.last = j
		f.set(times)
		if t.kind == tokenWord && t.end-t.start > 1 && !r.fold(j) && !r.multiplies(j) {
			// 3 times a week, 5 times
			f.q.Kind, f.q.Unit = Count, Unit{"times", "count", 1}
			f.noun, f.nounEnd = j, j
		}
	case t.symbol('°'):
		f.set(celsius)
		f.last = j
		if n := r.token(j + 1); n.kind == tokenWord && !n.spaced {
			f.last++
		}
	case t.kind == tokenHan:
		if !r.hanUnit(f, j) {
			f.bare = true
			f.q.Kind, f.q.Unit = Count, Unit{"", "count", 1}
		}
	case t.kind == tokenWord && !t.spaced && r.src[t.start:t.end] == "s" && r.token(j+1).is(roleOf) && !f.word && f.q.Value >= 10: // 1000s of
		f.vague, f.last = true, j
		r.count(f, j+1)
	case r.timeUnit(f, j):
	case t.is(roleUnit) && (!spacedLetter || hasRune("shgtV", rune(r.src[t.start])) || r.src[t.start] == 'l' && !r.apostrophe(j+1)):
		f.set(t.word.unit)
		f.last = j
	case r.outOf(f, j), r.nounOutOf(f, j):
	case r.hours(f, j):
	default:
		r.count(f, j)
	}
	if f.last > f.end && r.token(f.last+1).symbol('+') && !r.token(f.last+1).spaced && f.q.Kind != Score {
		f.q.Bound = AtLeast
		f.last++
	}
	if r.token(f.last + 1).is(roleMore) {
		f.q.Bound = AtLeast
		f.last++
	}
	r.compound(f)
	r.perUnit(f)
}

func (r *reader) touchesNumber(j int) bool {
	return r.token(j+1).kind == tokenNumber && !r.token(j+1).spaced
}

// fold reports whether token j ends "10-fold", or touches its number: 10x.
func (r *reader) fold(j int) bool {
	return r.src[r.token(j).start:r.token(j).end] == "fold" || !r.token(j).spaced && !r.token(j-1).symbol('-')
}

// multiplies reports whether "times" at token j is followed by what makes it a
// multiplier: "3 times faster", "5 times as many", "4 mal so viele".
func (r *reader) multiplies(j int) bool {
	n := r.token(j + 1)
	if n.is(roleAtLeast | roleAtMost | roleUp | roleDown | roleSpeed | roleBetter | roleThan | roleLess) {
		return true
	}
	word := r.src[n.start:n.end]
	return word == "as" || word == "so" || word == "the" || word == "what" || word == "plus" || word == "более" || word == "быстрее"
}

// set gives the figure a unit of the table.
func (f *figure) set(u unitID) {
	f.q.Unit, f.q.Kind = measures[u].Unit, measures[u].kind
}
