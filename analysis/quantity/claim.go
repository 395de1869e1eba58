package quantity

import (
	"iter"
	"math"
	"sort"
	"strings"

	"achievement-ls/analysis/text"
)

// Claim is a figure that has to be borne out elsewhere, with what its words say
// of it: a figure by itself, or what a change led to.
type Claim struct {
	Stated
	// Change is the change it is the outcome of; nil for a figure by itself.
	Change *Change
}

// Claims gives what the figures of prose, which was read as r, assert, in order.
// What a text says of a change that stands beside it is part of that change's
// claim, and a course claims nothing.
func (r *Reading) Claims(prose string) iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		if len(r.Quantities) == 0 {
			return
		}
		said := StatedIn(prose)
		within, values := r.changesAround(), r.values()
		for i := range r.Quantities {
			q := &r.Quantities[i]
			for len(said) > 0 && said[0].Span.Start < q.Span.Start {
				said = said[1:]
			}
			claim := Claim{Stated: Stated{Quantity: *q}}
			switch c := within[i]; {
			case c != nil && c.After.Span == q.Span:
				claim.Says, claim.Change = c.Said, c
			case c != nil || values.inCourse(q.Span):
				continue
			case len(said) > 0 && said[0].Span == q.Span:
				claim.Stated = said[0]
			}
			if !yield(claim) {
				return
			}
		}
	}
}

// changesAround are, for each of a reading's quantities, the first change in which
// it stands; nil where it stands in none.
func (r *Reading) changesAround() []*Change {
	around := make([]*Change, len(r.Quantities))
	for j := range r.Changes {
		c := &r.Changes[j]
		first := sort.Search(len(around), func(i int) bool { return r.Quantities[i].Span.Start >= c.Span.Start })
		for i := first; i < len(around) && r.Quantities[i].Span.Start < c.Span.End; i++ {
			if around[i] == nil && c.Span.Covers(r.Quantities[i].Span) {
				around[i] = c
			}
		}
	}
	return around
}

// Supports reports how a claim stands to a reading: Agree where the reading
// states it, or where it follows from what is stated: a change, a ratio of two
// values, a sum or difference of two, a yearly amount from a monthly one, a
// multiplier for a percentage. Contradict where figures of its kind stand there
// and none of them agrees.
func (r *Reading) Supports(claim *Claim) Agreement {
	if claim.Change != nil {
		return r.supportsChange(claim.Change)
	}
	best, values := Incomparable, r.values()
	for i := range r.Changes {
		c := &r.Changes[i]
		switch c.Supports(&claim.Stated) {
		case Agree:
			return Agree
		case Contradict:
			best = Contradict
		}
		if sum, ok := c.Sum(); ok && claim.amountOf(c.After) && claim.near(sum.Difference*c.After.Unit.Factor) {
			return Agree
		}
	}
	many := len(r.Quantities) > maxPaired
	for i, q := range r.Quantities {
		loose := !values.hold(q)
		agreement := Compare(claim.Quantity, q)
		if agreement == Incomparable && loose {
			agreement = claim.sameAs(q)
		}
		switch agreement {
		case Agree:
			return Agree
		case Contradict:
			best = Contradict
		}
		if !loose || many {
			continue
		}
		for _, other := range r.Quantities[i+1:] {
			if claim.follows(q, other) && !values.hold(other) {
				return Agree
			}
		}
	}
	if many {
		return Agree
	}
	return best
}

// maxPaired is how many figures are tried two by two. Some two of more come to
// anything, so that they contradict nothing; and their pairs take for ever.
const maxPaired = 256

// supportsChange is Supports for a change: both its values stand there, or what
// it comes to, or what it led to.
func (r *Reading) supportsChange(claim *Change) Agreement {
	best, half := Incomparable, false
	for i := range r.Changes {
		c := &r.Changes[i]
		before, after := Compare(claim.Before, c.Before), Compare(claim.After, c.After)
		switch {
		case before == Agree && after == Agree:
			return Agree
		case before == Agree && c.sameDimension(claim), after == Agree && c.sameDimension(claim):
			best, half = Contradict, true
		case before == Contradict || after == Contradict:
			best = Contradict
		}
	}
	if half { // what is rounder than the values does not outweigh them
		return Contradict
	}
	before, after, values := false, false, r.values()
	for _, q := range r.Quantities {
		switch q.Kind {
		case Percentage, Points, Multiplier:
			switch claim.comesTo(&Stated{Quantity: q}) {
			case Agree:
				return Agree
			case Contradict:
				best = Contradict
			}
		}
		if sum, ok := claim.Sum(); ok && !values.hold(q) {
			difference := Claim{Stated: Stated{Quantity: q}}
			if difference.amountOf(claim.After) && difference.near(sum.Difference*claim.After.Unit.Factor) {
				return Agree
			}
		}
		before = before || Compare(claim.Before, q) == Agree
		after = after || Compare(claim.After, q) == Agree && (!values.hold(q) || best != Contradict)
	}
	if after && (before || best != Contradict) {
		return Agree
	}
	return best
}

func (c *Change) sameDimension(d *Change) bool {
	return c.Before.Unit.Dimension == d.Before.Unit.Dimension && c.After.Unit.Dimension == d.After.Unit.Dimension
}

// Loose are the figures that are no values of a change or a course.
func (r *Reading) Loose() []Quantity {
	var loose []Quantity
	values := r.values()
	for _, q := range r.Quantities {
		if !values.hold(q) {
			loose = append(loose, q)
		}
	}
	return loose
}

