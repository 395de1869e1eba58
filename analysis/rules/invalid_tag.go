package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
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
			for i, t := range e.Tags {
				fault := tagFault(p.Document, t)
				if fault == "" {
					continue
				}
				f := p.Report(t.Span, fmt.Sprintf("%q %s", p.Document.Text(t.Span), fault))
				name := toKebab(t.Name)
				if name == "" {
					continue
				}
				f.Message += fmt.Sprintf("; write %q", "#"+name)
				if taken(e.Tags[:i], name) {
					f.Fix("Remove the tag, which is there already", true, func() []text.Edit { return []text.Edit{removeTag(p.Document, t)} })
					continue
				}
				f.Fix(fmt.Sprintf("Change to %q", "#"+name), true, func() []text.Edit { return setTag(p.Document, e, t, name) })
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
		return "is a number; a tag needs a letter"
	case !kebab(t.Name):
		return "is not lower-case words joined by hyphens"
	case !t.Hash && !hashless(doc, t):
		return "has no #"
	}
	return ""
}

// taken reports whether one of the tags is, or will be once it is mended, called
// name.
func taken(tags []document.Tag, name string) bool {
	for _, t := range tags {
		if t.Name == name || toKebab(t.Name) == name {
			return true
		}
	}
	return false
}

func tagExample(tag string) string {
	return "# Achievement: Payroll closes in two days\n\n**Date:** 2026-05-15\n\n" + storyText + "\n## Tags\n\n- #automation\n- " + tag + "\n"
}
