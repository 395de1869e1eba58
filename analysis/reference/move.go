package reference

import (
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Moved are the edits that files or folders which are about to move call for:
// links to and from them follow, and where a file's name gets another ID, the
// achievement's ID with all that name it, and where a role's folder gets another,
// the role's, if that is free.
func (l *Library) Moved(renames []Rename) *Change {
	c := &Change{}
	for _, r := range renames {
		l.moveRole(c, r)
		from, to := document.FileID(r.From), document.FileID(r.To)
		f := l.Snapshot.File(r.From)
		if f == nil || from == "" || to == "" || from == to || len(f.Entries) != 1 || !strings.EqualFold(f.Entries[0].ID, from) || !l.isID(to) || l.free(to, r.From) != nil {
			continue
		}
		for p, edits := range l.renameID(Name{Achievement, from, r.From}, to).Edits {
			for _, e := range edits {
				c.add(p, e)
			}
		}
	}
	l.move(c, renames)
	c.Renames = nil // the caller's own
	return c.sorted()
}

// moveRole adds what follows a role's folder whose name gets another ID.
func (l *Library) moveRole(c *Change, r Rename) {
	from, to := folderID(r.From), folderID(r.To)
	defined := func(f *workspace.Facts) bool { return strings.HasPrefix(f.Path, r.From+"/") }
	if from == "" || to == "" || from == to || l.freeRole(to) != nil || !slices.ContainsFunc(l.Snapshot.Defining(from), defined) {
		return
	}
	for p, edits := range l.replaceRole(from, to).Edits {
		for _, e := range edits {
			c.add(p, e)
		}
	}
}

// folderID is the role's ID with which a folder's name begins; "" for none.
func folderID(folder string) string {
	return workspace.Scope(path.Base(folder) + "/")
}

// move adds renames with the links that follow them.
func (l *Library) move(c *Change, renames []Rename) {
	if len(renames) == 0 {
		return
	}
	c.Renames = append(c.Renames, renames...)
	for _, p := range l.concerned(renames) {
		doc := l.Document(p)
		if doc == nil {
			continue
		}
		for _, t := range doc.Targets() {
			if now, ok := l.follow(doc, t, renames); ok {
				c.add(p, text.Replace(t.Span, now))
			}
		}
		for _, e := range doc.Entries {
			for _, r := range e.Reviews {
				if f := l.Snapshot.ReviewNamed(r.Target.Text, p); f != nil {
					if now := named(r.Target.Text, f.Path, p, renames); now != doc.Text(r.Target.Span) && r.Target.Text == doc.Text(r.Target.Span) {
						c.add(p, text.Replace(r.Target.Span, now))
					}
				}
			}
		}
	}
}

// after is where a path leads once renames are done.
func after(p string, renames []Rename) string {
	for _, r := range renames {
		if p == r.From {
			return r.To
		}
		if rest, ok := strings.CutPrefix(p, r.From+"/"); ok {
			return r.To + "/" + rest
		}
	}
	return p
}

// concerned are the files that move and those that link to them, in order.
func (l *Library) concerned(renames []Rename) []string {
	var paths []string
	add := func(f *workspace.Facts) {
		paths = append(paths, f.Path)
		for _, linking := range l.Snapshot.Linking(f.Path) {
			paths = append(paths, linking.Path)
		}
	}
	for _, r := range renames {
		if f := l.Snapshot.File(r.From); f != nil {
			add(f)
			continue
		}
		for f := range l.Snapshot.Below(r.From) {
			add(f)
		}
		for f := range l.Snapshot.All() { // links to the folder itself
			if slices.ContainsFunc(f.Links, func(k workspace.LinkFacts) bool {
				return !k.Wiki && (k.Path == r.From || strings.HasPrefix(k.Path, r.From+"/"))
			}) {
				paths = append(paths, f.Path)
			}
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// follow is what a link's destination becomes; ok is false where it stays.
func (l *Library) follow(doc *document.Document, t document.Target, renames []Rename) (now string, ok bool) {
	if t.Path == "" {
		return "", false
	}
	raw := doc.Text(t.Span)
	to := l.Snapshot.Resolve(t.Path, t.Wiki, doc.Path)
	if t.Wiki {
		if to == nil {
			return "", false
		}
		now = named(raw, to.Path, doc.Path, renames)
		return now, now != raw
	}
	target := t.Path
	if to != nil {
		target = to.Path
	}
	moved, from := after(target, renames), after(doc.Path, renames)
	if moved == target && path.Dir(from) == path.Dir(doc.Path) {
		return "", false
	}
	was, now := review.Link(target, doc.Path), review.Link(moved, from)
	if was == now {
		return "", false
	}
	return styled(raw, now, moved, to != nil && target != t.Path), true
}

// styled writes a destination as the one before it was written: from the
// workspace folder, with "./", without extension, a folder's with its slash, in
// angle brackets with its blanks.
func styled(raw, link, target string, short bool) string {
	if strings.HasPrefix(raw, "/") {
		link = "/" + review.Link(target, "")
	}
	if strings.HasPrefix(raw, "./") && !strings.HasPrefix(link, "../") {
		link = "./" + link
	}
	if short {
		link = strings.TrimSuffix(link, path.Ext(link))
	}
	if strings.HasSuffix(raw, "/") {
		link += "/"
	}
	if strings.ContainsAny(raw, " ") {
		link = strings.ReplaceAll(link, "%20", " ")
	}
	return link
}

// named is what a name of the file at target, in the file at from, becomes: the
// same part of its path, with or without its extension as before.
func named(name, target, from string, renames []Rename) string {
	moved := after(target, renames)
	if moved == target && path.Dir(after(from, renames)) == path.Dir(from) {
		return name
	}
	if joined := path.Join(path.Dir(from), name); strings.Contains(name, "/") && (joined == target || joined+path.Ext(target) == target) {
		link := strings.ReplaceAll(review.Link(moved, after(from, renames)), "%20", " ")
		if path.Ext(name) == "" {
			link = strings.TrimSuffix(link, path.Ext(link))
		}
		return link
	}
	parts := strings.Split(moved, "/")
	n := min(strings.Count(strings.Trim(name, "./"), "/")+1, len(parts))
	short := strings.Join(parts[len(parts)-n:], "/")
	if ext := path.Ext(moved); !strings.HasSuffix(strings.ToLower(name), strings.ToLower(ext)) {
		short = strings.TrimSuffix(short, ext)
	}
	if strings.EqualFold(short, strings.TrimSpace(name)) && moved == target {
		return name
	}
	return short
}

// Deleted are the edits that files about to be deleted call for: a link to one
// becomes its text, and "Used in" of a review N/A.
func (l *Library) Deleted(paths []string) *Change {
	c := &Change{}
	gone := func(p string) bool {
		return slices.ContainsFunc(paths, func(d string) bool { return p == d || strings.HasPrefix(p, d+"/") })
	}
	var renames []Rename
	for _, p := range paths {
		renames = append(renames, Rename{From: p, To: p})
	}
	for _, p := range l.concerned(renames) {
		doc := l.Document(p)
		if gone(p) || doc == nil {
			continue
		}
		for _, e := range doc.Entries {
			for _, r := range e.Reviews {
				if f := l.Snapshot.ReviewNamed(r.Target.Text, p); f != nil && gone(f.Path) {
					c.add(p, text.Replace(used(doc, r), "N/A"))
				}
			}
		}
		for _, t := range doc.Targets() {
			to := l.Snapshot.Resolve(t.Path, t.Wiki, p)
			if t.Path == "" || to == nil || !gone(to.Path) || t.Image || !t.Link.Covers(t.Span) {
				continue
			}
			c.add(p, text.Replace(t.Link, doc.Text(t.Text)))
		}
	}
	return c.sorted()
}

// used is the whole of what "Used in" says of a review: the name or link, and
// the number.
func used(doc *document.Document, r document.ReviewCitation) text.Span {
	span := r.Target.Span
	for _, t := range doc.Targets() {
		if t.Link.Covers(span) {
			span = t.Link
		}
	}
	if !r.NumberSpan.Empty() {
		span = text.Cover(span, r.NumberSpan)
	}
	return span
}
