package quantity

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
