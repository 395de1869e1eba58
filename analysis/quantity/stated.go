package quantity

import "achievement-ls/analysis/text"

// attach finds the percentages, points and multipliers that speak of a change.
// Only what stands right beside the values does: in brackets after them, before
// them without other words between, or after a comma as an apposition.
func (r *reader) attach(l *link) {
	first, last := min(l.before, l.after), max(l.before, l.after)
	start, end := r.figures[first].first, r.figures[last].last
	// after: "(40% reduction)", ", a 40% reduction", "— 98% smaller"
	at := end + 1
	for k := last + 1; k < len(r.figures) && l.count < len(l.stated); k++ {
		f := &r.figures[k]
		if !statable(f) || !r.apposed(at, f.first) || !r.ofChange(f, start) {
			break
		}
		r.add(l, k)
		at = f.last + 1
		for r.token(at).is(roleUp|roleDown|roleSpeed|roleBetter) || r.token(at).is(roleOf) && false {
			at++
		}
	}
	// before: "by 40% (2.5s → 1.5s)", "grew 300% from 10k to 30k"
	for k := first - 1; k >= 0 && l.count < len(l.stated); k-- {
		f := &r.figures[k]
		if !statable(f) || !r.leadsTo(f, start) {
			break
		}
		r.add(l, k)
		start = f.first
	}
}

func (r *reader) add(l *link, k int) {
	for i := range l.count {
		if l.stated[i] == k {
			return
		}
	}
	l.stated[l.count], l.says[l.count] = k, r.says(&r.figures[k])
	l.count++
}

func statable(f *figure) bool {
	return (f.q.Kind == Percentage || f.q.Kind == Points || f.q.Kind == Multiplier) && f.q.Bound != AtMost || f.q.Kind == Percentage
}

// apposed reports whether only brackets, commas and words without a meaning of
// their own stand from token i to end.
func (r *reader) apposed(i, end int) bool {
	if i == end {
		return true
	}
	for ; i < end; i++ {
		t := r.token(i)
		switch {
		case t.kind == tokenOpen, t.kind == tokenComma, t.kind == tokenDash, t.kind == tokenColon, t.kind == tokenClose:
		case t.symbol('='), t.symbol('/'), t.symbol('~'), t.symbol('-'), t.symbol('+'), t.symbol('-'), t.symbol('≙'):
		case t.kind == tokenSymbol && t.char > 0x2000:
		case t.kind == tokenArrow, t.kind == tokenHan && hasRune("にへまでとのはがを了로으", t.char):
		case t.kind == tokenWord && t.is(roleFiller|roleAbout|roleAtLeast|roleAtMost):
		case t.kind == tokenWord && t.is(roleDown|roleUp|roleSpeed|roleBetter) && !t.is(roleClause):
		case t.is(roleOf|roleFrom) && r.token(i-1).is(roleDown|roleUp|roleSpeed|roleBetter):
		default:
			return false
		}
	}
	return true
}

// ofChange reports whether a percentage after the values speaks of them: it has
// a sign, stands alone, or the word with it is one of change, and what that
// word is said of was spoken of before.
func (r *reader) ofChange(f *figure, start int) bool {
	i := f.last + 1
	t := r.token(i)
	if f.q.Kind == Multiplier && !f.verb && (t.kind == tokenClose || t.kind == 0 || t.kind == tokenStop || t.kind == tokenComma) {
		return true
	}
	if t.kind == tokenHan {
		return r.hanSays(i) != (saying{}) || f.q.Signed
	}
	if t.is(roleOf) && r.token(i+1).is(roleUp|roleDown|roleBetter|roleSpeed) {
		i++
		t = r.token(i)
	}
	for t.kind == tokenWord && t.is(roleFiller|roleUnit) && !t.is(roleUp|roleDown|roleBetter|roleSpeed) {
		i++
		t = r.token(i)
	}
	word := f.q.Signed || f.verb
	for t.kind == tokenWord && (t.is(roleUp|roleDown|roleSpeed|roleBetter|roleLess) || t.is(roleFiller) && !t.is(roleStop)) {
		word = true
		i++
		t = r.token(i)
	}
	switch {
	case t.kind == 0, t.kind == tokenClose, t.kind == tokenStop, t.kind == tokenComma, t.kind == tokenDash, t.kind == tokenOpen, t.kind == tokenColon, t.symbol('/'), t.symbol('"'):
		return word || r.token(f.first-1).kind == tokenOpen || r.token(f.first-1).symbol('=') || r.wordBefore(f)
	case !word:
		return false
	case t.is(roleClause):
		return true
	}
	if t.kind != tokenWord {
		return true
	}
	// "50% reduction in X" speaks of the values where X was spoken of.
	for n := 0; i < len(r.tokens) && n < 5; i, n = i+1, n+1 {
		t := r.token(i)
		if t.kind != tokenWord || t.is(roleClause) {
			break
		}
		if t.is(roleStop|roleArticle) || t.end-t.start < 4 {
			continue
		}
		return r.mentioned(t, start)
	}
	return r.token(f.last+1).is(roleThan) || true
}

