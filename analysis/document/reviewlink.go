package document

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var (
	reviewNumber    = pattern.New(`#\s*(\d{1,6})`)
	reviewSeparator = pattern.New(`[,;，；、]| and `)
	noReview        = pattern.New(`(?i)^(?:n/?a|none|not (?:yet|used|cited)|no review|tbd|todo|pending|noch (?:nicht|keine?)|keine?)(?:\W|$)`)
)

// readReviews reads which reviews use the achievement: the "Used in" field, or
// the lines of the Link to Review section.
func (d *Document) readReviews(e *Entry) {
	for _, f := range e.Fields {
		if f.Key == template.ReviewField {
			d.addReviews(e, f.Value)
		}
	}
	s := e.Section(template.ReviewLink)
	if s == nil {
		return
	}
	found := d.fieldsIn(each(s.Blocks))
	for _, f := range found {
		if f.Key == template.ReviewField {
			e.Fields = append(e.Fields, f)
			d.addReviews(e, f.Value)
		}
	}
	for _, b := range s.Blocks {
		switch b.Kind {
		case markdown.Paragraph:
			for _, line := range b.Lines {
				if len(found) == 0 {
					d.addReviews(e, line)
				}
			}
		case markdown.List:
			for _, item := range b.Children {
				if _, isField := d.fieldAt(item.Text, false); !isField {
					d.addReviews(e, item.Text)
				}
			}
		}
	}
}

// addReviews reads "2026-H1-Self-Review.md — Achievement #1" in any of its
// forms, and several of them; "N/A" and "not yet" name nothing.
func (d *Document) addReviews(e *Entry, span text.Span) {
	span = d.trimValue(span)
	s := d.Text(span)
	if noReview.MatchString(s) {
		return
	}
	first, start := len(e.Reviews), 0
	links := slices.Collect(d.LinksIn(span))
	for _, at := range append(reviewSeparator.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		for len(links) > 0 && links[0].Span.End <= span.Start+at[0] {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Span.Contains(span.Start+at[0]) {
			continue // a comma of the link's own
		}
		d.addReview(e, text.Span{Start: span.Start + start, End: span.Start + at[0]}, first)
		start = at[1]
	}
}

// addReview reads one review. A number without one belongs to the review
// before it, but to none before first.
func (d *Document) addReview(e *Entry, span text.Span, first int) {
	s := d.Text(span)
	c := ReviewCitation{}
	m := reviewNumber.FindStringSubmatchIndex(s)
	if named := d.Template.Number(s); named != nil {
		m = []int{named[0], named[1], named[4], named[5]}
	}
	if m != nil {
		c.Number, _ = strconv.Atoi(s[m[2]:m[3]])
		c.NumberSpan = text.Span{Start: span.Start + m[2], End: span.Start + m[3]}
		s = s[:m[0]]
	}
	links := 0
	for l := range d.LinksIn(span) {
		links++
		cited := c
		cited.Target = Item{Text: l.Dest, Span: l.Target}
		if l.Target.Empty() {
			cited.Target = Item{Text: d.Text(l.Text), Span: l.Text}
		}
		e.Reviews = append(e.Reviews, cited)
	}
	if links > 0 {
		return
	}
	target := text.Span{Start: span.Start, End: span.Start + len(strings.TrimRight(s, " \t,;:—–-|·("))}
	target = d.trimValue(target)
	t := d.Text(target)
	bracketed := strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") && len(t) > 2
	if bracketed {
		target.Start++
		target.End--
		t = d.Text(target)
	}
	switch {
	case t == "":
		if n := len(e.Reviews); n > first && c.Number > 0 && e.Reviews[n-1].Number == 0 {
			e.Reviews[n-1].Number, e.Reviews[n-1].NumberSpan = c.Number, c.NumberSpan
		}
	case bracketed || namesReview(t):
		c.Target = Item{Text: t, Span: target}
		e.Reviews = append(e.Reviews, c)
	}
}

// namesReview reports whether a bare text is a file's name rather than a remark
// such as "later" or "planned for the next review".
func namesReview(s string) bool {
	if ext := path.Ext(s); len(ext) > 1 && !strings.ContainsAny(ext, " \t") {
		return true
	}
	if strings.ContainsAny(s, " \t") {
		return strings.Contains(strings.ToLower(s), "review") && strings.ContainsAny(s, "0123456789")
	}
	return strings.ContainsAny(s, "0123456789-_/")
}
