package quantity

import "math"

// Agreement is how two figures on one subject stand to one another.
type Agreement uint8

// The ways two figures stand to one another.
const (
	Incomparable Agreement = iota // of different dimensions
	Agree                         // some value is meant by both
	Contradict                    // no value is
)

// Compare holds two quantities against one another, by their ranges.
// Counts are compared only where the same noun is counted.
func Compare(a, b Quantity) Agreement {
	if a.Unit.Dimension != b.Unit.Dimension || a.Unit.Dimension == "" {
		return Incomparable
	}
	if a.Kind == Count && !sameNoun(a.Unit.Symbol, b.Unit.Symbol) {
		return Incomparable
	}
	for _, world := range worlds(a, b) {
		if world[0].absolute().overlaps(world[1].absolute()) {
			return Agree
		}
	}
	if a.Kind == Percentage && math.Abs(math.Abs(a.Value)-math.Abs(b.Value)) <= 1 {
		return Agree
	}
	return Contradict
}

// sameNoun compares two nouns but for a plural's ending.
func sameNoun(a, b string) bool {
	return stem(a) == stem(b)
}

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

// Supports reports whether a percentage, points, a multiplier or a value that
// is claimed elsewhere follows from the change: its own values agree, or what
// it comes to does. The words of the claim are not known, so every reading
// holds.
func (c *Change) Supports(q Quantity) Agreement {
	for _, own := range [...]Quantity{c.After, c.Before} {
		if Compare(own, q) == Agree {
			return Agree
		}
	}
	switch q.Kind {
	case Percentage, Points, Multiplier:
	default:
		return max(Compare(c.After, q), Compare(c.Before, q))
	}
	if c.Before.Value == 0 || !c.Comparable() {
		return Incomparable
	}
	s := Stated{Quantity: q, Speed: true, Better: true}
	if v := c.CheckStated(&s); math.IsNaN(v.Right) {
		return Incomparable
	} else if v.Possible {
		return Agree
	}
	return Contradict
}
