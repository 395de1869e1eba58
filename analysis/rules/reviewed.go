package rules

import (
	"slices"
	"sort"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

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
	bySpan := make(map[text.Span]*reviewed)
	unsure := make(map[text.Span]bool)
	for _, c := range p.Document.Citations() {
		places := p.known().Cited(workspace.CitationOf(c), p.Document.Path)
		if len(places) != 1 {
			unsure[c.Claim] = true
			continue
		}
		r := bySpan[c.Claim]
		if r == nil {
			r = &reviewed{span: c.Claim, statements: p.claimStatements(c)}
			bySpan[c.Claim] = r
			all = append(all, r)
		}
		if !slices.Contains(r.places, places[0]) {
			r.places = append(r.places, places[0])
		}
	}
	all = slices.DeleteFunc(all, func(r *reviewed) bool { return unsure[r.span] })
	spans := make([]text.Span, len(all))
	for i, r := range all {
		spans[i] = r.span
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	read := make(map[workspace.Place][]fileFigures)
	for _, r := range all {
		r.statements = outside(innerClaims(r.span, spans), r.statements)
		for _, place := range r.places {
			if _, known := read[place]; !known {
				read[place] = readFile(place)
			}
			r.figures = append(r.figures, read[place]...)
		}
	}
	return all
}

// innerClaims are those of some claims, in order, that lie within another.
func innerClaims(claim text.Span, all []text.Span) []text.Span {
	var inner []text.Span
	first := sort.Search(len(all), func(i int) bool { return all[i].Start >= claim.Start })
	for _, o := range all[first:] {
		if o.Start > claim.End {
			break
		}
		if o != claim && claim.Covers(o) {
			inner = append(inner, o)
		}
	}
	return inner
}

// outside are the statements, in order, that share nothing with inner claims: what
// these say is said of their own achievements.
func outside(inner, statements []text.Span) []text.Span {
	within := make([]bool, len(statements))
	for _, o := range inner {
		first := sort.Search(len(statements), func(i int) bool { return statements[i].End > o.Start })
		for i := first; i < len(statements) && statements[i].Start < o.End; i++ {
			within[i] = true
		}
	}
	var out []text.Span
	for i, s := range statements {
		if !within[i] {
			out = append(out, s)
		}
	}
	return out
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
