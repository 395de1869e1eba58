package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
)

var missingBaseline = &Rule{
	Name:     "missing-baseline",
	Group:    Result,
	Severity: severity.Off,
	Doc: Doc{
		Summary: "A percentage in Result stands without the values before and after.",
		Why:     "\"40% faster\" can be a second or a week. With the two values a reader can check the figure, and see what it is worth.",
		Config:  "rules:\n  missing-baseline: warning\n",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "5 days → 2 days\n", "60% less time\n", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "5 days → 2 days\n", "5 days → 2 days (60% less time)\n", 1),
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			r := p.resultOf(e)
			for i, s := range r.statements {
				if len(p.changesIn(s)) > 0 || len(r.figures[i].Courses) > 0 {
					continue
				}
				for _, q := range r.figures[i].Quantities {
					if q.Kind == quantity.Percentage || q.Kind == quantity.Points {
						span := r.figures[i].in(q.Span)
						p.Report(span, fmt.Sprintf("%q has no values to go by; write those before and after", p.Document.Text(span)))
					}
				}
			}
		}
	},
}
