package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var duplicateTag = &Rule{
	Name:     "duplicate-tag",
	Group:    Tags,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A tag stands twice in one achievement.",
		Why:     "It counts once; the second is most often one that should have been another.",
		Bad:     tagExample("#payroll\n- #payroll"),
		Good:    tagExample("#payroll"),
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			first := make(map[duplicateTagKey]document.Tag)
			for _, t := range e.Tags {
				// What the front matter says for other tools may be said again
				// in the section.
				key := duplicateTagKey{t.Name, t.Form == document.FormYAML}
				before, ok := first[key]
				if !ok {
					first[key] = t
					continue
				}
				p.Report(t.Span, fmt.Sprintf("%q stands here a second time; remove it", p.Document.Text(t.Span))).
					Also(before.Span, "the first stands here").
					Fix("Remove the second", true, func() []text.Edit { return []text.Edit{removeTag(p.Document, t)} })
			}
		}
	},
}

type duplicateTagKey struct {
	name        string
	frontMatter bool
}
