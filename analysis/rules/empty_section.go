package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var emptySection = &Rule{
	Name:     "empty-section",
	Group:    Structure,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "A section or STAR part has a name and no content. Comments, empty list items, empty tables, code and quotes are no content.",
		Why:     "An empty heading looks like something that went wrong. Write it, or remove the heading where nothing belongs there.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Lessons Learned\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Lessons Learned\n\n- Map the steps before automating any\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, s := range e.Sections {
				if s.Class == template.Container && len(e.Parts) > 0 || !p.Document.Empty(s.Body) {
					continue
				}
				reportEmpty(p, e, s.Key, headingPlace(s), s.Span, func() []text.Edit { return fillAll(p.Document, s) })
			}
			for _, s := range e.Subsections {
				if p.Document.Empty(s.Body) && (s.Parent == nil || !p.Document.Empty(s.Parent.Body)) {
					reportEmpty(p, e, s.Key, headingPlace(s), s.Span, func() []text.Edit { return edit.FillSection(p.Document, s) })
				}
			}
			for _, part := range e.Parts {
				if len(part.Keys) == 0 || !p.Document.Empty(part.Body) {
					continue
				}
				reportEmpty(p, e, part.Keys[0], part.Label, part.Body, func() []text.Edit { return edit.FillPart(p.Document, part) })
			}
		}
	},
}

func reportEmpty(p *Pass, e *document.Entry, key template.Key, name, judged text.Span, fill func() []text.Edit) {
	part := p.Document.Template.Part(key)
	required := part != nil && part.Requirement == template.Required
	todo := "write it, or remove it"
	if required {
		todo = "write it"
	}
	f := p.Report(name, fmt.Sprintf("%q has no content; %s", p.Document.Text(name), todo)).
		Judging(judged).About(sectionSubject(e, key))
	if !required {
		f.As(severity.Information)
	}
	f.Fix("Insert the template's content", false, fill)
}

// fillAll fills a section, or each of its subsections where it has any.
func fillAll(doc *document.Document, s *document.Section) []text.Edit {
	var edits []text.Edit
	for _, c := range s.Children {
		if c.Class == template.Subsection {
			edits = append(edits, edit.FillSection(doc, c)...)
		}
	}
	if edits == nil {
		return edit.FillSection(doc, s)
	}
	return edits
}
