package workspace

import (
	"path"
	"slices"
	"strings"
	"sync"

	"achievement-ls/analysis/document"
)

// kind is a sort of name.
type kind uint8

// The sorts of names. The keys of people, tags and values are as written, those
// of IDs and roles in upper case, those of files as Stem has them.
const (
	tagNames kind = iota
	personNames
	roleFields
	categories
	evidenceKinds
	skillNames
	toolNames
	entryIDs   // the achievements that bear an ID
	numbers    // the achievements whose ID has a number, without zeros before it
	titles     // the achievements of a title, in lower case
	roleIDs    // what defines a role
	mentions   // files that write an ID which is another's
	targets    // files with a link to, or a "Used in" of, a file of that stem
	stems      // files of that stem
	scopes     // the achievements of a scope
	reviewPath // review files
	kinds
)

// bucket holds the uses of one name, and what they come to.
type bucket struct {
	uses uses
	sum  *summary
}

// summary is made when first asked for. Buckets whose uses come to the same share
// one.
type summary struct {
	once  sync.Once
	value any
}

// names are the names of one sort. It never changes but for what is remembered.
type names struct {
	tree *tree[*bucket]
	once sync.Once
	list any
}

// index holds every name with its uses.
type index [kinds]*names

func newIndex() index {
	var x index
	for k := range x {
		x[k] = &names{}
	}
	return x
}

// indexOf is the index of files, given in the order of their paths.
func indexOf(files []*Facts) index {
	var found [kinds]map[string][]use
	for k := range found {
		found[k] = make(map[string][]use)
	}
	for _, f := range files {
		f.uses(func(k kind, name string, u use) { found[k][name] = append(found[k][name], u) })
	}
	x := newIndex()
	for k := range x {
		for name, list := range found[k] {
			x[k].tree = x[k].tree.set(name, &bucket{chunked(slices.Clone(list)), new(summary)})
		}
	}
	return x
}

// change is x with the uses in next in the place of those in old, the same file
// before; either may be nil. It costs what the file's own names cost.
func (x index) change(old, next *Facts) index {
	var touched [kinds]map[string]*exchange
	touch := func(f *Facts, add func(*exchange, use)) {
		if f == nil {
			return
		}
		f.uses(func(k kind, name string, u use) {
			if touched[k] == nil {
				touched[k] = make(map[string]*exchange)
			}
			if touched[k][name] == nil {
				touched[k][name] = new(exchange)
			}
			add(touched[k][name], u)
		})
	}
	touch(old, func(e *exchange, u use) { e.before = append(e.before, u) })
	touch(next, func(e *exchange, u use) { e.now = append(e.now, u) })
	path := ""
	if old != nil {
		path = old.Path
	} else {
		path = next.Path
	}
	for k, names := range touched {
		if len(names) > 0 {
			x[k] = x[k].replace(path, names)
		}
	}
	return x
}

// exchange are the uses that one file made of a name, and those it makes now.
type exchange struct{ before, now []use }

// same reports whether both come to the same.
func (e *exchange) same() bool {
	return slices.EqualFunc(e.before, e.now, func(a, b use) bool {
		if a.entry < 0 || b.entry < 0 {
			return false // what these say is not looked into
		}
		x, y := a.entryFacts(), b.entryFacts()
		return x.Date == y.Date && x.RoleID == y.RoleID && slices.Equal(x.People, y.People)
	})
}

// replace is n with the uses that the file at path makes of some names now.
func (n *names) replace(path string, touched map[string]*exchange) *names {
	t := n.tree
	for name, e := range touched {
		var sum *summary
		var had uses
		if b, ok := n.tree.get(name); ok {
			had = b.uses
			if e.same() {
				sum = b.sum
			}
		}
		if sum == nil {
			sum = new(summary)
		}
		if after := had.with(path, e.now); len(after) > 0 {
			t = t.set(name, &bucket{after, sum})
		} else {
			t = t.without(name)
		}
	}
	return &names{tree: t}
}

// uses of a name; none where nobody uses it.
func (n *names) uses(name string) uses {
	if b, ok := n.tree.get(name); ok {
		return b.uses
	}
	return nil
}

