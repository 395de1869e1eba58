package quantity

import (
	"math"
	"strings"

	"achievement-ls/analysis/text"
)

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
	if t := r.verbAfter(l); t != nil {
		return direction(t), t.span(), false
	}
	if d, span := r.hanAfter(l); d != Still {
		return d, span, false
	}
	if l.how == backward && g.first < f.first && g.q.Kind == Percentage && !r.reached(g) {
		return Still, text.Span{}, false // grew 30% (was 45%): by so much
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
		case t.is(roleUp|roleDown) && r.compounded(j):
			content = true
		case t.is(roleFrom | roleFiller | roleAbout):
		case t.is(roleComparative) && t.is(roleUp|roleDown):
			return Still, text.Span{}, false
		case t.is(roleUp|roleDown) && !t.is(roleAtLeast|roleAtMost):
			if t.is(roleUp) && t.is(roleDown) || r.inverted(j, start) || r.token(j+1).kind == tokenColon && (r.token(j-1).is(roleStop) || r.noun(t)) {
				return Still, text.Span{}, false
			}
			if l.how == forward && t.is(roleDown) && (j == f.first-2 || f.rough() && g.rough()) && r.token(f.first-1).is(roleOf) && r.token(f.last+1).end-r.token(f.last+1).start <= len("à") && f.q.Value < g.q.Value {
				return Still, text.Span{}, false // "réduit de 12 à 19 jours": by 12 to 19; and "les délais de 2 à 3 jours"
			}
			if t = r.governor(j); t == nil {
				return Still, text.Span{}, false
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

// reached reports whether "to" or "at" before the figure makes it a level: cut to 4%
// (was 9%).
func (r *reader) reached(f *figure) bool {
	for j := f.first - 1; j >= 0 && j >= f.first-3; j-- {
		t := r.token(j)
		if t.is(roleTo) || t.kind == tokenWord && r.src[t.start:t.end] == "at" {
			return true
		}
		if !t.is(roleFiller | roleAbout | roleAtLeast | roleAtMost) {
			return false
		}
	}
	return false
}

// compounded reports whether a hyphen makes word i a part of another: ramp-up,
// cut-over.
func (r *reader) compounded(i int) bool {
	return r.touchesPrevious(i+1) && r.token(i+1).symbol('-') || r.touchesPrevious(i) && r.token(i-1).symbol('-')
}

// rough reports whether a figure is such as an estimate gives: small or round.
func (f *figure) rough() bool { return f.q.Value < 10 || math.Mod(f.q.Value, 5) == 0 }

// governor is the word that says which way the values go where token i is the
// last of change before them: "increased" of "increased savings from". It is nil
// where none does, or two contradict one another.
func (r *reader) governor(i int) *token {
	t := r.token(i)
	for j := i - 1; j >= 0 && j > i-6; j-- {
		w := r.token(j)
		if w.kind != tokenWord || w.is(roleClause|roleComparative) {
			break
		}
		if w.is(roleTo) && !w.is(roleArticle) && t.amount() {
			return nil // "cut costs to fund growth from"
		}
		if !w.is(roleUp | roleDown) {
			continue
		}
		switch {
		case t.amount() && !w.amount():
			return w
		case direction(w) != direction(t) && !w.amount():
			return nil
		}
		return t
	}
	// "a reduction in waste from", but "growth slowed from", "savings from"
	if next := r.token(i + 1); t.amount() && !next.is(roleOf) && r.src[next.start:next.end] != "in" {
		return nil
	}
	return t
}

// verbAfter is the German verb that ends what is said of the values: "von 20 auf
// 45 Minuten gesenkt".
func (r *reader) verbAfter(l *link) *token {
	if !r.german || l.how != forward {
		return nil
	}
	i := max(r.figures[l.before].last, r.figures[l.after].last) + 1
	if t := r.token(i); t.is(roleUp|roleDown) && !t.amount() && !t.is(roleComparative|roleMore) && r.ended(i+1) {
		return t
	}
	return nil
}

// hanAfter is the word of change behind the particle that follows the values:
// "82分から71分に短縮".
func (r *reader) hanAfter(l *link) (Direction, text.Span) {
	i := max(r.figures[l.before].last, r.figures[l.after].last) + 1
	if t := r.token(i); t.kind != tokenHan || !hasRune("にへまで", t.char) {
		return Still, text.Span{}
	}
	for r.token(i).kind == tokenHan && hasRune("にへまで", r.token(i).char) {
		i++
	}
	last := r.token(i + 1)
	if last.kind != tokenHan {
		return Still, text.Span{}
	}
	var d Direction
	switch word := string([]rune{r.token(i).char, last.char}); word {
	case "短縮", "削減", "低減", "減少", "低下", "縮小", "縮短", "缩短":
		d = Down
	case "増加", "増え", "上昇", "増大":
		d = Up
	}
	return d, text.Span{Start: r.token(i).start, End: last.end}
}

// ended reports whether nothing more is said at token i in this clause.
func (r *reader) ended(i int) bool {
	t := r.token(i)
	return t.kind != tokenWord && t.kind != tokenNumber && t.kind != tokenHan || t.is(roleClause|roleWas)
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
