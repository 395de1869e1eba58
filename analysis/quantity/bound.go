package quantity

import (
	"math"

	"achievement-ls/analysis/text"
)

// left reads what stands before a figure: sign, currency, and what bounds or
// approximates it.
func (r *reader) left(f *figure) {
	if f.q.Kind == 0 && f.verb {
		return
	}
	limit := r.taken()
	i := f.first - 1
	if t := r.token(i); i >= limit && !r.token(f.first).spaced && r.signs(i) {
		switch {
		case t.symbol('-') || t.kind == tokenDash:
			f.q.Signed = true
			f.q.Value, f.low, f.high = -f.q.Value, -f.high, -f.low
			f.first = i
		case t.symbol('+'):
			f.q.Signed = true
			f.first = i
		}
		i = f.first - 1
	}
	if sub := r.token(i - 1); r.token(i).symbol('-') && !r.token(i).spaced && !r.token(f.first).spaced && sub.speaksOf(topicSub) && i > limit {
		f.q.Bound, f.first = AtMost, i-1 // sub-10-minute
		return
	}
	if r.token(i).symbol('±') && i >= limit {
		f.first = i
		i--
	}
	for ; i >= limit && f.first-i < 3; i = f.first - 1 {
		t := r.token(i)
		b := Exactly
		switch {
		case t.symbol('~'):
			b = About
		case t.symbol('>'), t.symbol('≥'), t.symbol('⩾'):
			b = AtLeast
		case t.symbol('<'), t.symbol('≤'), t.symbol('⩽'):
			b = AtMost
		case t.symbol('=') && (r.token(i-1).symbol('<') || r.token(i-1).symbol('>')) && !t.spaced:
			f.first = i
			continue
		case t.kind == tokenWord:
			b = r.boundWord(i)
			if t.is(roleTo) && len(r.figures) > 0 && r.from(&r.figures[len(r.figures)-1]) {
				b = Exactly // "from 3 up to 10"
			}
		case t.kind == tokenHan:
			if t.char == '約' || t.char == '约' || t.char == '약' {
				b = About
			}
		}
		if b == Exactly {
			break
		}
		if f.q.Bound == Exactly || b == AtMost {
			f.q.Bound = b
		}
		f.first = i
	}
	// "less than 5" after "no": at least; "no more than" is a phrase of its own.
	if n := r.token(f.last + 1); n.kind == tokenHan && f.q.Bound == Exactly {
		switch after := r.token(f.last + 2).char; {
		case n.char == '以' && (after == '上' || after == '内' || after == '下'):
			f.q.Bound = AtLeast
			if after != '上' {
				f.q.Bound = AtMost
			}
		case n.char == '超' || n.char == '强', n.char == '余' || n.char == '多':
			f.q.Bound = AtLeast
		case n.char == '未' && after == '満', n.char == '弱':
			f.q.Bound = AtMost
		}
	}
	if f.vague {
		f.q.Bound = About
	}
}

func (r *reader) bound(i int) bool { return r.boundWord(i) != Exactly }

// boundWord says how the figure after word i is meant.
func (r *reader) boundWord(i int) Bound {
	t := r.token(i)
	switch {
	case t.is(roleAtMost):
		return AtMost
	case t.is(roleAtLeast):
		return AtLeast
	case t.is(roleAbout):
		return About
	}
	return Exactly
}

// signs reports whether token i is the sign of the number it touches, and not
// a hyphen or a dash.
func (r *reader) signs(i int) bool {
	t, p := r.token(i), r.token(i-1)
	switch {
	case t.symbol('-'), t.symbol('+'):
		return t.spaced || i == 0 || p.kind == tokenOpen || p.kind == tokenColon || p.kind == tokenArrow || p.kind == tokenStop || p.symbol('/') || p.symbol('~') || p.kind == tokenHan
	case t.kind == tokenDash:
		return (t.spaced || i == 0 || p.kind == tokenOpen) && r.token(i+1).kind == tokenNumber
	}
	return false
}

// settle gives a figure its spans and the interval of what it can stand for.
func (r *reader) settle(f *figure) {
	f.q.Span = text.Span{Start: r.tokens[f.first].start, End: r.tokens[f.last].end}
	f.q.Range = widen(Interval{f.low, f.high}, f.q.Bound, f.ranged)
	if f.q.Unit.Factor != 1 {
		f.q.Range.Low *= f.q.Unit.Factor
		f.q.Range.High *= f.q.Unit.Factor
	}
}

// widen makes an interval so wide, where a figure is meant as a bound, an
// approximation or a range, that only a gross contradiction lies outside.
func widen(v Interval, b Bound, ranged bool) Interval {
	if v.Low < 0 && v.High > 0 { // 0.0
		v.Low = 0
	}
	if v.Low < 0 {
		w := widen(Interval{-v.High, -v.Low}, b, ranged)
		return Interval{-w.High, -w.Low}
	}
	if ranged && b == Exactly {
		b = About
	}
	switch b {
	case About:
		return Interval{v.Low / 2, v.High * 2}
	case AtLeast:
		return Interval{v.Low / 2, math.Inf(1)}
	case AtMost:
		return Interval{0, v.High * 2}
	}
	return v
}
