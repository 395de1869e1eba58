package completion

import (
	"cmp"
	"slices"
	"strconv"
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
		p.addReviews(l, slot{span: p.line, before: "**" + name + ":** "}, true)
	}
}

// numberIn is the achievement's number in a review: the one under which that
// cites it, else the next free one.
func (p *place) numberIn(path string) (n int, cited bool) {
	review := p.Workspace.File(path)
	if review == nil {
		return 1, false
	}
	isThis := func(to workspace.Place) bool { return to.Path == p.doc.Path && p.isEntry(to.Entry) }
	for _, c := range review.Citations {
		if c.Number > 0 && slices.ContainsFunc(p.Workspace.Cited(c, path), isThis) {
			return c.Number, true
		}
		n = max(n, c.Number)
	}
	for _, from := range p.Workspace.UsedIn(path) {
		for _, r := range from.Entry.Reviews {
			if f := p.Workspace.ReviewNamed(r.Target, from.Path); f == review && !isThis(from) {
				n = max(n, r.Number)
			}
		}
	}
	return n + 1, false
}

// numbered is what follows the file of a review, a pattern: what is no more than
// the next number is a stop.
func (p *place) numbered(path string) string {
	n, cited := p.numberIn(path)
	number := strconv.Itoa(n)
	if !cited {
		number = "${" + number + "}"
	}
	return " — " + p.doc.Template.Numbered(number)
}

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
		n, cited := p.numberIn(r.Path)
		detail := "the next number in " + r.Base()
		if cited {
			detail = "its number in " + r.Base()
		}
		label := p.doc.Template.Numbered(strconv.Itoa(n))
		l.add(Candidate{
			Kind: File, Label: label, Detail: detail, Filter: " — - " + label,
			Edit: p.edit(slot{span: text.Span{Start: start, End: s.span.End}}, p.numbered(r.Path)),
		})
		return
	}
	withNumber := false
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
		withNumber = true
	}
	p.addReviews(l, s, withNumber)
}

// addReviews offers the reviews, where asked for with the achievement's number in
// each.
func (p *place) addReviews(l *list, s slot, withNumber bool) {
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
		if withNumber {
			s.after = p.numbered(r.Path)
		}
		l.add(Candidate{Kind: File, Label: r.Base(), Detail: r.Title, Edit: p.edit(s, text.Literal(r.Base()))})
	}
}
