package quantity

import (
	"strings"
	"sync"
)

// weighDuration: a time measures an outcome where a word near says so, or where
// it is so short that nobody counts effort in it.
func (r *reader) weighDuration(f *figure) weight {
	switch {
	case f.q.Unit.Factor == daySeconds && hasRune("週周", r.token(f.first-1).char) && r.token(f.first-1).kind == tokenHan:
		return weightless // 週2日
	case f.q.Unit.Factor >= monthSeconds && r.token(f.first-1).char == '月' && r.token(f.first-2).masked:
		return weightless // 2008年3月 6ヶ月
	case f.q.Unit.Dimension != "time" && !r.near(f, roleSaved|roleDown|roleUp|roleSpeed, 8) && !r.backAfter(f.last+1):
		return weak // a schedule: two evenings a week
	case r.career(f), r.salary(), r.aged(f):
		return weightless
	case f.q.Unit.Factor >= monthSeconds && r.hanBefore(f, hanCareer):
		return weightless
	case f.q.Unit.Factor >= yearSeconds && r.token(f.last+1).char == '以' && f.last+3 >= len(r.tokens):
		return weightless // Java 10年以上
	case f.q.Unit.Factor >= monthSeconds && r.han && r.hanWithin(r.token(f.last).end, r.token(f.last).end+45, hanTenure):
		return weightless
	case f.q.Value == 0 && !r.token(f.last-1).symbol('-'), r.beforeDue(f):
		return strong
	case f.q.Unit.Factor <= daySeconds && r.token(f.first).is(roleAtMost) && !r.within(r.token(f.first)) && f.q.Bound == AtMost && !r.setting(f):
		return strong // in under 10 minutes
	case r.hanBefore(f, hanTime), r.han && r.hanWithin(r.token(f.first).start, r.token(f.last).end+45, hanChange):
		return strong
	case r.setting(f):
		return weightless
	case f.first == 0 && f.last == len(r.tokens)-1 && f.q.Unit.Factor >= monthSeconds:
		return weightless // the time of an engagement, alone
	case r.token(f.first-1).is(roleVersus|roleWas) && !r.token(f.first-1).is(roleStop):
		return strong
	case r.token(f.last - 1).symbol('-'):
	case f.q.Unit.Factor == 1, r.told(f, topicTakes, 4):
		return strong
	}
	switch {
	case f.q.Unit.Factor < 1, f.q.Signed, r.token(f.last+1).is(roleNegated) && r.trouble(f.last+2), r.token(f.first).symbol('<'), r.token(f.first).symbol('≤'):
		return strong
	case r.spared(f), r.flat(f), r.backAfter(f.last+1) && r.toldBefore(f.first, topicGives, 6):
		return strong
	case f.q.Unit.Factor >= daySeconds && r.engaged(f):
		return weightless // an engagement: "Lead Dev (6 months)"
	case r.studied(f), r.tenure(f):
		return weightless
	case f.q.Unit.Factor >= monthSeconds && r.token(f.last-1).symbol('-') && !r.near(f, roleSaved, 3):
		return weightless // a five-year plan
	case r.near(f, roleSaved|roleSpeed, 8), r.before(f, roleBetter|roleUp|roleDown, 6), r.compared(f), r.within(r.token(f.first-1)) && r.told(f, topicServed, 8), r.within(r.token(f.first)) && r.told(f, topicServed, 8), r.hanSays(f.last+1) != (saying{}), r.hanSays(f.first-2) != (saying{}):
		return strong
	}
	return weak
}

// beforeDue reports whether the time is how long before a date something was done:
// 14 days before the contract date; or whether it is what was before.
func (r *reader) beforeDue(f *figure) bool {
	if n := r.token(f.last + 2); r.token(f.last+1).is(roleWas) && (n.kind == 0 || n.kind == tokenComma || n.kind == tokenStop || n.kind == tokenClose) {
		return true // 25 min before, 8 after
	}
	if !r.token(f.last+1).is(roleWas) && !r.token(f.last+1).speaksOf(topicBefore) {
		return false
	}
	for j := f.last + 2; j <= f.last+6 && r.token(j).kind == tokenWord; j++ {
		if t := r.token(j); t.is(roleTarget) || t.speaksOf(topicDue) {
			return true
		}
	}
	return false
}

// flat reports whether the text says how short the time is: in 9 minutes flat, in nur
// zehn Minuten.
func (r *reader) flat(f *figure) bool {
	n := r.token(f.last + 1)
	return f.q.Unit.Factor <= daySeconds && (r.src[n.start:n.end] == "flat" || r.token(f.first-1).speaksOf(topicOnly))
}

// backAfter reports whether "back" stands at token i: gave the tutors 20 minutes back.
func (r *reader) backAfter(i int) bool {
	t := r.token(i)
	return t.kind == tokenWord && r.src[t.start:t.end] == "back"
}

// spared reports whether the time is how long something was without trouble:
// defect-free for 9 months, 400 Tage unfallfrei.
func (r *reader) spared(f *figure) bool {
	if r.told(f, topicSpared, 4) {
		return true
	}
	for j := max(0, f.first-6); j < len(r.tokens) && j <= f.last+5; j++ {
		t := r.token(j)
		if free := hasFoldPrefix(r.src[t.start:t.end], "free"); free && (r.token(j-1).symbol('-') && !t.spaced && r.harm(j-2) || r.token(j+1).is(roleOf|roleFrom) && r.harm(j+2)) {
			return true // free of defects
		}
	}
	return false
}

