package reference

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Change is what a rename comes to: edits of files under the paths they have
// now, in order and without overlap, and then files or folders that move.
type Change struct {
	Edits   map[string][]text.Edit
	Renames []Rename
}

// Rename is a file or folder that moves. Paths are below the workspace folder.
type Rename struct {
	From, To string
}

// add adds an edit, once.
func (c *Change) add(path string, e text.Edit) {
	if c.Edits == nil {
		c.Edits = make(map[string][]text.Edit)
	}
	if !slices.ContainsFunc(c.Edits[path], func(o text.Edit) bool { return o.Span == e.Span || o.Span.Overlaps(e.Span) }) {
		c.Edits[path] = append(c.Edits[path], e)
	}
}

// sorted is c with its edits in order.
func (c *Change) sorted() *Change {
	for _, edits := range c.Edits {
		text.SortEdits(edits)
	}
	return c
}

var (
	tagForm  = pattern.New(`^[\p{Ll}\p{Lo}\p{M}\d]+(?:[-/][\p{Ll}\p{Lo}\p{M}\d]+)*$`)
	roleForm = pattern.New(`^ROLE-\d+$`)
)

// Rename is the change that gives what n names another name, everywhere. An
// error says why it is refused: the new name is invalid or taken.
func (l *Library) Rename(n Name, to string) (*Change, error) {
	switch n.Kind {
	case Achievement:
		return l.renameAchievement(n, to)
	case Tag:
		return l.renameTag(n, strings.TrimPrefix(to, "#"))
	case Person:
		return l.renamePerson(n, to)
	case Role:
		return l.renameRole(n, to)
	case Heading:
		return l.renameHeading(n, to)
	case File:
		return l.renameFile(n, to)
	}
	return nil, errors.New("nothing that can be renamed stands here")
}

// replaceAll replaces each place of a name.
func (l *Library) replaceAll(n Name, written func(old string) string) *Change {
	c := &Change{}
	for _, o := range l.References(n) {
		old := l.Document(o.Path).Text(o.Span)
		if now := written(old); now != old {
			c.add(o.Path, text.Replace(o.Span, now))
		}
	}
	return c
}

func (l *Library) renameTag(n Name, to string) (*Change, error) {
	switch {
	case to == n.Text:
		return &Change{}, nil
	case !tagForm.MatchString(to) || strings.Trim(to, "0123456789") == "":
		return nil, fmt.Errorf("%q is no tag: lower-case words, joined by hyphens", to)
	case len(l.Snapshot.Tagged(to)) > 0:
		return nil, fmt.Errorf("%q is a tag already, with which this one would be mixed for good", "#"+to)
	}
	return l.replaceAll(n, func(string) string { return to }).sorted(), nil
}

func (l *Library) renamePerson(n Name, to string) (*Change, error) {
	to = strings.Join(strings.Fields(to), " ")
	switch {
	case to == n.Text:
		return &Change{}, nil
	case to == "" || strings.ContainsAny(to, "|,:()[]*_`<>#—–") || strings.Contains(to, " - "):
		return nil, fmt.Errorf("%q is no name that a table and a list can hold", to)
	case len(l.Snapshot.Naming(to)) > 0:
		return nil, fmt.Errorf("%q is a person already, with whom this one would be mixed for good", to)
	}
	for _, o := range l.References(n) {
		if old := l.Document(o.Path).Text(o.Span); old != n.Text {
			return nil, fmt.Errorf("%s writes the name as %q, which can't be changed safely", o.Path, old)
		}
	}
	return l.replaceAll(n, func(string) string { return to }).sorted(), nil
}

func (l *Library) renameAchievement(n Name, to string) (*Change, error) {
	id := strings.ToUpper(strings.TrimSpace(to))
	prefix := strings.ToUpper(l.Config.ID.Prefix)
	if number, ok := strings.CutPrefix(id, prefix); !ok || len(number) < l.Config.ID.Digits || strings.Trim(number, "0123456789") != "" {
		return nil, fmt.Errorf("%q is no achievement's ID: %s and at least %d digits", to, l.Config.ID.Prefix, l.Config.ID.Digits)
	}
	if n.Path == "" {
		return nil, fmt.Errorf("no achievement bears the ID %s", n.Text)
	}
	if id == n.Text {
		return &Change{}, nil
	}
	if err := l.free(id, n.Path); err != nil {
		return nil, err
	}
	c := l.renameID(n, id)
	file := l.Snapshot.File(n.Path)
	if base := path.Base(n.Path); len(file.Entries) == 1 && document.FileID(base) == n.Text {
		moved := path.Join(path.Dir(n.Path), inCaseOf(base[:len(n.Text)], id)+base[len(n.Text):])
		if l.Snapshot.File(moved) != nil {
			return nil, fmt.Errorf("there is a file %s already", moved)
		}
		l.move(c, []Rename{{From: n.Path, To: moved}})
	}
	return c.sorted(), nil
}

// free is an error where an ID can't be given to an achievement in the file at
// path: another one of its scope bears it, or files of the scope mean with it
// the one of another.
func (l *Library) free(id, path string) error {
	scope := workspace.Scope(path)
	for _, p := range l.Snapshot.ByID(id, path) {
		if workspace.Scope(p.Path) == scope {
			return fmt.Errorf("%s is %q in %s already", id, p.Entry.Title, p.Path)
		}
	}
	for _, f := range l.Snapshot.Mentioning(id) {
		if workspace.Scope(f.Path) == scope {
			return fmt.Errorf("%s names %s already, and would mean this achievement", f.Path, id)
		}
	}
	return nil
}

