package quantity

import (
	"math"
	"strings"
)

// Sum is what a change comes to, by the values as written. What cannot be told
// is NaN: the percentage from a baseline of zero, points of other units.
type Sum struct {
	// Percent is the change in percent of the value before: -40 for 2.5 s → 1.5 s.
	Percent float64
	// Factor is the value after divided by the value before.
	Factor float64
	// Points is the difference in percentage points, where both are percentages.
	Points float64
	// Difference is the value after minus the value before, in the unit of After.
	Difference float64
}

// Comparable reports whether both values are of one dimension, so that a change
// can be computed.
func (c *Change) Comparable() bool {
	return c.Before.Unit.Dimension == c.After.Unit.Dimension
}

// Incompatible reports whether before and after are in units that can't be
// compared, such as a duration and a sum of money or a count of things, or two currencies.
// Counts of different things can; a rate and a duration may be one another's inverse.
func (c *Change) Incompatible() bool {
	if c.Comparable() {
		return false
	}
	before, _, _ := strings.Cut(c.Before.Unit.Dimension, "/")
	after, _, _ := strings.Cut(c.After.Unit.Dimension, "/")
	if c.Before.Kind == Count || c.After.Kind == Count {
		return c.Before.Kind == Duration && c.After.counted || c.Before.counted && c.After.Kind == Duration
	}
	return before != after && measurable(c.Before) && measurable(c.After)
}

func measurable(q Quantity) bool {
	switch q.Kind {
	case Money: // of which currency a cent is a part is not said
		return q.Unit.Dimension != measures[cent].Dimension
	case Duration, Size, Percentage:
		return true
	}
	return false
}

