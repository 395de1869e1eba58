package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var unknownCategory = &Rule{
	Name:     "unknown-category",
	Group:    Metadata,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "The configuration lists categories, and the achievement's is none of them.",
		Why:     "Counts by category only add up where everyone uses the same ones.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**Category:** Oprations / Finance\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n**Category:** Operations / Finance\n\n" + storyText,
		Config:  "categories: [Operations, Leadership]\n",
		Options: "`categories` of the configuration: `Operations` allows every subcategory, `Operations / Finance` that one.",
	},
	Check: func(p *Pass) {
		for _, field := range p.fields(template.Category) {
			if p.Config.CategoryKnown(field.Text) {
				continue
			}
			f := p.Report(field.Value, fmt.Sprintf("%q is no category of the configuration; choose one of %s", field.Text, listed(p.Config.Categories)))
			if near := nearCategory(field.Text, p.Config.Categories); near != "" {
				f.Message = fmt.Sprintf("%q is no category of the configuration; did you mean %q?", field.Text, near)
				f.Fix(fmt.Sprintf("Change to %q", near), false, func() []text.Edit { return setField(p.Document, field, near) })
			}
		}
	},
}

// nearCategory is the category with the fewest edits from the one written; a
// subcategory that the category leaves open stays.
func nearCategory(written string, categories []string) string {
	parts := strings.Split(written, "/")
	best, limit := "", 3
	for _, c := range categories {
		n := min(strings.Count(c, "/")+1, len(parts))
		head := template.Normalize(strings.Join(parts[:n], "/"))
		allowed := min(limit, utf8.RuneCountInString(head)/3)
		if d := distance(head, template.Normalize(c)); d <= allowed {
			best, limit = strings.TrimSpace(c), d-1
			for _, rest := range parts[n:] {
				best += " / " + strings.TrimSpace(rest)
			}
		}
	}
	return best
}

// listed are a few names for a message: `"a", "b" and 3 more`.
func listed(names []string) string {
	const most = 4
	var quoted []string
	for _, name := range names[:min(len(names), most)] {
		quoted = append(quoted, fmt.Sprintf("%q", name))
	}
	s := strings.Join(quoted, ", ")
	if n := len(names) - most; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
}
