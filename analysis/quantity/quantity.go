// Package quantity reads figures in prose: numbers with what they count, the
// changes they describe, and what those changes come to. It knows no
// achievement, and it never guesses: what may be a version, a name or a date is
// no quantity, and a claim is wrong only where no reading of it is right.
//
// A text passes through stages, each a file or a few:
//
//   - it is cut into tokens, each looked up in the lexicon (token.go, digits.go, words.go);
//   - numbers that are names, versions, codes, dates are masked (mask.go, names.go, versions.go,
//     codes.go, dates.go, addresses.go);
//   - numbers are read (number.go, wordnumber.go, one.go, zero.go, fraction.go, han.go, hanwords.go), with their units and
//     kinds (unit.go, money.go, time.go, noun.go) and bounds (bound.go);
//   - neighbours are joined to ranges, changes and courses (pair.go, join.go), and the
//     figures and words that speak of a change attached to it (change.go,
//     stated.go, takenup.go, says.go, said.go);
//   - the statement is classed by what its figures measure (class.go, inwords.go, topics.go,
//     weigh.go, weighcount.go, weighduration.go).
//
// Words and units are data (words_*.go, units.go). The arithmetic is by intervals
// (interval.go, verdict.go, direction.go, compare.go): a figure stands for every value that
// rounds to it.
package quantity

import (
	"slices"
	"sync"

	"achievement-ls/analysis/text"
)

// Kind is what a quantity measures.
type Kind uint8

// The kinds of quantity.
const (
	Count Kind = iota + 1 // 12 engineers, zero incidents
	Percentage
	Points // percentage points: 12 pp
	Duration
	Money
	Rate // 3/week, 450 req/s
	Size // 30 GB
	Multiplier
	Score // 4.7/5, NPS 32
)

// Bound says how a figure is meant.
type Bound uint8

// The ways a figure is meant.
const (
	Exactly Bound = iota
	About         // ~, about, nearly, roughly
	AtLeast       // over, more than, 10k+, >
	AtMost        // under, up to, <
)

// Interval holds every value a figure can stand for, ends included.
type Interval struct {
	Low, High float64
}

// Unit is what a value is counted in. Two units with one Dimension convert into
// one another by Factor; values of different dimensions can't be compared.
type Unit struct {
	// Symbol is the unit's short name: "s", "min", "%", "EUR", "GB"; for a count
	// the noun as written, lower case; "" for a bare number.
	Symbol string
	// Dimension groups units that convert: "time", "bytes", "EUR", "percent",
	// "requests/time"; for a count it is "count", whatever is counted.
	Dimension string
	// Factor turns a value in this unit into the dimension's base unit.
	Factor float64
}

// Quantity is one figure in a text. Spans are byte offsets into the text read.
type Quantity struct {
	// Span covers the figure with its bound, sign, currency and unit; Number the
	// digits or number words alone, without sign, magnitude word and unit.
	Span, Number text.Span
	Kind         Kind
	Unit         Unit
	// Value is the figure as written, magnitude applied ("1.2M" is 1 200 000,
	// "-35 %" is -35), in Unit.
	Value float64
	// Range holds the values that are written so, in the dimension's base unit:
	// those that round to Value at its last digit, widened by Bound.
	Range Interval
	Bound Bound
	// Signed tells a figure with a written + or - sign.
	Signed bool
	// either tells a number such as 1.234, whose point groups or divides.
	either bool
	// total is what a score is out of: 30 for "28 of 30"; 0 where that is not said.
	total float64
	// share tells a fraction in words, read as a percentage.
	share bool
	// counted tells a count of what is known to be a thing or people.
	counted bool
	// magnitude is what a magnitude word multiplied the written number by.
	magnitude float64
}

// Direction is which way a change goes.
type Direction int8

// The directions.
const (
	Down  Direction = -1
	Still Direction = 0 // or unknown
	Up    Direction = 1
)

// Change is a pair of values, before and after, with what the text says of it.
type Change struct {
	// Span runs from the first of its values or stated figures to the last.
	Span          text.Span
	Before, After Quantity
	// Stated are the percentages, points and multipliers that the text gives
	// for the pair: "(40% reduction)", "3x faster".
	Stated []Stated
	// Said is the direction that the words around the values state, with the
	// word: "reduced", "down from"; Still where there is none.
	Said     Direction
	SaidSpan text.Span
	// Speed tells a word of speed before the values, as in "faster builds, 8 min
	// to 5": stated figures may then speak of speed.
	Speed bool
	// beforeSrc and afterSrc are the texts of values that stand apart.
	beforeSrc, afterSrc string
}

