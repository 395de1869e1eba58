package rules

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var headingLevel = &Rule{
	Name:     "heading-level",
	Group:    Structure,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A known section, subsection or STAR part has a heading of a level that puts it below another parent than the template does.",
		Why:     "Outlines, tables of contents and other markdown tools go by the level: `### Tags` below `## Collaboration` is a part of Collaboration to them.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n### Tags\n\n- #payroll\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Tags\n\n- #payroll\n",
	},
	Check: func(p *Pass) {
		headingAbove := edit.HeadingsAbove(p.Document)
		for _, e := range p.Document.Entries {
			sectionLevel := edit.SectionLevel(p.Document, e)
			check := func(s *document.Section, key template.Key, want *document.Section) {
				level := sectionLevel
				if part := p.Document.Template.Part(key); part != nil {
					parent := p.Document.Template.Part(part.Parent)
					switch {
					case want != nil && parent != nil:
						level = want.Level + part.Level - parent.Level
					case parent == nil:
						level += part.Level - p.Document.Template.SectionLevel()
					}
				}
				level = min(level, 6)
				above := headingAbove[s]
				if s.Level == level || !displaced(e, above, want) {
					return
				}
				why := ""
				switch {
				case want != nil:
					why = fmt.Sprintf("takes it out of %q", p.Document.Text(headingPlace(want)))
				case above != nil:
					why = fmt.Sprintf("makes it a part of %q", p.Document.Text(headingPlace(above)))
				default:
					why = "makes it no part of the achievement"
				}
				p.Report(headingPlace(s), fmt.Sprintf("%q has level %d, which %s; give it level %d", p.Document.Text(headingPlace(s)), s.Level, why, level)).
					About(sectionSubject(e, key)).
					Fix(fmt.Sprintf("Change to level %d", level), true, func() []text.Edit { return edit.SetLevel(p.Document, s, level) })
			}
			star := e.Section(template.STAR)
			lost := slices.Contains(edit.Missing(p.Document, e), template.STAR)
			for _, s := range e.Sections {
				check(s, s.Key, nil)
			}
			for _, part := range e.Parts {
				// Where the STAR heading is gone its parts' level is right.
				if part.Section != nil && !lost && (star == nil || part.Section.Span.Start > star.Span.Start) {
					check(part.Section, part.Keys[0], star)
				}
			}
			for _, s := range p.Document.SectionsIn(e.Span) {
				if parent, key := strayed(p.Document, e, s); parent != nil {
					check(s, key, parent)
				}
			}
		}
	},
}

// displaced reports whether a heading that belongs below want (nil: the entry
// itself) stands, by its level, below something else that the template knows. A
// heading the template does not know is the writer's own way to group.
func displaced(e *document.Entry, above, want *document.Section) bool {
	if above == want || above == e.Heading && want == nil {
		return false
	}
	return above == nil || above == e.Heading || above.Key != ""
}

// strayed is, for a heading that bears the name of a subsection and was not
// understood as one, the section right above to which it belongs.
func strayed(doc *document.Document, e *document.Entry, s *document.Section) (*document.Section, template.Key) {
	if s.Key != "" {
		return nil, ""
	}
	n := sort.Search(len(e.Sections), func(i int) bool { return e.Sections[i].Span.Start >= s.Span.Start })
	if n == 0 || s.Level > e.Sections[n-1].Level {
		return nil, ""
	}
	above := e.Sections[n-1]
	for _, m := range doc.Template.Lookup(strings.TrimSpace(s.Name)) {
		part := doc.Template.Part(m.Key)
		if m.Class == template.Subsection && m.Strong && part.Parent == above.Key && e.Section(m.Key) == nil {
			return above, m.Key
		}
	}
	return nil, ""
}
