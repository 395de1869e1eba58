package quantity

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

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

func newTable(words map[string]*entry) *table {
	size := bits.Len(uint(len(words) * 4))
	t := &table{make([]slot, 1<<size), 64 - size}
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

// phrase joins the words just read into one token where together they are in
// the lexicon: "more than", "down from", "per cent".
func (s *scanner) phrase() {
	last := len(s.tokens) - 1
	end := &s.tokens[last]
	if end.length == 0 || !end.spaced {
		return
	}
	var best *slot
	from, h, length := last, end.hash, int(end.length)
	for i := last - 1; i >= 0 && i >= last-3; i-- {
		t := &s.tokens[i]
		if t.kind != tokenWord || t.length == 0 || length+int(t.length)+1 > longestWord {
			break
		}
		h = t.hash.join(h, length)
		length += int(t.length) + 1
		if t.word != nil && t.word.phrases && (t.spaced || i == 0 || !s.tokens[i-1].symbol('-')) { // not "ramp-up from"
			if found := s.lexicon.find(h); found != nil && found.entry.role|role(found.entry.topic) != 0 && s.reads(found.word, i) {
				best, from = found, i
			}
		}
		if !t.spaced {
			break
		}
	}
	if best == nil {
		return
	}
	t := &s.tokens[from]
	s.roles |= best.entry.role
	s.topics |= best.entry.topic
	t.end, t.word, t.hash, t.length = end.end, best.entry, best.hash, int32(len(best.word))
	s.tokens = s.tokens[:from+1]
}

// reads reports whether the words from token i on are the phrase.
func (s *scanner) reads(phrase string, i int) bool {
	var joined [longestWord]byte
	at := 0
	for ; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		if at > 0 {
			joined[at] = ' '
			at++
		}
		at += lowerInto(joined[at:at+int(t.length)], s.src[t.start:t.end])
	}
	return string(joined[:at]) == phrase
}

// lowerInto writes word in lower case into buf and returns its length; what
// does not fit is left out.
func lowerInto(buf []byte, word string) int {
	n := 0
	for _, r := range word {
		if r == 0 {
			continue
		}
		r = unicode.ToLower(r)
		if n+utf8.RuneLen(r) > len(buf) {
			break
		}
		n += utf8.EncodeRune(buf[n:], r)
	}
	return n
}
