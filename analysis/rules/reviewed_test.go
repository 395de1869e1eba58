package rules

import (
	"math/rand/v2"
	"slices"
	"testing"

	"achievement-ls/analysis/text"
)

// What a claim says outside of the claims within it is what a look at each claim
// and each statement leaves.
func TestStatementsOutsideInnerClaims(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	spans := func(n, step int) (out []text.Span) {
		at := 0
		for range n {
			at += r.IntN(step)
			out = append(out, text.Span{Start: at, End: at + 1 + r.IntN(3*step)})
			at += r.IntN(step)
		}
		return slices.Compact(out)
	}
	for range 500 {
		all := spans(6, 4)
		var statements []text.Span
		for at := 0; at < 40; {
			s := text.Span{Start: at + r.IntN(3), End: at + 3 + r.IntN(5)}
			statements, at = append(statements, s), s.End
		}
		for _, claim := range all {
			want := slices.DeleteFunc(slices.Clone(statements), func(s text.Span) bool {
				return slices.ContainsFunc(all, func(o text.Span) bool { return o != claim && claim.Covers(o) && o.Overlaps(s) })
			})
			if got := outside(innerClaims(claim, all), statements); !slices.Equal(got, want) {
				t.Fatalf("within %v of %v stand %v, want %v", claim, all, got, want)
			}
		}
	}
}
