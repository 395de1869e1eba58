package quantity

import (
	"math"
	"strings"
)

func (v Interval) overlaps(w Interval) bool { return v.Low <= w.High && w.Low <= v.High }

func (v Interval) times(low, high float64) Interval { return Interval{v.Low * low, v.High * high} }

func (v Interval) plus(n float64) Interval { return Interval{v.Low + n, v.High + n} }

func (v Interval) negated() Interval { return Interval{-v.High, -v.Low} }

// over divides two intervals of values that are not negative.
func (v Interval) over(w Interval) Interval {
	q := Interval{0, math.Inf(1)}
	if !math.IsInf(w.High, 1) && w.High > 0 {
		q.Low = v.Low / w.High
	}
	if w.Low > 0 {
		q.High = v.High / w.Low
	}
	return q
}

// minus is every difference of two values, without its sign.
func (v Interval) distance(w Interval) Interval {
	if v.overlaps(w) {
		return Interval{0, math.Max(v.High-w.Low, w.High-v.Low)}
	}
	if v.Low > w.High {
		return Interval{v.Low - w.High, v.High - w.Low}
	}
	return Interval{w.Low - v.High, w.High - v.Low}
}

// absolute is the interval without signs.
func (v Interval) absolute() Interval {
	switch {
	case v.Low >= 0:
		return v
	case v.High <= 0:
		return v.negated()
	}
	return Interval{0, math.Max(-v.Low, v.High)}
}

// conversion is what one unit may be worth beside what the table says: a day of
// work has eight hours and a week of it five days, and a kilobyte is 1024 bytes
// to some. It is a factor upon the table's.
func conversion(u Unit) (low, high float64) {
	switch {
	case u.Dimension == "time":
		switch f := u.Factor; {
		case f >= yearSeconds:
			return 1650 * hourSeconds / yearSeconds, 2100 * hourSeconds / yearSeconds
		case f >= monthSeconds:
			return 140 * hourSeconds / monthSeconds, 184 * hourSeconds / monthSeconds
		case f >= weekSeconds:
			return 35 * hourSeconds / weekSeconds, 42 * hourSeconds / weekSeconds
		case f >= daySeconds:
			return 7 * hourSeconds / daySeconds, 9 * hourSeconds / daySeconds
		}
	case u.Dimension == "bytes" && u.Factor > 1:
		n := math.Round(math.Log10(u.Factor) / 3)
		if u.Factor == math.Pow(1000, n) {
			f := math.Pow(1.024, n)
			return f, f
		}
	case strings.HasSuffix(u.Dimension, "/time"):
		return 0.3, 3
	}
	return 1, 1
}

// calendar widens a month and a year by their true lengths.
func calendar(u Unit) (low, high float64) {
	if u.Dimension == "time" && u.Factor >= monthSeconds || strings.HasSuffix(u.Dimension, "/time") && u.Factor <= 1/monthSeconds {
		return 0.92, 1.08
	}
	return 1, 1
}

// worlds gives the ranges of two quantities under each honest way to convert
// their units.
func worlds(a, b Quantity) [2][2]Interval {
	if a.Unit.Factor == b.Unit.Factor {
		return [2][2]Interval{{a.Range, b.Range}, {a.Range, b.Range}}
	}
	var w [2][2]Interval
	for i, q := range [2]Quantity{a, b} {
		low, high := calendar(q.Unit)
		w[0][i] = q.Range.times(low, high)
		low, high = conversion(q.Unit)
		w[1][i] = q.Range.times(low, high)
	}
	return w
}
