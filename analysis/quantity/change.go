package quantity

import "achievement-ls/analysis/text"

// join is how two figures next to one another belong together.
type join uint8

const (
	apart    join = iota
	forward       // before → after
	backward      // after (was before)
	span          // 20–40
	arrows        // forward, by an arrow
)

// change while it is read: the figures it is made of.
type link struct {
	before, after int
	how           join
	stated        [4]int
	says          [4]saying
	count         int
}

type saying struct {
	direction Direction
	speed     bool
	neutral   bool
	faster    bool
	span      text.Span
}

// pairs joins figures into ranges, changes and courses.
func (r *reader) pairs() (links []link, courses [][2]int) {
	r.ranges()
	for i := 0; i+1 < len(r.figures); i++ {
		how := r.between(i, i+1)
		if how == apart {
			if l, ok := r.faster(i); ok {
				links = append(links, l)
			}
			continue
		}
		// a chain of three and more claims no change
		end := i + 1
		if how == arrows || how == forward {
			for end+1 < len(r.figures) {
				if next := r.between(end, end+1); next != arrows && next != forward {
					break
				}
				end++
			}
		}
		if end > i+1 {
			r.inherit(i, end)
			courses = append(courses, [2]int{i, end})
			i = end
			continue
		}
		a, b := i, i+1
		if how == backward {
			a, b = b, a
		}
		r.inherit(i, i+1)
		r.regroup(&r.figures[a], &r.figures[b])
		if !r.comparable(a, b, how) {
			continue
		}
		links = append(links, link{before: a, after: b, how: how})
		i++
	}
	return links, courses
}

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
	if f.word != g.word || f.verb || g.verb || g.q.Value <= f.q.Value && g.scale <= f.scale {
		return false
	}
	same := f.bare || f.q.Unit.Dimension == g.q.Unit.Dimension
	switch {
	case gap == 2 && (t.symbol('-') || t.kind == tokenDash || t.symbol('~')):
		return same
	case gap == 1 && (g.q.Signed && r.token(g.first).symbol('-') && !r.token(g.first).spaced):
		return same
	case gap == 2 && t.is(roleClause) && r.token(f.first-1).kind == tokenWord && r.between1(f.first-1):
		return same // between 5 and 10
	case gap == 2 && t.is(roleTo) && f.bare && !g.bare:
		// "5 to 10 people": a range, unless the text tells a change.
		return !r.moves(f.first) && g.q.Kind != Score
	}
	return false
}

