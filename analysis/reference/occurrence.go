package reference

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// occurrence is a name at its place.
type occurrence struct {
	Location
	name Name
}

// occurrences are all names in a document, in no certain order. The place of a
// link's text and that of its destination are two, except that a link around
// an achievement's ID is the ID alone.
func (l *Library) occurrences(doc *document.Document) []occurrence {
	c := collector{library: l, doc: doc}
	c.ids()
	c.tagsAndPeople()
	c.links()
	c.reviews()
	c.headings()
	return c.found
}

type collector struct {
	library *Library
	doc     *document.Document
	found   []occurrence
}

func (c *collector) add(name Name, span text.Span, definition bool) {
	c.found = append(c.found, occurrence{Location{c.doc.Path, span, definition}, name})
}

// ids finds the IDs of achievements and roles, own and others'.
func (c *collector) ids() {
	for _, e := range c.doc.Entries {
		if f := e.Field(template.ID); f != nil && f.Text != "" {
			c.add(Name{Achievement, strings.ToUpper(f.Text), c.doc.Path}, c.within(f.Value, f.Text), true)
		}
		if f := e.Field(template.Role); f != nil && f.Form == document.FormYAML { // front matter is no prose
			if id := workspace.RoleID(f.Text); id != "" {
				c.add(Name{Role, strings.ToUpper(id), ""}, c.within(f.Value, id), false)
			}
		}
	}
	if c.doc.Kind != document.Achievement {
		if f := c.doc.Field(template.RoleID); f != nil && f.Text != "" {
			c.add(Name{Role, strings.ToUpper(f.Text), ""}, c.within(f.Value, f.Text), true)
		}
	}
	for _, m := range c.doc.Mentions() {
		switch {
		case document.IsRoleID(m.ID):
			c.add(Name{Role, m.ID, ""}, m.Span, false)
		case c.library.isID(m.ID):
			c.add(c.library.cited(m.ID, c.doc.Path), m.Span, false)
		}
	}
}

// within is the place of s in span; span itself where s is written otherwise.
func (c *collector) within(span text.Span, s string) text.Span {
	if i := strings.Index(c.doc.Text(span), s); i >= 0 && s != "" {
		return text.Span{Start: span.Start + i, End: span.Start + i + len(s)}
	}
	return span
}

// isID reports whether an ID is an achievement's: by its prefix, or because an
// achievement bears it.
func (l *Library) isID(id string) bool {
	return strings.HasPrefix(id, strings.ToUpper(l.Config.ID.Prefix)) || len(l.Snapshot.ByID(id, "")) > 0
}

// cited is the achievement that an ID means in the file at from.
func (l *Library) cited(id, from string) Name {
	n := Name{Achievement, id, ""}
	if places := l.Snapshot.Cited(workspace.CitationFacts{ID: id}, from); len(places) > 0 {
		n.Path = places[0].Path
	}
	return n
}

func (c *collector) tagsAndPeople() {
	people := func(list []document.Person, definition bool) {
		for _, p := range list {
			c.add(Name{Person, p.Name.Text, ""}, c.within(p.Name.Span, p.Name.Text), definition)
		}
	}
	people(workspace.People(c.doc), true)
	for _, e := range c.doc.Entries {
		for _, t := range e.Tags {
			c.add(Name{Tag, t.Name, ""}, text.Span{Start: t.Span.End - len(t.Name), End: t.Span.End}, false)
		}
		people(e.People, false)
	}
}

// links finds where links lead: to files, to achievements that have a file of
// their own, and to headings.
func (c *collector) links() {
	ids := slices.Clone(c.found)
	for _, t := range c.doc.Targets() {
		to := c.library.Snapshot.Resolve(t.Path, t.Wiki, c.doc.Path)
		if to == nil {
			continue
		}
		if t.Path != "" {
			c.add(Name{File, "", to.Path}, t.Span, false)
			if n := ofFile(to); n.Kind == Achievement && !slices.ContainsFunc(ids, func(o occurrence) bool { return o.name == n && t.Link.Covers(o.Span) }) {
				c.add(n, t.Span, false)
			}
		}
		if i := document.FragmentIndex(to.Headings, t.Fragment); t.Fragment != "" && i >= 0 {
			c.add(Name{Heading, document.Slugs(to.Headings)[i], to.Path}, t.FragmentSpan, false)
		}
	}
}

// ofFile is what a file is about: its achievement, where it holds one that has
// an ID; else the file.
func ofFile(f *workspace.Facts) Name {
	if len(f.Entries) == 1 && f.Entries[0].ID != "" {
		return Name{Achievement, strings.ToUpper(f.Entries[0].ID), f.Path}
	}
	return Name{File, "", f.Path}
}

// reviews finds the reviews of "Used in" that are no links.
func (c *collector) reviews() {
	for _, e := range c.doc.Entries {
		for _, r := range e.Reviews {
			f := c.library.Snapshot.ReviewNamed(r.Target.Text, c.doc.Path)
			if f != nil && !slices.ContainsFunc(c.found, func(o occurrence) bool { return o.Span.Overlaps(r.Target.Span) }) {
				c.add(Name{File, "", f.Path}, r.Target.Span, false)
			}
		}
	}
}

func (c *collector) headings() {
	for _, h := range c.doc.Headings() {
		c.add(Name{Heading, h.Slug, c.doc.Path}, h.Section.Heading.Text, true)
	}
}
