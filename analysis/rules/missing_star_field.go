package rules

import (
	"fmt"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
)

var missingStarField = &Rule{
	Name:     "missing-star-field",
	Group:    Structure,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "Situation, Task, Action or Result is absent from a story that has the others. Forms without a Task (SAR, CAR, PAR, SOAR, the light form) miss none.",
		Why:     "Each part answers a question a reviewer asks: what was the case, what was yours to do, what did you do, what came of it.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-15\n**Role:** ROLE-001 - Payroll Lead @ Northwind\n**Category:** Operations / Finance\n\n## Summary\n\nCut the monthly payroll close from 5 days to 2.\n\n## STAR Format\n\n" + fullSituation + fullAction + fullResult + fullEvidence + fullSkills + fullCollaboration + fullTags,
		Good:    "# Achievement: Payroll closes in two days\n\n" + fullText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			missing := edit.Missing(p.Document, e)
			for _, key := range missing {
				part := p.Document.Template.Part(key)
				if part.Class != template.Star {
					continue
				}
				f := p.Report(starPlace(p.Document, e), fmt.Sprintf("%q is missing from the story; insert it", part.Name)).
					About(sectionSubject(e, key))
				insertPart(p, f, e, part, len(missing))
			}
		}
	},
}
