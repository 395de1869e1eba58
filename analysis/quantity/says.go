package quantity

import (
	"strings"

	"achievement-ls/analysis/text"
)

// signedOrBy reports whether the percentage has a sign, or a word of change
// stands before it: "by 40%", "grew 300%", "um 20 %".
func (r *reader) signedOrBy(f *figure) bool {
	if f.q.Signed {
		return true
	}
	p := r.token(f.first - 1)
	return p.is(roleUp|roleDown|roleBetter|roleSpeed) || p.is(roleClause|roleStop|rolePer) && (r.byWord(p))
}

func (r *reader) byWord(t *token) bool {
	switch r.src[t.start:t.end] {
	case "by", "um", "de", "en", "in", "a", "of", "By", "Um":
		return true
	}
	return false
}

// says reads the direction of the words and the sign that go with a figure.
func (r *reader) says(f *figure) saying {
	var s saying
	if f.verb {
		t := r.token(f.core)
		switch {
		case t.is(roleUp):
			s.direction = Up
		case t.is(roleDown), f.q.Value < 1:
			s.direction = Down
		}
		if r.token(f.last+1).is(roleSpeed) || r.speedBefore(f.first) {
			s.speed = true
		}
		return s
	}
	if f.q.Signed {
		s.direction = Up
		if f.q.Value < 0 {
			s.direction = Down
		}
	}
	i := f.last + 1
	for n := 0; n < 3 && i < len(r.tokens); i, n = i+1, n+1 {
		t := r.token(i)
		if t.kind == tokenHan {
			h := r.hanSays(i)
			s.speed, s.neutral = s.speed || h.speed, s.neutral || h.neutral
			if s.direction == Still {
				s.direction = h.direction
			}
			break
		}
		if t.kind != tokenWord {
			break
		}
		if r.direct(&s, t) {
			continue
		}
		if n == 0 && t.end-t.start == 1 && r.token(i+1).is(roleUp|roleDown) { // "50% a menos"
			continue
		}
		if !t.is(roleFiller|roleOf|roleStop) || t.is(roleFrom|roleTo|roleClause) && !t.is(roleOf) {
			if n > 0 || !t.is(roleStop) {
				// "40% query reduction"
				if next := r.token(i + 1); n == 0 && t.kind == tokenWord && next.is(roleUp|roleDown|roleSpeed|roleBetter) {
					continue
				}
			}
			break
		}
	}
	if s == (saying{}) || s.direction == Still && !s.neutral && !s.speed {
		// "reduced latency by 40%", "up 40%", "increase of 40%"
		for j, n := f.first-1, 0; j >= 0 && n < 9; j, n = j-1, n+1 {
			t := r.token(j)
			if t.kind == tokenStop || t.kind == tokenNumber || t.kind == tokenClose || t.kind == tokenComma && n > 0 {
				break
			}
			if t.kind == tokenWord && r.direct(&s, t) {
				if r.token(j - 1).is(roleNegated) {
					s = saying{}
				}
				break
			}
			if n > 0 && t.is(roleClause) {
				break
			}
		}
	}
	return s
}

// direct adds what a word says of a direction.
func (r *reader) direct(s *saying, t *token) bool {
	switch {
	case t.is(roleSpeed):
		s.speed = true
		if t.is(roleComparative) {
			s.faster = true
			s.span = t.span()
		}
	case t.is(roleBetter):
		s.neutral = true
	case t.is(roleDown):
		if s.direction == Still {
			s.direction = Down
			s.span = t.span()
		}
	case t.is(roleUp):
		if s.direction == Still {
			s.direction = Up
			s.span = t.span()
		}
	default:
		return false
	}
	return true
}

