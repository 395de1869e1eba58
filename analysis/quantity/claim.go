package quantity

import (
	"math"
	"strings"
)

// Agreement is how two figures on one subject stand to one another.
type Agreement uint8

// The ways two figures stand to one another.
const (
	Incomparable Agreement = iota // of different dimensions
	Agree                         // some value is meant by both
	Contradict                    // no value is
)

// Claim is a figure that has to be borne out elsewhere, with what its words say
// of it: a figure by itself, or what a change led to.
type Claim struct {
	Stated
	// Change is the change it is the outcome of; nil for a figure by itself.
	Change *Change
}

// Claims are what the figures of prose, which was read as r, assert. What a text
// says of a change that stands beside it is part of that change's claim, and
// a course claims nothing.
func (r *Reading) Claims(prose string) []Claim {
	if len(r.Quantities) == 0 {
		return nil
	}
	said := StatedIn(prose)
	var all []Claim
next:
	for i := range r.Quantities {
		q := &r.Quantities[i]
		for j := range r.Changes {
			c := &r.Changes[j]
			if c.After.Span == q.Span {
				all = append(all, Claim{Stated: Stated{Quantity: *q, Says: c.Said}, Change: c})
				continue next
			}
			if c.Span.Covers(q.Span) {
				continue next
			}
		}
		for _, c := range r.Courses {
			if c.Span.Covers(q.Span) {
				continue next
			}
		}
		claim := Claim{Stated: Stated{Quantity: *q}}
		for _, s := range said {
			if s.Span == q.Span {
				claim.Stated = s
			}
		}
		all = append(all, claim)
	}
	return all
}

// Bears reports how a figure stands to the source it was taken from. It may be
// rounder than its source, not sharper: 38% bears out "40%", and 40% does not
// bear out "44%". Counts are compared where the same noun is counted, or one
// names none.
func Bears(claim, source Quantity) Agreement {
	if claim.Unit.Dimension != source.Unit.Dimension || claim.Unit.Dimension == "" {
		return Incomparable
	}
	named := claim.Kind == Count && claim.Unit.Symbol != "" && source.Unit.Symbol != ""
	if named && stem(claim.Unit.Symbol) != stem(source.Unit.Symbol) {
		return Incomparable
	}
	if within(claim, source.exactly(0)) || within(claim.exactly(0.5), source.exactly(0.5)) {
		return Agree
	}
	if claim.Kind == Percentage && math.Abs(math.Abs(claim.Value)-math.Abs(source.Value)) <= 1 {
		return Agree
	}
	if claim.Kind == Count && !named {
		return Incomparable
	}
	return Contradict
}

// within reports whether some value is meant by both figures. A range does not
// hold its upper end, which rounds to the next value: 45 rounds to 50, not to 40.
func within(claim, source Quantity) bool {
	for _, world := range worlds(claim, source) {
		said, is := world[0].absolute(), world[1].absolute()
		if said.Low <= is.High && is.Low < said.High || said.Low == is.Low {
			return true
		}
	}
	return false
}

// exactly is a figure as the one who measured it wrote it down, for values that
// round to it at its unit's place (0.5) or its very value (0): nobody rounds 20
// minutes or 40% to tens who gives others to the last digit.
func (q Quantity) exactly(half float64) Quantity {
	v := q.Value * q.Unit.Factor
	exact := q.Bound == Exactly && q.magnitude == 1 && math.Abs(q.Value) < 1000 && q.Value == math.Trunc(q.Value)
	if !exact || math.Abs(q.Range.Low+q.Range.High-2*v) > math.Abs(v)/1e6 { // not in the middle: a range
		return q
	}
	half = min(half*q.Unit.Factor, (q.Range.High-q.Range.Low)/2)
	q.Range = Interval{v - half, v + half}
	return q
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
	best := Incomparable
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
	for i, q := range r.Quantities {
		switch claim.bornOutBy(q) {
		case Agree:
			return Agree
		case Contradict:
			best = Contradict
		}
		for _, other := range r.Quantities[i+1:] {
			if claim.follows(q, other) {
				return Agree
			}
		}
	}
	return best
}

