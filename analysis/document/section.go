package document

import (
	"slices"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// readHeadings makes a Section of every heading at the file's top level, in a
// tree by level alone. What each means is said later, entry by entry; a file
// that is no achievement keeps them unnamed.
func (d *Document) readHeadings() {
	for i, b := range d.Tree.Blocks {
		if b.Kind != markdown.Heading {
			continue
		}
		s := &Section{Heading: b, Level: b.Level, Name: d.plain(b.Text)}
		for j := i + 1; j < len(d.Tree.Blocks) && d.Tree.Blocks[j].Kind != markdown.Heading; j++ {
			s.Blocks = append(s.Blocks, d.Tree.Blocks[j])
		}
		d.Sections = append(d.Sections, s)
		if d.Title == nil && s.Level == 1 {
			d.Title = s
		}
	}
	var open []*Section
	for _, s := range d.Sections {
		open = s.adopt(open)
	}
	d.closeSections(d.Sections)
}

// adopt puts s below the innermost open section of a lower level and gives the
// sections open then. The first of open, where its level is 0, never closes.
func (s *Section) adopt(open []*Section) []*Section {
	for len(open) > 0 && open[len(open)-1].Level >= s.Level {
		open = open[:len(open)-1]
	}
	if len(open) > 0 {
		s.Parent = open[len(open)-1]
		s.Parent.Children = append(s.Parent.Children, s)
	}
	return append(open, s)
}

// afterLine is the offset of the line after the one that holds offset, or the
// text's end.
func (d *Document) afterLine(offset int) int {
	n := d.Lines.LineOf(offset)
	if n+1 >= d.Lines.Count() {
		return len(d.Source)
	}
	return d.Lines.Line(n + 1).Start
}

// closeSections sets the spans of sections, which are in document order: each
// ends with the last thing below it.
func (d *Document) closeSections(sections []*Section) {
	for i := len(sections) - 1; i >= 0; i-- {
		s := sections[i]
		s.Span = s.Heading.Span
		if n := len(s.Blocks); n > 0 {
			s.Span.End = s.Blocks[n-1].Span.End
		}
		for _, c := range s.Children {
			s.Span.End = max(s.Span.End, c.Span.End)
		}
		start := d.afterLine(s.Heading.Span.End)
		s.Body = text.Span{Start: start, End: max(start, s.Span.End)}
	}
}

// endAtBreak takes what follows a thematic break out of a section: the template
// writes breaks between its sections, so what stands after one belongs to a
// section whose heading is not there (any more, or yet).
func (s *Section) endAtBreak() {
	for i, b := range s.Blocks {
		if b.Kind == markdown.Break {
			s.Blocks = s.Blocks[:i:i]
			return
		}
	}
}

// classify says what each heading of an entry means, and arranges them anew: a
// known section stands right below the entry, a STAR part below the STAR
// heading (else the entry), whatever their levels. headings are those below the
// entry's own, in order.
//
// A name means different things in different places: "Reflection" is a section,
// or the part that STARR has after its result; "Team" below "Visibility" is no
// list of collaborators. So a heading deeper than the known section it stands
// in is that section's own, unless it bears another section's plain name: then
// it was given a wrong level, or the heading above it was lost.
func (d *Document) classify(e *Entry, headings []*Section) {
	var place place
	for _, h := range headings {
		h.Parent, h.Children = e.Heading, nil
		if m := d.Template.Lookup(h.Name); len(m) > 0 && m[0].Letter {
			place.letters++
		}
	}
	if e.Heading != nil {
		e.Heading.Children = nil
	}
	var open []*Section
	for _, h := range headings {
		if place.part != nil && h.Level <= place.part.Level {
			place.part = nil
		}
		if place.section != nil && h.Level <= place.section.Level {
			place.section, place.part = nil, nil
		}
		ms := d.meaning(h, place)
		if len(ms) == 0 {
			if place.part == nil {
				place.last = nil
			}
			open = h.adopt(open)
			if len(open) == 1 && e.Heading != nil {
				e.Heading.Children = append(e.Heading.Children, h)
			}
			continue
		}
		h.Key, h.Class, h.Strong, h.matches = ms[0].Key, ms[0].Class, ms[0].Strong, ms
		switch h.Class {
		case template.Section, template.Container:
			place.section, place.part, place.last = h, nil, nil
			open = open[:0]
			e.Sections = append(e.Sections, h)
		case template.Star:
			if place.section != nil && place.section.Class != template.Container {
				place.section = nil
			}
			place.part, place.last = h, h
			open = open[:0]
			if place.section != nil {
				open = append(open, place.section)
			}
		case template.Subsection:
			e.Subsections = append(e.Subsections, h)
			open = append(open[:0], place.section)
		}
		if len(open) > 0 {
			h.Parent = open[0]
			open[0].Children = append(open[0].Children, h)
		} else if e.Heading != nil {
			e.Heading.Children = append(e.Heading.Children, h)
		}
		open = append(open, h)
	}
	for _, h := range headings {
		h.endAtBreak()
	}
	d.closeSections(headings)
}

// place is where in an entry a heading stands.
type place struct {
	section, part *Section // the open known section and STAR part
	last          *Section // the STAR part right before, open or not
	letters       int      // how many headings are mere initials
}

// afterResult reports whether h follows the result as the next part.
func (p place) afterResult(h *Section) bool {
	return p.last != nil && p.last.Key == template.Result && h.Level == p.last.Level
}

// meaning chooses among what a heading's name may mean; several matches are the
// parts of "Situation & Task".
func (d *Document) meaning(h *Section, at place) []template.Match {
	var star, top, sub *template.Match
	matches := slices.Clone(d.Template.Lookup(h.Name))
	for i := range matches {
		m := &matches[i]
		switch m.Class {
		case template.Star:
			if !m.Letter || at.letters >= 2 {
				star = m
			}
			if m.Letter && m.Key == template.Result && at.afterResult(h) {
				m.Key = template.Reflection // the second R of STARR
			}
		case template.Section, template.Container:
			top = m
		case template.Subsection:
			sub = m
		}
	}
	one := func(m *template.Match) []template.Match { return []template.Match{*m} }
	switch {
	case at.part != nil: // deeper than a STAR part
		switch {
		case star != nil && star.Strong && star.Key != at.part.Key:
			return one(star)
		case top != nil && top.Strong:
			return one(top)
		}
		return nil
	case at.section != nil && at.section.Class == template.Section:
		switch {
		case sub != nil && d.Template.Part(sub.Key).Parent == at.section.Key:
			return one(sub)
		case top != nil && top.Strong && top.Key != at.section.Key:
			return one(top)
		case star != nil && star.Strong:
			return one(star)
		}
		return nil
	case star != nil && top != nil: // "Reflection", "Learnings"
		if at.afterResult(h) {
			return one(star)
		}
		return one(top)
	case top != nil && top.Key == template.Lessons && at.afterResult(h) && d.endsInReflection(at.section):
		return []template.Match{{Key: template.Reflection, Class: template.Star, Langs: template.English}}
	case star != nil:
		return one(star)
	case top != nil:
		return one(top)
	}
	return d.Template.LookupJoined(h.Name)
}

// endsInReflection reports whether s names a framework with a part after the
// result: STARR, STARL, CARL.
func (d *Document) endsInReflection(s *Section) bool {
	if s == nil {
		return false
	}
	f, _ := d.Template.FrameworkIn(s.Name)
	return slices.Contains(f.Keys, template.Reflection)
}
