package rules

import (
	"testing"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules/internal/corpus"
)

// What a whole check of one file costs, by hostile texts of a megabyte. The aim
// is two seconds for each, which not all reach: one text alone can take minutes,
// so name it (-bench 'Hostile/^list$').
func BenchmarkHostile(b *testing.B) {
	for _, t := range corpus.Hostile(1 << 20) {
		b.Run(t.Name, func(b *testing.B) {
			b.SetBytes(int64(len(t.Source)))
			b.ReportAllocs()
			for b.Loop() {
				Check(Input{Document: Parse(config.Default(), "ACH-001-X.md", t.Source)})
			}
		})
	}
}
