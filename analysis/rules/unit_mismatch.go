package rules

import (
	"fmt"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
)

var unitMismatch = &Rule{
	Name:     "unit-mismatch",
	Group:    Result,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The values before and after are in units that can't be compared, such as hours and euros, or two currencies.",
		Why:     "A change has to be a change of one thing: what is measured before must be measured after.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "- **Overtime:** 60 hours → €200\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "- **Overtime:** 60 hours → 4 hours\n",
	},
	Check: func(p *Pass) {
		for _, c := range p.changes() {
			if !c.Incompatible() {
				continue
			}
			why := fmt.Sprintf("one is %s, the other %s", a(c.Before.Kind), a(c.After.Kind))
			if c.Before.Kind == c.After.Kind {
				why = "their units do not convert"
			}
			p.Report(c.values(), fmt.Sprintf("%s can't be compared, %s; give both in one unit", c.Values(c.words), why))
		}
	},
}

// a is a kind's name with its article, where it takes one.
func a(k quantity.Kind) string {
	if k == quantity.Money || k == quantity.Points {
		return k.Name()
	}
	return "a " + k.Name()
}
