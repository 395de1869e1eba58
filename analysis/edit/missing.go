package edit

import (
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Missing gives the keys of the required and recommended sections and of the
// STAR parts that an entry's form has and the entry lacks, in template order.
// Where no STAR part stands at all, only the STAR section is missing.
func Missing(doc *document.Document, e *document.Entry) []template.Key {
	var keys []template.Key
	for i := range doc.Template.Parts {
		p := &doc.Template.Parts[i]
		if p.Requirement != template.Optional && lacks(doc, e, p) {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

func lacks(doc *document.Document, e *document.Entry, p *template.Part) bool {
	switch p.Class {
	case template.Container:
		return lacksContainer(doc, e, p)
	case template.Star:
		return (len(e.Parts) > 0 || p.Parent == "") && slices.Contains(e.Expected, p.Key) && e.Part(p.Key) == nil
	case template.Section:
		if e.Light && p.Key != template.Summary || e.Section(p.Key) != nil {
			return false
		}
		if p.Key == template.Tags {
			f := e.Field(template.TagsField)
			return len(e.Tags) == 0 && (f == nil || f.Text == "")
		}
		return true
	}
	return false
}

// lacksContainer reports whether the section that holds the STAR parts is
// missing: where no part stands anywhere, or where parts are headings so deep
// that they can only have stood below it. Parts that are labels, or headings of
// the sections' own level, need none.
func lacksContainer(doc *document.Document, e *document.Entry, p *template.Part) bool {
	s := e.Section(p.Key)
	if len(e.Parts) == 0 {
		// An empty STAR section is an empty section, not a missing one.
		return s == nil || !doc.Empty(s.Body)
	}
	return s == nil && buriedPart(doc, e) != nil
}

// buriedPart is the first STAR part whose heading is deeper than the entry's
// sections, with no heading above it that the template does not know and that
// might be the writer's own name for the STAR section; nil where none is.
func buriedPart(doc *document.Document, e *document.Entry) *document.Part {
	base := SectionLevel(doc, e)
	for _, part := range e.Parts {
		if part.Section == nil {
			continue
		}
		if part.Section.Level <= base {
			return nil
		}
		if above := headingAbove(doc, part.Section); above == nil || above.Key != "" || above == e.Heading {
			return part
		}
		return nil
	}
	return nil
}

// SectionLevel is the level of an entry's sections: of those it has the lowest,
// else as far below the entry's heading as the template has it.
func SectionLevel(doc *document.Document, e *document.Entry) int {
	base, level := doc.Template.SectionLevel(), 0
	for _, s := range e.Sections {
		own := s.Level
		if p := doc.Template.Part(s.Key); p != nil {
			own -= p.Level - base
		}
		if level == 0 || own < level {
			level = own
		}
	}
	if level > 0 {
		return level
	}
	if e.Heading != nil {
		return min(e.Heading.Level+base-1, 6)
	}
	return base
}

// PartLevel is the level that the heading of a section or subsection has in an
// entry: as far below the section it stands in as the template has it.
func PartLevel(doc *document.Document, e *document.Entry, p *template.Part) int {
	level, base := SectionLevel(doc, e), doc.Template.SectionLevel()
	if parent := doc.Template.Part(p.Parent); parent != nil {
		level, base = PartLevel(doc, e, parent), parent.Level
		if s := e.Section(p.Parent); s != nil {
			level = s.Level
		}
	}
	return min(level+p.Level-base, 6)
}

// headingAbove is the nearest heading before s of a lower level; nil where there
// is none.
func headingAbove(doc *document.Document, s *document.Section) *document.Section {
	before := doc.SectionsIn(text.Span{Start: 0, End: s.Heading.Span.Start})
	for i := len(before) - 1; i >= 0; i-- {
		if before[i].Level < s.Level {
			return before[i]
		}
	}
	return nil
}

// HeadingsAbove gives each heading of a document the nearest one before it of a
// lower level, by level alone; headings without one are left out.
func HeadingsAbove(doc *document.Document) map[*document.Section]*document.Section {
	above := make(map[*document.Section]*document.Section, len(doc.Sections))
	var open []*document.Section
	for _, s := range doc.Sections {
		for len(open) > 0 && open[len(open)-1].Level >= s.Level {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			above[s] = open[len(open)-1]
		}
		open = append(open, s)
	}
	return above
}
