package completion

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

var labelLeft = pattern.New(`^(?:\*\*|__)\p{L}*$`)

// labels offers, where a bold word begins a line among STAR parts that are bold
// labels, those that are not there yet, written as they are.
func labels(p *place, l *list) {
	if p.entry == nil || !p.amongLabels() || !labelLeft.MatchString(p.left()) || strings.Trim(p.right(), "*_: \t") != "" {
		return
	}
	for _, key := range p.entry.Expected {
		part := p.doc.Template.Part(key)
		if part == nil || p.entry.Part(key) != nil {
			continue
		}
		name, line := edit.Label(p.doc, p.entry, part)
		if name == "" || !strings.HasPrefix(line, p.left()[:2]) {
			continue
		}
		l.add(Candidate{
			Kind: Section, Label: name, Detail: part.Hint, Filter: p.left()[:2] + name,
			Edit:          p.edit(slot{span: text.Span{Start: p.line.Start, End: p.line.End}}, line),
			Documentation: func() string { return part.Hint },
		})
	}
}

// amongLabels reports whether a STAR part that is a bold label stands in the
// section of the cursor's line.
func (p *place) amongLabels() bool {
	here := p.doc.SectionAt(p.line.Start)
	for _, part := range p.entry.Parts {
		if part.Form == document.FormBold && p.doc.SectionAt(part.Label.Start) == here {
			return true
		}
	}
	return false
}
