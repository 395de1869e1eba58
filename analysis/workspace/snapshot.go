package workspace

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Snapshot is what is known of a workspace folder's files at one moment. It is
// immutable: With and Without give another, which shares everything but what
// the one file says. What a name comes to is summed up when first asked for, and
// again only for names whose uses have changed.
type Snapshot struct {
	files   *tree[*Facts]
	names   index
	entries func() []Place
}

var empty = newSnapshot(nil, newIndex())

// Empty is the snapshot of a folder without files.
func Empty() *Snapshot { return empty }

// Of is the snapshot of the files whose facts are given. Of two files with one
// path the last holds.
func Of(files iter.Seq[Facts]) *Snapshot {
	base := make(map[string]*Facts)
	for f := range files {
		base[f.Path] = &f
	}
	sorted := make([]*Facts, 0, len(base))
	var t *tree[*Facts]
	for _, path := range slices.Sorted(maps.Keys(base)) {
		t = t.set(path, base[path])
		sorted = append(sorted, base[path])
	}
	return newSnapshot(t, indexOf(sorted))
}

func newSnapshot(files *tree[*Facts], names index) *Snapshot {
	s := &Snapshot{files: files, names: names}
	s.entries = sync.OnceValue(func() []Place {
		var out []Place
		for f := range s.All() {
			for i := range f.Entries {
				out = append(out, Place{Path: f.Path, Entry: &f.Entries[i]})
			}
		}
		return out
	})
	return s
}

// With is s with f's file as f says. Where that is nothing new it is s itself.
func (s *Snapshot) With(f Facts) *Snapshot {
	old := s.File(f.Path)
	if old != nil && old.Equal(&f) {
		return s
	}
	if old != nil && old.sameNames(&f) {
		return newSnapshot(s.files.set(f.Path, &f), s.names)
	}
	return newSnapshot(s.files.set(f.Path, &f), s.names.change(old, &f))
}

// Without is s without the file at path.
func (s *Snapshot) Without(path string) *Snapshot {
	old := s.File(path)
	if old == nil {
		return s
	}
	return newSnapshot(s.files.without(path), s.names.change(old, nil))
}

// File is what is known of the file at path; nil where there is none.
func (s *Snapshot) File(path string) *Facts {
	f, _ := s.files.get(path)
	return f
}

// Len is how many files there are.
func (s *Snapshot) Len() int { return s.files.len() }

// All gives the facts of every file, in the order of their paths.
func (s *Snapshot) All() iter.Seq[*Facts] {
	return func(yield func(*Facts) bool) {
		for _, f := range s.files.all() {
			if !yield(f) {
				return
			}
		}
	}
}

// Below gives the facts of every file below a folder, in the order of their
// paths.
func (s *Snapshot) Below(folder string) iter.Seq[*Facts] {
	return func(yield func(*Facts) bool) {
		for path, f := range s.files.from(folder + "/") {
			if !strings.HasPrefix(path, folder+"/") || !yield(f) {
				return
			}
		}
	}
}
