package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var unsupportedClaim = &Rule{
	Name:     "unsupported-claim",
	Group:    Result,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A change, percentage, multiplier or sum of money in the title or Summary is neither stated in Result nor follows from the figures there. Where Result says another figure on the same subject, it is a warning.",
		Why:     "Title and Summary are what gets cited. Whoever looks the figure up must find it in the Result.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "from 5 days to 2.", "from 5 days to 2, and saved €9,000.", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "from 5 days to 2.", "from 5 days to 2, and saved €9,000.", 1) + "- **Overtime:** €9,000 less per year\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			r := p.resultOf(e)
			if r.best != quantity.Quantified {
				continue
			}
			p.checkClaims(p.titleFigures(e), &r)
			for _, s := range p.summaryOf(e) {
				p.checkClaims(p.figures(s.Span), &r)
			}
		}
	},
}

// checkClaims reports the figures of a text that a Result does not bear out.
func (p *Pass) checkClaims(f *figures, r *result) {
	for i := range f.Quantities {
		q := &f.Quantities[i]
		var part *quantity.Change
		for j := range f.Changes {
			if c := &f.Changes[j]; c.Before.Span == q.Span || c.After.Span == q.Span || isStated(c, q) {
				part = c
			}
		}
		switch {
		case part != nil && q.Span != part.After.Span:
			continue // a change is judged once, by what it led to
		case part == nil && !claims(q):
			continue
		}
		p.checkClaim(f, *q, part, r)
	}
}

func isStated(c *quantity.Change, q *quantity.Quantity) bool {
	for i := range c.Stated {
		if c.Stated[i].Span == q.Span {
			return true
		}
	}
	return false
}

// claims reports whether a figure by itself is a claim: not every count and
// duration is.
func claims(q *quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Percentage, quantity.Points, quantity.Multiplier, quantity.Money:
		return true
	}
	return false
}

// checkClaim reports a figure, or the change it is the outcome of, unless a
// statement of the Result bears it out, or all of them together do.
func (p *Pass) checkClaim(f *figures, q quantity.Quantity, c *quantity.Change, r *result) {
	span, words := f.in(q.Span), q.Span.Of(f.words)
	if c != nil {
		span = f.in(text.Cover(c.Before.Span, c.After.Span))
		words = c.Values(f.words)
	}
	var whole quantity.Reading
	var against *figures // what says another figure on the same subject
	for _, g := range r.figures {
		whole.Quantities = append(whole.Quantities, g.Quantities...)
		whole.Changes = append(whole.Changes, g.Changes...)
		if against == nil && g.Supports(q) == quantity.Contradict && sameSubject(f.words, g.words) {
			against = g
		}
	}
	if p.borneOut(q, c, r, &whole) {
		return
	}
	found := p.Report(span, fmt.Sprintf("%q is not in the Result, nor follows from it; add it there, or correct it here", strings.ReplaceAll(words, "\x00", "")))
	near := nearestFigure(q, r, against)
	if against != nil && near != nil {
		found.As(severity.Warning)
		found.Message = fmt.Sprintf("%q is not what the Result says of it (%s); make them agree", strings.ReplaceAll(words, "\x00", ""), p.Document.Text(*near))
	}
	if near != nil {
		found.Also(*near, "the nearest figure of the Result")
	}
}

// borneOut reports whether a claim is found in a Result or follows from it.
func (p *Pass) borneOut(q quantity.Quantity, c *quantity.Change, r *result, whole *quantity.Reading) bool {
	if whole.Supports(q) == quantity.Agree {
		return true
	}
	for _, s := range r.statements {
		for _, own := range p.changesIn(s) {
			if own.Supports(q) == quantity.Agree {
				return true
			}
		}
	}
	if c == nil {
		return false
	}
	// The Result may say what the change comes to, without its values.
	for _, other := range whole.Quantities {
		switch other.Kind {
		case quantity.Percentage, quantity.Points, quantity.Multiplier:
			if c.Supports(other) == quantity.Agree {
				return true
			}
		}
	}
	return false
}

// nearestFigure is the place of the Result's figure that is of the claim's kind,
// in the statement against it where there is one; nil where there is none.
func nearestFigure(q quantity.Quantity, r *result, against *figures) *text.Span {
	search := r.figures
	if against != nil {
		search = []*figures{against}
	}
	for _, g := range search {
		for _, other := range g.Quantities {
			if other.Kind == q.Kind && quantity.Compare(q, other) != quantity.Incomparable {
				span := g.in(other.Span)
				return &span
			}
		}
	}
	return nil
}

// sameSubject reports whether two texts share a word that names a thing: one of
// four letters or more that is no mere verb of change. Endings do not count.
func sameSubject(a, b string) bool {
	words := subjects(a)
	for w := range subjects(b) {
		if words[w] {
			return true
		}
	}
	return false
}

// changeWords say that something changed, and not what.
var changeWords = set("reduc, incre, impro, decre, saved, savin, faste, slowe, from, with, into, after, befor, that, this, than, less, more, lower, highe, cut, per, week, month, year, hours, minut, secon, days, weeks, years, hour, day, and, the, for, percent, perce, time, about, over, under")

func subjects(s string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsFuncSeq(strings.ToLower(strings.ReplaceAll(s, "\x00", "")), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		n := 0
		for i := range w { // the first five letters stand for the word
			if n++; n > 5 {
				w = w[:i]
				break
			}
		}
		if !changeWords[w] {
			out[w] = true
		}
	}
	return out
}
