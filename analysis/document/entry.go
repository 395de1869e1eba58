package document

import (
	"slices"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// readEntries finds the achievements in a file and reads each.
func (d *Document) readEntries() {
	heads := d.entryHeadings()
	if d.Multiple = len(heads) > 0 && !d.alone(heads); d.Multiple {
		for _, i := range heads {
			headings, span := d.below(i)
			d.Entries = append(d.Entries, d.readEntry(d.Sections[i], headings, span))
		}
		return
	}
	head := d.Title
	if head != nil && d.structural(head) { // with a title in the front matter, "# Situation"
		head = nil
	}
	if len(heads) == 1 && d.saysEntry(d.Sections[heads[0]]) {
		head = d.Sections[heads[0]]
	}
	var headings []*Section
	for _, s := range d.Sections {
		if s != head {
			headings = append(headings, s)
		}
	}
	d.Entries = []*Entry{d.readEntry(head, headings, text.Span{Start: 0, End: len(d.Source)})}
}

// alone reports whether the headings found are one that stands for the whole
// file: it is the title, or the file has none, or it does not say that it is an
// entry, and merely gathers the STAR parts ("How it went"), the only one of its
// level that has any, with no other begun after it.
func (d *Document) alone(heads []int) bool {
	if len(heads) != 1 {
		return false
	}
	h := d.Sections[heads[0]]
	if h.Level == 1 || d.Title == nil {
		return true
	}
	return !d.saysEntry(h) && !slices.ContainsFunc(d.Sections, func(s *Section) bool {
		return s != h && s.Level == h.Level && !d.structural(s) &&
			(len(d.owns(s)) > 0 || s.Span.Start > h.Span.Start && fieldIn(d.fieldsIn(each(s.Blocks)), template.ID) != nil)
	})
}

// below gives the headings that stand below the i-th one, and the span from it
// to the next that does not.
func (d *Document) below(i int) ([]*Section, text.Span) {
	h := d.Sections[i]
	span := text.Span{Start: h.Span.Start, End: len(d.Source)}
	n := i + 1
	for n < len(d.Sections) && d.Sections[n].Level > h.Level {
		n++
	}
	if n < len(d.Sections) {
		span.End = d.Sections[n].Span.Start
	}
	return d.Sections[i+1 : n], span
}

// entryHeadings are the headings that are entries, by their place among all:
// those that say so, or that own two STAR labels. Headings inside an entry are
// none.
func (d *Document) entryHeadings() []int {
	var heads []int
	for i := 0; i < len(d.Sections); i++ {
		if s := d.Sections[i]; d.saysEntry(s) || !d.structural(s) && len(d.owns(s)) >= 2 {
			heads = append(heads, i)
			inside, _ := d.below(i)
			i += len(inside)
		}
	}
	return heads
}

// saysEntry reports whether a heading says that it is an entry. "Story (STAR)"
// names the framework.
func (d *Document) saysEntry(s *Section) bool {
	kind, _ := d.openingOf(s.Name)
	return kind != opensNothing && !(kind == opensStory && d.Template.Known(s.Name))
}

// structural reports whether a heading is a part of an entry rather than one:
// it bears a name of the template, or names the framework.
func (d *Document) structural(s *Section) bool {
	name := template.Normalize(s.Name)
	return name == "story" || name == "the story" || len(d.Template.Lookup(s.Name)) > 0 || len(d.Template.LookupJoined(s.Name)) > 0
}

// owns gives the STAR parts whose labels stand below s with no other heading
// between that could own them.
func (d *Document) owns(s *Section) map[template.Key]bool {
	keys := map[template.Key]bool{}
	var walk func(*Section)
	walk = func(s *Section) {
		for _, l := range acceptLabels(d.labelsIn(s.Blocks), false) {
			for _, m := range l.matches {
				keys[m.Key] = true
			}
		}
		for _, c := range s.Children {
			if !d.structural(c) {
				continue
			}
			for _, m := range d.starMatches(c.Name) {
				keys[m.Key] = true
			}
			walk(c)
		}
	}
	walk(s)
	return keys
}

// readEntry reads the entry below head, which may be nil, and headings, those
// that belong to it. To a file's only entry everything in the file belongs.
func (d *Document) readEntry(head *Section, headings []*Section, span text.Span) *Entry {
	e := &Entry{Heading: head, Span: span}
	whole := !d.Multiple
	d.classify(e, headings)
	if head != nil && !whole {
		for _, h := range headings {
			head.Span.End = max(head.Span.End, h.Span.End)
		}
	}

	var loose []*markdown.Block // before the first heading
	if whole {
		e.Fields = append(e.Fields, d.Fields...)
		for _, b := range d.Tree.Blocks {
			if b.Kind == markdown.Heading {
				break
			}
			loose = append(loose, b)
		}
	}
	regions := []region{{blocks: loose}}
	if head != nil {
		regions = append(regions, region{blocks: head.Blocks})
	}
	meta := len(regions)
	known := false
	for _, h := range headings {
		known = known || h.Key != ""
		switch {
		case h.Class == template.Container:
			regions = append(regions, region{blocks: h.Blocks, container: true})
		case h.Key == "" && !h.within():
			regions = append(regions, region{blocks: h.Blocks})
			if !known {
				meta = len(regions)
			}
		}
	}
	for _, r := range regions[:meta] {
		e.Fields = append(e.Fields, d.fieldsIn(each(r.blocks))...)
	}
	d.readParts(e, headings, regions)
	e.Fields = d.withoutLabels(e)
	d.settleForm(e)
	d.readTitle(e, whole)
	d.readTags(e)
	d.readPeople(e)
	d.readReviews(e)
	return e
}

func each(blocks []*markdown.Block) func(func(*markdown.Block) bool) {
	return func(yield func(*markdown.Block) bool) {
		for _, b := range blocks {
			if !yield(b) {
				return
			}
		}
	}
}

// within reports whether h stands below a heading the template knows as
// something other than the STAR heading.
func (h *Section) within() bool {
	for p := h.Parent; p != nil; p = p.Parent {
		if p.Key != "" && p.Class != template.Container {
			return true
		}
	}
	return false
}

// withoutLabels is the entry's fields without those that are STAR labels.
func (d *Document) withoutLabels(e *Entry) []*Field {
	starts := map[int]bool{}
	for _, p := range e.Parts {
		starts[p.Label.Start] = true
	}
	kept := e.Fields[:0]
	for _, f := range e.Fields {
		if !starts[f.Name.Start] {
			kept = append(kept, f)
		}
	}
	return kept
}

// readTitle takes the title from the heading, without "Achievement:", else from
// the title field.
func (d *Document) readTitle(e *Entry, whole bool) {
	if e.Heading != nil {
		e.TitleSpan = d.titleSpan(e.Heading.Heading.Text)
		e.Title = d.plain(e.TitleSpan)
	}
	if e.Title == "" && whole {
		if f := e.Field(template.TitleField); f != nil && f.Text != "" {
			e.Title, e.TitleSpan = f.Text, f.Value
		}
	}
}

// titleSpan is a heading's text without "Achievement:", which may be in bold.
func (d *Document) titleSpan(heading text.Span) text.Span {
	prose := d.Prose(heading)
	// NULs are markup; as blanks they let the opening be found, offsets unmoved.
	kind, end := d.openingOf(strings.ReplaceAll(prose, "\x00", " "))
	if kind != opensAchievement && kind != opensNumbered {
		return heading
	}
	for end < len(prose) && strings.IndexByte(" \t\x00", prose[end]) >= 0 {
		end++
	}
	return text.Span{Start: heading.Start + end, End: heading.End}
}

// Section is the entry's first section or subsection with that key: a template
// may put the one where another has the other. It is nil where the entry has none.
func (e *Entry) Section(key template.Key) *Section {
	for _, list := range [][]*Section{e.Sections, e.Subsections} {
		for _, s := range list {
			if s.Key == key {
				return s
			}
		}
	}
	return nil
}

// IDOf is the entry's achievement ID: its field's, else, where it is the file's
// only entry, the one in the file's name; "" where neither bears one.
func (d *Document) IDOf(e *Entry) string {
	if f := e.Field(template.ID); f != nil && f.Text != "" {
		return f.Text
	}
	if !d.Multiple {
		return strings.ToUpper(d.FileID())
	}
	return ""
}

// EntryAt is the entry whose span holds offset or ends there; nil where none does.
func (d *Document) EntryAt(offset int) *Entry {
	for i := len(d.Entries) - 1; i >= 0; i-- {
		if d.Entries[i].Span.Touches(offset) {
			return d.Entries[i]
		}
	}
	return nil
}

// SectionAt is the innermost section in which offset stands, counting blank
// lines after its last block; nil above the first heading.
func (d *Document) SectionAt(offset int) *Section {
	var at *Section
	for _, s := range d.Sections {
		if s.Heading.Span.Start > offset {
			break
		}
		at = s
	}
	return at
}
