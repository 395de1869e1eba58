package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var reviewPeriod = &Rule{
	Name:     "review-period",
	Group:    Reference,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A review cites an achievement that is dated outside the review's period.",
		Why:     "What belongs to another period was judged there, or will be. The period comes from the front matter, a Period field, the file's name or the title.",
		Bad:     "# Self-Review: 2026-H1\n\nThe bank file of ACH-011 was asked for by two other firms.\n",
		Good:    "# Self-Review: 2026-H1\n\nThe bank file of last year was asked for by two other firms.\n",
		File:    "reviews/Spring-Self-Review.md",
		Beside: map[string]string{
			"ACH-011-Bank-File.md": "# Achievement: A bank file without errors\n\n**Date:** 2025-11-03\n\n" + storyText,
		},
	},
	Check: func(p *Pass) {
		if p.alone() || p.Document.Kind != document.Review {
			return
		}
		period, ok := p.Document.Period(p.Config.Period.FiscalYearStart)
		if !ok {
			return
		}
		seen := make(map[*workspace.EntryFacts]bool)
		for _, c := range p.Document.Citations() {
			all := p.known().Cited(workspace.CitationOf(c), p.Document.Path)
			if len(all) != 1 || seen[all[0].Entry] {
				continue
			}
			place := all[0]
			seen[place.Entry] = true
			if d := place.Entry.Date; !d.IsZero() && !period.Contains(d) {
				f := p.Report(c.Span, fmt.Sprintf("%s is dated %s, outside of %s; move it to its own period, or correct the date", naming(place), d, period.Name))
				f.Related = append(f.Related, Related{Path: place.Path, Span: text.Span{Start: place.Entry.Offset, End: place.Entry.Offset}, Message: "dated " + d.String()})
			}
		}
	},
}
