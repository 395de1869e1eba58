package document

import (
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// readEntries finds the achievements in a file and reads each.
func (d *Document) readEntries() {
	heads := d.entryHeadings()
	switch {
	case len(heads) == 0:
		d.Entries = []*Entry{d.readEntry(d.Title, text.Span{Start: 0, End: len(d.Source)}, true)}
	case len(heads) == 1 && (heads[0].Level == 1 || d.Title == nil):
		d.Entries = []*Entry{d.readEntry(heads[0], text.Span{Start: 0, End: len(d.Source)}, true)}
	default:
		d.Multiple = true
		for _, h := range heads {
			d.Entries = append(d.Entries, d.readEntry(h, d.extent(h), false))
		}
	}
}

// extent is an entry's span in a file of many: from its heading to the next
// that is not below it.
func (d *Document) extent(h *Section) text.Span {
	span := text.Span{Start: h.Span.Start, End: len(d.Source)}
	for _, s := range d.Sections {
		if s.Span.Start > h.Span.Start && s.Level <= h.Level {
			span.End = s.Span.Start
			break
		}
	}
	return span
}

// entryHeadings are the headings that are entries: those that say so, or that
// own two STAR labels. Headings inside an entry are none.
func (d *Document) entryHeadings() []*Section {
	var heads []*Section
	end := 0
	for _, s := range d.Sections {
		if s.Span.Start < end {
			continue
		}
		if entryPrefix(s.Name) != "" || !d.structural(s) && d.ownsTwo(s) {
			heads = append(heads, s)
			end = d.extent(s).End
		}
	}
	return heads
}

// structural reports whether a heading is a part of an entry rather than one:
// it bears a name of the template, or names the framework.
func (d *Document) structural(s *Section) bool {
	name := template.Normalize(s.Name)
	return name == "story" || name == "the story" || len(d.Template.Lookup(s.Name)) > 0 || len(d.Template.LookupJoined(s.Name)) > 0
}

// ownsTwo reports whether two different STAR labels stand below s with no other
// heading between that could own them.
func (d *Document) ownsTwo(s *Section) bool {
	keys := map[template.Key]bool{}
	var walk func(*Section)
	walk = func(s *Section) {
		for _, l := range d.labelsIn(s.Blocks) {
			for _, m := range l.matches {
				keys[m.Key] = keys[m.Key] || !m.Letter
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
	return len(keys) >= 2
}

// readEntry reads the entry below head, which may be nil. whole tells that it
// is the file's only one, to which everything in the file belongs.
func (d *Document) readEntry(head *Section, span text.Span, whole bool) *Entry {
	e := &Entry{Heading: head, Span: span}
	var headings []*Section
	for _, s := range d.Sections {
		if s != head && span.Contains(s.Heading.Span.Start) {
			headings = append(headings, s)
		}
	}
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
		span := e.Heading.Heading.Text
		e.TitleSpan = span
		raw := d.Text(span)
		if entryPrefix(raw) != "" {
			if i := strings.IndexAny(raw, ":："); i >= 0 {
				_, width := utf8.DecodeRuneInString(raw[i:])
				e.TitleSpan = trimSpan(d.Source, text.Span{Start: span.Start + i + width, End: span.End})
				if e.TitleSpan.Empty() {
					e.TitleSpan = text.Span{Start: span.End, End: span.End}
				}
			}
		}
		e.Title = d.plain(e.TitleSpan)
	}
	if e.Title == "" && whole {
		if f := e.Field(template.TitleField); f != nil && f.Text != "" {
			e.Title, e.TitleSpan = f.Text, f.Value
		}
	}
}

// Section is the entry's first section with that key; nil where it has none.
func (e *Entry) Section(key template.Key) *Section {
	for _, s := range e.Sections {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// Subsection is the entry's first subsection with that key; nil where it has none.
func (e *Entry) Subsection(key template.Key) *Section {
	for _, s := range e.Subsections {
		if s.Key == key {
			return s
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
