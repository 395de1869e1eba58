package rules

import (
	"fmt"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var filenameID = &Rule{
	Name:     "filename-id",
	Group:    Metadata,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The file's name bears another ID than the field in it.",
		Why:     "One of the two is wrong, and whoever looks for the achievement by its ID finds another file, or none.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**ID:** ACH-002\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n**ID:** ACH-001\n\n" + storyText,
		File:    "ACH-001-Payroll.md",
	},
	Check: func(p *Pass) {
		name := nameID(p)
		if name == "" || len(p.Document.Entries) == 0 {
			return
		}
		e := p.Document.Entries[0]
		f := idField(p, e)
		if f == nil || !validID(p.Config.ID, f.Text) || sameID(p.Config.ID, name, f.Text) {
			return
		}
		finding := p.Report(f.Value, fmt.Sprintf("the ID is %q, and the file's name bears %q; make them equal", f.Text, name))
		if validID(p.Config.ID, name) && free(p, e, name) {
			finding.Fix(fmt.Sprintf("Change to %s, the ID of the file's name", name), false, func() []text.Edit { return setField(p.Document, f, name) })
		}
		if to := renamed(p, f.Text); to != "" && free(p, e, f.Text) {
			finding.Fixes = append(finding.Fixes, &Fix{Title: fmt.Sprintf("Rename the file to %s", to), Preferred: len(finding.Fixes) == 0, Rename: to})
		}
	},
}
