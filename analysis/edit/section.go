package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// InsertSection adds the section that key names at its place in template order,
// with the template's body and its tab stops. Where the section's content
// stands already and only its heading is gone, the heading alone is added. A
// STAR section comes with all its parts; a key of a STAR part is InsertPart, but
// for the first of a template that has no such section. A
// key that the template has no section for, or that the entry has, gives none.
func InsertSection(doc *document.Document, e *document.Entry, key template.Key) []text.Edit {
	p := doc.Template.Part(key)
	switch {
	case p == nil:
		return nil
	case p.Class == template.Star && !(len(e.Parts) == 0 && p.Parent == ""):
		return InsertPart(doc, e, key)
	case p.Class == template.Subsection:
		return insertSubsection(doc, e, p)
	case p.Class == template.Container && len(e.Parts) == 0 && e.Section(key) != nil:
		s := e.Section(key)
		at := slotAfter(doc, s.Span.End, gap(doc))
		return []text.Edit{insertion(doc, at.offset, at.lead+Body(doc, e, p, s.Level)+at.trail)}
	case e.Section(key) != nil, p.Class == template.Container && !lacksContainer(doc, e, p):
		return nil
	}
	prev, next := around(anchors(doc, e), partIndex(doc.Template, key))
	level := PartLevel(doc, e, p)
	heading := hashes(level) + " " + text.Literal(p.Name)
	if offset, ok := orphan(doc, e, p, prev, next); ok {
		at := slotBefore(doc, offset, gap(doc))
		return []text.Edit{insertion(doc, at.offset, at.lead+heading+at.trail)}
	}
	at := sectionSlot(doc, e, prev, next)
	return []text.Edit{insertion(doc, at.offset, at.lead+heading+gap(doc)+Body(doc, e, p, level)+at.trail)}
}

// InsertMissing adds every required and recommended section and STAR part that
// the entry lacks, in edits that do not overlap.
func InsertMissing(doc *document.Document, e *document.Entry) []text.Edit {
	var edits []text.Edit
	for _, key := range Missing(doc, e) {
		edits = append(edits, InsertSection(doc, e, key)...)
	}
	text.SortEdits(edits)
	return join(doc, edits)
}

// insertSubsection adds a subsection at the end of its section, or before the
// subsections that follow it in the template.
func insertSubsection(doc *document.Document, e *document.Entry, p *template.Part) []text.Edit {
	parent := e.Section(p.Parent)
	if parent == nil || e.Section(p.Key) != nil {
		return nil
	}
	index, level := partIndex(doc.Template, p.Key), PartLevel(doc, e, p)
	at := slotAfter(doc, parent.Span.End, gap(doc))
	for _, s := range e.Subsections {
		if s.Parent == parent && partIndex(doc.Template, s.Key) > index {
			at = slotBefore(doc, lineStart(doc, s.Span.Start), gap(doc))
			level = s.Level
			break
		}
	}
	lines := hashes(level) + " " + text.Literal(p.Name) + Below(doc, level) + Body(doc, e, p, level)
	return []text.Edit{insertion(doc, at.offset, at.lead+lines+at.trail)}
}

// Body is what the template puts below the heading of a section, subsection or
// STAR part that stands at a level, written as the document would: a pattern for
// text.NewEdit, its lines parted by "\n". The STAR section's are the parts that
// the entry's form has and the entry lacks.
func Body(doc *document.Document, e *document.Entry, p *template.Part, level int) string {
	if p.Class != template.Container {
		return body(doc, p.Body, level-p.Level)
	}
	var parts []string
	for _, key := range e.Expected {
		if part := doc.Template.Part(key); part != nil && e.Part(key) == nil {
			parts = append(parts, hashes(level+1)+" "+text.Literal(part.Name)+Below(doc, level+1)+body(doc, part.Body, 0))
		}
	}
	return strings.Join(parts, gap(doc))
}

// orphan is where the content of a section starts whose heading is gone: a STAR
// part too deep to stand alone, a subsection, or a block that looks like the
// template's, between the sections before and after it.
func orphan(doc *document.Document, e *document.Entry, p *template.Part, prev, next *anchor) (offset int, ok bool) {
	if p.Class == template.Container {
		if part := buriedPart(doc, e); part != nil {
			return lineStart(doc, part.Section.Span.Start), true
		}
		return 0, false
	}
	between := text.Span{Start: e.Span.Start, End: e.Span.End}
	if e.Heading != nil {
		between.Start = max(between.Start, e.Heading.Heading.Span.End)
	}
	for _, f := range e.Fields {
		between.Start = max(between.Start, f.Line.End)
	}
	if prev != nil {
		between.Start = prev.span.End
	}
	if next != nil {
		between.End = next.span.Start
	}
	afterBreak := false
	for b := range doc.BlocksIn(between) {
		switch {
		case b.Span.Start < between.Start:
		case b.Kind == markdown.Break:
			afterBreak = true
		case b.Kind == markdown.Heading:
			for _, m := range doc.Template.Lookup(strings.TrimSpace(doc.Text(b.Text))) {
				sub := doc.Template.Part(m.Key)
				if m.Class == template.Subsection && sub != nil && sub.Parent == p.Key {
					return lineStart(doc, b.Span.Start), true
				}
			}
			afterBreak = false
		case afterBreak && looksLike(doc, b, p):
			return lineStart(doc, b.Span.Start), true
		}
	}
	return 0, false
}

// looksLike reports whether a block could be what the template puts below the
// section p.
func looksLike(doc *document.Document, b *markdown.Block, p *template.Part) bool {
	switch b.Kind {
	case markdown.Table:
		first, _, _ := strings.Cut(p.Body, "\n")
		if !strings.HasPrefix(first, "|") || len(b.Children) == 0 {
			return false
		}
		row := strings.Trim(doc.Text(b.Children[0].Span), "| \t")
		return template.Normalize(row) == template.Normalize(first)
	case markdown.List:
		return p.Key == template.Tags && len(b.Children) > 0 && strings.HasPrefix(doc.Text(b.Children[0].Text), "#")
	case markdown.Paragraph:
		return p.Key == template.Summary
	}
	return false
}
