package rules

import (
	"runtime"
	"testing"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules/internal/corpus"
)

// What a check makes grows with the text and not with its square, which for eight
// times the text would be 64 times the memory; up to 16 times it may be, since slices
// grow by leaps. What is looked at without being kept is held by the
// tests of what looks (TestLookalikes and others).
func TestHostileTextsGrowInProportion(t *testing.T) {
	const size = 4 << 10
	made := func(text corpus.Text) uint64 {
		runtime.GC() // what was pooled is forgotten after two
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Check(Input{Document: Parse(config.Default(), "ACH-001-X.md", text.Source)})
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	larger := corpus.Hostile(8 * size)
	for i, text := range corpus.Hostile(size) {
		if once, more := made(text), made(larger[i]); more > 16*once {
			t.Errorf("%s: %d kB make %d kB, %d kB make %d kB", text.Name, len(text.Source)>>10, once>>10, len(larger[i].Source)>>10, more>>10)
		}
	}
}

// What a whole check of one file costs, by hostile texts of a megabyte. The aim
// is two seconds for each.
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
