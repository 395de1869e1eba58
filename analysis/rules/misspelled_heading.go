package rules

import (
	"fmt"
	"slices"
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
		spellings := spellingsOf(p.Document.Template)
		for _, e := range p.Document.Entries {
			var lacking []spelling // of the parts that the entry has not
			for _, s := range p.Document.SectionsIn(e.Span) {
				if s.Key != "" || s == e.Heading {
					continue
				}
				if lacking == nil {
					lacking = slices.DeleteFunc(slices.Clone(spellings), func(o spelling) bool { return stands(e, o.part) })
				}
				span := bareName(p.Document, s)
				near := meant(lacking, e, s, p.Document.Text(span))
				if near.part == nil {
					continue
				}
				p.Report(span, fmt.Sprintf("%q is no section the template knows; did you mean %q?", p.Document.Text(span), near.name)).
					About(sectionSubject(e, near.part.Key)).
					Fix(fmt.Sprintf("Rename to %q", near.name), true, func() []text.Edit { return []text.Edit{text.Replace(span, near.name)} })
			}
		}
	},
}

// spelling is a name that a part may bear.
type spelling struct {
	part  *template.Part
	name  string
	words string // the name as it is compared
	runes int    // of words
}

func spellingsOf(t *template.Template) []spelling {
	var all []spelling
	for i := range t.Parts {
		for _, name := range names(&t.Parts[i]) {
			words := template.Normalize(name)
			all = append(all, spelling{&t.Parts[i], name, words, utf8.RuneCountInString(words)})
		}
	}
	return all
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

// meant is the spelling of a part that s nearly bears, without a part where
// there is none.
func meant(lacking []spelling, e *document.Entry, s *document.Section, words string) spelling {
	word := template.Normalize(words)
	runes := utf8.RuneCountInString(word)
	limit := min(2, runes/3)
	var best spelling
	for _, o := range lacking {
		if max(runes-o.runes, o.runes-runes) > limit {
			continue
		}
		if d := distance(word, o.words); d > 0 && d <= limit && belongs(e, s, o.part) {
			limit, best = d-1, o
		}
	}
	return best
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