// setting reports whether the time is set or agreed, not measured: a 15-minute
// timeout, two weeks' notice.
func (r *reader) setting(f *figure) bool {
	n := r.token(f.last + 1)
	if f.q.Value == 24 && f.q.Unit.Factor == hourSeconds && (r.token(f.last-1).symbol('-') || n.is(roleArticle|rolePer)) || f.q.Value == 7 && f.q.Unit.Factor == daySeconds && n.is(roleArticle|rolePer) {
		return true // a 24-hour diner, 7 days a week
	}
	if r.token(f.last-1).symbol('-') && n.is(roleUnit) && n.word.unit == week {
		return true // a 35-hour week
	}
	for j := f.first - 1; j >= f.first-4; j-- {
		t := r.token(j)
		switch word := strings.ToLower(r.src[t.start:t.end]); word {
		case "notice", "kündigungsfrist", "préavis", "preaviso":
			return true // a notice period of four weeks
		}
	}
	if r.apostrophe(f.last + 1) {
		n = r.token(f.last + 2)
	}
	for j := f.last + 2; r.token(f.last-1).symbol('-') && j <= f.last+4; j++ { // a 30-day money-back guarantee
		switch t := r.token(j); r.src[t.start:t.end] {
		case "policy", "guarantee", "warranty":
			return true
		}
	}
	switch strings.ToLower(r.src[n.start:n.end]) {
	case "timeout", "timeouts", "debounce", "debounced", "debouncing", "interval", "intervals", "ttl", "timer", "polling", "cooldown", "notice", "warranty", "guarantee", "lease", "placement", "contract", "frist", "garantie", "garantía", "garantia":
		return true
	}
	return false
}

// engaged reports whether the time is an engagement's, alone in brackets, or last after
// a comma: (6 months), (distance course, 2 years).
func (r *reader) engaged(f *figure) bool {
	p := r.token(f.first - 1)
	if n := r.token(f.last + 1); n.kind == tokenComma && p.kind == tokenOpen && f.q.Unit.Factor >= monthSeconds {
		return true
	}
	if r.token(f.last+1).kind != tokenClose || p.kind != tokenOpen && p.kind != tokenComma {
		return false
	}
	return p.kind == tokenOpen && f.q.Unit.Factor >= monthSeconds || !r.near(f, roleSaved|roleSpeed|roleDown|roleUp, 8)
}

// career reports whether the duration is years of experience.
func (r *reader) career(f *figure) bool {
	if f.q.Unit.Factor < monthSeconds {
		return false
	}
	for j := f.last + 1; j < len(r.tokens) && j < f.last+7; j++ {
		t := r.token(j)
		if t.kind == tokenStop {
			break
		}
		if t.is(roleWorked) && !t.is(roleStop) {
			return true
		}
	}
	for j := f.first - 1; j >= 0 && j > f.first-12; j-- {
		if t := r.token(j); t.kind == tokenStop {
			break
		} else if t.is(roleWorked) {
			return true
		}
	}
	return r.experience
}

// studied reports whether the time is a course's, which its writer attended.
func (r *reader) studied(f *figure) bool {
	if r.near(f, roleSaved|roleDown|roleUp, 8) {
		return false
	}
	for j := max(0, f.first-6); j < len(r.tokens) && j <= f.last+6; j++ {
		if t := r.token(j); t.kind == tokenWord && studies()[strings.ToLower(r.src[t.start:t.end])] && !(r.tongue == english && t.is(roleLabel)) {
			return true
		}
	}
	return false
}

// studies are courses and degrees, in all languages.
var studies = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`course courses diploma degree bootcamp internship placement practicum semester apprenticeship training
		kurs lehrgang weiterbildung ausbildung lehre studium praktikum umschulung schulung fortbildung formation stage licence bts dut cap
		curso cursos grado máster master prácticas estágio faculdade graduação especialização carga`) {
		set[word] = true
	}
	return set
})

// tenure reports whether the years are how long somebody did something: "for
// three years", "pendant 2 ans"; or a cell of their own.
func (r *reader) tenure(f *figure) bool {
	if f.q.Unit.Factor < yearSeconds || r.near(f, roleSaved|roleDown|roleUp|roleTrouble|roleNot|roleNegated, 8) {
		return false
	}
	p, n := r.token(f.first-1), r.token(f.last+1)
	if r.src[n.start:n.end] == "running" {
		return false // six years running
	}
	if p.kind == tokenStop && (n.kind == tokenStop || n.kind == 0) {
		return true // |Ruby|3 years|
	}
	switch strings.ToLower(r.src[p.start:p.end]) {
	case "for", "durante", "pendant", "während", "seit", "por", "depuis", "hace", "há", "été", "was", "war":
		return true
	}
	if p.kind == 0 || p.kind == tokenStop {
		switch r.src[n.start:n.end] {
		case "in", "as", "at", "with", "within", "of", "across":
			return true // Over ten years in hospitality
		}
	}
	// 33 ans, vis à Paris
	return p.kind == 0 && n.kind == tokenComma && f.q.Value >= 16 && f.q.Value < 80
}
