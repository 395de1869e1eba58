package quantity

import "strings"

// magnitude reads what multiplies the number just read: k, million, Mio, lakh,
// 万.
func (r *reader) magnitude(f *figure) {
	if f.share {
		return
	}
	for {
		j := f.end + 1
		t := r.token(j)
		factor := 0.0
		switch {
		case t.kind == tokenHan:
			factor = hanMagnitude(t.char)
		case t.kind != tokenWord || f.word:
		case t.end-t.start == 1:
			factor = r.letterMagnitude(f, j)
		case t.is(roleMagnitude):
			if r.src[t.start:t.end] == "mm" && !r.moneyBefore(f.core) || t.is(roleUnit) && t.end-t.start == 2 && !r.moneyBefore(f.core) && r.tongue != portuguese {
				return
			}
			factor = t.word.value
		case t.symbol('-'):
		}
		if t.symbol('-') && !t.spaced && r.token(j+1).is(roleMagnitude) && r.touchesPrevious(j+1) && r.token(j+1).end-r.token(j+1).start > 2 {
			factor = r.token(j + 1).word.value
			j++
		}
		if factor == 0 {
			return
		}
		f.q.Value *= factor
		f.low *= factor
		f.high *= factor
		f.scale *= factor
		f.end, f.last = j, j
	}
}

// letterMagnitude is what one letter after a number multiplies by. "m" is a
// million in sums of money and where people or things are counted, and a
// minute elsewhere.
func (r *reader) letterMagnitude(f *figure, j int) float64 {
	t := r.token(j)
	money := r.moneyBefore(f.core) || r.money(j+1)
	if t.spaced && !money && !(r.src[t.start] == 'M' || r.src[t.start] == 'k' || r.src[t.start] == 'K') {
		return 0
	}
	switch r.src[t.start] {
	case 'k', 'K':
		return 1e3
	case 'M':
		if t.spaced && !money && !r.countable(j+1) {
			return 0
		}
		return 1e6
	case 'B':
		if money || r.token(j+1).symbol('+') || r.countable(j+1) {
			return 1e9
		}
	case 'm':
		if money || r.token(j+1).is(roleReach|rolePeople) || r.token(j+1).symbol('+') && r.countable(j+2) {
			return 1e6
		}
	case 'b':
		if money {
			return 1e9
		}
	case 'T':
		if money {
			return 1e12
		}
	}
	return 0
}

func (r *reader) countable(i int) bool {
	t := r.token(i)
	return t.kind == tokenWord && t.spaced && !t.is(roleStop)
}

// money reports whether token i names a currency: $, €, USD, Euro.
func (r *reader) money(i int) bool { return r.currency(i) != 0 }

// taken is the first token that no figure has taken yet.
func (r *reader) taken() int {
	if n := len(r.figures); n > 0 {
		return r.figures[n-1].last + 1
	}
	return 0
}

// currency is the unit that token i names, or 0.
func (r *reader) currency(i int) unitID {
	t := r.token(i)
	switch t.kind {
	case tokenSymbol:
		switch t.char {
		case '$':
			if r.touchesPrevious(i) {
				switch p := r.token(i - 1); {
				case p.kind != tokenWord:
				case strings.EqualFold(r.src[p.start:p.end], "R"):
					return real
				case strings.EqualFold(r.src[p.start:p.end], "C"), strings.EqualFold(r.src[p.start:p.end], "CA"):
					return canadian
				case strings.EqualFold(r.src[p.start:p.end], "A"), strings.EqualFold(r.src[p.start:p.end], "AU"):
					return australian
				}
			}
			return dollar
		case '€':
			return euro
		case '£':
			return pound
		case '¥':
			return yen
		case '₹':
			return rupee
		case '₩':
			return won
		case '₽':
			return rouble
		}
	case tokenWord:
		if t.is(roleUnit) && t.word.unit >= euro && t.word.unit <= peso {
			return t.word.unit
		}
	case tokenHan:
		switch t.char {
		case '円':
			return yen
		case '元':
			return yuan
		case '원':
			return won
		}
	}
	return 0
}

// moneyBefore reports whether a currency stands before the number at token i.
func (r *reader) moneyBefore(i int) bool {
	if i-1 < r.taken() {
		return false
	}
	t := r.token(i - 1)
	return r.money(i-1) && (t.kind != tokenWord || t.upper || t.end-t.start <= 3 && t.word.unit != won) // not "won three"
}

