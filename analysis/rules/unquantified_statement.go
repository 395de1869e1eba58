package rules

import (
	"fmt"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var unquantifiedStatement = &Rule{
	Name:     "unquantified-statement",
	Group:    Result,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "A statement of Result says no figure, while others do.",
		Why:     "Between figures a statement without one reads as an afterthought: give it a figure too, or move it to Lessons Learned or Recognition.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "- The team is happier\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "- The team works 6 hours less overtime per month\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			r := p.resultOf(e)
			if r.best == quantity.Unquantified {
				continue
			}
			for i, s := range r.statements {
				if r.figures[i].Class != quantity.Unquantified {
					continue
				}
				span := wordsOf(p.Document, s)
				f := p.Report(span, fmt.Sprintf("%q says no figure; add one, or move it where none is asked", shorten(p.Document.Text(span)))).Judging(s.Span)
				for _, m := range metrics {
					f.Fix("Add a figure: "+m.title, false, func() []text.Edit { return edit.AppendMetric(p.Document, s, m.behind) })
				}
			}
		}
	},
}
