package edit

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
)

// The heading above one is the same, whether it is asked for alone or with those
// above all others.
func TestHeadingAbove(t *testing.T) {
	levels := []int{2, 1, 3, 3, 6, 2, 4, 5, 4, 3, 1, 1, 2, 6, 5, 6}
	var src strings.Builder
	for _, n := range levels {
		src.WriteString(strings.Repeat("#", n) + " a\n")
	}
	doc := document.Parse("a.md", src.String(), nil)
	all := HeadingsAbove(doc)
	for i, s := range doc.Sections {
		if got := headingAbove(doc, s); got != all[s] {
			t.Errorf("above heading %d stands %v, want %v", i, got, all[s])
		}
	}
}
