package rules

import (
	"strings"
	"sync"

	"achievement-ls/analysis/quantity"
)

// Memory keeps what the texts of one document said, from one check of it to the
// next, so that a check costs what has changed since the one before. It
// holds nothing that Check would not find out by itself. It is bounded, and safe
// to use from several goroutines; nil remembers nothing.
type Memory struct {
	readings recollection[quantity.Reading]
	words    recollection[wordCount]
}

// Read is quantity.Read.
func (m *Memory) Read(prose string) quantity.Reading {
	if m == nil {
		return quantity.Read(prose)
	}
	return m.readings.of(prose, quantity.Read)
}

// count is countWords.
func (m *Memory) count(prose string) wordCount {
	if m == nil {
		return countWords(prose)
	}
	return m.words.of(prose, countWords)
}

// The bounds of what is remembered: how many texts, of twice as many at most, and
// the bytes of one, above which a document is not typed but pasted.
const (
	maxRemembered = 512
	maxText       = 4096
)

// recollection remembers what was made of texts. When it is full, those not asked
// for since it was last are forgotten.
type recollection[T any] struct {
	mu          sync.Mutex
	now, before map[string]entry[T]
}

type entry[T any] struct {
	text  string // its own, where the one asked for is part of a document
	value T
}

// of is what made gives for the text.
func (r *recollection[T]) of(text string, made func(string) T) T {
	if len(text) > maxText {
		return made(text)
	}
	r.mu.Lock()
	e, known := r.now[text]
	if !known {
		if e, known = r.before[text]; known {
			r.keep(e)
		}
	}
	r.mu.Unlock()
	if known {
		return e.value
	}
	e.text = strings.Clone(text)
	e.value = made(e.text)
	r.mu.Lock()
	r.keep(e)
	r.mu.Unlock()
	return e.value
}

func (r *recollection[T]) keep(e entry[T]) {
	if r.now == nil || len(r.now) >= maxRemembered {
		r.now, r.before = make(map[string]entry[T]), r.now
	}
	r.now[e.text] = e
}
