package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var invalidID = &Rule{
	Name:     "invalid-id",
	Group:    Metadata,
	Severity: severity.Error,
	Doc: Doc{
		Summary: "The achievement's ID is not the prefix and at least three digits: `ACH-001`.",
		Why:     "Reviews cite an achievement by its ID. One of another form is not found, and sorts elsewhere.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**ID:** ACH-7\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n**ID:** ACH-007\n\n" + storyText,
		File:    "payroll/achievements/Payroll.md",
		Options: "`id.prefix` and `id.digits` of the configuration say what an ID looks like.",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			f := idField(p, e)
			if f == nil || validID(p.Config.ID, f.Text) {
				continue
			}
			finding := p.Report(f.Value, fmt.Sprintf("%q is no achievement ID; write %q and at least %s", f.Text, p.Config.ID.Prefix, count(p.Config.ID.Digits, "digit")))
			fixID(p, finding, e, f)
		}
	},
}

// fixID offers the IDs that an entry with an invalid one can bear: that of the
// file's name; else the same number in the right form, and the next free one.
func fixID(p *Pass, finding *Finding, e *document.Entry, f *document.Field) {
	offer := func(id, why string, certain bool) {
		finding.Fix(fmt.Sprintf("Change to %s%s", id, why), certain, func() []text.Edit { return setField(p.Document, f, id) })
	}
	if id := nameID(p); id != "" {
		if validID(p.Config.ID, id) && free(p, e, id) {
			offer(id, ", the ID of the file's name", sameID(p.Config.ID, id, f.Text))
		}
		return
	}
	if id := canonicalID(p.Config.ID, f.Text); id != "" && free(p, e, id) {
		offer(id, "", true)
	}
	offer(nextID(p), ", the next free ID", false)
}
