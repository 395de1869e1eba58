package quantity

// class says what the figures make of the statement.
func (r *reader) class(links []link, courses [][2]int) Class {
	class := Unquantified
	for i := range r.figures {
		f := &r.figures[i]
		if f.weight == weightless {
			f.weight = r.weigh(f)
		}
	}
	for _, l := range links {
		r.raise(l.before)
		r.raise(l.after)
	}
	for _, c := range courses {
		for i := c[0]; i <= c[1]; i++ {
			r.raise(i)
		}
	}
	for i := range r.figures {
		switch r.figures[i].weight {
		case strong:
			return Quantified
		case weak:
			class = Ambiguous
		}
	}
	if r.harmless() || r.measuredInWords() {
		return Quantified
	}
	if class == Unquantified && r.inWords() {
		class = Ambiguous
	}
	return class
}

// raise makes a value of a change measure, whatever it counts.
func (r *reader) raise(i int) {
	if f := &r.figures[i]; f.weight != strong && !r.salaried(f) && !r.aged(f) {
		r.figures[i].weight = strong
	}
}
