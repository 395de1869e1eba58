package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var percentageMismatch = &Rule{
	Name:     "percentage-mismatch",
	Group:    Result,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A stated percentage, difference in points or multiplier cannot follow from the values before and after, however they were rounded and whatever reading of the words is taken.",
		Why:     "The one figure a reader checks is the one that is easy to check. One that is wrong makes all the others doubtful.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "5 days → 2 days\n", "5 days → 2 days (30% less)\n", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "5 days → 2 days\n", "5 days → 2 days (60% less)\n", 1),
	},
	Check: func(p *Pass) {
		for _, c := range p.changes() {
			for i := range c.stated {
				s := &c.stated[i]
				verdict := c.CheckStated(s)
				if verdict.Possible {
					continue
				}
				span := c.in(s.Span)
				f := p.Report(span, c.ExplainStated(c.words, s, verdict.Right, p.Document.Text(span))+"; correct one of them").
					Also(c.values(), "the values it is computed from")
				if verdict.Fixable { // "doubled" can't become another figure
					right := s.Figure(c.words, verdict.Right)
					f.Fix(fmt.Sprintf("Change to %q", right), false, func() []text.Edit { return []text.Edit{text.Replace(span, right)} })
				}
			}
		}
	},
}
