package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var unsupportedSkill = &Rule{
	Name:     "unsupported-skill",
	Group:    Wording,
	Severity: severity.Off,
	Doc: Doc{
		Summary: "A skill or tool that the title, the Summary, the STAR parts and the Evidence never mention.",
		Why:     "A skill is believed where the story shows it.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Skills\n\n- Process mapping\n- Negotiation\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Skills\n\n- Process mapping\n",
		Config:  "rules:\n  unsupported-skill: hint\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			s := e.Section(template.Skills)
			if s == nil {
				continue
			}
			story := p.story(e)
			for b := range p.Document.BlocksIn(s.Body) {
				if b.Kind != markdown.List {
					continue
				}
				for _, item := range b.Children {
					for _, span := range skillsIn(p.Document, item) {
						if skill := markdown.Plain(p.Document.Prose(span)); skill != "" && !mentions(story, skill) {
							p.Report(span, fmt.Sprintf("nothing in the achievement shows %q; tell where you used it, or remove it", skill))
						}
					}
				}
			}
		}
	},
}

// story is the words, in lower case, by which an entry can show a skill.
func (p *Pass) story(e *document.Entry) []string {
	spans := []text.Span{e.TitleSpan}
	for _, key := range []template.Key{template.Summary, template.Evidence} {
		if s := e.Section(key); s != nil {
			spans = append(spans, s.Body)
		}
	}
	for _, part := range e.Parts {
		spans = append(spans, part.Body)
	}
	var story []string
	for _, span := range spans {
		story = append(story, skillWords(p.Document.Text(span))...)
	}
	return story
}

// skillsIn are the skills of a list item: what commas part, without what stands
// in parentheses or after a colon.
func skillsIn(doc *document.Document, item *markdown.Block) []text.Span {
	line := item.Text
	s := doc.Prose(line)
	if i := strings.IndexAny(s, "(:"); i >= 0 {
		s = s[:i]
	}
	var out []text.Span
	start := 0
	for i, r := range s + "," {
		if r != ',' {
			continue
		}
		piece := s[start:i]
		lead := len(piece) - len(strings.TrimLeft(piece, " \t\x00"))
		if trimmed := strings.Trim(piece, " \t\x00"); trimmed != "" {
			out = append(out, text.Span{Start: line.Start + start + lead, End: line.Start + start + lead + len(trimmed)})
		}
		start = i + 1
	}
	return out
}

// mentions reports whether a word of the skill, in whatever form, stands in the
// story.
func mentions(story []string, skill string) bool {
	words := skillWords(skill)
	for _, w := range words {
		stem := w
		if utf8.RuneCountInString(w) >= 5 {
			stem = string([]rune(w)[:4]) // "mapping" and "mapped"
		}
		if utf8.RuneCountInString(w) < 4 && len(words) > 1 {
			continue
		}
		for _, s := range story {
			if s == w || len(w) > 3 && strings.HasPrefix(s, stem) {
				return true
			}
		}
	}
	return len(words) == 0
}

func skillWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#'
	})
}
