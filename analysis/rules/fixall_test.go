package rules

import (
	"math/rand/v2"
	"slices"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// Of fixes that touch one another the first one is made, as a look at each edit
// that was taken says.
func TestFixesThatTouch(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var found []*Finding
		var want []text.Edit
		for range 12 {
			var edits []text.Edit
			at := r.IntN(30)
			for range 1 + r.IntN(3) {
				span := text.Span{Start: at, End: at + r.IntN(4)}
				edits = append(edits, text.Delete(span))
				at = span.End + 1 + r.IntN(20)
			}
			found = append(found, new(Finding).Fix("", true, func() []text.Edit { return edits }))
			if !slices.ContainsFunc(edits, func(m text.Edit) bool {
				return slices.ContainsFunc(want, func(e text.Edit) bool { return m.Span.Start <= e.Span.End && e.Span.Start <= m.Span.End })
			}) {
				want = append(want, edits...)
			}
		}
		text.SortEdits(want)
		got := CertainEdits(&document.Document{}, found, nil)
		if !slices.EqualFunc(got, want, func(a, b text.Edit) bool { return a.Span == b.Span }) {
			t.Fatalf("the edits made are %v, want %v", got, want)
		}
	}
}
