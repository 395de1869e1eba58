package document

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

// The scan for IDs finds what their definition, written as an expression, finds.
func TestIdentifiersInAsDefined(t *testing.T) {
	defined := regexp.MustCompile(`\p{L}[\p{L}\d]*(?:_[\p{L}\d]+)*-\d+`)
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"A", "b", "é", "長", "7", "0", "_", "-", "-", " ", "/", "\xff", "٣"}
	found := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		s := b.String()
		var want []text.Span
		for _, m := range defined.FindAllStringIndex(s, -1) {
			if span := (text.Span{Start: m[0], End: m[1]}); text.StandsAlone(s, span, "_-/", "_") {
				want = append(want, span)
			}
		}
		var got []text.Span
		for _, m := range IdentifiersIn(s) {
			got = append(got, m.Span)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("in %q are found %v, want %v", s, got, want)
		}
		found += len(want)
	}
	if found == 0 {
		t.Error("none of the texts has an ID")
	}
}
