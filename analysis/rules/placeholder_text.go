package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
)

var placeholderText = &Rule{
	Name:     "placeholder-text",
	Group:    Structure,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "Text of the template was left in: `[Before]`, `XX%`, `YYYY-MM-DD`, `TBD`, `{{TITLE}}`, an empty table row, and the like.",
		Why:     "Left in, it reaches the review. What is not known yet can be left out, or the document marked `status: draft`.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "- **Overtime:** [Before] → [After] hours a month\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "- **Overtime:** 60 → 15 hours a month\n",
	},
	Check: func(p *Pass) {
		if p.Document.Kind != document.Achievement && p.Document.Kind != document.Review {
			return
		}
		for _, span := range p.Placeholders() {
			p.Report(span, fmt.Sprintf("%q is template text; replace it by your own", shorten(p.Document.Text(span))))
		}
	},
}

// shorten cuts a long quotation.
func shorten(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