// Sum computes the change. It reports false where the units can't be compared.
func (c *Change) Sum() (Sum, bool) {
	s := Sum{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	if !c.Comparable() || c.After.Unit.Factor == 0 {
		return s, false
	}
	a, b := c.Before.Value*c.Before.Unit.Factor, c.After.Value*c.After.Unit.Factor
	s.Difference = (b - a) / c.After.Unit.Factor
	if c.After.Kind == Percentage {
		s.Points = b - a
	}
	if a > 0 {
		s.Percent, s.Factor = (b-a)/a*100, b/a
	}
	return s, true
}

// Verdict is what the values say of a stated figure.
type Verdict struct {
	// Possible tells that some honest reading makes the figure true, or that
	// nothing can be said.
	Possible bool
	// Right is the figure that follows from the values as written, in the
	// stated figure's unit, with its sign where it has one. It is NaN where none
	// follows.
	Right float64
	// Fixable tells that the figure is written in a form that Right can take, as
	// "doubled" is not: see Quantity.Figure.
	Fixable bool
}

// Check holds the figure Stated[i] against the values, under every reading of
// its words and every rounding (see the package's description).
func (c *Change) Check(i int) Verdict { return c.CheckStated(&c.Stated[i]) }

// CheckStated holds a figure that stands elsewhere, such as in another cell of
// a table, against the values.
func (c *Change) CheckStated(s *Stated) Verdict {
	v := Verdict{Possible: true, Right: math.NaN()}
	sum, ok := c.Sum()
	if !ok || c.Before.Value < 0 || c.After.Value < 0 || c.Before.Value == 0 {
		return v
	}
	v.Right = c.right(s, sum)
	v.Fixable = !s.verb && !math.IsNaN(v.Right)
	if math.IsNaN(v.Right) || !s.telling() && c.Said == Still && !c.Speed {
		// A percentage without a word may be a share of something else.
		return v
	}
	said := s.Range.absolute()
	nominal := math.Abs(s.Value)
	for _, world := range worlds(c.Before, c.After) {
		for _, reading := range c.readings(s, world[0], world[1]) {
			if reading.overlaps(said) {
				return v
			}
		}
	}
	if s.Kind == Percentage {
		a, b := c.Before.Value*c.Before.Unit.Factor, c.After.Value*c.After.Unit.Factor
		for _, reading := range c.readings(s, Interval{a, a}, Interval{b, b}) {
			if math.Abs(reading.Low-nominal) <= 1 {
				return v
			}
		}
	} else if math.Abs(math.Abs(v.Right)-nominal) <= 0.01 {
		return v
	}
	for _, d := range c.regroupings() {
		if d.CheckStated(s).Possible {
			return v
		}
	}
	v.Possible = false
	return v
}

// telling reports whether a figure is said to be a change's: a percentage without
// a word to it may be a share.
func (s *Stated) telling() bool {
	return s.Kind != Percentage || s.Says != Still || s.Speed || s.Better || s.alone
}

// regroupings are the other readings of a change between figures such as 1.234,
// whose point groups or divides, as far as they are credible.
func (c *Change) regroupings() []Change {
	if !c.Before.either && !c.After.either {
		return nil
	}
	var all []Change
	for which := 1; which <= 3; which++ {
		d := *c
		d.Before.either, d.After.either = false, false
		if which&1 != 0 {
			d.Before = c.Before.regrouped()
		}
		if which&2 != 0 {
			d.After = c.After.regrouped()
		}
		if sum, ok := d.Sum(); ok && sum.Factor > 0.02 && sum.Factor < 50 {
			all = append(all, d)
		}
	}
	return all
}

// regrouped is the other reading of a figure whose point groups or divides.
func (q Quantity) regrouped() Quantity {
	if !q.either {
		return q
	}
	scale := 1000.0
	if math.Abs(q.Value) >= 1000 {
		scale = 0.001
	}
	q.Value *= scale
	q.Range = q.Range.times(scale, scale)
	q.either = false
	return q
}

// readings are the intervals of what the stated figure can mean, in its unit and
// without sign.
func (c *Change) readings(s *Stated, a, b Interval) []Interval {
	ratio, inverse := b.over(a), a.over(b)
	var buf [12]Interval
	all := buf[:0]
	percent := func(v Interval) { all = append(all, v.times(100, 100)) }
	switch s.Kind {
	case Points:
		return append(all, a.distance(b))
	case Multiplier:
		up, down := ratio, inverse
		if s.Value < 1 && s.Value > 0 { // halved
			up, down = inverse, ratio
		}
		all = append(all, up, down)
		if !s.verb {
			all = append(all, up.plus(-1), down.plus(-1))
		}
		return all
	}
	percent(ratio.plus(-1).absolute())
	if s.alone {
		percent(ratio)
		percent(inverse.plus(-1).absolute())
	}
	if s.Speed || c.Speed || s.Signed && s.Value > 0 && c.After.Kind == Duration {
		percent(inverse.plus(-1).absolute())
	}
	if s.Better && (c.After.Kind == Duration || c.After.Kind == Rate || c.After.Kind == Size || c.After.Kind == Money) {
		percent(inverse.plus(-1).absolute())
	}
	if c.After.Kind == Percentage && s.Kind == Percentage {
		all = append(all, a.distance(b))
		if math.Max(c.Before.Value, c.After.Value) >= 80 && a.High <= 101 && b.High <= 101 {
			// 99.5% → 99.9% is 80% fewer failures
			rest := func(v Interval) Interval { return Interval{math.Max(100-v.High, 0), math.Max(100-v.Low, 0)} }
			percent(rest(b).over(rest(a)).plus(-1).absolute())
		}
	}
	return all
}

// right is the figure that the values as written come to, in the stated one's
// terms.
func (c *Change) right(s *Stated, sum Sum) float64 {
	v := math.NaN()
	switch s.Kind {
	case Points:
		v = math.Abs(sum.Points)
		if c.After.Kind == Score && math.IsNaN(v) {
			v = math.Abs(sum.Difference)
		}
	case Percentage:
		v = math.Abs(sum.Percent)
	case Multiplier:
		v = sum.Factor
		if v < 1 && s.Value >= 1 && v > 0 {
			v = 1 / v
		}
		return v
	}
	if s.Signed && sum.Percent < 0 && !(s.Value > 0 && c.After.Kind == Duration) {
		v = -v
	}
	return v
}
