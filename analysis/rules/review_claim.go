package rules

import (
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
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

// reviewed is a claim with the achievements it is made of and what they say.
type reviewed struct {
	span       text.Span
	statements []text.Span
	places     []workspace.Place
	figures    []fileFigures
}

// fileFigures is a statement of an achievement, read.
type fileFigures struct {
	quantity.Reading
	workspace.StatementFacts
	place workspace.Place
}

// claimed are the review's claims about achievements that are certain.
func (p *Pass) claimed() []*reviewed {
	var all []*reviewed
	unsure := make(map[text.Span]bool)
	for _, c := range p.Document.Citations() {
		places := p.known().Cited(workspace.CitationOf(c), p.Document.Path)
		if len(places) != 1 {
			unsure[c.Claim] = true
			continue
		}
		i := slices.IndexFunc(all, func(r *reviewed) bool { return r.span == c.Claim })
		if i < 0 {
			i = len(all)
			all = append(all, &reviewed{span: c.Claim, statements: p.claimStatements(c)})
		}
		if !slices.Contains(all[i].places, places[0]) {
			all[i].places = append(all[i].places, places[0])
		}
	}
	all = slices.DeleteFunc(all, func(r *reviewed) bool { return unsure[r.span] })
	for _, r := range all {
		// What an inner claim says is said of its own achievement.
		r.statements = slices.DeleteFunc(r.statements, func(s text.Span) bool {
			return slices.ContainsFunc(all, func(o *reviewed) bool { return o != r && r.span.Covers(o.span) && o.span.Overlaps(s) })
		})
		for _, place := range r.places {
			r.figures = append(r.figures, readFile(place)...)
		}
	}
	return all
}

// claimStatements are the parts of a claim of which each speaks of one thing: a
// row or an item's head as a whole, the sentences of anything else.
func (p *Pass) claimStatements(c document.Citation) []text.Span {
	if c.Block.Kind == markdown.Row {
		return []text.Span{c.Claim}
	}
	var out []text.Span
	for _, s := range p.Document.Statements(c.Claim) {
		out = append(out, s.Span)
	}
	if len(out) == 0 {
		out = append(out, c.Claim)
	}
	return out
}

func readFile(place workspace.Place) []fileFigures {
	title := workspace.StatementFacts{Text: place.Entry.Title, Span: text.Span{Start: place.Entry.Offset, End: place.Entry.Offset}}
	var out []fileFigures
	for _, s := range append([]workspace.StatementFacts{title}, place.Entry.Statements...) {
		if r := quantity.Read(s.Text); len(r.Quantities) > 0 {
			out = append(out, fileFigures{Reading: r, StatementFacts: s, place: place})
		}
	}
	return out
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