// renameID replaces an ID where it is written, and leaves links' destinations.
func (l *Library) renameID(n Name, id string) *Change {
	c := &Change{}
	for _, o := range l.References(n) {
		if old := l.Document(o.Path).Text(o.Span); strings.EqualFold(old, n.Text) {
			c.add(o.Path, text.Replace(o.Span, inCaseOf(old, id)))
		}
	}
	return c
}

// inCaseOf is an ID in lower case where the old one was.
func inCaseOf(old, id string) string {
	if old == strings.ToLower(old) && old != strings.ToUpper(old) {
		return strings.ToLower(id)
	}
	return id
}

func (l *Library) renameRole(n Name, to string) (*Change, error) {
	id := strings.ToUpper(strings.TrimSpace(to))
	switch {
	case !roleForm.MatchString(id):
		return nil, fmt.Errorf("%q is no role's ID: ROLE- and digits", to)
	case id == n.Text:
		return &Change{}, nil
	}
	if err := l.freeRole(id); err != nil {
		return nil, err
	}
	c := l.replaceRole(n.Text, id)
	var moves []Rename
	for _, f := range l.Snapshot.Defining(n.Text) {
		if folder := roleFolder(f.Path, n.Text); folder != "" {
			base := path.Base(folder)
			r := Rename{From: folder, To: path.Join(path.Dir(folder), id+base[len(n.Text):])}
			if !slices.Contains(moves, r) {
				moves = append(moves, r)
			}
		}
	}
	l.move(c, moves)
	return c.sorted(), nil
}

// freeRole is an error where a role's ID can't be given to another.
func (l *Library) freeRole(id string) error {
	if len(l.Snapshot.Defining(id)) > 0 || len(l.Snapshot.Mentioning(id)) > 0 {
		return fmt.Errorf("%s is a role already", id)
	}
	return nil
}

// replaceRole replaces a role's ID where it is written.
func (l *Library) replaceRole(from, to string) *Change {
	return l.replaceAll(Name{Role, from, ""}, func(old string) string { return inCaseOf(old, to) })
}

// roleFolder is the outermost folder of a path that bears a role's ID; "" where
// none does.
func roleFolder(p, id string) string {
	parts := strings.Split(path.Dir(p), "/")
	for i, part := range parts {
		if rest, ok := strings.CutPrefix(part, id); ok && (rest == "" || rest[0] < '0' || rest[0] > '9') {
			return strings.Join(parts[:i+1], "/")
		}
	}
	return ""
}

func (l *Library) renameHeading(n Name, to string) (*Change, error) {
	to = strings.TrimSpace(to)
	if to == "" || strings.ContainsAny(to, "\r\n") {
		return nil, errors.New("a heading is one line of text")
	}
	doc := l.Document(n.Path)
	if doc == nil {
		return nil, fmt.Errorf("%s can't be read", n.Path)
	}
	all := doc.Headings()
	i := slices.IndexFunc(all, func(h document.Heading) bool { return h.Slug == n.Text })
	if i < 0 {
		return nil, fmt.Errorf("%s has no such heading any more", n.Path)
	}
	slug := document.Slug(strings.NewReplacer("*", "", "`", "").Replace(to))
	for j, h := range all {
		if j != i && document.Slug(h.Section.Name) == slug {
			return nil, fmt.Errorf("%q is a heading of %s already", h.Section.Name, n.Path)
		}
	}
	c := &Change{}
	for _, o := range l.References(n) {
		old := l.Document(o.Path).Text(o.Span)
		switch {
		case o.Definition:
			c.add(o.Path, text.Replace(o.Span, to))
		case old != n.Text && l.inWikiLink(o):
			c.add(o.Path, text.Replace(o.Span, to))
		default:
			c.add(o.Path, text.Replace(o.Span, slug))
		}
	}
	return c.sorted(), nil
}

// inWikiLink reports whether a fragment stands in [[file#Heading]].
func (l *Library) inWikiLink(o Location) bool {
	return slices.ContainsFunc(l.Document(o.Path).Targets(), func(t document.Target) bool { return t.Wiki && t.FragmentSpan == o.Span })
}

func (l *Library) renameFile(n Name, to string) (*Change, error) {
	to = strings.TrimSpace(to)
	if to == "" || strings.ContainsAny(to, `/\:*?"<>|`) || strings.HasPrefix(to, ".") {
		return nil, fmt.Errorf("%q is no file's name", to)
	}
	if ext := path.Ext(n.Path); !strings.EqualFold(path.Ext(to), ext) {
		to += ext
	}
	moved := path.Join(path.Dir(n.Path), to)
	switch {
	case moved == n.Path:
		return &Change{}, nil
	case l.Snapshot.File(n.Path) == nil:
		return nil, fmt.Errorf("there is no file %s", n.Path)
	case l.Snapshot.File(moved) != nil:
		return nil, fmt.Errorf("there is a file %s already", moved)
	}
	moves := []Rename{{From: n.Path, To: moved}}
	c := l.Moved(moves)
	c.Renames = moves
	return c, nil
}
