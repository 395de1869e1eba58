package quantity

import "strings"

// weigh says what a figure tells of an outcome.
func (r *reader) weigh(f *figure) weight {
	switch f.q.Kind {
	case Percentage, Points, Multiplier:
		if r.hypothetical(f) || r.wholly(f) {
			return weightless
		}
		return strong
	case Money:
		if r.salaried(f) {
			return weightless
		}
		return strong
	case Rate:
		if f.q.Unit.Dimension == measures[hertz].Dimension && hasFoldPrefix(f.q.Unit.Symbol[max(0, len(f.q.Unit.Symbol)-2):], "Hz") && r.attribute(f) {
			return weightless // the 600 MHz spectrometer
		}
		return strong
	case Score:
		if r.hanBefore(f, hanExam) {
			return weightless
		}
		if r.hanBefore(f, hanRated) {
			return strong
		}
		if t := r.token(f.end + 1); f.q.Unit.Dimension == "score" && t.kind == tokenWord && !r.graded(f) {
			if total := r.token(f.last); total.kind == tokenNumber && total.value < 10 && r.near(f, roleMade, 3) && !r.told(f, topicAttained|topicHarm, 4) {
				return weak // 3 of 4 parts
			}
			return strong // 97 of 100
		}
		if p := r.token(f.first - 1); hasFoldPrefix(r.src[p.start:p.end], "scor") && !r.near(f, roleLabel, 6) {
			return strong // scored 88/100 on the inspection
		}
		if (r.told(f, topicInspected, 4) || r.token(f.last+1).is(rolePeople|roleReach) || r.plural(f.last+1) && r.told(f, topicAttained|topicHarm, 4)) && !r.graded(f) {
			return strong
		}
		if r.near(f, roleScore, 6) && r.graded(f) || !r.near(f, roleScore, 8) && f.q.Unit.Dimension == "score" && !r.near(f, roleUp|roleBetter|roleReach|roleFrom, 6) {
			return weak
		}
		return strong
	case Duration:
		return r.weighDuration(f)
	case Size:
		if f.q.Unit.Dimension != "bytes" && (r.attribute(f) || r.told(f, topicTool, 6) && !r.effect(f) && !r.spared(f)) {
			return weightless // a 5 MW solar farm
		}
		if r.token(f.last-1).symbol('-') && !r.near(f, roleUp|roleDown|roleSaved, 3) {
			return weightless // a 1.6-litre engine
		}
		if f.q.Unit.Dimension == "voltage" || f.q.Unit.Symbol == "mm" && r.filmed(f) {
			return weightless
		}
		if r.everyTime(f) || f.q.Signed || r.near(f, roleUp|roleDown|roleSaved|roleBetter, 7) || f.q.Unit.Dimension != "bytes" || f.q.Value*f.q.Unit.Factor >= 1e12 {
			return strong
		}
		return weak
	}
	return r.weighCount(f)
}

// everyTime reports whether the size is of what comes in a time: 800 GB of logs a day.
func (r *reader) everyTime(f *figure) bool {
	for j := f.last + 1; j <= f.last+4 && r.token(j).kind == tokenWord; j++ {
		if u := r.token(j + 1); j > f.last+1 && r.token(j).is(rolePer|roleArticle) && u.is(roleUnit) && measures[u.word.unit].kind == Duration {
			return true
		}
	}
	return false
}

// attribute reports whether the size is a property of one thing: "a 5 MW solar
// farm", "eine 300 m² große Halle".
func (r *reader) attribute(f *figure) bool {
	a, n := r.token(f.first-1), r.token(f.last+1)
	determined := a.is(roleArticle) || hasFoldPrefix(r.src[a.start:a.end], "the") && a.end-a.start == 3
	return determined && f.q.Bound == Exactly && n.kind == tokenWord && !n.is(roleStop|roleUp|roleDown|roleSaved|roleBetter|roleClause|rolePer|roleOf) &&
		!r.token(f.last+2).is(roleUp|roleDown|roleSaved|roleBetter)
}

// salaried reports whether the text speaks of what its writer earns.
func (r *reader) salaried(f *figure) bool {
	if f.q.Kind != Money && !(f.q.Kind == Count && f.scale > 1) {
		return false
	}
	return r.near(f, roleSalary, 9) || r.hanBefore(f, hanSalary)
}

// near reports whether a word with the role stands at most so many tokens from
// the figure, in the same sentence.
func (r *reader) near(f *figure, role role, distance int) bool {
	if r.before(f, role, distance) {
		return true
	}
	for j := f.last + 1; j < len(r.tokens) && j <= f.last+distance; j++ {
		if r.tokens[j].kind == tokenStop {
			break
		}
		if r.tokens[j].is(role) {
			return true
		}
	}
	return false
}

// graded reports whether the score is a mark at school.
func (r *reader) graded(f *figure) bool {
	for j := f.first - 1; j >= 0 && j >= f.first-5; j-- {
		t := r.token(j)
		switch r.src[t.start:t.end] {
		case "grade", "Grade", "graded", "note", "nota", "Note", "GPA", "CGPA", "gpa", "cgpa", "Gpa", "Notendurchschnitt", "Abschlussnote", "Moyenne", "Promedio", "CRA":
			return true
		}
	}
	return false
}

// hypothetical reports whether the percentage is a threshold that was not
// reached: "hitting 100% would shut down".
func (r *reader) hypothetical(f *figure) bool {
	return r.token(f.first-1).is(roleOpen) && r.token(f.last+1).is(roleOpen)
}

// wholly reports whether the percentage is a figure of speech: 100% committed, gave it
// 110%.
func (r *reader) wholly(f *figure) bool {
	if f.q.Kind != Percentage || f.q.Value < 100 {
		return false
	}
	if r.token(f.last + 1).speaksOf(topicWholly) {
		return true
	}
	for j := f.first - 1; j >= f.first-2; j-- {
		switch t := r.token(j); strings.ToLower(r.src[t.start:t.end]) {
		case "give", "gives", "gave", "giving", "given":
			return true
		}
	}
	return false
}

// filmed reports whether the millimetres are those of a film or a lens.
func (r *reader) filmed(f *figure) bool {
	n := r.token(f.last + 1)
	switch r.src[n.start:n.end] {
	case "film", "lens", "lenses", "camera", "prints", "slides":
		return true
	}
	return false
}

// before is near, of the words before the figure only.
func (r *reader) before(f *figure, role role, distance int) bool {
	for j := f.first - 1; j >= 0 && j >= f.first-distance; j-- {
		if r.tokens[j].kind == tokenStop {
			break
		}
		if r.tokens[j].is(role) {
			return true
		}
	}
	return false
}
