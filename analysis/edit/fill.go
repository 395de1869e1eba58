package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// FillSection writes the template's body into a section that is empty. What
// stands there without content, an empty item or the head of a table, is used
// rather than doubled. A section that has content, or that the template does not
// know, gives none.
func FillSection(doc *document.Document, s *document.Section) []text.Edit {
	if !emptySection(doc, s) {
		return nil
	}
	p := doc.Template.Part(s.Key)
	for _, b := range s.Blocks {
		switch {
		case b.Kind == markdown.Table:
			return changing(doc, tableRow(doc, s, b))
		case b.Kind == markdown.List && len(b.Children) > 0:
			return []text.Edit{fillItem(doc, b.Children[0], firstStop(p))}
		}
	}
	return []text.Edit{appendBody(doc, s, p)}
}

// emptySection reports whether FillSection has a section to fill.
func emptySection(doc *document.Document, s *document.Section) bool {
	return doc.Template.Part(s.Key) != nil && doc.Empty(s.Body)
}

// emptyPart reports whether FillPart has a STAR part to fill.
func emptyPart(doc *document.Document, part *document.Part) bool {
	if part.Section != nil {
		return emptySection(doc, part.Section)
	}
	return len(part.Keys) > 0 && doc.Template.Part(part.Keys[0]) != nil && doc.Empty(part.Body)
}

// appendBody writes the template's body behind what stands in a section.
func appendBody(doc *document.Document, s *document.Section, p *template.Part) text.Edit {
	lines := Body(doc, doc.EntryAt(s.Heading.Span.Start), p, s.Level)
	at := slotAfter(doc, s.Span.End, gap(doc))
	if p.Class != template.Section && p.Class != template.Container && s.Span.End == s.Heading.Span.End {
		at.lead = Below(doc, s.Level)
	}
	return insertion(doc, at.offset, at.lead+lines+at.trail)
}

// FillPart writes the template's body into a STAR part that is empty, in the
// part's own form. A part that has content gives none.
func FillPart(doc *document.Document, part *document.Part) []text.Edit {
	if part.Section != nil {
		return FillSection(doc, part.Section)
	}
	if !emptyPart(doc, part) {
		return nil
	}
	stop := firstStop(doc.Template.Part(part.Keys[0]))
	if part.Form == document.FormRow && part.Block != nil && len(part.Block.Children) == 2 {
		return []text.Edit{fillCell(doc, part.Block.Children[1], stop)}
	}
	at := min(part.Body.Start, lineEnd(doc, part.Label.End))
	if at > 0 && !strings.ContainsAny(doc.Source[at-1:at], " \t") {
		stop = " " + stop
	}
	return []text.Edit{insertion(doc, at, stop)}
}
