package document

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var reviewNumber = regexp.MustCompile(`(?i)(?:achievement\s*)?#\s*(\d{1,6})`)

// readReviews reads which reviews use the achievement: the "Used in" field, or
// the lines of the Link to Review section.
func (d *Document) readReviews(e *Entry) {
	for _, f := range e.Fields {
		if f.Key == template.ReviewField {
			d.addReview(e, f.Value)
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
			d.addReview(e, f.Value)
		}
	}
	if len(found) > 0 {
		return
	}
	for _, b := range s.Blocks {
		switch b.Kind {
		case markdown.Paragraph:
			for _, line := range b.Lines {
				d.addReview(e, line)
			}
		case markdown.List:
			for _, item := range b.Children {
				d.addReview(e, item.Text)
			}
		}
	}
}

// addReview reads "2026-H1-Self-Review.md — Achievement #1" in any of its forms;
// "N/A" and "not yet" name nothing.
func (d *Document) addReview(e *Entry, span text.Span) {
	span = d.trimValue(span)
	s := d.Text(span)
	c := ReviewCitation{}
	if m := reviewNumber.FindStringSubmatchIndex(s); m != nil {
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
	target := trimSpan(d.Source, text.Span{Start: span.Start, End: span.Start + len(s)})
	t := strings.TrimRight(d.Text(target), " ,;:—–-|·(")
	target.End = target.Start + len(t)
	if strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") {
		target.Start++
		target.End--
		t = d.Text(target)
	}
	switch strings.ToLower(strings.Trim(t, "*_`. ")) {
	case "", "n/a", "na", "none", "not yet", "tbd", "todo", "-", "pending":
		return
	}
	if strings.ContainsAny(t, " \t") && path.Ext(t) == "" && !strings.Contains(strings.ToLower(t), "review") {
		return // a sentence
	}
	c.Target = Item{Text: t, Span: target}
	e.Reviews = append(e.Reviews, c)
}