// unit reads what stands after the number, and with it the figure's kind. It
// reports false where the number turns out to be none.
func (r *reader) unit(f *figure) bool {
	j := f.end + 1
	if f.share {
		return r.shareUnit(f)
	}
	if r.token(j).symbol('+') && !r.token(j).spaced && !(r.touchesPrevious(j+1) && r.token(j+1).kind == tokenNumber) {
		f.q.Bound = AtLeast
		f.last = j
		j++
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
	case t.symbol('×') && !r.touchesNumber(j), t.is(roleTimes) && !spacedLetter && (!r.russianTimes(t) || r.multiplies(j)):
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
	case r.timeUnit(f, j):
	case t.is(roleUnit) && (!spacedLetter || hasRune("shgtV", rune(r.src[t.start]))) && !r.seconds(f, j):
		f.set(t.word.unit)
		f.last = j
		if u := t.word.unit; f.q.Kind == Score && u == scorePoint && r.tongue != english && !t.spaced {
			f.set(scorePoint)
		}
	case r.outOf(f, j):
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
	return !f.bare || f.q.Kind != 0
}

// seconds reports whether the "second" at token j is the ordinal: no number but
// one stands before the unit in the singular.
func (r *reader) seconds(f *figure, j int) bool {
	t := r.token(j)
	return t.word.unit == netPromoter || t.word.unit == sprint && false
}

func (r *reader) touchesNumber(j int) bool {
	return r.token(j+1).kind == tokenNumber && !r.token(j+1).spaced
}

// russianTimes: "раз" counts more often than it multiplies.
func (r *reader) russianTimes(t *token) bool { return false }

// fold reports whether token j ends "10-fold" or the like.
func (r *reader) fold(j int) bool {
	return r.src[r.token(j).start:r.token(j).end] == "fold" || !r.token(j).spaced && !r.token(j-1).symbol('-')
}

// multiplies reports whether "times" at token j is followed by what makes it a
// multiplier: "3 times faster", "5 times as many", "4 mal so viele".
func (r *reader) multiplies(j int) bool {
	n := r.token(j + 1)
	if n.is(roleUp | roleDown | roleSpeed | roleBetter | roleThan | roleLess) {
		return true
	}
	word := r.src[n.start:n.end]
	return word == "as" || word == "so" || word == "the" || word == "plus" || word == "более" || word == "быстрее"
}

// set gives the figure a unit of the table.
func (f *figure) set(u unitID) {
	f.q.Unit, f.q.Kind = measures[u].Unit, measures[u].kind
}

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
	if t.spaced && u != second && u != hour && u != metre && u != day {
		return false
	}
	f.set(u)
	f.last = j
	return true
}

// hours reads person-days, engineer-hours, working hours: a noun that leads to
// a unit of time.
func (r *reader) hours(f *figure, j int) bool {
	k := j + 1
	if r.token(k).symbol('-') {
		k++
	}
	w, u := r.token(j), r.token(k)
	if w.kind != tokenWord || w.is(roleStop|roleUnit) || !u.is(roleUnit) || u.is(roleRate) || measures[u.word.unit].kind != Duration || !u.is(rolePlural) && k == j+1 {
		return false
	}
	f.set(u.word.unit)
	f.last = k
	return true
}

// outOf reads scores and shares: 4.7/5, 8 out of 10, 1/2.
func (r *reader) outOf(f *figure, j int) bool {
	t, n := r.token(j), r.token(j+1)
	of := t.is(roleOf) || t.is(roleAbout) && false
	word := ""
	if t.kind == tokenWord {
		word = r.src[t.start:t.end]
	}
	switch {
	case t.symbol('/') && n.kind == tokenNumber && !n.masked && !n.spaced:
	case (word == "sur" || word == "von" || of) && n.kind == tokenNumber && n.spaced && n.value > f.q.Value && n.value <= 1000 && !r.token(j+2).symbol('%') && !f.word:
	case word == "out" && n.is(roleOf) && (r.token(j+2).kind == tokenNumber || r.token(j+2).is(roleNumber)):
		j++
		n = r.token(j + 1)
	default:
		return false
	}
	total := n.value
	if n.is(roleNumber) {
		total = n.word.value
	}
	if total == 0 {
		return false
	}
	f.last = j + 1
	if t.symbol('/') && f.q.Value == 1 && total <= 10 || f.q.Value == 2 && total == 3 && t.symbol('/') || f.q.Value == 3 && total == 4 && t.symbol('/') {
		f.q.Number.End = n.end
		f.end = f.last
		f.setFraction(f.q.Value / total)
		return r.shareUnit(f)
	}
	f.q.Kind, f.q.Unit = Score, Unit{r.src[t.start:n.end], "score", 1}
	return true
}

