package rules

import (
	"fmt"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/workspace"
)

var roleFolder = &Rule{
	Name:     "role-folder",
	Group:    Metadata,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The Role field names another role than the role folder the file is in.",
		Why:     "Folder and field each decide, in some list or other, to which role the achievement counts.",
		Bad:     roleExample("ROLE-002 - Payroll Lead @ Northwind"),
		Good:    roleExample("ROLE-001 - Payroll Lead @ Northwind"),
		File:    roleExampleFile,
		Beside:  map[string]string{"roles/ROLE-002-Northwind-Controller/onboarding.md": "# Onboarding: Controller @ Northwind\n\n**Role ID:** ROLE-002\n"},
	},
	Check: func(p *Pass) {
		folder := p.Document.RoleFolder()
		if folder == "" {
			return
		}
		for _, field := range p.fields(template.Role) {
			id, span := roleID(p.Document, field)
			if id == "" || roleNumber(id) == roleNumber(folder) {
				continue
			}
			f := p.Report(span, fmt.Sprintf("the field names %q, and the file is in the folder of %q; make them equal", id, folder))
			r, ok := p.known().Role(folder)
			if !ok {
				r = workspace.RoleFacts{ID: folder}
			}
			p.setRole(f, field, r)
		}
	},
}
