package workspace

import (
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
)

// Files of a stem (see Stem), in the order of their paths.
func (s *Snapshot) Files(stem string) []*Facts { return s.filesOf(s.names[stems].uses(stem)) }

// Mentioning are the files that write an ID which is not their own, in the order
// of their paths.
func (s *Snapshot) Mentioning(id string) []*Facts {
	return s.filesOf(s.names[mentions].uses(strings.ToUpper(id)))
}

// Linking are the files with a link to, or a "Used in" that names, a file of the
// stem of the one at path, in the order of their paths. Whether it is that file
// Resolve says.
func (s *Snapshot) Linking(path string) []*Facts {
	return s.filesOf(s.names[targets].uses(Stem(path)))
}

// Tagged are the files with achievements that bear a tag.
func (s *Snapshot) Tagged(tag string) []*Facts { return s.filesOf(s.names[tagNames].uses(tag)) }

// Naming are the files that name a person.
func (s *Snapshot) Naming(person string) []*Facts {
	return s.filesOf(s.names[personNames].uses(person))
}

// Defining are the files that define a role or lie in its folder.
func (s *Snapshot) Defining(roleID string) []*Facts {
	return s.filesOf(s.names[roleIDs].uses(strings.ToUpper(roleID)))
}

// filesOf are the files of uses, each once.
func (s *Snapshot) filesOf(list uses) []*Facts {
	var out []*Facts
	for u := range list.all() {
		if len(out) == 0 || out[len(out)-1].Path != u.file.Path {
			out = append(out, s.File(u.file.Path))
		}
	}
	return out
}

// InScope are the achievements with an ID that count in one scope, in the order
// of their paths. See Scope.
func (s *Snapshot) InScope(scope string) []Place {
	var out []Place
	for u := range s.names[scopes].uses(scope).all() {
		out = append(out, s.place(u))
	}
	return out
}

// Resolve is the file that a link in the file at from leads to; nil where there
// is none among the files known. A path may lack its extension; a wiki link
// names a file by its stem or the end of its path, the nearest to from first.
func (s *Snapshot) Resolve(target string, wiki bool, from string) *Facts {
	if target == "" {
		return s.File(from)
	}
	if !wiki {
		if f := s.File(target); f != nil {
			return f
		}
		if path.Ext(target) == "" {
			return s.File(target + ".md")
		}
		return nil
	}
	return s.Named(target, from)
}

// Named is the file that a name means in the file at from: a path from there or
// from the workspace folder, else a file's name with or without extension. Of
// several the one in the same scope, then the one whose folders are most in
// common comes first.
func (s *Snapshot) Named(name, from string) *Facts {
	name = strings.TrimPrefix(strings.TrimSpace(name), "./")
	if name == "" {
		return nil
	}
	if f := s.Resolve(path.Join(path.Dir(from), name), false, from); f != nil {
		return f
	}
	suffix := strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.TrimLeft(name, "./")), "/"))
	var best *Facts
	for _, f := range s.Files(Stem(name)) {
		p := strings.ToLower(f.Path)
		if p != suffix && !strings.HasSuffix(p, "/"+suffix) && trimmed(p) != suffix && !strings.HasSuffix(trimmed(p), "/"+suffix) {
			continue
		}
		if best == nil || nearer(f.Path, best.Path, from) {
			best = f
		}
	}
	return best
}

func trimmed(p string) string { return strings.TrimSuffix(p, path.Ext(p)) }

// nearer reports whether a is nearer to from than b.
func nearer(a, b, from string) bool {
	scope := Scope(from)
	if inA, inB := Scope(a) == scope, Scope(b) == scope; inA != inB {
		return inA
	}
	return common(a, from) > common(b, from)
}

// common is how many bytes of folders two paths have in common.
func common(a, b string) int {
	n := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			n = i
		}
	}
	return n
}

// ReviewNamed is the review that "Used in" means in the file at from; nil where
// there is none.
func (s *Snapshot) ReviewNamed(target, from string) *Facts {
	target, _, _ = strings.Cut(target, "#")
	if f := s.Named(target, from); f != nil && f.Kind == document.Review {
		return f
	}
	for _, f := range s.Files(Stem(target)) {
		if f.Kind == document.Review && Scope(f.Path) == Scope(from) && strings.Contains(target, "/") {
			return f
		}
	}
	return nil
}

