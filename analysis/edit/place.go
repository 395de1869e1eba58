package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// anchor is something of an entry that stands at a place in template order.
type anchor struct {
	index int       // in Template.Parts
	span  text.Span // whole lines, the last without its line ending
	level int       // of the heading; 0 where it is none
}

// anchors are the entry's sections, STAR parts that stand in no section being
// where the STAR section would, or in their own place where the template has none. Labels right below the entry's own heading come
// first whatever the template says: a section put before them would take them in.
func anchors(doc *document.Document, e *document.Entry) []anchor {
	var out []anchor
	for _, s := range e.Sections {
		out = append(out, anchor{partIndex(doc.Template, s.Key), wholeLines(doc, s.Span), s.Level})
	}
	if e.Section(template.STAR) != nil {
		return out
	}
	index := partIndex(doc.Template, template.STAR)
	for _, p := range e.Parts {
		a := anchor{index: index, span: partSpan(doc, p)}
		if index < 0 && len(p.Keys) > 0 {
			a.index = partIndex(doc.Template, p.Keys[0])
		}
		switch above := doc.SectionAt(p.Label.Start); {
		case p.Section != nil:
			a.level = p.Section.Level
		case above == nil || above == e.Heading:
			a.index = -1
		default: // the writer's own heading for the story
			a.span.Start = lineStart(doc, above.Heading.Span.Start)
		}
		out = append(out, a)
	}
	return out
}

// partSpan is all of a STAR part: heading or label, and body. A part in a list
// or table is as long as that.
func partSpan(doc *document.Document, p *document.Part) text.Span {
	if p.Section != nil {
		return wholeLines(doc, p.Section.Span)
	}
	span := text.Cover(p.Label, p.Body)
	if p.Form == document.FormItem || p.Form == document.FormRow {
		for b := range doc.BlocksIn(p.Label) {
			span = text.Cover(span, b.Span)
		}
	}
	return wholeLines(doc, span)
}

func wholeLines(doc *document.Document, span text.Span) text.Span {
	return text.Span{Start: lineStart(doc, span.Start), End: lineEnd(doc, span.End)}
}

// around are the anchors next to a place in template order: the last that
// belongs before it, and the first that belongs after it; nil where none does.
func around(list []anchor, index int) (prev, next *anchor) {
	for i := range list {
		a := &list[i]
		switch {
		case a.index < index:
			if prev == nil || a.index > prev.index || a.index == prev.index && a.span.End > prev.span.End {
				prev = a
			}
		case a.index > index:
			if next == nil || a.index < next.index || a.index == next.index && a.span.Start < next.span.Start {
				next = a
			}
		}
	}
	return prev, next
}

// slot is a place for new lines: an offset at a line's start or end, and what
// has to stand before and after them.
type slot struct {
	offset      int
	lead, trail string
}

// sectionSlot is where a new section goes: behind the section before it in
// template order, else before the one after it, else at the entry's end.
func sectionSlot(doc *document.Document, e *document.Entry, prev, next *anchor) slot {
	switch {
	case prev != nil:
		return slotAfter(doc, prev.span.End, separator(doc))
	case next != nil:
		return slotBefore(doc, next.span.Start, separator(doc))
	}
	end := contentEnd(doc, e)
	if end < 0 {
		return slot{offset: lineStart(doc, e.Span.Start)}
	}
	return slotAfter(doc, end, separator(doc))
}

// slotAfter is the place behind what ends at offset, a line's end. What follows
// is parted by a blank line, but where sep is none and a heading needs none.
func slotAfter(doc *document.Document, offset int, sep string) slot {
	offset = beforeOpenComment(doc, offset)
	s := slot{offset: lineEnd(doc, offset), lead: sep}
	next := doc.Lines.LineOf(offset) + 1
	if !blankLine(doc, next) && (sep != "\n" || !strings.HasPrefix(doc.Text(doc.Lines.Line(next)), "#")) {
		s.trail = "\n"
	}
	return s
}

// slotBefore is the place before what starts at offset, a line's start.
func slotBefore(doc *document.Document, offset int, sep string) slot {
	s := slot{offset: offset, trail: sep}
	if sep != "\n" && !blankLine(doc, doc.Lines.LineOf(offset)-1) {
		s.lead = "\n"
	}
	return s
}

// beforeOpenComment is offset, or, behind a comment that is not closed, where
// nothing would be read, the end of what stands before that comment.
func beforeOpenComment(doc *document.Document, offset int) int {
	for b := range doc.BlocksIn(text.Span{Start: 0, End: offset}) {
		s := doc.Text(b.Span)
		if b.Kind == markdown.HTML && strings.HasPrefix(s, "<!--") && !strings.Contains(s, "-->") {
			above := strings.TrimRight(doc.Source[:b.Span.Start], " \t\r\n")
			return len(above)
		}
	}
	return offset
}

// contentEnd is where the last thing of an entry ends that is no thematic
// break, -1 where it has nothing.
func contentEnd(doc *document.Document, e *document.Entry) int {
	end := -1
	for b := range doc.BlocksIn(e.Span) {
		if b.Kind != markdown.Break {
			end = max(end, b.Span.End)
		}
	}
	if fm := doc.Tree.FrontMatterBlock; end < 0 && !fm.Empty() && e.Span.Covers(fm) {
		end = fm.End
	}
	return end
}

// tight reports whether this document puts no blank line before its headings.
func tight(doc *document.Document) bool {
	blank, headings := 0, 0
	for _, s := range doc.Sections {
		if n := doc.Lines.LineOf(s.Span.Start); n > 0 {
			headings++
			if blankLine(doc, n-1) {
				blank++
			}
		}
	}
	return headings > 1 && blank*2 < headings
}

// gap is what this document puts before a heading: a blank line, or none.
func gap(doc *document.Document) string {
	if tight(doc) {
		return "\n"
	}
	return "\n\n"
}

// Below is what this document puts below a heading of a level, before what it
// heads: a blank line, as the formatter does, or none where most of its headings
// of that level have none.
func Below(doc *document.Document, level int) string {
	blank, headings := 0, 0
	for _, s := range doc.Sections {
		if s.Level != level || len(s.Blocks) == 0 {
			continue
		}
		headings++
		if blankLine(doc, doc.Lines.LineOf(s.Heading.Span.End)+1) {
			blank++
		}
	}
	if blank*2 < headings || headings == 0 && tight(doc) {
		return "\n"
	}
	return "\n\n"
}

// separator is what this document puts between two sections: a rule where most
// of its sections are parted by one, else what it puts before any heading.
func separator(doc *document.Document) string {
	breaks, sections := 0, 0
	for _, b := range doc.Tree.Blocks {
		if b.Kind == markdown.Break {
			breaks++
		}
	}
	for _, e := range doc.Entries {
		sections += len(e.Sections)
	}
	if breaks > 0 && breaks*2 >= sections {
		return "\n\n---\n\n"
	}
	return gap(doc)
}
