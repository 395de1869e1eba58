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
	alone     bool
	span      text.Span
}

// pairs joins figures into ranges, changes and courses.
func (r *reader) pairs() (links []link, courses [][2]int) {
	links = r.links[:0]
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
			r.figures[a].pace(&r.figures[b]) // $9k a month (previously $15k)
		}
		r.inherit(i, i+1)
		r.regroup(&r.figures[a], &r.figures[b])
		if !r.comparable(a, b, how) {
			continue
		}
		links = append(links, link{before: a, after: b, how: how})
		i++
	}
	r.links = links
	return links, courses
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
	return how == arrows || how == forward && r.from(f) && !r.token(f.first-1).is(roleOf) && f.last+2 >= g.first
}

// changes turns links into changes, with what the text says of each.
func (r *reader) changes(links []link) []Change {
	if len(links) == 0 {
		return nil
	}
	changes := take(&r.made, len(links), 8)
	for n := range links {
		l := &links[n]
		r.attach(l)
		f, g := &r.figures[l.before], &r.figures[l.after]
		c := Change{Before: f.q, After: g.q, Span: text.Cover(f.q.Span, g.q.Span)}
		if l.count > 0 {
			c.Stated = take(&r.claims, l.count, 8)
			for i := range c.Stated {
				c.Stated[i] = r.stated(l.stated[i], l.says[i])
				c.Span = text.Cover(c.Span, c.Stated[i].Span)
			}
		}
		c.Said, c.SaidSpan, c.Speed = r.said(l)
		changes[n] = c
	}
	return changes
}

func (r *reader) stated(figure int, s saying) Stated {
	f := &r.figures[figure]
	if s.span.Empty() {
		s.span = f.q.Span
	}
	return Stated{Quantity: f.q, Says: s.direction, SaysSpan: s.span, Speed: s.speed, Better: s.neutral, faster: s.faster, alone: s.alone, verb: f.verb}
}
