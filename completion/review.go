package completion

import (
	"cmp"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// reviews offers, where an achievement says which review uses it, the review
// files, those whose period holds the achievement's date first, and behind one
// of them the achievement's number there.
func reviews(p *place, l *list) {
	f, ok := p.field()
	switch {
	case p.entry == nil:
	case ok && f.key == template.ReviewField && !f.yaml:
		p.reviewIn(l, f.slot)
	case p.within(template.ReviewLink) && p.blank() && p.entry.Field(template.ReviewField) == nil:
		name := "Used in"
		if known := p.doc.Template.Field(template.ReviewField); known != nil {
			name = known.Name
		}
		p.addReviews(l, slot{span: p.line, before: "**" + name + ":** ", after: p.reviewNumber()})
	}
}

// reviewNumber is what follows a review's file, a pattern.
func (p *place) reviewNumber() string { return " — " + p.doc.Template.Numbered("${X}") }

// reviewIn offers what fits in the value of "Used in".
func (p *place) reviewIn(l *list, s slot) {
	typed := p.src[s.span.Start:p.offset]
	for _, r := range p.Workspace.Reviews() {
		i := strings.Index(typed, r.Base())
		if i < 0 {
			continue
		}
		// Behind the file: what has been typed of the number.
		start := s.span.Start + i + len(r.Base())
		start += len(p.src[start:p.offset]) - len(strings.TrimLeft(p.src[start:p.offset], "])"))
		if start == p.offset {
			break
		}
		numberLabel := p.doc.Template.Numbered("")
		l.add(Candidate{
			Kind: File, Label: numberLabel + "n", Detail: "its number in " + r.Base(), Filter: " — - " + numberLabel,
			Edit: p.edit(slot{span: text.Span{Start: start, End: s.span.End}}, p.reviewNumber()),
		})
		return
	}
	if i := strings.LastIndexByte(typed, '['); i >= 0 {
		if strings.Contains(typed[i:], "]") {
			return
		}
		s.span.Start += i + 1
		s.before = ""
		end := strings.IndexByte(p.src[p.offset:max(s.span.End, p.offset)], ']')
		if end >= 0 {
			s.span.End = p.offset + end
		} else {
			s.after = strings.Repeat("]", 1+strings.Count(typed[max(i-1, 0):i], "["))
		}
	} else if rest := p.src[p.offset:max(s.span.End, p.offset)]; strings.Contains(rest, "#") {
		// The number stands there already: only the file is replaced.
		if i := strings.IndexAny(rest, " \t"); i >= 0 {
			s.span.End = p.offset + i
		}
	} else {
		s.after = p.reviewNumber()
	}
	p.addReviews(l, s)
}

func (p *place) addReviews(l *list, s slot) {
	reviews := slices.Clone(p.Workspace.Reviews())
	date := calendar.Date{}
	if p.entry != nil {
		date, _ = p.entry.DateOf()
	}
	covers := func(name string) int {
		period, _, ok := calendar.FindPeriod(name, p.Config.Period.FiscalYearStart)
		if ok && !date.IsZero() && period.Contains(date) {
			return 0
		}
		return 1
	}
	// The latest first: their names begin with the period.
	slices.SortStableFunc(reviews, func(a, b workspace.Review) int {
		return cmp.Or(cmp.Compare(covers(a.Base()), covers(b.Base())), cmp.Compare(b.Base(), a.Base()))
	})
	for _, r := range reviews {
		l.add(Candidate{Kind: File, Label: r.Base(), Detail: r.Title, Edit: p.edit(s, text.Literal(r.Base()))})
	}
}
