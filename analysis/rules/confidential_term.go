package rules

import (
	"fmt"
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var confidentialTerm = &Rule{
	Name:     "confidential-term",
	Group:    Wording,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A word, or what a pattern matches, of the configuration's list of confidential terms. It is looked for everywhere: in links, code and front matter too.",
		Why:     "Achievements leave the house: with a promotion packet, an application, a copy in the cloud.",
		Bad:     "# Achievement: Payroll closes in two days at Bluebird\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days at a logistics customer\n\n" + storyText,
		Config:  "confidential: [Bluebird, \"/PRJ-[0-9]+/\"]\n",
		Options: "`confidential` of the configuration: words, found whole and in any case, or `/patterns/`.",
	},
	Check: func(p *Pass) {
		var found []text.Span
		for _, term := range p.Config.Confidential {
			for _, span := range term.Find(p.Document.Source) {
				overlaps := func(o text.Span) bool { return o.Overlaps(span) }
				inComment := func(s document.Suppression) bool { return s.Comment.Overlaps(span) }
				if slices.ContainsFunc(found, overlaps) || slices.ContainsFunc(p.Document.Suppressions, inComment) {
					continue
				}
				found = append(found, span)
				p.Report(span, fmt.Sprintf("%q is confidential by the configuration; leave it out, or describe it", shorten(p.Document.Text(span))))
			}
		}
	},
}