// shareUnit makes a fraction a percentage, or a part of the unit after it: half
// a day.
func (r *reader) shareUnit(f *figure) bool {
	j := f.end + 1
	if r.token(j).is(roleArticle) && r.token(j+1).is(roleUnit) {
		j++
	}
	if t := r.token(j); t.is(roleUnit) && t.spaced && measures[t.word.unit].kind == Duration {
		f.share = false
		f.set(t.word.unit)
		f.last = j
		return true
	}
	f.q.Value *= 100
	f.low *= 100
	f.high *= 100
	f.set(percent)
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
	if n.kind != tokenNumber || n.masked || n.decimals > 0 {
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
	case !n.spaced && f.q.Unit.Factor == hourSeconds && n.value < 60: // 1h30
		j--
		unit = minute
	default:
		return
	}
	factor := measures[unit].Factor / f.q.Unit.Factor
	if factor >= 1 {
		return
	}
	f.q.Value += n.value * factor
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

// rateOf is the unit of what has a dimension, per a unit of time.
func rateOf(dimension string, per unitID, factor ...float64) Unit {
	u := Unit{Dimension: perTime[dimension], Factor: 1 / measures[per].Factor}
	if len(factor) > 0 {
		u.Factor *= factor[0]
	}
	return u
}

// count reads the noun phrase that the number counts.
func (r *reader) count(f *figure, j int) {
	f.q.Kind, f.q.Unit = Count, Unit{"", "count", 1}
	start := j
	if r.token(j).is(roleOf) && f.vague { // hundreds of users
		j++
		for r.token(j).is(roleStop) && j < start+3 {
			j++
		}
	}
	head, end := -1, -1
	for k := j; k < len(r.tokens) && k < j+6; k++ {
		t := r.token(k)
		if t.symbol('-') && !t.spaced && r.touchesPrevious(k+1) {
			continue
		}
		if t.kind == tokenHan && k == j {
			break
		}
		if t.kind != tokenWord || t.is(roleStop) && !r.token(k-1).symbol('-') || k > j && !t.spaced && !r.token(k-1).symbol('-') {
			break
		}
		if k == j && t.is(roleTo|roleFrom|roleVersus|roleWas|roleThan) {
			break
		}
		known := t.is(rolePeople | roleReach | roleMade | roleTrouble)
		if head >= 0 && !known && !r.plural(k) && end == k-1 && r.plural(head) {
			break // the noun is complete: "5 engineers participating"
		}
		end = k
		if known || head < 0 && r.plural(k) || head < 0 && r.german && t.capital {
			head = k
		}
		if t.is(rolePer) {
			break
		}
	}
	if end < 0 {
		f.bare = true
		if r.token(f.first-1).is(roleClause|roleStop|rolePer) && r.token(f.first-2).is(roleTimes) && !f.word {
			f.set(times) // divisé par 3
			f.bare = false
		}
		return
	}
	if head < 0 {
		head = end
	}
	f.noun, f.nounEnd, f.last = j, head, head
	f.q.Unit.Symbol = r.symbol(head)
}

// symbol is word i in lower case.
func (r *reader) symbol(i int) string {
	t := r.token(i)
	word := r.src[t.start:t.end]
	if strings.IndexByte(word, 0) >= 0 {
		word = strings.ReplaceAll(word, "\x00", "")
	}
	return strings.ToLower(word)
}

// trouble reports whether word i is something one is glad to be without, also
// as the end of a German compound.
func (r *reader) trouble(i int) bool {
	t := r.token(i)
	if t.is(roleTrouble) {
		return true
	}
	if !r.german || t.kind != tokenWord {
		return false
	}
	word := r.src[t.start:t.end]
	for _, end := range [...]string{"ausfälle", "ausfall", "fehler", "vorfälle", "störungen", "unfälle", "beschwerden", "zeiten", "verluste"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
