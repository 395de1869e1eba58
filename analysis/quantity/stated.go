package quantity

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
		if f.q.Signed {
			at = r.pastNoun(at)
		}
		points := r.pointsOf(f, first)
		if then := r.takenUp(at, f); then >= 0 {
			at = then
		}
		if !statable(f) && !points || !r.apposed(at, f.first) || !r.ofChange(f, start) {
			break
		}
		if points {
			f.set(point) // "from 61% to 85% (+24 points)"
		}
		r.add(l, k)
		l.says[l.count-1].alone = r.bracketed(k, end+1)
		at = f.last + 1
		for r.token(at).is(roleUp | roleDown | roleSpeed | roleBetter) {
			at++
		}
	}
	// before: "by 40% (2.5s → 1.5s)", "grew 300% from 10k to 30k"
	for k := first - 1; k >= 0 && l.count < len(l.stated); k-- {
		f := &r.figures[k]
		if r.pointsOf(f, first) {
			f.set(point) // "by 12 points, from 71% to 83%"
		}
		if !statable(f) || !r.leadsTo(f, start) {
			break
		}
		r.add(l, k)
		start = f.first
	}
	if l.count == 0 && first > 0 && statable(&r.figures[first-1]) && r.byMeans(l, &r.figures[first-1], start) {
		r.add(l, first-1)
	}
}

// pointsOf reports whether f is of points, beside values in percent.
func (r *reader) pointsOf(f *figure, value int) bool {
	return f.q.Unit == measures[scorePoint].Unit && r.figures[value].q.Kind == Percentage
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

// pastNoun is the first token behind a word or two that say what the last value
// is a part of, where a bracket opens there: "71% → 83% renewed (+12 pp)".
func (r *reader) pastNoun(i int) int {
	end := i
	for end < i+2 && r.token(end).kind == tokenWord && !r.token(end).is(roleClause|roleStop|roleUp|roleDown) {
		end++
	}
	if r.token(end).kind == tokenOpen {
		return end
	}
	return i
}

// bracketed reports whether percentage k stands in brackets right behind the
// values, which end before token i, and nothing with it: "2.5s → 1.5s (40%)".
// Of counts it may as well be a share.
func (r *reader) bracketed(k, i int) bool {
	f := &r.figures[k]
	if f.q.Signed {
		return false
	}
	if r.token(f.first - 1).symbol('=') {
		return true
	}
	switch r.figures[k-1].q.Kind {
	case Duration, Money, Size, Rate:
		return r.token(i).kind == tokenOpen && f.first == i+1 && r.token(f.last+1).kind == tokenClose
	}
	return false
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
		case t.kind == tokenArrow, t.kind == tokenHan && hasRune("にへまでとのはがを了로으短縮缩減减少削降低下増增加向上改善", t.char):
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
		if t.is(roleStop|roleArticle) || t.end-t.start < 3 {
			continue
		}
		return r.mentioned(t, start)
	}
	return true
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
		if r.stops(f.last+1, start-1) {
			return false // "Doubled sales, returns from 8% to 6%"
		}
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
			if word && hasFoldPrefix(r.src[r.token(i-1).start:r.token(i-1).end], "the") {
				return false // a 15% raise funded the move from 2 to 5 rooms
			}
			word = true
		case t.is(roleClause) && !t.is(roleOf):
			return false // "35% fewer falls after training rose from 12 to 31"
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
