package rules

import (
	"fmt"
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
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
				} else if after := leader(p.Document, e, s); after != "" {
					message += fmt.Sprintf("; move it behind %q", after)
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
	for _, o := range siblings(e, s) {
		if o.Span.Start < s.Span.Start && templateIndex(doc, o) > templateIndex(doc, s) {
			return doc.Text(headingPlace(o))
		}
	}
	return ""
}

// leader is the name of the last section below s that belongs before it, ""
// where none does.
func leader(doc *document.Document, e *document.Entry, s *document.Section) string {
	name := ""
	for _, o := range siblings(e, s) {
		if o.Span.Start > s.Span.Start && templateIndex(doc, o) < templateIndex(doc, s) {
			name = doc.Text(headingPlace(o))
		}
	}
	return name
}

// siblings are the sections, or headings of STAR parts, among which s has its
// order, as they stand.
func siblings(e *document.Entry, s *document.Section) []*document.Section {
	if s.Class != template.Star {
		return e.Sections
	}
	var parts []*document.Section
	for _, part := range e.Parts {
		if part.Section != nil {
			parts = append(parts, part.Section)
		}
	}
	return parts
}

// templateIndex is a section's place in the template.
func templateIndex(doc *document.Document, s *document.Section) int {
	return slices.IndexFunc(doc.Template.Parts, func(p template.Part) bool { return p.Key == s.Key })
}
