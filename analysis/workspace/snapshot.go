package workspace

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"
)

// Snapshot is what is known of a workspace folder's files at one moment. It is
// immutable: With and Without give another. Its indexes are made when first
// asked for, and shared by every snapshot whose facts are the same.
type Snapshot struct {
	// base and delta are both never changed once a snapshot holds them; delta
	// lies over base, a nil in it says the file is gone. An edit copies only
	// delta, until it has grown and becomes part of a new base.
	base, delta map[string]*Facts
	index       func() *index
}

// maxDelta is how many changed files a snapshot copies at each change before
// they are merged into the base.
const maxDelta = 256

var empty = newSnapshot(nil, nil)

// Empty is the snapshot of a folder without files.
func Empty() *Snapshot { return empty }

// Of is the snapshot of the files whose facts are given. Of two files with one
// path the last holds.
func Of(files iter.Seq[Facts]) *Snapshot {
	base := make(map[string]*Facts)
	for f := range files {
		base[f.Path] = &f
	}
	return newSnapshot(base, nil)
}

func newSnapshot(base, delta map[string]*Facts) *Snapshot {
	s := &Snapshot{base: base, delta: delta}
	s.index = sync.OnceValue(func() *index { return newIndex(s.All()) })
	return s
}

// With is s with f's file as f says. Where that is nothing new it is s itself,
// so that typing which changes no fact costs no index.
func (s *Snapshot) With(f Facts) *Snapshot {
	if old := s.File(f.Path); old != nil && old.Equal(&f) {
		return s
	}
	return s.set(f.Path, &f)
}

// Without is s without the file at path.
func (s *Snapshot) Without(path string) *Snapshot {
	if s.File(path) == nil {
		return s
	}
	return s.set(path, nil)
}

func (s *Snapshot) set(path string, f *Facts) *Snapshot {
	delta := make(map[string]*Facts, len(s.delta)+1)
	maps.Copy(delta, s.delta)
	delta[path] = f
	if len(delta) <= maxDelta {
		return newSnapshot(s.base, delta)
	}
	base := maps.Clone(s.base)
	if base == nil {
		base = make(map[string]*Facts)
	}
	for p, f := range delta {
		if f == nil {
			delete(base, p)
		} else {
			base[p] = f
		}
	}
	return newSnapshot(base, nil)
}

// File is what is known of the file at path; nil where there is none.
func (s *Snapshot) File(path string) *Facts {
	if f, ok := s.delta[path]; ok {
		return f
	}
	return s.base[path]
}

// All gives the facts of every file, in the order of their paths.
func (s *Snapshot) All() iter.Seq[*Facts] {
	return func(yield func(*Facts) bool) {
		paths := make([]string, 0, len(s.base)+len(s.delta))
		for p := range s.base {
			if _, changed := s.delta[p]; !changed {
				paths = append(paths, p)
			}
		}
		for p, f := range s.delta {
			if f != nil {
				paths = append(paths, p)
			}
		}
		slices.SortFunc(paths, cmp.Compare[string])
		for _, p := range paths {
			if !yield(s.File(p)) {
				return
			}
		}
	}
}
