package server

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/text"
)

// To a client that resolves edits the list of actions, which it asks for at every
// move of the cursor, is told without making an edit; the one that is chosen makes
// its own, once.
func TestListingMakesNoEdits(t *testing.T) {
	var mu sync.Mutex
	made := make([]int, len(refactorings))
	total := func() (n int) {
		mu.Lock()
		defer mu.Unlock()
		for _, m := range made {
			n += m
		}
		return n
	}
	original := slices.Clone(refactorings)
	for i, r := range original {
		refactorings[i].edits = func(v *view, at text.Span) []text.Edit {
			mu.Lock()
			made[i]++
			mu.Unlock()
			return r.edits(v, at)
		}
	}
	t.Cleanup(func() { copy(refactorings, original) })
	sources := []string{"---\nid: $0ACH-001\n---\n\n# Achievement: Ward\n"}
	for _, where := range []string{"Nights", "Listed", "Matron", "|Type", "**Date"} {
		sources = append(sources, strings.Replace(ward, where, "$0"+where, 1))
	}
	e := newEditor(t, start{})
	for _, src := range sources {
		before := total()
		u, plain, all := e.actions(src, protocol.CodeActionKindRefactorRewrite)
		if n := total() - before; n > 0 {
			t.Fatalf("listing the actions of %q made the edits of %d", src, n)
		}
		for title, a := range all {
			before := total()
			if a.Edit != nil || e.taken(u, plain, a) == plain {
				t.Errorf("%q comes with its edit, or makes none", title)
			}
			if n := total() - before; n > 1 {
				t.Errorf("%q made the edits of %d", title, n)
			}
		}
	}
	for i, n := range made {
		if n == 0 {
			t.Errorf("of the refactorings number %d was not offered", i)
		}
	}
}
