package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var directionMismatch = &Rule{
	Name:     "direction-mismatch",
	Group:    Result,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A word or sign says that a value rose or fell, and the values before and after go the other way.",
		Why:     "Either the word or the order of the values is a slip, and the reader can't know which.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "- **Payroll close:** 5 days → 2 days\n", "- Reduced the payroll close from 2 days to 5 days\n", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "- **Payroll close:** 5 days → 2 days\n", "- Reduced the payroll close from 5 days to 2 days\n", 1),
	},
	Check: func(p *Pass) {
		for _, c := range p.changes() {
			span, wrong := misdirected(&c)
			if !wrong {
				continue
			}
			way := "rise"
			if c.Direction() == quantity.Down {
				way = "fall"
			}
			p.Report(span, fmt.Sprintf("%q does not fit values that %s (%s); correct the word or the values", p.Document.Text(span), way, c.Values(c.words))).
				Judging(text.Cover(span, c.values())).
				About(changeSubject(c.values())).
				Also(c.values(), "the values")
		}
	},
}

// misdirected finds the word or signed figure that tells the wrong way.
func misdirected(c *change) (text.Span, bool) {
	if span, wrong := c.Misdirected(); wrong {
		return c.in(span), true
	}
	for i := range c.stated {
		if s := &c.stated[i]; c.CompareDirection(s) {
			return c.in(s.SaysSpan), true
		}
	}
	return text.Span{}, false
}
