package rules

import (
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// maxNamed is how many achievements a message names.
const maxNamed = 5

var uncitedAchievement = &Rule{
	Name:     "uncited-achievement",
	Group:    Reference,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "A review that cites achievements leaves out some of its period.",
		Why:     "What the review does not mention was not achieved, as far as its readers know.",
		Bad:     "# Self-Review: 2026-H1\n\n1. [ACH-011](../ACH-011-Payroll.md): Payroll closes in two days\n",
		Good:    "# Self-Review: 2026-H1\n\n1. [ACH-011](../ACH-011-Payroll.md): Payroll closes in two days\n2. [ACH-012](../ACH-012-Invoices.md): Invoices leave on time\n",
		File:    "reviews/2026-H1-Self-Review.md",
		Beside: map[string]string{
			"ACH-011-Payroll.md":  "# Achievement: Payroll closes in two days\n\n**Date:** 2026-02-03\n\n" + storyText,
			"ACH-012-Invoices.md": "# Achievement: Invoices leave on time\n\n**Date:** 2026-05-03\n\n" + storyText,
		},
	},
	Check: func(p *Pass) {
		if p.alone() || p.Document.Kind != document.Review {
			return
		}
		missing := p.uncited()
		if len(missing) == 0 {
			return
		}
		var names []string
		for _, m := range missing[:min(maxNamed, len(missing))] {
			names = append(names, naming(m))
		}
		if n := len(missing) - len(names); n > 0 {
			names = append(names, fmt.Sprintf("%d more", n))
		}
		message := fmt.Sprintf("%s of this period is not cited; cite it", names[0])
		title := "Insert the citation of " + names[0]
		if len(missing) > 1 {
			message = fmt.Sprintf("%d achievements of this period are not cited: %s; cite them", len(missing), strings.Join(names, ", "))
			title = fmt.Sprintf("Insert the citations of %d achievements", len(missing))
		}
		p.Report(documentPlace(p.Document), message).
			Fix(title, false, func() []text.Edit { return review.Insert(p.Document, missing) })
	},
}

// uncited are the achievements of the review's period, and of its role where it
// names one, that it does not cite, though it cites others.
func (p *Pass) uncited() []workspace.Place {
	facts := p.known().File(p.Document.Path)
	if !slices.ContainsFunc(facts.Citations, func(c workspace.CitationFacts) bool { return len(p.known().Cited(c, facts.Path)) > 0 }) {
		return nil
	}
	_, uncited := review.OfPeriod(p.Document, p.known(), p.Config.Period.FiscalYearStart)
	var reported []workspace.Place // by review-link
	if level(reviewLink, p.Input) != severity.Off {
		reported = p.uncitedUses()
	}
	return slices.DeleteFunc(uncited, func(place workspace.Place) bool { return slices.Contains(reported, place) })
}
