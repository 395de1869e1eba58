package quantity

// timeUnit reads the letters that are time after a number: 12m, 5s, 2h, 30d.
func (r *reader) timeUnit(f *figure, j int) bool {
	t := r.token(j)
	if t.kind != tokenWord || t.end-t.start != 1 {
		return false
	}
	var u unitID
	switch r.src[t.start] {
	case 's':
		u = second
	case 'm':
		u = minute
		if t.spaced {
			u = metre
		}
	case 'h', 'H':
		u = hour
	case 'd', 'j':
		u = day
	case 'w':
		u = week
	case 'y':
		u = year
	case 'B':
		u = byteUnit
	case 'W', 'V':
		u = volt
	default:
		return false
	}
	if t.spaced && u != second && u != hour && u != metre && u != day && u != volt {
		return false
	}
	f.set(u)
	f.last = j
	return true
}

// compound adds a smaller unit of time: 2h 15m, 2 hours and 15 minutes, 1h30.
func (r *reader) compound(f *figure) {
	if f.q.Kind != Duration || f.q.Unit.Factor < minuteSeconds {
		return
	}
	j := f.last + 1
	if r.token(j).is(roleClause) && r.token(j).spaced {
		j++
	}
	n := r.token(j)
	value := n.value
	switch {
	case n.kind == tokenDigits && n.end-n.start == 2 && r.src[n.start] == '0' && isDigit(r.src[n.start+1]): // 1h 05m
		value = float64(r.src[n.start+1] - '0')
	case n.kind != tokenNumber || n.masked || n.decimals > 0:
		return
	}
	u := r.token(j + 1)
	var unit unitID
	switch {
	case u.kind == tokenWord && u.end-u.start == 1 && r.src[u.start] == 'm' && !u.spaced:
		unit = minute
	case u.kind == tokenWord && u.end-u.start == 1 && r.src[u.start] == 's' && !u.spaced:
		unit = second
	case u.kind == tokenWord && u.end-u.start == 1 && r.src[u.start] == 'h' && !u.spaced:
		unit = hour
	case u.is(roleUnit) && measures[u.word.unit].kind == Duration && !u.is(roleRate):
		unit = u.word.unit
	case !n.spaced && f.q.Unit.Factor == hourSeconds && value < 60: // 1h30
		j--
		unit = minute
	default:
		return
	}
	factor := measures[unit].Factor / f.q.Unit.Factor
	if factor >= 1 {
		return
	}
	f.q.Value += value * factor
	f.low, f.high = f.q.Value-factor/2, f.q.Value+factor/2
	f.last = j + 1
	f.q.Number.End = n.end
}

// perUnit reads the time that a figure is meant for: /week, per day, a month,
// annually.
func (r *reader) perUnit(f *figure) {
	j := f.last + 1
	t := r.token(j)
	var u unitID
	end := j
	switch {
	case t.symbol('/'):
		if n := r.token(j + 1); n.is(roleUnit) && n.word.unit != 0 && !n.is(roleRate) {
			u, end = n.word.unit, j+1
		} else if n.kind == tokenWord && n.end-n.start == 1 {
			switch r.src[n.start] {
			case 's':
				u = second
			case 'h':
				u = hour
			case 'd':
				u = day
			case 'm':
				u = minute
				if f.q.Kind == Money {
					u = month
				}
			case 'y':
				u = year
			}
			end = j + 1
		} else if n.kind == tokenWord && r.src[n.start:n.end] == "mo" {
			u, end = month, j+1
		} else if n.kind == tokenHan {
			u, end = r.hanTime(j + 1)
		} else if n.kind == tokenNumber && n.value == 100 && r.token(j+2).is(roleUnit) { // 8 l/100 km
			f.last = j + 2
			f.q.Unit.Dimension, f.q.Unit.Symbol = "consumption", r.src[r.token(j-1).start:r.token(j+2).end]
			return
		}
	case t.is(rolePer), t.is(roleArticle) && f.q.Kind != Duration:
		n := r.token(j + 1)
		if n.is(roleUnit) && !n.is(roleRate) {
			u, end = n.word.unit, j+1
		}
		if t.is(roleArticle) && (n.is(rolePlural) || !n.spaced) {
			u = 0
		}
	case t.is(roleEvery) && f.q.Kind == Money:
		u, end = t.word.unit, j
	}
	if u == 0 || measures[u].kind != Duration || f.q.Kind == Percentage || f.q.Kind == Score || f.q.Kind == Points {
		return
	}
	if f.q.Kind == Multiplier {
		f.q.Unit = Unit{"", "count", 1}
	}
	if f.q.Kind == Count || f.q.Kind == Multiplier {
		f.q.Kind = Rate
	}
	symbol := r.src[t.start:r.token(end).end]
	f.amount = f.q.Unit
	f.q.Unit = rateOf(f.q.Unit.Dimension, u, f.q.Unit.Factor)
	f.q.Unit.Symbol = symbol
	f.last = end
	f.bare = false
}

// perTime reports whether token i behind a slash is a unit of time.
func (r *reader) perTime(i int) bool {
	t := r.token(i)
	return t.is(roleUnit) && measures[t.word.unit].kind == Duration || t.kind == tokenWord && t.end-t.start == 1 && hasRune("shdm", rune(r.src[t.start]))
}

// rateOf is the unit of what has a dimension, per a unit of time.
func rateOf(dimension string, per unitID, factor ...float64) Unit {
	u := Unit{Dimension: perTime[dimension], Factor: 1 / measures[per].Factor}
	if len(factor) > 0 {
		u.Factor *= factor[0]
	}
	return u
}
