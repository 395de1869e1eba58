// Package reference tells what stands at a place of a workspace's files, where
// else it is named, and what changes when it gets another name.
//
// The snapshot knows which files name what; where in them, their documents say.
// So a question costs the documents concerned, and no more.
package reference

import (
	"cmp"
	"slices"
	"strings"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Library is a workspace whose files can be read.
type Library struct {
	Snapshot *workspace.Snapshot
	Config   *config.Config
	// Document is the file at path as Snapshot knows it; nil where it can't be
	// read.
	Document func(path string) *document.Document
}

// Kind is what a name names.
type Kind uint8

// The kinds of names.
const (
	Achievement Kind = iota + 1 // by its ID
	Tag
	Person
	Role
	File // a review or any other file, by a link or "Used in"
	Heading
)

// Name is what something is called, wherever it is called so. Names of the same
// thing are equal.
type Name struct {
	Kind Kind
	// Text is an achievement's or role's ID in upper case, a tag without its #, a
	// person's name, a heading's anchor; "" for a file.
	Text string
	// Path is the file of an achievement, "" where none bears the ID; the file
	// itself; a heading's file.
	Path string
}

// Location is a place where a name stands.
type Location struct {
	Path string
	// Span is the name alone: a tag without #, a link's destination.
	Span text.Span
	// Definition tells the place where what is named is defined.
	Definition bool
}

// At is the name at an offset of a file, and its place there; ok is false where
// none stands. At the border of two the one to the right counts.
func (l *Library) At(path string, offset int) (name Name, span text.Span, ok bool) {
	doc := l.Document(path)
	if doc == nil {
		return Name{}, text.Span{}, false
	}
	var best *occurrence
	better := func(o *occurrence) bool {
		if best == nil {
			return true
		}
		if in, was := o.Span.Contains(offset), best.Span.Contains(offset); in != was {
			return in
		}
		return o.Span.Len() < best.Span.Len()
	}
	all := l.occurrences(doc)
	for i := range all {
		if o := &all[i]; o.Span.Touches(offset) && !o.Span.Empty() && better(o) {
			best = o
		}
	}
	if best == nil {
		return Name{}, text.Span{}, false
	}
	return best.name, best.Span, true
}

// Definitions are where what is named is defined, the first file first: an
// achievement's heading, a role's file, a file's title, a heading, a person's
// row or line in a file of people. A tag, and a person whom no such file names,
// are defined by their uses.
func (l *Library) Definitions(n Name) []Location {
	switch n.Kind {
	case Tag, Person:
		all := l.References(n)
		if said := slices.DeleteFunc(slices.Clone(all), func(o Location) bool { return !o.Definition }); len(said) > 0 {
			return said
		}
		return all
	case Achievement:
		return l.entry(n)
	case Role:
		var out []Location
		for _, f := range l.Snapshot.Defining(n.Text) {
			if len(f.Roles) > 0 {
				out = append(out, Location{Path: f.Path, Span: l.title(f.Path), Definition: true})
			}
		}
		slices.SortStableFunc(out, func(a, b Location) int { // its own folder before a table of roles
			return strings.Compare(workspace.Scope(b.Path), workspace.Scope(a.Path))
		})
		return out
	case File:
		if l.Snapshot.File(n.Path) == nil {
			return nil
		}
		return []Location{{Path: n.Path, Span: l.title(n.Path), Definition: true}}
	case Heading:
		return slices.DeleteFunc(l.References(n), func(o Location) bool { return !o.Definition })
	}
	return nil
}

// entry is the heading of the achievement that bears an ID.
func (l *Library) entry(n Name) []Location {
	doc := l.Document(n.Path)
	if n.Path == "" || doc == nil {
		return nil
	}
	for _, e := range doc.Entries {
		if strings.EqualFold(doc.IDOf(e), n.Text) {
			span := text.Span{Start: e.Span.Start, End: e.Span.Start}
			if e.Heading != nil {
				span = e.Heading.Heading.Text
			}
			return []Location{{Path: n.Path, Span: span, Definition: true}}
		}
	}
	return nil
}

// title is a file's level-1 heading, its start where it has none.
func (l *Library) title(path string) text.Span {
	if doc := l.Document(path); doc != nil && doc.Title != nil {
		return doc.Title.Heading.Text
	}
	return text.Span{}
}

// References are all places where a name stands, in the order of paths and then
// of places, those that define it among them.
func (l *Library) References(n Name) []Location {
	var out []Location
	for _, path := range l.candidates(n) {
		out = append(out, l.In(path, n)...)
	}
	return inOrder(out)
}

// In are the places of one file where a name stands, in order.
func (l *Library) In(path string, n Name) []Location {
	doc := l.Document(path)
	if doc == nil {
		return nil
	}
	var out []Location
	for _, o := range l.occurrences(doc) {
		if o.name == n {
			out = append(out, o.Location)
		}
	}
	return inOrder(out)
}

// inOrder are places in the order of paths and then of places, each once.
func inOrder(list []Location) []Location {
	slices.SortStableFunc(list, func(a, b Location) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	return slices.CompactFunc(list, func(a, b Location) bool { return a.Path == b.Path && a.Span == b.Span })
}

// Uses are the places where what is named is used, with its definition or
// without: its references; of a title also those of what it is the title of, a
// file or an achievement.
func (l *Library) Uses(n Name, definition bool) []Location {
	out := l.References(n)
	for _, titled := range l.titled(n) {
		out = append(out, l.References(titled)...)
	}
	if !definition {
		out = slices.DeleteFunc(out, func(o Location) bool { return o.Definition })
	}
	return inOrder(out)
}

// titled is what a heading is the title of.
func (l *Library) titled(n Name) []Name {
	if n.Kind != Heading {
		return nil
	}
	doc := l.Document(n.Path)
	if doc == nil {
		return nil
	}
	var out []Name
	for _, h := range doc.Headings() {
		if h.Slug != n.Text {
			continue
		}
		if h.Section == doc.Title {
			out = append(out, Name{File, "", doc.Path})
			if f := l.Snapshot.File(doc.Path); f != nil {
				for _, r := range f.Roles {
					if f.Kind != document.Role && !strings.EqualFold(r.ID, workspace.Scope(f.Path)) {
						continue // a table of roles
					}
					out = append(out, Name{Role, strings.ToUpper(r.ID), ""})
				}
			}
		}
		for _, e := range doc.Entries {
			if e.Heading == h.Section && doc.IDOf(e) != "" {
				out = append(out, Name{Achievement, strings.ToUpper(doc.IDOf(e)), doc.Path})
			}
		}
	}
	return out
}

// candidates are the files in which a name may stand, in order, each once.
func (l *Library) candidates(n Name) []string {
	var files []*workspace.Facts
	s := l.Snapshot
	switch n.Kind {
	case Achievement:
		files = s.Mentioning(n.Text)
		files = append(slices.Clone(files), s.Linking(n.Path)...)
	case Tag:
		files = s.Tagged(n.Text)
	case Person:
		files = s.Naming(n.Text)
	case Role:
		files = append(slices.Clone(s.Defining(n.Text)), s.Mentioning(n.Text)...)
	case File, Heading:
		files = s.Linking(n.Path)
	}
	var paths []string
	if n.Path != "" {
		paths = append(paths, n.Path)
	}
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
