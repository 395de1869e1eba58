package quantity

// weigh says what a figure tells of an outcome.
func (r *reader) weigh(f *figure) weight {
	switch f.q.Kind {
	case Percentage, Points, Multiplier:
		if r.hypothetical(f) {
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
			if total := r.token(f.last); total.kind == tokenNumber && total.value < 10 && !r.near(f, roleReach|rolePeople|roleTrouble, 4) && !r.told(f, topicAttained|topicHarm, 4) {
				return weak // 3 of 4 parts
			}
			return strong // 97 of 100
		}
		if r.near(f, roleScore, 6) && r.graded(f) || !r.near(f, roleScore, 8) && f.q.Unit.Dimension == "score" && !r.near(f, roleUp|roleBetter|roleReach|roleFrom, 6) {
			return weak
		}
		return strong
	case Duration:
		return r.weighDuration(f)
	case Size:
		if f.q.Unit.Dimension != "bytes" && (r.attribute(f) || r.told(f, topicTool, 6) && !r.effect(f)) {
			return weightless // a 5 MW solar farm
		}
		if r.token(f.last-1).symbol('-') && !r.near(f, roleUp|roleDown|roleSaved, 3) {
			return weightless // a 1.6-litre engine
		}
		if f.q.Unit.Dimension == "voltage" || f.q.Unit.Symbol == "mm" && r.filmed(f) {
			return weightless
		}
		if r.near(f, roleUp|roleDown|roleSaved|roleBetter, 7) || f.q.Unit.Dimension != "bytes" || f.q.Value*f.q.Unit.Factor >= 1e12 {
			return strong
		}
		return weak
	}
	return r.weighCount(f)
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

// weighCount: what is counted decides, and next what was done with it.
func (r *reader) weighCount(f *figure) weight {
	if f.bare {
		return r.weighBare(f)
	}
	roles := role(0)
	for j := f.noun; j >= 0 && j <= f.nounEnd; j++ {
		if t := r.token(j); t.word != nil {
			roles |= t.word.role
		}
	}
	switch {
	case f.q.Value == 0 || f.vague || roles&roleFactor != 0:
		return strong
	case roles == 0 && f.q.Value != float64(int64(f.q.Value)) && f.scale == 1:
		if r.byWord(r.token(f.first-1)) && r.near(f, roleUp|roleDown|roleBetter, 6) {
			return strong // outperforms it by 6.2 F1
		}
		return weightless // a decimal counts nothing: "2.1 honours"
	case r.salaried(f), r.aged(f):
		return weightless
	case hasFoldPrefix(r.src[r.token(f.nounEnd).start:], "semest"), r.spokenTongues(f), r.token(f.noun).char == '点' && r.hanBefore(f, hanExam):
		return weightless
	case r.addressed(f), r.titled(f):
		return weightless
	case f.q.Value < 10 && r.token(f.end+1).symbol('-') && roles&rolePeople == 0 && !hasFoldPrefix(r.src[r.token(f.end+2).start:], "figure"):
		return weightless // a 2-bed flat
	case roles&rolePeople != 0:
		if r.near(f, roleFreed, 4) || r.told(f, topicAttained, 4) && !r.before(f, roleHead, 6) || f.q.Value >= 10 && r.whole(f) {
			return strong
		}
		if f.q.Value < 20 || f.q.Value < 100 && r.before(f, roleHead, 6) {
			return weak
		}
		return strong
	case roles&roleTrouble != 0 && roles&roleMade == 0:
		return strong
	case roles&roleReach != 0:
		if f.word && f.q.Value <= 5 && r.token(f.first-1).is(roleStop) && !r.token(f.first-1).is(roleFrom|roleTo) && !r.effect(f) && !r.told(f, topicAttained|topicServed, 6) {
			return weak // at two hospitals
		}
		return strong
	case roles&roleMade != 0:
		if f.q.Value >= 1000 || f.q.Value >= 10 && (r.whole(f) || r.told(f, topicServed, 4)) || r.token(f.first-1).is(roleUsed) || r.token(f.first-2).is(roleUsed) {
			return strong
		}
		return weak
	case r.compared(f), f.q.Value >= 5 && r.told(f, topicServed, 4):
		return strong
	case r.token(f.first-1).char == '中' && r.token(f.first-1).kind == tokenHan:
		return strong // 5件中4件
	case r.before(f, roleMaker, 6) && f.q.Value < 100 && !(f.q.Value >= 10 && r.token(f.first-1).is(roleStop)):
		return weak
	case f.word && f.q.Value <= 3, f.q.Value == 1 && f.q.Bound == Exactly:
		return weak
	case roles == 0 && f.q.Value < 10 && f.q.Bound == Exactly && f.scale == 1 && !r.effect(f):
		return weak // a few of something
	}
	return strong
}

// compared reports whether the figure is held against another: 12 days instead of
// the planned 20, one query rather than 31.
func (r *reader) compared(f *figure) bool {
	for j := f.last + 1; j <= f.last+4 && r.token(j).kind == tokenWord; j++ {
		if t := r.token(j); t.is(roleVersus) {
			for k := j + 1; k <= j+4; k++ {
				if r.isNumber(k) {
					return true
				}
			}
		}
	}
	j := f.last + 1
	return r.token(j).kind == tokenComma && r.token(j+1).is(roleNegated) && r.isNumber(j+2) // within 2 days, not 9
}

func (r *reader) isNumber(i int) bool {
	t := r.token(i)
	return t.kind == tokenNumber && !t.masked || t.is(roleNumber)
}

// effect reports whether a word near the figure says that what it counts was
// changed, or reached somebody.
func (r *reader) effect(f *figure) bool {
	if r.han && r.hanWithin(r.token(f.first).start-45, r.token(f.last).end+45, hanChange) {
		return true
	}
	return r.near(f, roleUp|roleDown|roleSaved|roleUsed|roleFreed|roleScore|roleNegated, 6)
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

// spokenTongues reports whether the figure counts the languages its writer speaks.
func (r *reader) spokenTongues(f *figure) bool {
	p := r.token(f.first - 1)
	return hasFoldPrefix(r.src[p.start:p.end], "speak") || hasFoldPrefix(r.src[p.start:p.end], "fluent")
}

// titled reports whether the number belongs to a name: the 5 Whys, the 7 Habits.
func (r *reader) titled(f *figure) bool {
	the, n := r.token(f.core-1), r.token(f.end+1)
	if (f.q.Value == 911 || f.q.Value == 999) && hasFoldPrefix(r.src[n.start:n.end], "call") {
		return true // emergency calls
	}
	if word := r.src[the.start:the.end]; (word == "at" || word == "via") && n.capital && r.token(f.end+2).capital && r.token(f.core).kind == tokenNumber {
		return true // at 42 Wolfsburg School
	}
	if r.digitCount(f.core) >= 3 && f.first == f.core && (the.kind == 0 || the.kind == tokenStop) && n.capital && r.token(f.end+2).capital && !r.plural(f.end+1) && !r.plural(f.end+2) && !r.plural(f.end+3) {
		return true // 1418 Garden School, at the start
	}
	return the.is(roleStop) && hasFoldPrefix(r.src[the.start:the.end], "the") && n.capital && n.word == nil && r.tongue == english
}

// addressed reports whether the number is a house's: 12 High Street.
func (r *reader) addressed(f *figure) bool {
	for j := f.noun; j <= f.noun+3; j++ {
		if t := r.token(j); t.is(roleStreet) && (t.capital || r.tongue != english) {
			return true
		}
	}
	return false
}

// weighBare: a number that counts nothing says something only as a level: after
// a colon, or after a word of change.
func (r *reader) weighBare(f *figure) weight {
	p := r.token(f.first - 1)
	switch {
	case r.salaried(f), r.aged(f):
		return weightless
	case !f.word && r.inAll(f.last+1), f.vague, r.token(f.last+1).is(roleWas|roleStop) && r.told(f, topicAttained, 3) && !f.word:
		return strong
	case r.graded(f):
		return weak
	case f.q.Value == 0 && f.word:
		if p.is(roleTo|roleAbout|roleFiller) || p.kind == tokenColon || p.kind == tokenArrow {
			return strong
		}
		return weightless
	case r.before(f, roleScore, 4), p.is(roleReach), p.kind == tokenColon && !f.word:
		return strong
	case p.is(roleTo|roleVersus|roleClause) && (!p.is(roleClause) || r.byWord(p)) && r.near(f, roleUp|roleDown|roleBetter, 8):
		return strong
	case p.is(roleUp|roleDown|roleAbout|roleAtLeast|roleAtMost) && !f.word, f.scale >= 1000:
		return strong
	case r.token(f.first-1).is(roleOf) && r.token(f.first-2).is(roleHead):
		return weak
	case p.kind == tokenOpen && !f.word && r.token(f.last+1).kind == tokenClose && r.token(f.first-2).is(roleReach|rolePeople|roleTrouble):
		return strong // many users (1,200)
	case p.kind == tokenOpen, f.word && f.q.Value <= 3, p.kind == tokenComma && r.listed(f):
		return weightless
	}
	return weak
}

// listed reports whether the bare number stands in a bracket among others: (1040,
// 1065, 1120-S).
func (r *reader) listed(f *figure) bool {
	for j := f.first - 1; j >= 0 && j > f.first-12; j-- {
		switch t := r.token(j); t.kind {
		case tokenOpen:
			return true
		case tokenComma, tokenNumber, tokenDigits:
		default:
			return false
		}
	}
	return false
}

// inAll reports whether "in all", "in total", "insgesamt" stands at token i.
func (r *reader) inAll(i int) bool {
	t, n := r.token(i), r.token(i+1)
	if t.kind != tokenWord {
		return false
	}
	switch r.src[t.start:t.end] {
	case "altogether", "insgesamt", "overall":
		return true
	case "in", "au", "en", "no":
		word := r.src[n.start:n.end]
		return word == "all" || word == "total"
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
