package workspace

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// Chunks that grow, split and vanish hold the same as a plain list.
func TestUsesInChunks(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	var u uses
	var want []use
	for range 3000 {
		f := &Facts{Path: fmt.Sprintf("f%04d", r.IntN(1500))}
		var now []use
		n := r.IntN(4)
		if r.IntN(200) == 0 {
			n = 3 * maxChunk // more of one file than a chunk holds
		}
		for i := range n {
			now = append(now, use{file: f, item: int32(i)})
		}
		u = u.with(f.Path, now)
		want = slices.DeleteFunc(want, func(o use) bool { return o.file.Path == f.Path })
		want = append(want, now...)
		slices.SortStableFunc(want, func(a, b use) int { return cmp.Compare(a.file.Path, b.file.Path) })
		if got := slices.Collect(u.all()); !slices.Equal(got, want) || u.len() != len(want) {
			t.Fatalf("%d uses are kept, want %d", len(got), len(want))
		}
	}
	for _, chunk := range u {
		if len(chunk) == 0 || len(chunk) > 2*maxChunk {
			t.Errorf("a chunk holds %d uses", len(chunk))
		}
	}
	if len(u) < 4 {
		t.Errorf("%d uses lie in %d chunks", u.len(), len(u))
	}
}
