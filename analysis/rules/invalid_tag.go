package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
)

var invalidTag = &Rule{
	Name:     "invalid-tag",
	Group:    Tags,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A tag is not `#` and kebab-case: lower-case letters and digits, words joined by `-`, levels by `/`. In front matter and in lists parted by commas the `#` may be left out.",
		Why:     "`#Payroll`, `#pay roll` and `#payroll` are three tags to whatever searches for them.",
		Bad:     tagExample("#PayRoll"),
		Good:    tagExample("#pay-roll"),
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, t := range e.Tags {
				fault := tagFault(p.Document, t)
				if fault == "" {
					continue
				}
				f := p.Report(t.Span, fmt.Sprintf("%q %s", p.Document.Text(t.Span), fault))
				if name := toKebab(t.Name); name != "" {
					f.Message += fmt.Sprintf("; write %q", written(p.Document, t, name))
					p.fixTag(f, e, t, name, true)
				} else {
					f.Message += "; give it another name"
				}
			}
		}
	},
}

// tagFault says what is wrong with a tag; "" where nothing is.
func tagFault(doc *document.Document, t document.Tag) string {
	switch {
	case !t.Hash && noDate(t.Name), strings.ContainsAny(t.Name, "[]{}<>"):
		return "" // no tag, or the template's
	case strings.Trim(t.Name, "0123456789") == "":
		return "is a number and no tag"
	case !kebab(t.Name):
		return "is not lower-case words joined by hyphens"
	case !t.Hash && !hashless(doc, t):
		return "has no #"
	}
	return ""
}

func tagExample(tag string) string {
	return "# Achievement: Payroll closes in two days\n\n**Date:** 2026-05-15\n\n" + storyText + "\n## Tags\n\n- #automation\n- " + tag + "\n"
}