// Cited are the achievements that a citation in the file at from means: by its
// link, else its ID, in the scope of the file first and only there where any is;
// else the achievements that say they are used there under its number; else one
// of its title. Several only where IDs are not unique.
func (s *Snapshot) Cited(c CitationFacts, from string) []Place {
	var linked *Facts
	if c.Path != "" {
		linked = s.Resolve(c.Path, c.Wiki, from)
	}
	switch {
	case linked != nil && (c.ID == "" || len(linked.Entries) == 1):
		if len(linked.Entries) == 1 {
			return []Place{{Path: linked.Path, Entry: &linked.Entries[0]}}
		}
		return within(entriesOf(linked), func(p Place) bool { return strings.EqualFold(p.Entry.Title, c.Title) }) // which of many the link's text says
	case c.ID != "":
		all := s.ByID(c.ID, from)
		if linked != nil {
			if in := within(all, func(p Place) bool { return p.Path == linked.Path }); len(in) > 0 {
				return in
			}
		}
		if own := within(all, func(p Place) bool { return Scope(p.Path) == Scope(from) }); len(own) > 0 {
			return own
		}
		return all
	}
	if c.Title != "" && c.Path == "" {
		if own := s.titled(c.Title, from); len(own) > 0 {
			return own
		}
	}
	if c.Number > 0 && c.Path == "" {
		return s.numbered(c.Number, from)
	}
	return nil
}

func within(places []Place, keep func(Place) bool) []Place {
	return slices.DeleteFunc(slices.Clone(places), func(p Place) bool { return !keep(p) })
}

// numbered are the achievements that say they are used in the file at review as
// its number n.
func (s *Snapshot) numbered(n int, review string) []Place {
	var out []Place
	for _, p := range s.UsedIn(review) {
		if slices.ContainsFunc(p.Entry.Reviews, func(r ReviewFacts) bool { return r.Number == n && s.means(r, p.Path, review) }) {
			out = append(out, p)
		}
	}
	return out
}

// titled are the achievements of the scope of the file at from with that title.
func (s *Snapshot) titled(title, from string) []Place {
	var out []Place
	for u := range s.names[titles].uses(strings.ToLower(title)).all() {
		if p := s.place(u); Scope(p.Path) == Scope(from) {
			out = append(out, p)
		}
	}
	return out
}

func entriesOf(f *Facts) []Place {
	var out []Place
	for i := range f.Entries {
		out = append(out, Place{Path: f.Path, Entry: &f.Entries[i]})
	}
	return out
}

// means reports whether "Used in" r of the file at from is the file at review.
func (s *Snapshot) means(r ReviewFacts, from, review string) bool {
	f := s.ReviewNamed(r.Target, from)
	return f != nil && f.Path == review
}

// UsedIn are the achievements that say they are used in the review at path.
func (s *Snapshot) UsedIn(review string) []Place {
	var out []Place
	for _, f := range s.Linking(review) {
		for i := range f.Entries {
			e := &f.Entries[i]
			if slices.ContainsFunc(e.Reviews, func(r ReviewFacts) bool { return s.means(r, f.Path, review) }) {
				out = append(out, Place{Path: f.Path, Entry: e})
			}
		}
	}
	return out
}

// CitedBy are the reviews that cite an achievement, in the order of their paths.
func (s *Snapshot) CitedBy(p Place) []*Facts {
	var out []*Facts
	for _, r := range s.Reviews() {
		if f := s.File(r.Path); s.Cites(f, p) {
			out = append(out, f)
		}
	}
	return out
}

// Cites reports whether a review cites an achievement.
func (s *Snapshot) Cites(review *Facts, p Place) bool {
	return slices.ContainsFunc(review.Citations, func(c CitationFacts) bool {
		return slices.ContainsFunc(s.Cited(c, review.Path), func(q Place) bool { return q.Entry == p.Entry })
	})
}

// InPeriod are the achievements of the scope of the file at from that are dated
// in a period, in the order of their dates. A file in no role folder has all.
func (s *Snapshot) InPeriod(p calendar.Period, from string) []Place {
	scope := Scope(from)
	var out []Place
	for _, place := range s.Entries() {
		if d := place.Entry.Date; !d.IsZero() && p.Contains(d) && (scope == "" || Scope(place.Path) == scope) {
			out = append(out, place)
		}
	}
	slices.SortStableFunc(out, func(a, b Place) int { return a.Entry.Date.Compare(b.Entry.Date) })
	return out
}