// hanSays reads a word of change at token i.
func (r *reader) hanSays(i int) saying {
	for n := range 4 {
		t := r.token(i + n)
		if t.kind != tokenHan || t.char == '以' { // 以上 is a bound
			break
		}
		switch t.char {
		case '減', '减', '削', '低', '短', '降', '下', '缩':
			return saying{direction: Down}
		case '増', '增', '伸', '上', '长':
			return saying{direction: Up}
		case '改', '向', '提', '良', '善':
			return saying{neutral: true}
		case '速', '高', '快':
			return saying{speed: true}
		}
	}
	return saying{}
}

// speedBefore reports whether a word of speed stands shortly before token i.
func (r *reader) speedBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		if t := r.token(j); t.kind == tokenStop {
			return false
		} else if t.is(roleSpeed) {
			return true
		}
	}
	return false
}

// said finds the word before or between the values that tells which way they
// go. Silence is the rule: the word has to govern the values, without another
// claim between.
func (r *reader) said(l *link) (Direction, text.Span, bool) {
	f, g := &r.figures[l.before], &r.figures[l.after]
	start := min(f.first, g.first)
	// down from, up from
	for j := min(f.last, g.last) + 1; j < max(f.first, g.first); j++ {
		if t := r.token(j); t.is(roleWas) && t.is(roleDown|roleUp) {
			return direction(t), t.span(), false
		}
	}
	content := false // words that the values may belong to instead
	for j, n := start-1, 0; j >= 0 && n < 9; j, n = j-1, n+1 {
		t := r.token(j)
		switch {
		case content && (t.kind == tokenOpen || t.kind == tokenColon):
			return Still, text.Span{}, false // "Reduced churn (NPS 30 → 45)"
		case t.kind == tokenStop, t.kind == tokenNumber, t.kind == tokenDigits, t.kind == tokenArrow:
			return Still, text.Span{}, false
		case t.kind == tokenComma, t.kind == tokenClose, t.kind == tokenDash:
			return Still, text.Span{}, false
		case t.kind == tokenWord && t.is(roleSpeed):
			return Still, text.Span{}, true
		case t.is(roleBetter):
			return Still, text.Span{}, false
		case t.is(roleFrom | roleFiller | roleAbout):
		case t.is(roleComparative) && t.is(roleUp|roleDown):
			return Still, text.Span{}, false
		case t.is(roleUp|roleDown) && !t.is(roleAtLeast|roleAtMost):
			if t.is(roleUp) && t.is(roleDown) || r.inverted(j, start) || r.token(j+1).kind == tokenColon && (r.token(j-1).is(roleStop) || r.noun(t)) {
				return Still, text.Span{}, false
			}
			if l.how == forward && t.is(roleDown) && r.token(f.first-1).is(roleOf) && r.token(f.last+1).end-r.token(f.last+1).start <= len("à") && f.q.Value < g.q.Value {
				return Still, text.Span{}, false // "réduit de 12 à 19 jours": by 12 to 19
			}
			return direction(t), t.span(), false
		case t.is(roleClause | roleNegated):
			return Still, text.Span{}, false
		default:
			content = content || t.kind == tokenWord || t.kind == tokenHan
		}
	}
	return Still, text.Span{}, false
}

// noun reports whether a word of change is a noun, and as a label names what is
// measured: "cost reduction: 5% → 12%".
func (r *reader) noun(t *token) bool {
	word := r.src[t.start:t.end]
	for _, end := range [...]string{"ing", "ion", "ung", "ión", "ção", "ase", "sse", "rop", "ise", "wth"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// inverted reports whether the direction word at token j may be no verb of the
// values: it is negated, or a noun's attribute ("cost cutting", "lower limit").
func (r *reader) inverted(j, start int) bool {
	for k := j - 1; k >= 0 && k >= j-3; k-- {
		if r.token(k).is(roleNegated) {
			return true
		}
	}
	for k := j + 1; k < start; k++ {
		if t := r.token(k); t.is(roleNegated) || t.kind == tokenComma {
			return true
		}
	}
	return false
}

func direction(t *token) Direction {
	if t.is(roleDown) {
		return Down
	}
	return Up
}