// Stated is what a text says a change comes to.
type Stated struct {
	Quantity
	// Says is the direction of the words or the sign that go with the figure,
	// SaysSpan the word, or the figure itself where it is the sign.
	Says     Direction
	SaysSpan text.Span
	// Speed tells words under which a rise means that time falls ("faster",
	// "throughput"), so that both readings are tried.
	Speed bool
	// Better tells words that name no direction of the values: "improvement".
	Better bool
	// alone tells a percentage in brackets with no word to it.
	alone bool
	// verb tells "doubled" and "halved", which have one reading only.
	verb bool
	// faster tells a word that says which way time goes.
	faster bool
}

// Course is three values or more, joined by arrows: no change is claimed of it.
type Course struct {
	Span   text.Span
	Values []Quantity
}

// Reading is what a text says in figures.
type Reading struct {
	// Quantities are all figures in order, those of changes and courses
	// included. They do not overlap.
	Quantities []Quantity
	Changes    []Change
	Courses    []Course
	// Class says whether the figures measure something.
	Class Class
}

// Class says whether a statement is quantified.
type Class uint8

// The classes of a statement. An ambiguous one counts effort, headcount or
// things made, or gives a rank or a frequency in words; nothing is ever reported
// of it.
const (
	Unquantified Class = iota
	Ambiguous
	Quantified
)

// Read reads the figures of prose, which is markdown.Tree's: what is no prose is
// blank in it, and NULs count as nothing.
func Read(prose string) Reading {
	if len(prose) > piece {
		return readLong(prose)
	}
	return readPiece(prose)
}

func readPiece(prose string) Reading {
	r := readers.Get().(*reader)
	defer r.release()
	r.src = prose
	links, courses := r.read()
	reading := Reading{Class: r.class(links, courses)}
	reading.Changes = r.changes(links)
	if n := len(r.figures); n > 0 {
		reading.Quantities = take(&r.quantities, n, 16)
		for i := range r.figures {
			reading.Quantities[i] = r.figures[i].q
		}
	}
	for _, c := range courses {
		values := reading.Quantities[c[0] : c[1]+1]
		reading.Courses = append(reading.Courses, Course{
			Span:   text.Cover(values[0].Span, values[len(values)-1].Span),
			Values: slices.Clip(values),
		})
	}
	return reading
}

// readers are kept with their buffers, so that reading a text allocates nothing
// but its result.
var readers = sync.Pool{New: func() any { return new(reader) }}

// release gives a reader back, unless a huge text has made its buffers huge.
func (r *reader) release() {
	if cap(r.tokens) > 16384 {
		return
	}
	*r = reader{tokens: r.tokens[:0], figures: r.figures[:0], links: r.links[:0], room: r.room}
	readers.Put(r)
}

// room is what results are cut from, so that most texts allocate nothing: each
// place is given away once. It is small, since one result keeps all of it.
type room struct {
	quantities []Quantity
	made       []Change
	claims     []Stated
}

// take cuts n values from the room, which is made anew with the given size when
// it is used up.
func take[T any](room *[]T, n, size int) []T {
	if n > len(*room) {
		if n >= size {
			return make([]T, n)
		}
		*room = make([]T, size)
	}
	taken := (*room)[:n:n]
	*room = (*room)[n:]
	return taken
}

// read takes the text through the stages.
func (r *reader) read() (links []link, courses [][2]int) {
	s := scanner{src: r.src, tokens: r.tokens}
	s.scan()
	r.tokens, r.speaks, r.commas, r.points = s.tokens, s.speaks, s.commas, s.points
	r.roles, r.topics, r.experience = s.roles, s.topics, s.experience
	for l := range languages {
		if r.speaks[l] > r.speaks[r.tongue] {
			r.tongue = language(l)
		}
	}
	for l := range languages {
		if r.speaks[l] == r.speaks[r.tongue] {
			r.tongues |= 1 << l
		}
	}
	r.german = r.tongue == german
	r.known, r.han = r.speaks[r.tongue] > 0 || s.han, s.han
	r.mask()
	r.numbers()
	links, courses = r.pairs()
	for i := range r.figures {
		f := &r.figures[i]
		if !f.word {
			f.q.magnitude = f.scale
		}
		f.q.either, f.q.share, f.q.counted = f.either, f.share, r.countsKnown(f)
		r.settle(f)
	}
	return links, courses
}
