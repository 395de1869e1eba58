package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var sectionOrder = &Rule{
	Name:     "section-order",
	Group:    Structure,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "The sections, or the headings of the STAR parts, do not stand in the template's order.",
		Why:     "Whoever reads many achievements finds a thing where it always is.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Tags\n\n- #payroll\n\n## Lessons Learned\n\n- Map the steps before automating any\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Lessons Learned\n\n- Map the steps before automating any\n\n## Tags\n\n- #payroll\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, s := range edit.OutOfOrder(p.Document, e) {
				message := fmt.Sprintf("%q stands out of the template's order", p.Document.Text(headingPlace(s)))
				if before := follower(p.Document, e, s); before != "" {
					message += fmt.Sprintf("; move it before %q", before)
				}
				p.Report(headingPlace(s), message).About(sectionSubject(e, s.Key)).
					Fix("Bring the sections in order", true, func() []text.Edit { return edit.Reorder(p.Document, e) })
			}
		}
	},
}

// follower is the name of the first section above s that belongs behind it, ""
// where none does.
func follower(doc *document.Document, e *document.Entry, s *document.Section) string {
	sections := append([]*document.Section(nil), e.Sections...)
	for _, part := range e.Parts {
		if part.Section != nil {
			sections = append(sections, part.Section)
		}
	}
	index := make(map[any]int)
	for i := range doc.Template.Parts {
		index[doc.Template.Parts[i].Key] = i
	}
	var first *document.Section
	for _, o := range sections {
		if o.Class == s.Class && o.Span.Start < s.Span.Start && index[o.Key] > index[s.Key] && (first == nil || o.Span.Start < first.Span.Start) {
			first = o
		}
	}
	if first == nil {
		return ""
	}
	return doc.Text(headingPlace(first))
}
