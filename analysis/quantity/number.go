package quantity

import "achievement-ls/analysis/text"

// weight is what a figure says about a statement being quantified.
type weight uint8

const (
	weightless weight = iota // a salary, a career, a threshold
	weak                     // effort, headcount, things made
	strong
)

// figure is a quantity while it is read, with the tokens it was read from.
type figure struct {
	q           Quantity
	first, last int     // all its tokens
	core, end   int     // those of its number and magnitude
	low, high   float64 // the values that round to it, in its unit
	scale       float64 // the magnitude's factor
	noun        int     // the first token of what is counted, or -1
	nounEnd     int     // and the last
	bare        bool    // neither unit nor noun
	word        bool    // written in words
	vague       bool    // hundreds, several million
	ranged      bool    // 20–40
	share       bool    // half of, a third: a fraction read as percent
	verb        bool    // doubled, halved
	either      bool    // 1.234 whose point groups or divides
	amount      Unit    // of a rate, the unit without its time
	weight      weight
}

// numbers reads all figures, each with its unit.
func (r *reader) numbers() {
	for i := 0; i < len(r.tokens); {
		if !r.starts(i) {
			i++
			continue
		}
		f, ok := r.figure(i)
		if !ok {
			i++
			continue
		}
		r.left(&f)
		r.figures = append(r.figures, f)
		i = f.last + 1
	}
}

// starts reports whether a number may start at token i.
func (r *reader) starts(i int) bool {
	t := &r.tokens[i]
	switch t.kind {
	case tokenNumber:
		return !t.masked
	case tokenSymbol:
		return t.char >= 0xbc // fraction signs
	case tokenHan:
		return hanStarts(t.char)
	case tokenWord:
		return t.is(roleNumber|roleArticle|roleMagnitude|roleVague|roleFraction|roleSome|roleFactor|roleNot) || r.touchesPrevious(i+1) && r.tokens[i+1].symbol('-')
	}
	return false
}

// figure reads the number that starts at token i and its unit.
func (r *reader) figure(i int) (figure, bool) {
	t := r.token(i)
	f := figure{first: i, last: i, core: i, end: i, scale: 1, noun: -1}
	switch {
	case t.kind == tokenNumber && !t.masked:
		f.q.Value, f.low, f.high = t.value, t.value-t.place/2, t.value+t.place/2
		f.either = t.either
		r.locale(&f, t)
		if part := r.token(i + 3); r.han && part.kind == tokenNumber && part.value < t.value && r.token(i+1).char == '分' && hasRune("の之", r.token(i+2).char) { // 3分の1
			f.setFraction(part.value / t.value)
			f.end, f.last = i+3, i+3
		}
		r.vulgarAfter(&f)
	case t.kind == tokenSymbol:
		v, ok := vulgar(t.char)
		if !ok {
			return f, false
		}
		f.setFraction(v)
	case t.kind == tokenHan:
		if !r.hanNumber(&f) {
			return f, false
		}
	case t.kind != tokenWord:
		return f, false
	case r.digitsInWords(&f):
		return f, true
	case t.word == nil:
		return f, false
	case t.is(roleFactor) && r.spoken(t.word):
		return f, r.factor(&f)
	case t.is(roleNot) && r.zero(&f):
		return f, true
	case !t.is(roleNumber|roleArticle|roleMagnitude|roleVague|roleFraction|roleSome) || !r.spoken(t.word):
		return f, false
	default:
		if !r.wordNumber(&f) {
			return f, false
		}
	}
	if f.verb {
		f.q.Number = text.Span{Start: r.tokens[f.core].start, End: r.tokens[f.end].end}
		return f, true
	}
	r.magnitude(&f)
	f.q.Number = text.Span{Start: r.tokens[f.core].start, End: r.tokens[f.end].end}
	if f.scale != 1 && !f.word {
		f.q.Number.End = r.tokens[f.core].end
	}
	r.unit(&f)
	return f, true
}

// locale settles whether the point or comma of "1.234" groups or divides: by
// the language, and by the zeros, since few write "4.000" with a measured
// thousandth.
func (r *reader) locale(f *figure, t *token) {
	if !t.either {
		return
	}
	src := r.src[t.start:t.end]
	point := src[1] == '.' || len(src) > 2 && src[2] == '.' || len(src) > 3 && src[3] == '.'
	commaDivides := r.tongue != english
	switch { // another figure of the text may tell
	case r.commas && !r.points:
		commaDivides, f.either = true, false
	case r.points && !r.commas:
		commaDivides, f.either = false, false
	case !point && r.tongue == english && r.known:
		f.either = false
	}
	divides := point != commaDivides
	if src[0] == '0' {
		divides = true
	} else if src[len(src)-2:] == "00" {
		divides = false
	}
	if n := r.token(f.core + 1); point && n.kind == tokenWord && n.spaced && n.end-n.start > 2 && !n.is(roleUnit|rolePercent|rolePoint|roleTimes|roleMagnitude|roleStop|roleScore) && !r.scored(f) {
		divides = false // nobody counts things in thousandths
	}
	if point && r.moneyBefore(f.core) {
		divides = false
	}
	if divides {
		f.q.Value /= 1000
		f.low, f.high = f.q.Value-0.0005, f.q.Value+0.0005
	}
}
