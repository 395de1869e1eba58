package quantity

import (
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

// Where a figure belongs is found by halves; here each change and course is
// looked at.
func TestWhatFiguresBelongTo(t *testing.T) {
	for _, src := range []string{
		"", "5 days", "Saved 40% of 30 hours", "5 → 4 → 3 → 2 bugs, then 9 → 7 (22% less) for 8 teams",
		"Cut from 5 days to 2 (60% less), from 9% to 4%, and 3 people went", "40 min → 20 min, 3x faster; 1 → 2 → 4; 12% more",
		strings.Repeat("fell from 9 to 7 (22%), 5 → 4 → 3, saved 8% of 6 hours ", 2000),
	} {
		r := Read(src)
		said := StatedIn(src)
		var loose []Quantity
		var claims []Claim
		for _, q := range r.Quantities {
			change := slices.IndexFunc(r.Changes, func(c Change) bool { return c.After.Span == q.Span || c.Span.Covers(q.Span) })
			course := slices.ContainsFunc(r.Courses, func(c Course) bool { return c.Span.Covers(q.Span) })
			if !course && !slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Before.Span == q.Span || c.After.Span == q.Span }) {
				loose = append(loose, q)
			}
			switch {
			case change >= 0 && r.Changes[change].After.Span == q.Span:
				claims = append(claims, Claim{Stated{Quantity: q, Says: r.Changes[change].Said}, &r.Changes[change]})
			case change < 0 && !course:
				c := Claim{Stated: Stated{Quantity: q}}
				if i := slices.IndexFunc(said, func(s Stated) bool { return s.Span == q.Span }); i >= 0 {
					c.Stated = said[i]
				}
				claims = append(claims, c)
			}
		}
		if got := r.Loose(); !slices.Equal(got, loose) {
			t.Errorf("%.60q: %d figures stand alone, want %d", src, len(got), len(loose))
		}
		spans := func(all []Claim) (out []text.Span) {
			for _, c := range all {
				out = append(out, c.Span)
			}
			return out
		}
		if got := slices.Collect(r.Claims(src)); !slices.Equal(got, claims) {
			t.Errorf("%.60q claims %v, want %v", src, spans(got), spans(claims))
		}
	}
}
