package quantity

import (
	"math"

	"achievement-ls/analysis/text"
)

// Direction is which way the values go, Still where they are equal or their
// ranges do not tell.
func (c *Change) Direction() Direction {
	if !c.Comparable() {
		return Still
	}
	for _, d := range c.regroupings() {
		e := *c
		e.Before.either, e.After.either = false, false
		if d.Direction() != e.Direction() {
			return Still
		}
	}
	if c.Before.Bound == Exactly && c.After.Bound == Exactly && c.Before.Unit.Factor == c.After.Unit.Factor {
		switch {
		case c.Before.Value < c.After.Value:
			return Up
		case c.Before.Value > c.After.Value:
			return Down
		}
		return Still
	}
	d := Still
	for i, world := range worlds(c.Before, c.After) {
		way := Still
		switch {
		case world[1].Low > world[0].High:
			way = Up
		case world[1].High < world[0].Low:
			way = Down
		}
		if i > 0 && way != d {
			return Still
		}
		d = way
	}
	return d
}

// Misdirected finds the word, or the signed figure, that says the values go the
// other way than they do.
func (c *Change) Misdirected() (span text.Span, ok bool) {
	d := c.Direction()
	if d == Still || c.Before.Value < 0 || c.After.Value < 0 {
		return span, false
	}
	// "Fewer failures: 99.5% → 99.9%" speaks of the rest, and a shorter cycle is
	// more releases a month.
	rest := c.After.Kind == Percentage && math.Max(c.Before.Value, c.After.Value) >= 80
	if c.Said == -d && !rest && (c.After.Kind != Rate || d == Down) {
		return c.SaidSpan, true
	}
	for i := range c.Stated {
		s := &c.Stated[i]
		if s.Kind == Multiplier || rest {
			continue
		}
		switch {
		case s.faster && c.After.Kind == Duration && d == Up, s.faster && c.After.Kind == Rate && d == Down:
			return s.SaysSpan, true
		case s.Says != -d || s.Speed || s.Better && !s.Signed:
		case c.After.Kind == Duration && d == Down: // +40% of speed
			if !s.Signed {
				return s.SaysSpan, true
			}
		case c.After.Kind == Rate && !(s.Signed && s.Value < 0) && c.inverse(s):
		default:
			return s.SaysSpan, true
		}
	}
	return span, false
}

// inverse reports whether the figure is true of one divided by the values.
func (c *Change) inverse(s *Stated) bool {
	for _, world := range worlds(c.Before, c.After) {
		if world[0].over(world[1]).plus(-1).absolute().times(100, 100).overlaps(s.Range.absolute()) {
			return true
		}
	}
	return false
}