// values are the places of those of changes and courses.
type values struct {
	ofChanges map[text.Span]bool
	courses   []Course // in order
}

func (r *Reading) values() values {
	v := values{courses: r.Courses}
	if len(r.Changes) > 0 {
		v.ofChanges = make(map[text.Span]bool, 2*len(r.Changes))
	}
	for i := range r.Changes {
		v.ofChanges[r.Changes[i].Before.Span], v.ofChanges[r.Changes[i].After.Span] = true, true
	}
	return v
}

// hold reports whether a figure is one of the values.
func (v values) hold(q Quantity) bool { return v.ofChanges[q.Span] || v.inCourse(q.Span) }

func (v values) inCourse(span text.Span) bool {
	i := sort.Search(len(v.courses), func(i int) bool { return v.courses[i].Span.End >= span.End })
	return i < len(v.courses) && v.courses[i].Span.Covers(span)
}

// Supports reports whether a figure that is claimed elsewhere follows from the
// change: its own values agree, or what it comes to does.
func (c *Change) Supports(claim *Stated) Agreement {
	best := Incomparable
	for _, own := range [...]Quantity{c.After, c.Before} {
		switch Compare(claim.Quantity, own) {
		case Agree:
			return Agree
		case Contradict:
			best = Contradict
		}
	}
	sum := Incomparable
	switch claim.Kind {
	case Percentage, Points, Multiplier:
		sum = c.comesTo(claim)
		for i := range c.Stated { // the writer's own sum, where it is right, is finer than ours
			if s := &c.Stated[i]; s.Kind == claim.Kind && s.telling() && c.CheckStated(s).Possible {
				sum = Compare(claim.Quantity, s.Quantity)
				break
			}
		}
	}
	if sum == Agree {
		return Agree
	}
	return max(best, sum)
}

// comesTo holds what a change comes to against a figure. Where the figure's
// words tell nothing, every reading holds.
func (c *Change) comesTo(claim *Stated) Agreement {
	if c.Before.Value == 0 || !c.Comparable() || c.After.Value == 0 && claim.Kind == Multiplier {
		return Incomparable
	}
	s := *claim
	if !s.telling() {
		s.Says = c.Direction()
		s.Speed = c.After.Kind == Duration || c.After.Kind == Rate
	}
	if v := c.CheckStated(&s); math.IsNaN(v.Right) {
		return Incomparable
	} else if v.Possible {
		return Agree
	}
	return Contradict
}

// sameAs is Compare between a percentage and a multiplier or points, and between
// an amount and the same amount per time.
func (claim *Claim) sameAs(q Quantity) Agreement {
	switch {
	case claim.Kind == Multiplier && (q.Kind == Percentage || q.Kind == Points):
		return sameChange(claim.Quantity, q)
	case claim.Kind == Percentage && q.Kind == Multiplier:
		return sameChange(q, claim.Quantity)
	case claim.Kind == Points && q.Kind == Percentage, claim.Kind == Percentage && q.Kind == Points:
		if claim.near(q.Value) {
			return Agree
		}
	case claim.Kind == Percentage && q.total > 0:
		if claim.near(q.Value / q.total * 100) {
			return Agree
		}
	case claim.Unit.Dimension+"/time" == q.Unit.Dimension, claim.Unit.Dimension == q.Unit.Dimension+"/time":
		// Over what time is not said: a year of $200 a month, or five.
		a, b := math.Abs(claim.Value), math.Abs(q.Value)
		if times := max(a, b) / min(a, b); math.Abs(times-math.Round(times)) < 0.05 {
			return Agree
		}
	}
	return Incomparable
}

// follows reports whether a claim is the ratio, sum or difference of two values.
func (claim *Claim) follows(a, b Quantity) bool {
	if a.Unit.Dimension != b.Unit.Dimension {
		return false
	}
	x, y := math.Abs(a.Value*a.Unit.Factor), math.Abs(b.Value*b.Unit.Factor)
	if claim.amountOf(a) {
		return claim.near(x+y) || claim.near(x-y)
	}
	if x == 0 || y == 0 || a.Kind == Count && stem(a.Unit.Symbol) != stem(b.Unit.Symbol) {
		return false
	}
	low, high := min(x, y), max(x, y)
	switch {
	case claim.Kind == Points:
		return a.Kind == Percentage && claim.near(high-low)
	case claim.Kind == Multiplier:
		return claim.near(high/low) || claim.near(low/high)
	case claim.Kind != Percentage || a.Kind == Percentage:
		return false
	case claim.Says != Up && claim.near((high-low)/high*100), claim.Says != Down && claim.near((high-low)/low*100):
		return true
	}
	return claim.Says == Still && (claim.near(low/high*100) || claim.near(high/low*100))
}

// amountOf reports whether a claim is an amount of what q counts.
func (claim *Claim) amountOf(q Quantity) bool {
	d := claim.Unit.Dimension
	return d == q.Unit.Dimension && d != "" && claim.Kind != Multiplier && !strings.HasPrefix(d, "percent")
}

// near reports whether v, in base units, is within what the claim can stand for.
func (claim *Claim) near(v float64) bool {
	r := claim.Range.absolute()
	v = math.Abs(v)
	return r.Low*0.99 <= v && v <= r.High*1.01
}
