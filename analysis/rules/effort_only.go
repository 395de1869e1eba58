package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
)

var effortOnly = &Rule{
	Name:     "effort-only",
	Group:    Result,
	Severity: severity.Off,
	Doc: Doc{
		Summary: "All figures of Result count effort, people or things made, and none says what came of it.",
		Why:     "What was put in is the Action. The Result is what was different afterwards, and for whom.",
		Config:  "rules:\n  effort-only: warning\n",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "- **Payroll close:** 5 days → 2 days\n", "- Wrote 12 checklists\n", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			r := p.resultOf(e)
			if r.best == quantity.Ambiguous {
				p.Report(r.label, fmt.Sprintf("the figures of %q say what was put in or made; write what came of it", p.Document.Text(r.label))).
					Judging(r.judged())
			}
		}
	},
}