func (r *reader) between1(i int) bool {
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
	target := false
	for j := start; j < end; j++ {
		t := r.token(j)
		switch {
		case t.kind == tokenArrow:
			if j == start || others <= 3 && !target {
				if r.onlyFiller(j+1, end) {
					return arrows
				}
			}
			return apart
		case t.kind == tokenStop:
			return apart
		case t.masked, t.kind == tokenNumber:
			others++
		case t.is(roleTarget):
			target = true
		}
		if t.is(roleTarget) {
			return apart
		}
		if t.kind == tokenHan {
			if how := r.hanJoin(f, g, start, end); how != apart {
				return how
			}
			return apart
		}
		switch {
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
		case (t.is(roleTo) || t.is(roleInto)) && r.onlyFiller(j+1, end):
			if r.targetAfter(g) {
				return apart
			}
			switch {
			case from && others <= 6, t.is(roleInto) && others <= 2:
				return forward
			case j == start && r.ownUnits(f, g), j == start && r.moves(f.first) && (!f.bare || !g.bare || r.scored(f)):
				return forward
			}
			return apart
		case t.kind == tokenComma && !from && !(r.token(j+1).is(roleWas) && r.token(j+1).is(roleDown|roleUp)), t.kind == tokenColon, t.kind == tokenOpen && !r.token(j+1).is(roleWas|roleVersus|roleFrom|roleDown|roleUp):
			return apart
		case t.is(roleClause) && !from:
			return apart
		}
		others++
	}
	return apart
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
		if t.is(roleFrom) {
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

// hanJoin joins two figures in Japanese, Chinese or Korean: 300件から150件に,
// 从300提升至3万, 30%에서 50%로.
func (r *reader) hanJoin(f, g *figure, start, end int) join {
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

// inherit gives the bare figures from i to end the unit, and where it was left
// out the magnitude, of those that have them: "from 5 days to 2", "100 → 150
// rps", "$1.2 to $1.5M".
func (r *reader) inherit(i, end int) {
	with := -1
	for k := end; k >= i; k-- {
		if !r.figures[k].bare {
			with = k
		}
	}
	if with < 0 {
		if r.scored(&r.figures[i]) {
			r.figures[i].set(scorePoint)
			r.figures[i].bare, with = false, i
		} else {
			return
		}
	}
	unit := r.figures[with].q
	for k := i; k <= end; k++ {
		f := &r.figures[k]
		if last := &r.figures[end]; f.scale == 1 && last.scale >= 1000 && k < end && f.q.Value < 1000 && f.q.Value != 0 && !last.word && (f.bare || f.q.Kind == Money) {
			f.q.Value *= last.scale
			f.low *= last.scale
			f.high *= last.scale
			f.scale = last.scale
		}
		if f.bare {
			f.q.Kind, f.q.Unit, f.bare = unit.Kind, unit.Unit, false
			f.noun, f.nounEnd = r.figures[with].noun, r.figures[with].nounEnd
		}
		f.pace(&r.figures[end])
	}
}

// pace gives an amount the time that stands only behind the last value of its
// change: "50 kg → 30 kg a day".
func (f *figure) pace(last *figure) {
	if last.amount.Dimension != "" && f.q.Unit.Dimension == last.amount.Dimension {
		f.q.Kind = last.q.Kind
		f.q.Unit.Factor *= last.q.Unit.Factor / last.amount.Factor
		f.q.Unit.Dimension, f.q.Unit.Symbol = last.q.Unit.Dimension, last.q.Unit.Symbol
	}
}

// regroup settles whether the point of one value groups or divides by the other
// value: beside 1.498,6 stands 2.712 for a number of thousands.
func (r *reader) regroup(f, g *figure) {
	if !f.either && !g.either || f.q.Unit.Factor != g.q.Unit.Factor {
		return
	}
	if !f.either || g.either && g.q.Value < f.q.Value {
		f, g = g, f
	}
	if f.q.Value <= 0 || g.q.Value <= 0 {
		return
	}
	scale := 1.0
	switch ratio := f.q.Value / g.q.Value; {
	case ratio < 0.02 && f.q.Value < 1000:
		scale = 1000
	case ratio > 50 && f.q.Value >= 1000:
		scale = 0.001
	}
	if scale != 1 {
		f.q.Value *= scale
		f.low, f.high = f.q.Value-scale*0.0005, f.q.Value+scale*0.0005
		if scale > 1 {
			place := lastPlace(f.q.Value)
			f.low, f.high = f.q.Value-place/2, f.q.Value+place/2
		}
	}
}

// comparable reports whether figures a and b may be values of one thing: units
// that cannot be compared are a finding only where an arrow or "from … to"
// joins them closely.
func (r *reader) comparable(a, b int, how join) bool {
	f, g := &r.figures[a], &r.figures[b]
	if f.share || g.share || f.q.Kind == Multiplier != (g.q.Kind == Multiplier) {
		return false
	}
	if f.q.Unit.Dimension == g.q.Unit.Dimension {
		return true
	}
	return how == arrows || how == forward && r.from(f) && f.last+2 >= g.first
}

// changes turns links into changes, with what the text says of each.
func (r *reader) changes(links []link) []Change {
	if len(links) == 0 {
		return nil
	}
	changes := make([]Change, 0, len(links))
	for n := range links {
		l := &links[n]
		r.attach(l)
		f, g := &r.figures[l.before], &r.figures[l.after]
		c := Change{Before: f.q, After: g.q, Span: text.Cover(f.q.Span, g.q.Span)}
		if l.count > 0 {
			c.Stated = make([]Stated, l.count)
			for i := range c.Stated {
				c.Stated[i] = r.stated(l.stated[i], l.says[i])
				c.Span = text.Cover(c.Span, c.Stated[i].Span)
			}
		}
		c.Said, c.SaidSpan, c.Speed = r.said(l)
		changes = append(changes, c)
	}
	return changes
}

func (r *reader) stated(figure int, s saying) Stated {
	f := &r.figures[figure]
	if s.span.Empty() {
		s.span = f.q.Span
	}
	return Stated{Quantity: f.q, Says: s.direction, SaysSpan: s.span, Speed: s.speed, Better: s.neutral, faster: s.faster, verb: f.verb}
}
