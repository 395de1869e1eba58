package quantity

import "math/bits"

// hash is a polynomial of a word's bytes, so that a phrase's is found from
// those of its words without reading them again.
type hash uint64

const hashBase hash = 0x9e3779b97f4a7c15

// add appends a byte.
func (h hash) add(c byte) hash { return h*hashBase + hash(c) + 1 }

// join is the hash of two words with a space between; length is the second's.
func (h hash) join(second hash, length int) hash {
	return h.add(' ')*hashPowers[length] + second
}

// hashPowers are the powers of hashBase up to the longest word.
var hashPowers = func() (powers [longestWord + 1]hash) {
	powers[0] = 1
	for i := range longestWord {
		powers[i+1] = powers[i] * hashBase
	}
	return powers
}()

func hashOf(word string) hash {
	h := hash(0)
	for i := range len(word) {
		h = h.add(word[i])
	}
	return h
}

// table is the lexicon as it is searched: open addressing, at most a quarter
// full, so that most words that are in no list meet an empty place at once.
type table struct {
	slots []slot
	shift int
}

type slot struct {
	hash  hash
	word  string
	entry *entry
}

func newTable(words map[string]*entry) table {
	size := bits.Len(uint(len(words) * 4))
	t := table{make([]slot, 1<<size), 64 - size}
	for word, e := range words {
		h := hashOf(word)
		i := t.place(h)
		for t.slots[i].entry != nil {
			i = (i + 1) & (len(t.slots) - 1)
		}
		t.slots[i] = slot{h, word, e}
	}
	return t
}

// place is where the search for a hash begins.
func (t *table) place(h hash) int {
	return int(uint64(h^h>>32) * uint64(hashBase) >> t.shift)
}

// find is the slot of a hash, or nil. The word may be another of the same hash.
func (t *table) find(h hash) *slot {
	for i := t.place(h); ; i = (i + 1) & (len(t.slots) - 1) {
		s := &t.slots[i]
		if s.entry == nil {
			return nil
		}
		if s.hash == h {
			return s
		}
	}
}
