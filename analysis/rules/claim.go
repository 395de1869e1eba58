package rules

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
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
	// topics are the things that the words name.
	topics map[string]bool
}

// claimsOf gives the claims of a text, in order.
func claimsOf(f *figures) iter.Seq[*claim] {
	return func(yield func(*claim) bool) {
		whole := sync.OnceValue(func() map[string]bool { return subjects(f.words) })
		for c := range f.Claims(f.words) {
			own, all := c.Span, c.Span
			shown := c.Span.Of(f.words)
			if c.Change != nil {
				own, all = text.Cover(c.Change.Before.Span, c.Change.After.Span), c.Change.Span
				shown = own.Of(f.words)
			}
			made := claim{Claim: c, span: f.in(own), shown: markdown.Plain(shown), words: f.around(all)}
			if made.topics = subjects(made.words); len(made.topics) == 0 {
				made.words, made.topics = f.words, whole()
			}
			if !yield(&made) {
				return
			}
		}
	}
}

// around are the words on both sides of a span, up to the figures beside it.
func (f *figures) around(span text.Span) string {
	start, end := 0, len(f.words)
	if n := sort.Search(len(f.Quantities), func(i int) bool { return f.Quantities[i].Span.End > span.Start }); n > 0 {
		start = f.Quantities[n-1].Span.End
	}
	if n := sort.Search(len(f.Quantities), func(i int) bool { return f.Quantities[i].Span.Start >= span.End }); n < len(f.Quantities) {
		end = f.Quantities[n].Span.Start
	}
	return f.words[start:span.Start] + " " + f.words[span.End:end]
}

// evidence is what a Result is held against claims by, made once for all of them.
type evidence struct {
	*result
	readings []quantity.Reading // of each statement
	leads    []lead             // of each statement
	loose    func() *quantity.Reading
}

// lead is what a statement speaks of: its words before the first figure.
type lead struct {
	topics map[string]bool
	label  string // the words in a script that puts no blanks between them; "" in others
}

func (r *result) evidence() *evidence {
	ev := &evidence{result: r}
	for i, f := range r.figures {
		ev.readings = append(ev.readings, r.reading(i))
		ev.leads = append(ev.leads, leadOf(f))
	}
	ev.loose = sync.OnceValue(func() *quantity.Reading {
		var loose quantity.Reading // what several statements may together bear out
		for i := range ev.readings {
			loose.Quantities = append(loose.Quantities, ev.readings[i].Loose()...)
		}
		return &loose
	})
	return ev
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
func (r *evidence) holdAgainst(c *claim) stance {
	kin, against := -1, -1
	borne, conflict := false, false
	for i := range r.figures {
		on := c.onSubjectOf(r, i)
		switch r.readings[i].Supports(&c.Claim) {
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
	case r.loose().Supports(&c.Claim) == quantity.Agree:
		return stance{Agreement: quantity.Agree}
	case kin >= 0:
		return r.stance(quantity.Incomparable, kin, c)
	}
	return stance{}
}

// reading is what a statement says in figures, with changes over two cells or
// nested items.
func (r *result) reading(i int) quantity.Reading {
	reading := quantity.Reading{Quantities: r.figures[i].Quantities, Courses: r.figures[i].Courses}
	for _, c := range r.changes[i] {
		own := *c.Change
		own.Stated = c.stated
		own.Before.Span, own.After.Span = c.before.Shift(-r.figures[i].at), c.after.Shift(-r.figures[i].at)
		reading.Changes = append(reading.Changes, own)
	}
	return reading
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
func (c *claim) onSubjectOf(r *evidence, i int) bool {
	theirs, shared := r.leads[i], 0
	for w := range theirs.topics {
		if c.topics[w] {
			shared++
		}
	}
	if shared == 0 {
		return theirs.label != "" && strings.Contains(c.words, theirs.label)
	}
	return shared == len(theirs.topics) || c.sharesValue(r.changes[i])
}

func leadOf(f *figures) lead {
	words := f.words
	if len(f.Quantities) > 0 {
		words = words[:f.Quantities[0].Span.Start]
	}
	if n := strings.IndexAny(words, ":："); n > 0 {
		words = words[:n]
	}
	topics := subjects(words)
	if len(topics) == 0 {
		words, topics = f.words, subjects(f.words)
	}
	label := strings.TrimFunc(markdown.Plain(words), func(r rune) bool { return !unicode.IsLetter(r) })
	if first, _ := utf8.DecodeRuneInString(label); utf8.RuneCountInString(label) < 2 || unicode.Is(unicode.Latin, first) {
		label = ""
	}
	return lead{topics, label}
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
