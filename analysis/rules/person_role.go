package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var personRole = &Rule{
	Name:     "person-role",
	Group:    Reference,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "A person has another role than in most other files of the same year.",
		Why:     "A role given wrongly is noticed by the one who holds it. Who changed roles within the year has two, each in several files.",
		Bad:     personRoleExample("Auditor"),
		Good:    personRoleExample("Accountant"),
		File:    "ACH-013-Expenses.md",
		Beside: map[string]string{
			"ACH-011-Payroll.md":  personRoleExample("Accountant"),
			"ACH-012-Invoices.md": personRoleExample("Accountant"),
		},
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			date, _ := p.dateOf(e)
			if date.IsZero() {
				continue
			}
			for _, person := range e.People {
				if person.Role.Text == "" {
					continue
				}
				usual := p.usualRole(person.Name.Text, person.Role.Text, date.Year)
				if usual == "" {
					continue
				}
				f := p.Report(person.Role.Span, fmt.Sprintf("%q is %q in most files of %d; correct the role here or there", person.Name.Text, usual, date.Year))
				if p.Document.Text(person.Role.Span) == person.Role.Text {
					f.Fix(fmt.Sprintf("Change to %q", usual), false, func() []text.Edit { return []text.Edit{text.Replace(person.Role.Span, usual)} })
				}
			}
		}
	},
}

// usualRole is the role that most other files of the year give a person, two at
// least, where none of them gives the one here; else "".
func (p *Pass) usualRole(name, role string, year int) string {
	counts := make(map[string]int)
	files := 0
	for given := range p.known().RolesGiven(name) {
		if given.Path == p.Document.Path || given.Date.Year != year || given.Role == "" {
			continue
		}
		if strings.EqualFold(given.Role, role) {
			return ""
		}
		files++
		counts[given.Role]++
	}
	for usual, n := range counts {
		if n >= 2 && 2*n > files {
			return usual
		}
	}
	return ""
}

func personRoleExample(role string) string {
	return "# Achievement: Payroll closes in two days\n\n**Date:** 2026-03-04\n\n" + storyText + "\n## Collaboration\n\n| Person | Role | Their Contribution |\n| --- | --- | --- |\n| Ada Moreau | " + role + " | Tested the bank file |\n"
}
