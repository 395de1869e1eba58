package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/severity"
)

var unitMismatch = &Rule{
	Name:     "unit-mismatch",
	Group:    Result,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The values before and after are in units that can't be compared, such as hours and euros, or two currencies.",
		Why:     "A change has to be a change of one thing: what is measured before must be measured after.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "5 days → 2 days\n", "5 days → €200\n", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
	},
	Check: func(p *Pass) {
		for _, c := range p.changes() {
			if !c.Incompatible() {
				continue
			}
			why := fmt.Sprintf("one is a %s, the other a %s", c.Before.Kind.Name(), c.After.Kind.Name())
			if c.Before.Kind == c.After.Kind {
				why = "their units do not convert"
			}
			p.Report(c.span, fmt.Sprintf("%s can't be compared, %s; give both in one unit", c.Values(c.words), why))
		}
	},
}
