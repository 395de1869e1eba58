package quantity

import (
	"math"
	"strings"
)

// Values are both values of a change as written, an arrow between. src is the
// text that holds them, unless they stand apart.
func (c *Change) Values(src string) string { return c.values(src) }

// Supports reports how a figure that is claimed elsewhere stands to a reading:
// Agree where the reading states it, or where it follows from what is stated: a
// change, a ratio of two values, a sum or difference of two, a yearly amount
// from a monthly one, a multiplier for a percentage. Contradict where figures of
// its kind stand there and none of them agrees.
func (r *Reading) Supports(claim Quantity) Agreement {
	best := Incomparable
	for i := range r.Changes {
		c := &r.Changes[i]
		if a := c.Supports(claim); a == Agree {
			return Agree
		} else if a == Contradict {
			best = Contradict
		}
		if sum, ok := c.Sum(); ok && amount(claim, c.After) && near(claim, math.Abs(sum.Difference)*c.After.Unit.Factor) {
			return Agree
		}
	}
	for i, q := range r.Quantities {
		if a := compareKinds(claim, q); a == Agree {
			return Agree
		} else if a == Contradict {
			best = Contradict
		}
		for _, other := range r.Quantities[i+1:] {
			if follows(claim, q, other) {
				return Agree
			}
		}
	}
	return best
}

// compareKinds is Compare, between a percentage and a multiplier too, and
// between an amount and the same amount per time.
func compareKinds(claim, q Quantity) Agreement {
	if a := Compare(claim, q); a != Incomparable {
		return a
	}
	switch {
	case claim.Kind == Multiplier && (q.Kind == Percentage || q.Kind == Points):
		return sameChange(claim, q)
	case claim.Kind == Percentage && q.Kind == Multiplier:
		return sameChange(q, claim)
	case claim.Unit.Dimension+"/time" == q.Unit.Dimension || claim.Unit.Dimension == q.Unit.Dimension+"/time":
		return Agree // over what time is not said, so that nothing contradicts
	}
	return Incomparable
}

// sameChange reports whether a multiplier and a percentage can mean one change:
// doubled is 100% more, and half is 50% less.
func sameChange(m, p Quantity) Agreement {
	said := p.Range.absolute()
	for _, f := range [...]Interval{m.Range, {1, 1}} {
		if f == (Interval{1, 1}) {
			f = f.over(m.Range)
		}
		for _, percent := range [...]Interval{f.plus(-1).absolute().times(100, 100), f.times(100, 100)} {
			if percent.overlaps(Interval{said.Low - 1, said.High + 1}) {
				return Agree
			}
		}
	}
	return Contradict
}

// follows reports whether a claim is the ratio, sum or difference of two values.
func follows(claim, a, b Quantity) bool {
	if a.Unit.Dimension != b.Unit.Dimension {
		return false
	}
	x, y := a.Value*a.Unit.Factor, b.Value*b.Unit.Factor
	if amount(claim, a) {
		return near(claim, math.Abs(x+y)) || near(claim, math.Abs(x-y))
	}
	if claim.Kind != Percentage || x == 0 || y == 0 || a.Kind == Percentage {
		return false
	}
	return near(claim, x/y*100) || near(claim, y/x*100) || near(claim, math.Abs(x-y)/x*100) || near(claim, math.Abs(x-y)/y*100)
}

// amount reports whether a claim is an amount of what q counts.
func amount(claim, q Quantity) bool {
	return claim.Unit.Dimension == q.Unit.Dimension && !strings.HasPrefix(claim.Unit.Dimension, "percent") && claim.Unit.Dimension != ""
}

// near reports whether v, in base units, is within what the claim can stand for.
func near(claim Quantity, v float64) bool {
	r := claim.Range.absolute()
	return r.Low*0.99 <= v && v <= r.High*1.01
}
