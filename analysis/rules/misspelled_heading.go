package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var misspelledHeading = &Rule{
	Name:     "misspelled-heading",
	Group:    Structure,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A heading is nearly the name of a section, subsection or STAR part that the achievement lacks.",
		Why:     "Under a misspelled name a section is not found, and counts as missing.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "## Summary", "## Sumary", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, s := range p.Document.Sections {
				if s.Key != "" || s == e.Heading || !e.Span.Contains(s.Heading.Span.Start) {
					continue
				}
				span := bareName(p.Document, s)
				part, name := p.misspelt(e, s, p.Document.Text(span))
				if part == nil {
					continue
				}
				p.Report(span, fmt.Sprintf("%q is no section the template knows; did you mean %q?", p.Document.Text(span), name)).
					About(sectionSubject(e, part.Key)).
					Fix(fmt.Sprintf("Rename to %q", name), true, func() []text.Edit { return []text.Edit{text.Replace(span, name)} })
			}
		}
	},
}

// bareName is a heading's words without a note in parentheses, emphasis and
// final colon.
func bareName(doc *document.Document, s *document.Section) text.Span {
	span := s.Heading.Text
	words := doc.Text(span)
	if i := strings.IndexAny(words, "({"); i > 0 {
		words = words[:i]
	}
	trimmed := strings.TrimRight(words, " \t:*_")
	lead := len(trimmed) - len(strings.TrimLeft(trimmed, "*_ "))
	return text.Span{Start: span.Start + lead, End: span.Start + max(lead, len(trimmed))}
}

// misspelt is the part that the entry lacks and s nearly names, with the name
// it should bear; nil where there is none.
func (p *Pass) misspelt(e *document.Entry, s *document.Section, words string) (*template.Part, string) {
	word := template.Normalize(words)
	limit := min(2, utf8.RuneCountInString(word)/3)
	var best *template.Part
	bestName := ""
	for i := range p.Document.Template.Parts {
		part := &p.Document.Template.Parts[i]
		if stands(e, part) || !belongs(e, s, part) {
			continue
		}
		for _, name := range names(part) {
			if d := distance(word, template.Normalize(name)); d > 0 && d <= limit {
				limit, best, bestName = d-1, part, name
			}
		}
	}
	return best, bestName
}

// names are a part's name without its note, and its aliases.
func names(part *template.Part) []string {
	plain, _, _ := strings.Cut(part.Name, "(")
	return append([]string{strings.TrimSpace(plain)}, part.Aliases...)
}

// stands reports whether an entry has the part.
func stands(e *document.Entry, part *template.Part) bool {
	switch part.Class {
	case template.Star:
		return e.Part(part.Key) != nil
	case template.Subsection:
		return e.Section(part.Key) != nil
	}
	return e.Section(part.Key) != nil
}

// belongs reports whether the part could stand where s does: a subsection
// below its section, anything else not within the content of another part.
func belongs(e *document.Entry, s *document.Section, part *template.Part) bool {
	if part.Class == template.Subsection {
		return s.Parent != nil && s.Parent.Key == part.Parent
	}
	return s.Parent == nil || s.Parent == e.Heading || s.Parent.Key == "" || s.Parent.Class == template.Container || s.Level <= part.Level
}
