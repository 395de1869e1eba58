package quantity

// Join makes a change of two quantities that stand apart, such as in two cells
// of a table or in a nested item. Spans refer to the two texts; the change's own
// Span is empty. A value without a unit takes the other's.
func Join(before Quantity, beforeSrc string, after Quantity, afterSrc string) Change {
	switch {
	case before.Kind == Count && before.Unit.Symbol == "":
		before = before.in(after)
	case after.Kind == Count && after.Unit.Symbol == "":
		after = after.in(before)
	}
	return Change{Before: before, After: after, beforeSrc: beforeSrc, afterSrc: afterSrc}
}

// in is q, a bare number, in the unit of other.
func (q Quantity) in(other Quantity) Quantity {
	q.Kind, q.Unit = other.Kind, other.Unit
	q.Range = q.Range.times(other.Unit.Factor, other.Unit.Factor)
	return q
}

// JoinTexts makes a change of two texts that hold one figure each. It reports
// false where one of them does not, or holds a change itself.
func JoinTexts(before, after string) (Change, bool) {
	a, b := Read(before), Read(after)
	if len(a.Quantities) != 1 || len(b.Quantities) != 1 {
		return Change{}, false
	}
	return Join(a.Quantities[0], before, b.Quantities[0], after), true
}

// StatedIn finds the figures in text that can be held against a change which
// stands elsewhere: percentages, points and multipliers, each with what the
// words around it say.
func StatedIn(prose string) []Stated {
	r := readers.Get().(*reader)
	defer r.release()
	r.src = prose
	r.read()
	var all []Stated
	for i := range r.figures {
		f := &r.figures[i]
		if !statable(f) || f.share {
			continue
		}
		all = append(all, r.stated(i, r.says(f)))
	}
	return all
}

// CompareDirection is the direction that a figure's sign or words tell against
// the values' own: it reports whether they differ beyond any reading.
func (c *Change) CompareDirection(s *Stated) bool {
	d := *c
	d.Said, d.Stated = Still, []Stated{*s}
	_, wrong := d.Misdirected()
	return wrong
}
