package rules

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var missingTitle = &Rule{
	Name:     "missing-title",
	Group:    Structure,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "An achievement has neither a level-1 heading nor a title in its front matter, or nothing follows `Achievement:`.",
		Why:     "The title is what a review cites and what a list of achievements shows. Best it says what changed, and by how much.",
		Bad:     "# Achievement:\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			if e.Title != "" {
				continue
			}
			if e.Heading == nil {
				p.Report(firstLine(p.Document), "the achievement has no title; open the file with \"# Achievement:\" and what you achieved").
					Fix("Insert a title", false, func() []text.Edit { return edit.InsertTitle(p.Document, e) })
				continue
			}
			p.Report(headingPlace(e.Heading), "\""+headingWords(p.Document, e)+"\" has no title; write what you achieved").
				Fix("Insert a title", false, func() []text.Edit { return edit.InsertTitle(p.Document, e) })
		}
	},
}

// headingWords is the entry's heading as the writer wrote it.
func headingWords(doc *document.Document, e *document.Entry) string {
	return doc.Text(headingPlace(e.Heading))
}
