package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
)

var duplicateSection = &Rule{
	Name:     "duplicate-section",
	Group:    Structure,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "The same section, subsection or STAR part stands twice in one achievement.",
		Why:     "What reads the file, a person or a program, takes the first and misses the second.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Tags\n\n- #payroll\n\n## Tags\n\n- #automation\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Tags\n\n- #payroll\n- #automation\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			first := make(map[duplicateKey]*document.Section)
			check := func(s *document.Section, parent *document.Section) {
				// Two names for one thing, "Summary" and "TL;DR", are the
				// writer's own distinction.
				key := duplicateKey{s.Key, parent, ""}
				if !s.Strong {
					key.name = template.Normalize(s.Name)
				}
				before := first[key]
				if before == nil {
					first[key] = s
					return
				}
				p.Report(headingPlace(s), fmt.Sprintf("%q stands here a second time; join the two", p.Document.Text(headingPlace(s)))).
					Also(headingPlace(before), "the first stands here")
			}
			for _, s := range e.Sections {
				check(s, nil)
			}
			for _, s := range e.Subsections {
				check(s, s.Parent)
			}
			for _, part := range e.Parts {
				if part.Section != nil && len(part.Keys) == 1 {
					check(part.Section, nil)
				}
			}
		}
	},
}

type duplicateKey struct {
	key    template.Key
	parent *document.Section
	name   string // for a name that is only an alias
}
