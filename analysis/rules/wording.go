package rules

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// englishActions are the statements of an entry's Action, each without its
// nested items, where it is written in English. Rows of tables are left out.
func (p *Pass) englishActions(e *document.Entry) []text.Span {
	var spans []text.Span
	for _, part := range e.Parts {
		if !part.Has(template.Action) || !p.english(part.Body, e.Span) {
			continue
		}
		for _, s := range p.Document.Statements(part.Body) {
			if s.Block.Kind == markdown.Row && part.Form != document.FormRow {
				continue
			}
			head := s.Head
			if s.Block.Kind == markdown.Item {
				head = text.Span{Start: s.Block.Text.Start, End: max(head.End, s.Block.Text.End)}
			}
			spans = append(spans, head)
		}
	}
	return spans
}

// opening is where the words of a statement begin: behind markup, and behind
// the writer's own "I", which is no more than the bullet says.
func (p *Pass) opening(s text.Span) text.Span {
	words := p.Document.Prose(s)
	rest := strings.TrimLeft(words, " \t\x00")
	for _, lead := range []string{"I also ", "I then ", "I ", "Also ", "Then "} {
		if strings.HasPrefix(rest, lead) {
			rest = strings.TrimLeft(rest[len(lead):], " \t\x00")
			break
		}
	}
	return text.Span{Start: s.End - len(rest), End: s.End}
}
