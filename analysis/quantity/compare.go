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

// Compare reports how a claimed figure stands to the source it was taken from. It may be
// rounder than its source, not sharper: 38% bears out "40%", and 40% does not
// bear out "44%". Counts are compared where the same noun is counted, or one
// names none.
func Compare(claim, source Quantity) Agreement {
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
		if said.Low < is.High && is.Low < said.High || said.Low == is.Low {
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
