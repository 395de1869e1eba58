package rules

import (
	"fmt"
	"path"
	"slices"
	"strconv"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var reviewLink = &Rule{
	Name:     "review-link",
	Group:    Reference,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "An achievement and a review disagree: one names the other and not the reverse, or under another number. Reported in the file that lacks the other, a number in the achievement.",
		Why:     "The two links are how one finds the proof of a sentence in a review, and how one sees which achievements were used.",
		Bad:     usedInExample("2026-H1-Self-Review.md — Achievement #2"),
		Good:    usedInExample("2026-H1-Self-Review.md — Achievement #1"),
		File:    "ACH-012-Payroll.md",
		Beside:  map[string]string{"reviews/2026-H1-Self-Review.md": "# Self-Review: 2026-H1\n\n1. [ACH-012](../ACH-012-Payroll.md): the payroll closes in 2 days\n"},
	},
	Check: func(p *Pass) {
		if p.alone() {
			return
		}
		if p.Document.Kind == document.Review {
			p.checkUncitedUses()
			return
		}
		for i, e := range p.Document.Entries {
			if slices.ContainsFunc(e.Reviews, func(r document.ReviewCitation) bool { return p.reviewOf(r) == nil }) {
				continue // which review is meant is unknown-review's matter
			}
			facts := p.known().File(p.Document.Path)
			place := workspace.Place{Path: p.Document.Path, Entry: &facts.Entries[i]}
			for _, r := range p.known().CitedBy(place) {
				if p.certain(place, r) {
					p.checkReview(e, place, r)
				}
			}
		}
	},
}

// certain reports whether a review's citations of an achievement can mean no
// other one.
func (p *Pass) certain(place workspace.Place, r *workspace.Facts) bool {
	return slices.ContainsFunc(r.Citations, func(c workspace.CitationFacts) bool {
		all := p.known().Cited(c, r.Path)
		return len(all) == 1 && all[0].Entry == place.Entry
	})
}

// checkReview holds an achievement's "Used in" against a review that cites it.
func (p *Pass) checkReview(e *document.Entry, place workspace.Place, r *workspace.Facts) {
	number, all := 0, make(map[int]bool)
	for _, c := range r.Citations {
		if cited := p.known().Cited(c, r.Path); c.Number > 0 && len(cited) == 1 && cited[0].Entry == place.Entry {
			all[c.Number] = true
			if number == 0 {
				number = c.Number
			}
		}
	}
	for _, used := range e.Reviews {
		if p.reviewOf(used) != r {
			continue
		}
		if used.Number > 0 && number > 0 && !all[used.Number] {
			p.Report(used.NumberSpan, fmt.Sprintf("%q has this as achievement #%d, not #%d; change the number here or there", path.Base(r.Path), number, used.Number)).
				Fix(fmt.Sprintf("Change to #%d", number), false, func() []text.Edit {
					return []text.Edit{text.Replace(used.NumberSpan, strconv.Itoa(number))}
				})
		}
		return
	}
	value := path.Base(r.Path)
	if number > 0 {
		value += " — " + p.Document.Template.Numbered(strconv.Itoa(number))
	}
	span := titlePlace(p.Document, e)
	if s := e.Section(template.ReviewLink); s != nil {
		span = headingPlace(s)
	}
	f := p.Report(span, fmt.Sprintf("%q cites this achievement, which does not say so; name the review", path.Base(r.Path)))
	if edits, ok := p.useIn(e, value); ok {
		f.Fix(fmt.Sprintf("Insert %q", p.usedIn()+": "+value), false, edits)
	}
}

// useIn says that an entry is used in a review: in its field where that is empty,
// else on a line of its own in the Link to Review section, else in a new one.
func (p *Pass) useIn(e *document.Entry, value string) (edits func() []text.Edit, ok bool) {
	line := "**" + p.usedIn() + ":** " + value
	eol := edit.EOL(p.Document)
	s := e.Section(template.ReviewLink)
	f := e.Field(template.ReviewField)
	switch {
	case f != nil && len(e.Reviews) == 0:
		if f.Value.Empty() {
			value = " " + value
		}
		return func() []text.Edit { return []text.Edit{text.Replace(f.Value, value)} }, f.Form != document.FormYAML
	case s == nil && len(e.Reviews) > 0: // in the front matter or among the fields
		return nil, false
	case s == nil:
		return func() []text.Edit {
			return withBody(edit.InsertSection(p.Document, e, template.ReviewLink), line)
		}, true
	case len(s.Blocks) > 0:
		at := s.Blocks[len(s.Blocks)-1].Span.End
		return func() []text.Edit { return []text.Edit{text.Insert(at, eol+eol+line)} }, true
	}
	return func() []text.Edit { return []text.Edit{text.Insert(s.Heading.Span.End, eol+eol+line)} }, true
}

// usedIn is what the template calls the field that names the review.
func (p *Pass) usedIn() string {
	if f := p.Document.Template.Field(template.ReviewField); f != nil {
		return f.Name
	}
	return template.Default().Field(template.ReviewField).Name
}

// withBody are the edits that insert a section, its one placeholder line
// replaced by another.
func withBody(edits []text.Edit, line string) []text.Edit {
	for i := range edits {
		e := &edits[i]
		if len(e.Stops) == 0 {
			continue
		}
		start := e.Stops[0].Start
		for start > 0 && e.New[start-1] != '\n' && e.New[start-1] != '\r' {
			start--
		}
		end := e.Stops[len(e.Stops)-1].End
		e.New, e.Stops = e.New[:start]+line+e.New[end:], nil
	}
	return edits
}

// checkUncitedUses reports the achievements that say they are used in the review
// and are not cited in it.
func (p *Pass) checkUncitedUses() {
	period, dated := p.Document.Period(p.Config.Period.FiscalYearStart)
	for _, place := range p.uncitedUses() {
		f := p.Report(documentPlace(p.Document), fmt.Sprintf("%s says that it is used here, and is not cited; cite it", naming(place)))
		if d := place.Entry.Date; dated && !d.IsZero() && !period.Contains(d) {
			continue // it does not belong here
		}
		f.Fix(fmt.Sprintf("Insert the citation of %s", naming(place)), false, func() []text.Edit {
			return review.Insert(p.Document, []workspace.Place{place})
		})
	}
}

// uncitedUses are the achievements that name the review, which does not name them.
func (p *Pass) uncitedUses() []workspace.Place {
	facts := p.known().File(p.Document.Path)
	return slices.DeleteFunc(p.known().UsedIn(p.Document.Path), func(place workspace.Place) bool { return p.known().Cites(facts, place) })
}

// naming is an achievement as messages name it.
func naming(place workspace.Place) string {
	if place.Entry.ID != "" {
		return fmt.Sprintf("%q", place.Entry.ID)
	}
	if place.Entry.Title != "" {
		return fmt.Sprintf("%q", shorten(place.Entry.Title))
	}
	return fmt.Sprintf("%q", path.Base(place.Path))
}

// documentPlace is where what a document lacks is reported: its title, else its
// first line.
func documentPlace(doc *document.Document) text.Span {
	if doc.Title != nil {
		return headingPlace(doc.Title)
	}
	return firstLine(doc)
}