// supportsChange is Supports for a change: both its values stand there, or what
// it comes to, or what it led to.
func (r *Reading) supportsChange(claim *Change) Agreement {
	best := Incomparable
	for i := range r.Changes {
		c := &r.Changes[i]
		before, after := Bears(claim.Before, c.Before), Bears(claim.After, c.After)
		switch {
		case before == Agree && after == Agree:
			return Agree
		case before == Contradict || after == Contradict:
			best = Contradict
		}
	}
	before, after := false, false
	for _, q := range r.Quantities {
		switch q.Kind {
		case Percentage, Points, Multiplier:
			s := Stated{Quantity: q, Speed: true, Better: true}
			switch claim.comesTo(&s) {
			case Agree:
				return Agree
			case Contradict:
				best = Contradict
			}
		}
		if sum, ok := claim.Sum(); ok && r.alone(q) {
			difference := Claim{Stated: Stated{Quantity: q}}
			if difference.amountOf(claim.After) && difference.near(sum.Difference*claim.After.Unit.Factor) {
				return Agree
			}
		}
		before = before || Bears(claim.Before, q) == Agree
		after = after || Bears(claim.After, q) == Agree && (r.alone(q) || best != Contradict)
	}
	if after && (before || best != Contradict) {
		return Agree
	}
	return best
}

// alone reports whether q is no value of a change.
func (r *Reading) alone(q Quantity) bool {
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Before.Span == q.Span || c.After.Span == q.Span {
			return false
		}
	}
	return true
}

// Supports reports whether a figure that is claimed elsewhere follows from the
// change: its own values agree, or what it comes to does.
func (c *Change) Supports(claim *Stated) Agreement {
	best := Incomparable
	for _, own := range [...]Quantity{c.After, c.Before} {
		switch Bears(claim.Quantity, own) {
		case Agree:
			return Agree
		case Contradict:
			best = Contradict
		}
	}
	switch claim.Kind {
	case Percentage, Points, Multiplier:
		return max(best, c.comesTo(claim))
	}
	return best
}

// comesTo holds what a change comes to against a figure. Where the figure's
// words tell nothing, every reading holds.
func (c *Change) comesTo(claim *Stated) Agreement {
	if c.Before.Value == 0 || !c.Comparable() {
		return Incomparable
	}
	s := *claim
	if s.Says == Still {
		s.Speed, s.Better = true, true
	}
	if v := c.CheckStated(&s); math.IsNaN(v.Right) {
		return Incomparable
	} else if v.Possible {
		return Agree
	}
	return Contradict
}

// bornOutBy is Bears, between a percentage and a multiplier too, and between an
// amount and the same amount per time.
func (claim *Claim) bornOutBy(q Quantity) Agreement {
	if a := Bears(claim.Quantity, q); a != Incomparable {
		return a
	}
	switch {
	case claim.Kind == Multiplier && (q.Kind == Percentage || q.Kind == Points):
		return sameChange(claim.Quantity, q)
	case claim.Kind == Percentage && q.Kind == Multiplier:
		return sameChange(q, claim.Quantity)
	case claim.Kind == Points && q.Kind == Percentage, claim.Kind == Percentage && q.Kind == Points:
		if claim.near(q.Value) {
			return Agree
		}
	case claim.Unit.Dimension+"/time" == q.Unit.Dimension || claim.Unit.Dimension == q.Unit.Dimension+"/time":
		return Agree // over what time is not said, so that nothing contradicts
	}
	return Incomparable
}

// sameChange reports whether a multiplier and a percentage can mean one change:
// doubled is 100% more, and half is 50% less.
func sameChange(m, p Quantity) Agreement {
	said := p.Range.absolute()
	for _, f := range [...]Interval{m.Range, Interval{1, 1}.over(m.Range)} {
		for _, percent := range [...]Interval{f.plus(-1).absolute().times(100, 100), f.times(100, 100)} {
			if percent.overlaps(Interval{said.Low - 1, said.High + 1}) {
				return Agree
			}
		}
	}
	return Contradict
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
	if x == 0 || y == 0 {
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

// stem is a noun without a plural's ending.
func stem(noun string) string {
	for _, end := range [...]string{"ies", "es", "s", "en", "n", "x"} {
		if len(noun) > len(end)+3 && noun[len(noun)-len(end):] == end {
			noun = noun[:len(noun)-len(end)]
			break
		}
	}
	if n := len(noun); n > 3 && (noun[n-1] == 'y' || noun[n-1] == 'e') {
		noun = noun[:n-1]
	}
	return noun
}
