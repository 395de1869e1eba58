package rules

import (
	"fmt"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
)

var rolePeriod = &Rule{
	Name:     "role-period",
	Group:    Metadata,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "The achievement's date lies before its role began, or after it ended.",
		Why:     "Either the date is wrong or the role is.",
		Bad:     rolePeriodExample("2026-05-15"),
		Good:    rolePeriodExample("2026-03-15"),
		File:    roleExampleFile,
		Beside:  map[string]string{"roles/ROLE-001-Northwind-PayrollLead/onboarding.md": "# Onboarding: Payroll Lead @ Northwind\n\n**Role ID:** ROLE-001\n**Start:** 2024-02-01\n**End:** 2026-03-31\n"},
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			date, f := p.dateOf(e)
			if f == nil {
				continue
			}
			if outside := p.outsideRole(e, date); outside != "" {
				p.Report(f.Value, fmt.Sprintf("%s lies %s; correct the date or the role", date, outside))
			}
		}
	},
}

// outsideRole says how a date lies outside the period of an entry's role; "" for
// one that does not.
func (p *Pass) outsideRole(e *document.Entry, date calendar.Date) string {
	id := p.Document.RoleFolder()
	if field := p.fieldOf(e, template.Role); field != nil {
		if named, _ := roleID(p.Document, field); named != "" {
			id = named
		}
	}
	if id == "" {
		return ""
	}
	role, ok := p.known().Role(id)
	switch {
	case !ok:
	case !role.Start.IsZero() && date.Before(role.Start):
		return fmt.Sprintf("before %s began on %s", role.ID, role.Start)
	case !role.End.IsZero() && date.After(role.End):
		return fmt.Sprintf("after %s ended on %s", role.ID, role.End)
	}
	return ""
}

func rolePeriodExample(date string) string {
	return "# Achievement: Payroll closes in two days\n\n**Date:** " + date + "\n\n" + storyText
}
