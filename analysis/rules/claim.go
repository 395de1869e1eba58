package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// claim is what a text of the document asserts in a figure.
type claim struct {
	quantity.Claim
	span  text.Span // of the figure, or of the values of its change
	shown string    // what stands there, to be quoted
	words string    // the words around it, up to the figures beside it
}

// claimsOf are the claims of a text.
func claimsOf(f *figures) []claim {
	var all []claim
	for _, c := range f.Claims(f.words) {
		own, whole := c.Span, c.Span
		shown := c.Span.Of(f.words)
		if c.Change != nil {
			own, whole = text.Cover(c.Change.Before.Span, c.Change.After.Span), c.Change.Span
			shown = own.Of(f.words)
		}
		around := text.Span{Start: 0, End: len(f.words)}
		for _, q := range f.Quantities {
			switch {
			case q.Span.End <= whole.Start:
				around.Start = q.Span.End
			case q.Span.Start >= whole.End && around.End == len(f.words):
				around.End = q.Span.Start
			}
		}
		words := f.words[around.Start:whole.Start] + " " + f.words[whole.End:around.End]
		if len(subjects(words)) == 0 {
			words = f.words
		}
		all = append(all, claim{Claim: c, span: f.in(own), shown: markdown.Plain(shown), words: words})
	}
	return all
}

// stance is how a claim stands to a Result.
type stance struct {
	quantity.Agreement // Incomparable where the Result says nothing of it
	// near is the figure of the Result nearest to the claim, with its words;
	// empty where there is none. Where they contradict one another it is the
	// other figure on the same subject.
	near  text.Span
	shown string
}

// holdAgainst holds a claim against a Result. They contradict one another only
// where the Result has a figure of the claim's kind on the same subject, and
// nothing bears the claim out.
func (r *result) holdAgainst(c *claim) stance {
	var loose quantity.Reading // what several statements may together bear out
	kin, against := -1, -1
	borne, conflict := false, false
	for i := range r.figures {
		reading := r.reading(i)
		loose.Quantities = append(loose.Quantities, reading.Loose()...)
		on := c.onSubjectOf(r, i)
		switch reading.Supports(&c.Claim) {
		case quantity.Agree:
			if on || c.repeatedIn(r.changes[i]) {
				return stance{Agreement: quantity.Agree}
			}
			borne = true
		case quantity.Contradict:
			if kin < 0 {
				kin = i
			}
			if on && !conflict {
				against, conflict = i, c.sharesValue(r.changes[i])
			}
		}
	}
	switch {
	case conflict:
		return r.stance(quantity.Contradict, against, c)
	case borne:
		return stance{Agreement: quantity.Agree}
	case against >= 0:
		return r.stance(quantity.Contradict, against, c)
	case loose.Supports(&c.Claim) == quantity.Agree:
		return stance{Agreement: quantity.Agree}
	case kin >= 0:
		return r.stance(quantity.Incomparable, kin, c)
	}
	return stance{}
}

// reading is what a statement says in figures, with changes over two cells or
// nested items.
func (r *result) reading(i int) *quantity.Reading {
	reading := quantity.Reading{Quantities: r.figures[i].Quantities, Courses: r.figures[i].Courses}
	for _, c := range r.changes[i] {
		own := *c.Change
		own.Stated = c.stated
		own.Before.Span, own.After.Span = c.before.Shift(-r.figures[i].at), c.after.Shift(-r.figures[i].at)
		reading.Changes = append(reading.Changes, own)
	}
	return &reading
}

// stance names the change of a statement, or the figure, that is of the claim's
// kind.
func (r *result) stance(agreement quantity.Agreement, i int, c *claim) stance {
	f := r.figures[i]
	for _, own := range r.changes[i] {
		if c.Change != nil && own.After.Unit.Dimension == c.Unit.Dimension || c.Change == nil && own.Supports(&c.Stated) != quantity.Incomparable {
			return stance{agreement, own.values(), own.Values(f.words)}
		}
	}
	for _, q := range f.Quantities {
		comparable := quantity.Compare(c.Quantity, q) != quantity.Incomparable
		if c.Change != nil {
			comparable = q.Kind == quantity.Percentage || q.Kind == quantity.Points || q.Kind == quantity.Multiplier
		}
		if comparable {
			return stance{agreement, f.in(q.Span), markdown.Plain(q.Span.Of(f.words))}
		}
	}
	return stance{agreement, r.statements[i].Head, markdown.Plain(f.words)}
}

// onSubjectOf reports whether a claim speaks of what statement i of the Result
// speaks of: its words name all that the statement's own name before the first
// figure, or one of the two values of its change is the statement's and they
// share a word.
func (c *claim) onSubjectOf(r *result, i int) bool {
	f := r.figures[i]
	lead := f.words
	if len(f.Quantities) > 0 {
		lead = f.words[:f.Quantities[0].Span.Start]
	}
	if n := strings.IndexAny(lead, ":："); n > 0 {
		lead = lead[:n]
	}
	if len(subjects(lead)) == 0 {
		lead = f.words
	}
	own, theirs := subjects(c.words), subjects(lead)
	shared := 0
	for w := range theirs {
		if own[w] {
			shared++
		}
	}
	if shared == 0 {
		return named(lead, c.words)
	}
	return shared == len(theirs) || c.sharesValue(r.changes[i])
}

// named reports whether the words hold all of a label. It is for scripts that
// put no blanks between words.
func named(label, words string) bool {
	label = strings.TrimRightFunc(markdown.Plain(label), func(r rune) bool { return !unicode.IsLetter(r) })
	label = strings.TrimLeftFunc(label, func(r rune) bool { return !unicode.IsLetter(r) })
	first, _ := utf8.DecodeRuneInString(label)
	return utf8.RuneCountInString(label) >= 2 && !unicode.Is(unicode.Latin, first) && strings.Contains(words, label)
}

// sharesValue reports whether one of the changes has a value of the claim's.
func (c *claim) sharesValue(changes []change) bool {
	return c.Change != nil && slices.ContainsFunc(changes, func(own change) bool {
		return quantity.Compare(c.Change.Before, own.Before) == quantity.Agree || quantity.Compare(c.Change.After, own.After) == quantity.Agree
	})
}

// repeatedIn reports whether one of the changes has both values of the claim's.
func (c *claim) repeatedIn(changes []change) bool {
	return c.Change != nil && slices.ContainsFunc(changes, func(own change) bool {
		return quantity.Compare(c.Change.Before, own.Before) == quantity.Agree && quantity.Compare(c.Change.After, own.After) == quantity.Agree
	})
}

// givenElsewhere reports whether a figure that claims no change stands in
// another part of the story: it is what the achievement was about, not what
// came of it.
func (p *Pass) givenElsewhere(e *document.Entry, c *claim) bool {
	if c.Change != nil || c.Says != quantity.Still || c.Speed || c.Better {
		return false
	}
	for _, part := range e.Parts {
		if part.Has(template.Result) {
			continue
		}
		for _, q := range p.figures(part.Body).Quantities {
			if q.Kind == c.Kind && quantity.Compare(c.Quantity, q) == quantity.Agree {
				return true
			}
		}
	}
	return false
}