// listOf is what each name comes to, in order; nil leaves the order of the keys.
// An order must tell any two names apart.
func listOf[T any](n *names, sum func(name string, u uses) T, order func(a, b *T) int) []T {
	n.once.Do(func() {
		found := make([]T, 0, n.tree.len())
		for name, b := range n.tree.all() {
			found = append(found, summaryOf(name, b, sum))
		}
		n.list = found
		if order == nil {
			return
		}
		sorted := make([]*T, len(found)) // which are moved in place of what they point to
		for i := range found {
			sorted[i] = &found[i]
		}
		slices.SortFunc(sorted, order)
		out := make([]T, len(found))
		for i, one := range sorted {
			out[i] = *one
		}
		n.list = out
	})
	return n.list.([]T)
}

func summaryOf[T any](name string, b *bucket, sum func(name string, u uses) T) T {
	b.sum.once.Do(func() { b.sum.value = sum(name, b.uses) })
	return b.sum.value.(T)
}

// Stem is a file's name without its folders and extension, in lower case: what
// wiki links and "Used in" may name it by.
func Stem(p string) string {
	base := path.Base(p)
	switch ext := strings.ToLower(path.Ext(base)); ext {
	case ".md", ".markdown":
		base = base[:len(base)-len(ext)]
	}
	return strings.ToLower(base)
}

// uses tells every use of a name that the file makes.
func (f *Facts) uses(emit func(kind, string, use)) {
	of := func(k kind, name string) {
		if name != "" {
			emit(k, name, use{file: f, entry: -1})
		}
	}
	scope := Scope(f.Path)
	for i := range f.Entries {
		e := &f.Entries[i]
		in := func(k kind, name string, item int) {
			if name != "" {
				emit(k, name, use{file: f, entry: int32(i), item: int32(item)})
			}
		}
		in(entryIDs, strings.ToUpper(e.ID), 0)
		in(titles, strings.ToLower(e.Title), 0)
		if e.ID != "" {
			emit(scopes, scope, use{file: f, entry: int32(i)})
			emit(numbers, number(e.ID), use{file: f, entry: int32(i)})
		}
		for n, t := range e.Tags {
			in(tagNames, t, n)
		}
		for n, p := range e.People {
			in(personNames, p.Name, n)
		}
		in(roleFields, e.Role, 0)
		in(categories, e.Category, 0)
		for n, s := range e.Evidence {
			in(evidenceKinds, s, n)
		}
		for n, s := range e.Skills {
			in(skillNames, s, n)
		}
		for n, s := range e.Tools {
			in(toolNames, s, n)
		}
	}
	for i, p := range f.People {
		emit(personNames, p.Name, use{file: f, entry: -1, item: int32(i)})
	}
	for i, r := range f.Roles {
		emit(roleIDs, strings.ToUpper(r.ID), use{file: f, entry: -1, item: int32(i)})
	}
	if scope != "" {
		emit(roleIDs, strings.ToUpper(scope), use{file: f, entry: -1, item: -1})
	}
	for _, id := range f.Mentions {
		of(mentions, id)
	}
	for _, stem := range f.stems() {
		of(targets, stem)
	}
	of(stems, Stem(f.Path))
	if f.Kind == document.Review {
		of(reviewPath, f.Path)
	}
}

// sameNames reports whether two states of one file make the same uses of the same
// names, and say the same of them: all that the names come to stays.
func (f *Facts) sameNames(g *Facts) bool {
	return f.Path == g.Path && f.Kind == g.Kind && f.Heading == g.Heading && slices.Equal(f.People, g.People) && slices.Equal(f.Roles, g.Roles) &&
		slices.Equal(f.Mentions, g.Mentions) && slices.Equal(f.Links, g.Links) &&
		slices.EqualFunc(f.Entries, g.Entries, func(a, b EntryFacts) bool {
			return a.ID == b.ID && a.Title == b.Title && a.Date == b.Date && a.Role == b.Role && a.RoleID == b.RoleID && a.Category == b.Category &&
				slices.Equal(a.Tags, b.Tags) && slices.Equal(a.People, b.People) && slices.Equal(a.Evidence, b.Evidence) &&
				slices.Equal(a.Skills, b.Skills) && slices.Equal(a.Tools, b.Tools) && slices.Equal(a.Reviews, b.Reviews)
		})
}

// stems are the stems of the files that the file links to or says it is used
// in, each once.
func (f *Facts) stems() []string {
	var out []string
	seen := make(map[string]bool)
	add := func(p string) {
		if stem := Stem(p); p != "" && !seen[stem] {
			seen[stem] = true
			out = append(out, stem)
		}
	}
	for _, l := range f.Links {
		add(l.Path)
	}
	for i := range f.Entries {
		for _, r := range f.Entries[i].Reviews {
			add(r.Target)
		}
	}
	return out
}
