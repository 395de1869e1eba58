package rules

import (
	"fmt"
	"strings"
	"sync"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
)

var unsupportedClaim = &Rule{
	Name:     "unsupported-claim",
	Group:    Result,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A change, percentage, multiplier or sum of money in the title or Summary is neither stated in Result nor follows from the figures there. Where Result says another figure on the same subject, it is a warning.",
		Why:     "Title and Summary are what gets cited. Whoever looks the figure up must find it in the Result.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "from 5 days to 2.", "from 5 days to 2, and saved €9,000.", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "from 5 days to 2.", "from 5 days to 2, and saved €9,000.", 1) + "- **Overtime:** €9,000 less per year\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			r := p.resultOf(e)
			if r.best != quantity.Quantified {
				continue
			}
			p.checkClaims(e, r)
		}
	},
}

// maxClaims is how many claims of a title and Summary are held against the Result.
// Nobody writes so many, and each is held against all that the Result says.
const maxClaims = 64

// checkClaims reports the claims of title and Summary that a Result does not bear
// out.
func (p *Pass) checkClaims(e *document.Entry, r *result) {
	texts := []*figures{p.titleFigures(e)}
	for _, s := range p.summaryOf(e) {
		texts = append(texts, p.figures(s.Span))
	}
	claims := 0
	result := sync.OnceValue(r.evidence)
	for _, f := range texts {
		for c := range claimsOf(f) {
			if !asserts(c) {
				continue
			}
			if claims++; claims > maxClaims {
				return
			}
			p.checkClaim(e, result(), c)
		}
	}
}

func (p *Pass) checkClaim(e *document.Entry, r *evidence, c *claim) {
	s := r.holdAgainst(c)
	switch {
	case s.Agreement == quantity.Agree:
	case s.Agreement == quantity.Contradict:
		p.Report(c.span, fmt.Sprintf("%q is not what the Result says of it (%s); make them agree", c.shown, s.shown)).
			As(severity.Warning).
			About(changeSubject(s.near)).
			Also(s.near, "the figure of the Result")
	case !p.givenElsewhere(e, c):
		found := p.Report(c.span, fmt.Sprintf("%q is not in the Result, nor follows from it; add it there, or correct it here", c.shown))
		if !s.near.Empty() {
			found.Also(s.near, "the nearest figure of the Result")
		}
	}
}

// asserts reports whether a figure is a claim: a change, or what measures one.
// Not every count and duration is.
func asserts(c *claim) bool {
	switch c.Kind {
	case quantity.Percentage, quantity.Points, quantity.Multiplier, quantity.Money:
		return true
	}
	return c.Change != nil
}