// wordBefore reports whether a word of change leads to the figure: "(down 20%)",
// "(baisse de 80 %)".
func (r *reader) wordBefore(f *figure) bool {
	for i := f.first - 1; i > f.first-4; i-- {
		t := r.token(i)
		if t.is(roleUp | roleDown | roleBetter | roleSpeed) {
			return true
		}
		if !t.is(roleOf | roleFrom | roleFiller | roleClause) {
			return false
		}
	}
	return false
}

// mentioned reports whether the word of t, or its beginning, stands before
// token end in the text.
func (r *reader) mentioned(t *token, end int) bool {
	stem := r.src[t.start:t.end]
	if len(stem) > 6 {
		stem = stem[:len(stem)-2]
	}
	for i := max(0, end-64); i < end; i++ {
		w := r.token(i)
		if w.kind == tokenWord && hasFoldPrefix(r.src[w.start:w.end], stem) {
			return true
		}
	}
	return false
}

func hasFoldPrefix(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		a, b := s[i], prefix[i]
		if a != b && (a|0x20 != b|0x20 || !isLetter[a]) {
			return false
		}
	}
	return true
}

// leadsTo reports whether a percentage before the values, which start at token
// start, speaks of them: "by 40% (", "40%, from", "grew 300% from".
func (r *reader) leadsTo(f *figure, start int) bool {
	if f.verb {
		return r.token(start-1).is(roleFrom) && start-f.last <= 5 || r.token(start-1).kind == tokenOpen && start-f.last <= 6
	}
	word := false
	i := f.last + 1
	for ; i < start; i++ {
		t := r.token(i)
		switch {
		case t.kind == tokenOpen, t.kind == tokenComma, t.kind == tokenDash, t.kind == tokenColon:
			return r.onlyFrom(i+1, start) && (word || r.signedOrBy(f) || t.kind == tokenOpen)
		case t.kind == tokenWord && t.is(roleFrom) && !t.is(roleOf):
			return r.onlyFrom(i, start) && (word || r.signedOrBy(f))
		case t.kind == tokenWord && t.is(roleFrom):
			return r.onlyFrom(i, start) && r.signedOrBy(f)
		case t.kind == tokenWord && t.is(roleUp|roleDown|roleSpeed|roleBetter|roleLess):
			word = true
		case t.kind == tokenHan && r.hanSays(i) != (saying{}):
			word = true
		case t.kind == tokenWord && t.is(roleOf|roleStop) && !word, t.kind != tokenWord:
			return false
		case !word:
			return false
		}
		if i-f.last > 6 {
			return false
		}
	}
	return false
}

// onlyFrom reports whether at most "from" and words without meaning stand from
// token i to end.
func (r *reader) onlyFrom(i, end int) bool {
	for ; i < end; i++ {
		if t := r.token(i); !t.is(roleFrom|roleFiller|roleAbout|roleTo) && t.kind != tokenOpen {
			return false
		}
	}
	return true
}

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
			if t.kind == tokenStop || t.kind == tokenNumber || t.kind == tokenClose {
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
		if t.kind != tokenHan {
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
	for j, n := start-1, 0; j >= 0 && n < 9; j, n = j-1, n+1 {
		t := r.token(j)
		switch {
		case t.kind == tokenStop, t.kind == tokenNumber, t.kind == tokenDigits, t.kind == tokenArrow:
			return Still, text.Span{}, false
		case t.kind == tokenComma, t.kind == tokenClose, t.kind == tokenDash:
			return Still, text.Span{}, false
		case t.kind == tokenWord && t.is(roleSpeed):
			return Still, text.Span{}, true
		case t.is(roleBetter), t.is(roleTrouble|roleSaved) && !t.is(roleUp|roleDown) && false:
			return Still, text.Span{}, false
		case t.is(roleFrom | roleFiller | roleAbout):
		case t.is(roleComparative) && t.is(roleUp|roleDown):
			return Still, text.Span{}, false
		case t.is(roleUp|roleDown) && !t.is(roleUp&roleDown) && !t.is(roleAtLeast|roleAtMost):
			if t.is(roleUp) && t.is(roleDown) || r.inverted(j, start) || r.token(j-1).is(roleStop) && r.token(j+1).kind == tokenColon {
				return Still, text.Span{}, false
			}
			return direction(t), t.span(), false
		case t.is(roleClause | roleNegated):
			return Still, text.Span{}, false
		}
	}
	return Still, text.Span{}, false
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
