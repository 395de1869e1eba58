package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var missingSection = &Rule{
	Name:     "missing-section",
	Group:    Structure,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "A required or recommended section is absent. Of the light form only Summary, Situation, Action and Result can be missing.",
		Why:     "A reviewer looks for the summary, the story and the proof. A section that is never begun is never written.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-15\n**Role:** ROLE-001 - Payroll Lead @ Northwind\n**Category:** Operations / Finance\n\n" + fullStory + fullSkills + fullCollaboration + fullTags,
		Good:    "# Achievement: Payroll closes in two days\n\n" + fullText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			missing := edit.Missing(p.Document, e)
			for _, key := range missing {
				part := p.Document.Template.Part(key)
				if part.Class == template.Star {
					continue
				}
				f := p.Report(titlePlace(p.Document, e), fmt.Sprintf("the section %q is missing; insert it", part.Name)).
					About(sectionSubject(e, key))
				if part.Requirement == template.Recommended {
					f.As(severity.Information)
				}
				insertPart(p, f, e, part, len(missing))
			}
		}
	},
}

// insertPart adds to a finding the fixes that insert the part, and all that are
// missing where there are several.
func insertPart(p *Pass, f *Finding, e *document.Entry, part *template.Part, missing int) {
	f.Fix(fmt.Sprintf("Insert %q", part.Name), false, func() []text.Edit {
		return edit.InsertSection(p.Document, e, part.Key)
	})
	if missing > 1 {
		f.Fix(fmt.Sprintf("Insert all %d missing sections", missing), false, func() []text.Edit {
			return edit.InsertMissing(p.Document, e)
		})
	}
}
