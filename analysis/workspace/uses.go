package workspace

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// use is one use of a name: in an entry of a file, or in the file itself
// (entry -1). item tells which person or role it is. The file is as it was when
// its names last changed: what is no name is to be asked of the snapshot.
type use struct {
	file        *Facts
	entry, item int32
}

func (u use) entryFacts() *EntryFacts {
	if u.entry < 0 {
		return nil
	}
	return &u.file.Entries[u.entry]
}

// place is the achievement a use stands in, as the snapshot has it.
func (s *Snapshot) place(u use) Place {
	return Place{Path: u.file.Path, Entry: &s.File(u.file.Path).Entries[u.entry]}
}

// uses are the uses of one name in the order of their paths, in chunks of which
// none is empty, so that a change to one file copies one chunk and not all.
type uses [][]use

// maxChunk is how many uses a chunk holds before it is cut.
const maxChunk = 256

// chunked is a list of uses, in the order of their paths.
func chunked(list []use) uses {
	var out uses
	for chunk := range slices.Chunk(list, maxChunk) {
		out = append(out, slices.Clip(chunk))
	}
	return out
}

func (u uses) len() int {
	n := 0
	for _, chunk := range u {
		n += len(chunk)
	}
	return n
}

func (u uses) all() iter.Seq[use] {
	return func(yield func(use) bool) {
		for _, chunk := range u {
			for _, one := range chunk {
				if !yield(one) {
					return
				}
			}
		}
	}
}

// with is u with the uses now in the place of those of the file at path.
func (u uses) with(path string, now []use) uses {
	byPath := func(u use, p string) int { return cmp.Compare(u.file.Path, p) }
	// Chunks from i to j hold uses of the file, or are where they would stand.
	i := sort.Search(len(u), func(i int) bool { return u[i][len(u[i])-1].file.Path >= path })
	j := i
	var before, after []use
	for j < len(u) && (j == i || u[j][0].file.Path <= path) {
		from, _ := slices.BinarySearchFunc(u[j], path, byPath)
		to := from
		for to < len(u[j]) && u[j][to].file.Path == path {
			to++
		}
		if j == i {
			before = u[j][:from]
		}
		after = u[j][to:]
		j++
	}
	merged := slices.Concat(before, now, after)
	if len(merged) > 2*maxChunk {
		return slices.Concat(u[:i], chunked(merged), u[j:])
	}
	if len(merged) == 0 {
		return slices.Concat(u[:i], u[j:])
	}
	return slices.Concat(u[:i], uses{merged}, u[j:])
}
