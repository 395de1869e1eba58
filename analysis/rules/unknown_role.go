package rules

import (
	"fmt"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
)

// maxRoles is how many roles are offered in the place of an unknown one.
const maxRoles = 3

var unknownRole = &Rule{
	Name:     "unknown-role",
	Group:    Metadata,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The Role field names a role that the workspace, which defines roles, does not define.",
		Why:     "An achievement of a role that does not exist is found under none. A role is defined by its folder, its file, or a row in a table of roles.",
		Bad:     roleExample("ROLE-0001 - Payroll Lead @ Northwind"),
		Good:    roleExample("ROLE-001 - Payroll Lead @ Northwind"),
		File:    roleExampleFile,
	},
	Check: func(p *Pass) {
		fields := p.fields(template.Role)
		if len(fields) == 0 {
			return
		}
		known := p.known()
		if len(known.Roles()) == 0 {
			return
		}
		for _, field := range fields {
			id, span := roleID(p.Document, field)
			if id == "" {
				continue
			}
			if _, ok := known.Role(id); ok {
				continue
			}
			roles, meant := p.likelyRoles(field)
			f := p.Report(span, fmt.Sprintf("%q is no role of this workspace; name one that is, or create it", id))
			if meant {
				f.Message = fmt.Sprintf("%q is no role of this workspace; did you mean %q?", id, roles[0].ID)
			}
			for _, r := range roles[:min(len(roles), maxRoles)] {
				p.setRole(f, field, r)
			}
		}
	},
}

const roleExampleFile = "roles/ROLE-001-Northwind-PayrollLead/achievements/Payroll.md"

func roleExample(role string) string {
	return "# Achievement: Payroll closes in two days\n\n**Role:** " + role + "\n\n" + storyText
}
