package rules

import (
	"fmt"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
)

var futureDate = &Rule{
	Name:     "future-date",
	Group:    Metadata,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The achievement's date is later than today.",
		Why:     "It has not happened yet; most often the year or the month is mistyped.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**Date:** 2206-05-15\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n**Date:** 2026-05-15\n\n" + storyText,
	},
	Check: func(p *Pass) {
		if p.Today.IsZero() {
			return
		}
		for _, f := range p.fields(template.Date) {
			if date, ok := readDate(f.Text); ok && date.After(p.Today) {
				p.Report(f.Value, fmt.Sprintf("%s is later than today, %s; write the day it was achieved", date, p.Today))
			}
		}
	},
}
