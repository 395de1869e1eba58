package rules

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// What comments hide, and which comments hide something, is what holding each
// against each finding says.
func TestHiding(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := []*Rule{weakVerb, longSummary, unknownRule}
	hides := func(s document.Suppression, f *Finding) bool {
		if s.Covers.Empty() || !s.Covers.Touches(f.Span.Start) {
			return false
		}
		return len(s.Rules) == 0 && f.Rule.Group != Suppression ||
			slices.ContainsFunc(s.Rules, func(o document.Item) bool { return o.Text == f.Rule.Name })
	}
	for range 300 {
		doc := &document.Document{}
		for range r.IntN(5) {
			at := r.IntN(30)
			s := document.Suppression{Covers: text.Span{Start: at, End: at + r.IntN(10)}}
			for range r.IntN(3) {
				s.Rules = append(s.Rules, document.Item{Text: all[r.IntN(len(all))].Name})
			}
			doc.Suppressions = append(doc.Suppressions, s)
		}
		var found, want []*Finding
		for i := range 8 {
			at := r.IntN(40)
			f := &Finding{Rule: all[r.IntN(len(all))], Span: text.Span{Start: at, End: at + 2}, Message: fmt.Sprint(i)}
			found = append(found, f)
			if !slices.ContainsFunc(doc.Suppressions, func(s document.Suppression) bool { return hides(s, f) }) {
				want = append(want, f)
			}
		}
		p := &Pass{others: slices.Clone(found)}
		for _, s := range doc.Suppressions {
			names := []string{""}
			if len(s.Rules) > 0 {
				names = names[:0]
				for _, o := range s.Rules {
					names = append(names, o.Text)
				}
			}
			for _, name := range names {
				want := slices.ContainsFunc(found, func(f *Finding) bool { return hides(s, f) && (name == "" || f.Rule.Name == name) })
				if got := p.hides(s, name); got != want {
					t.Fatalf("%v hides a finding of %q: %t, want %t", s, name, got, want)
				}
			}
		}
		if got := suppress(doc, found); !slices.Equal(got, want) {
			t.Fatalf("%d findings are left, want %d", len(got), len(want))
		}
	}
}

// A word is quoted where its text has a mark before it that opens, and one behind
// it that closes.
func TestQuotations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	signs := []string{"a", "a", "\"", "“", "”", "„", "«", "»", "‘", "’"}
	for range 2000 {
		var b strings.Builder
		var words []text.Span
		for range r.IntN(9) {
			sign := signs[r.IntN(len(signs))]
			if sign == "a" {
				words = append(words, text.Span{Start: b.Len(), End: b.Len() + 1})
			}
			b.WriteString(sign)
		}
		marks := quotationsOf(b.String())
		for _, word := range words {
			before, after := b.String()[:word.Start], b.String()[word.End:]
			want := strings.Count(before, "\"")%2 == 1 && strings.Contains(after, "\"")
			for _, pair := range [][2]string{{"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}} {
				want = want || strings.Contains(after, pair[1]) && strings.LastIndex(before, pair[0]) > strings.LastIndex(before, pair[1])
			}
			if got := marks.hold(word); got != want {
				t.Errorf("%v of %q is quoted: %t, want %t", word, b.String(), got, want)
			}
		}
	}
}
