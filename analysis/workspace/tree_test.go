package workspace

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// A tree is held against a map over random changes; what was before stays.
func TestTreeIsAPersistentOrderedMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var tr *tree[int]
	want := map[string]int{}
	type version struct {
		tree *tree[int]
		want map[string]int
	}
	var versions []version
	for i := range 4000 {
		key := fmt.Sprintf("k%d", r.IntN(300))
		if r.IntN(3) == 0 {
			tr = tr.without(key)
			delete(want, key)
		} else {
			tr = tr.set(key, i)
			want[key] = i
		}
		if i%200 == 0 {
			versions = append(versions, version{tr, maps.Clone(want)})
		}
	}
	for _, v := range append(versions, version{tr, want}) {
		got := maps.Collect(v.tree.all())
		if !maps.Equal(got, v.want) || v.tree.len() != len(v.want) {
			t.Fatalf("the tree holds %d of %d entries: %v, want %v", v.tree.len(), len(v.want), got, v.want)
		}
		var keys []string
		for k := range v.tree.all() {
			keys = append(keys, k)
		}
		if !slices.IsSorted(keys) {
			t.Errorf("keys out of order: %v", keys)
		}
		for k, x := range v.want {
			if got, ok := v.tree.get(k); !ok || got != x {
				t.Errorf("%s is %d, %t, want %d", k, got, ok, x)
			}
		}
	}
}

// The shape follows from the contents, whatever way led there.
func TestTreeShape(t *testing.T) {
	var a, b *tree[int]
	for i := range 2000 {
		a = a.set(fmt.Sprint(i), i)
		b = b.set(fmt.Sprint(1999-i), 1999-i)
	}
	for i := range 500 {
		a, b = a.without(fmt.Sprint(i)), b.without(fmt.Sprint(499-i))
	}
	var same func(x, y *tree[int]) bool
	depth := 0
	same = func(x, y *tree[int]) bool {
		depth++
		defer func() { depth-- }()
		if depth > 60 {
			t.Fatal("the tree is out of balance")
		}
		return x == nil && y == nil || x != nil && y != nil && x.key == y.key && same(x.left, y.left) && same(x.right, y.right)
	}
	if !same(a, b) {
		t.Error("two ways to the same contents give two shapes")
	}
}
