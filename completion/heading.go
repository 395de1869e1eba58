package completion

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var headingLeft = pattern.New(`^(#{1,6})([ \t]*)([^#]*)$`)

// headings offers, behind #s at a line's start, the title and the sections,
// subsections and STAR parts that are not there yet, each with what belongs
// below it. What comes next in the template's order stands first. An empty line
// behind the rule that ends a section is a place for a section too.
func headings(p *place, l *list) {
	m := headingLeft.FindStringSubmatch(p.left())
	if m == nil && p.zone == inGap && p.blank() {
		m = make([]string, 4)
	}
	if m == nil || p.entry == nil || p.zone == inFrontMatter {
		return
	}
	hashes, spaced := len(m[1]), m[2] != ""
	if !spaced && (m[3] != "" || hashes == 1 && p.within(template.Tags)) {
		return // "#tag"
	}
	s := slot{span: text.Span{Start: p.line.Start, End: max(p.offset, p.line.Start+len(strings.TrimRight(p.line.Of(p.src), " \t#")))}}
	typed := m[1] + m[2]
	fits := func(level int) bool { return level == hashes || !spaced && level > hashes }
	filter := func(level int, name string) string { return strings.Repeat("#", max(level, len(typed))) + " " + name }
	title := p.doc.Template.Heading()
	if fits(1) && title != "" && !p.doc.Multiple && p.zone == inMeta && p.untitled() {
		l.add(Candidate{Kind: Section, Label: title, Detail: "the title", Filter: filter(1, title), Edit: p.edit(s, "# "+title+" ${Title}")})
	}
	for _, part := range p.absentParts() {
		level := p.levelOf(part)
		if level == 0 || !fits(level) || part.Class == template.Star && m[3] == "" && p.partless() {
			continue
		}
		pattern := strings.Repeat("#", level) + " " + text.Literal(part.Name)
		if body := edit.Body(p.doc, p.entry, part, level); body != "" && !p.hasContent() {
			gap := "\n\n"
			if part.Class == template.Star || part.Class == template.Subsection {
				gap = edit.Below(p.doc, level)
			}
			pattern += gap + body
			if next := p.doc.Lines.LineOf(p.line.Start) + 1; next < p.doc.Lines.Count() && strings.TrimSpace(p.doc.Text(p.doc.Lines.Line(next))) != "" {
				pattern += "\n"
			}
		}
		l.add(Candidate{
			Kind: Section, Label: part.Name, Detail: part.Hint, Filter: filter(level, part.Name), Edit: p.edit(s, pattern),
			Documentation: func() string { return part.Hint },
		})
	}
}

// untitled reports whether the entry has no title but on the cursor's line.
func (p *place) untitled() bool {
	return p.entry.Title == "" && p.doc.Title == nil || p.doc.Title != nil && p.line.Touches(p.doc.Title.Heading.Span.Start)
}

// partless reports whether the entry has neither a STAR section, which the template
// has, nor a STAR part but on the cursor's line, so that its first part can begin
// the light form. It is offered where its name is being typed.
func (p *place) partless() bool {
	for _, part := range p.entry.Parts {
		if !p.line.Touches(part.Label.Start) {
			return false
		}
	}
	star := p.doc.Template.Part(template.STAR)
	return star != nil && star.Class == template.Container && p.entry.Section(template.STAR) == nil
}

// absentParts are the parts the entry lacks and that can stand here, from the
// one that follows the section above onwards.
func (p *place) absentParts() []*template.Part {
	var out []*template.Part
	from := 0 // how many of out come before the section above
	parts := p.doc.Template.Parts
	last := p.lastKey()
	for i := range parts {
		if p.lacks(&parts[i]) {
			out = append(out, &parts[i])
		}
		if parts[i].Key == last {
			from = len(out)
		}
	}
	return append(slices.Clone(out[from:]), out[:from]...)
}

// lastKey is the last known heading above the line, behind a rule too.
func (p *place) lastKey() template.Key {
	var key template.Key
	for _, s := range p.doc.Sections {
		if s.Key != "" && s.Heading.Span.Start < p.line.Start && p.entry.Span.Contains(s.Heading.Span.Start) {
			key = s.Key
		}
	}
	return key
}

// lacks reports whether the entry has no such part but on the cursor's line.
func (p *place) lacks(part *template.Part) bool {
	here := func(s *document.Section) bool { return s == nil || p.line.Contains(s.Heading.Span.Start) }
	switch part.Class {
	case template.Star:
		if part.Key == template.Reflection && !slices.Contains(p.entry.Framework.Keys, part.Key) {
			return false
		}
		standing := p.entry.Part(part.Key)
		return standing == nil || standing.Section != nil && here(standing.Section)
	case template.Subsection:
		return here(p.entry.Section(part.Key))
	}
	return here(p.entry.Section(part.Key))
}

// levelOf is the level a part's heading has here; 0 where it can't stand here.
func (p *place) levelOf(part *template.Part) int {
	top := edit.SectionLevel(p.doc, p.entry)
	for _, s := range p.entry.Sections { // but for the one that is being typed
		if p.line.Contains(s.Heading.Span.Start) && len(p.entry.Sections) == 1 {
			top = 2
		}
	}
	t := p.doc.Template
	if parent := t.Part(part.Parent); parent != nil {
		if s := p.above(part.Parent); s != nil {
			return min(s.Level+part.Level-parent.Level, 6)
		}
	} else {
		top = min(top+part.Level-t.SectionLevel(), 6)
	}
	switch {
	case part.Class == template.Subsection:
		return 0
	case part.Class == template.Star && part.Parent != "":
		switch {
		case p.partless():
			return top
		case p.entry.Section(part.Parent) == nil:
			for _, standing := range p.entry.Parts {
				if standing.Section != nil && !p.line.Contains(standing.Section.Heading.Span.Start) {
					return standing.Section.Level
				}
			}
		}
		return 0
	}
	return top
}

// above is the section of that key in which the line stands; a rule ends it.
func (p *place) above(key template.Key) *document.Section {
	for s := p.section; s != nil; s = s.Parent {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// hasContent reports whether something stands below the cursor's line that a
// heading put there would own.
func (p *place) hasContent() bool {
	for n := p.doc.Lines.LineOf(p.line.Start) + 1; n < p.doc.Lines.Count(); n++ {
		line := strings.TrimSpace(p.doc.Text(p.doc.Lines.Line(n)))
		if line != "" {
			return !strings.HasPrefix(line, "#") && strings.Trim(line, "-*_ ") != "" || strings.HasPrefix(line, "#") && !strings.HasPrefix(strings.TrimLeft(line, "#"), " ")
		}
	}
	return false
}
