package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var reviewClaim = &Rule{
	Name:     "review-claim",
	Group:    Reference,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A review gives a figure for an achievement that the achievement's file contradicts.",
		Why:     "Whoever follows the citation finds another figure, and doubts the rest.",
		Bad:     reviewClaimExample("60%"),
		Good:    reviewClaimExample("40%"),
		File:    "reviews/2026-H1-Self-Review.md",
		Beside: map[string]string{
			"ACH-011-Waiting.md": "# Achievement: Less waiting at the counter\n\n## Summary\n\nMade the waiting shorter.\n\n## Context\n\nPeople waited.\n\n## What I did\n\n- Moved the forms forward\n\n## Results\n\n- Waiting at the counter: 40% less\n\n## Link to Review\n\n**Used in:** 2026-H1-Self-Review.md\n",
		},
	},
	Check: func(p *Pass) {
		if p.alone() || p.Document.Kind != document.Review {
			return
		}
		for _, c := range p.claimed() {
			for _, span := range c.statements {
				p.checkFigures(c, p.figures(span))
			}
		}
	},
}

// checkFigures reports the figures of a statement for which an achievement gives
// another one on the same subject, and none that agrees.
func (p *Pass) checkFigures(c *reviewed, f *figures) {
	for i := range f.Quantities {
		q := &f.Quantities[i]
		part := changeOf(f, q)
		if part == nil && !measures(q) {
			continue
		}
		var against *fileFigures
		agrees := false
		for j := range c.figures {
			g := &c.figures[j]
			switch g.Supports(&quantity.Claim{Stated: quantity.Stated{Quantity: *q}}) {
			case quantity.Agree:
				agrees = true
			case quantity.Contradict:
				if against == nil && sameSubject(f.words, g.Text) {
					against = g
				}
			}
		}
		if agrees || against == nil {
			continue
		}
		p.reportClaim(f, q, part, against)
		return // one figure that differs is enough to look
	}
}

// measures reports whether a figure by itself says what came of an achievement:
// a duration or a count may say how long it took, or who took part.
func measures(q *quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Percentage, quantity.Points, quantity.Multiplier, quantity.Money, quantity.Rate, quantity.Score, quantity.Size:
		return true
	}
	return false
}

func changeOf(f *figures, q *quantity.Quantity) *quantity.Change {
	for i := range f.Changes {
		if c := &f.Changes[i]; c.Before.Span == q.Span || c.After.Span == q.Span {
			return c
		}
	}
	return nil
}

func (p *Pass) reportClaim(f *figures, q *quantity.Quantity, part *quantity.Change, g *fileFigures) {
	span := f.in(q.Span)
	words := p.Document.Text(span)
	own := ownFigure(q, part, g)
	found := p.Report(span, fmt.Sprintf("%q is not what %s says of it; make them agree", words, naming(g.place)))
	if own != nil {
		figure := strings.TrimSpace(own.Span.Of(g.Text))
		found.Message = fmt.Sprintf("%q is not what %s says of it (%s); make them agree", words, naming(g.place), figure)
		if figure != words && !strings.Contains(words, "\x00") {
			found.Fix(fmt.Sprintf("Change to %q", figure), false, func() []text.Edit { return []text.Edit{text.Replace(span, figure)} })
		}
	}
	if part != nil {
		found.Judging(f.in(part.Span))
	}
	found.Related = append(found.Related, Related{Path: g.place.Path, Span: g.Span, Message: shorten(g.Text)})
}

// ownFigure is the figure of an achievement's statement that stands for a
// claimed one: before for before, after for after, else the only one of its
// kind; nil where that is not certain.
func ownFigure(q *quantity.Quantity, part *quantity.Change, g *fileFigures) *quantity.Quantity {
	if part != nil && len(g.Changes) == 1 {
		c := &g.Changes[0]
		own := &c.After
		if q.Span == part.Before.Span {
			own = &c.Before
		}
		if quantity.Compare(*own, *q) != quantity.Incomparable {
			return own
		}
		return nil
	}
	var only *quantity.Quantity
	for i := range g.Quantities {
		if o := &g.Quantities[i]; o.Kind == q.Kind && quantity.Compare(*o, *q) != quantity.Incomparable {
			if only != nil {
				return nil
			}
			only = o
		}
	}
	return only
}

func reviewClaimExample(figure string) string {
	return "# Self-Review: 2026-H1\n\n- [ACH-011](../ACH-011-Waiting.md): the waiting at the counter fell by " + figure + "\n"
}
