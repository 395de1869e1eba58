package workspace

import (
	"hash/fnv"
	"iter"
)

// tree is a persistent ordered map from string to V: set and without give
// another that shares all but the way to the changed node. It is a treap whose
// priorities are hashes of the keys, so that equal contents have equal shapes.
// nil is the empty tree.
type tree[V any] struct {
	key         string
	value       V
	priority    uint32
	size        int
	left, right *tree[V]
}

func priority(key string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(key)) // never fails
	x := h.Sum32()       // FNV's high bits hardly differ between like keys
	x ^= x >> 16
	x *= 0x85ebca6b
	x ^= x >> 13
	return x
}

func (t *tree[V]) get(key string) (value V, ok bool) {
	for t != nil {
		switch {
		case key < t.key:
			t = t.left
		case key > t.key:
			t = t.right
		default:
			return t.value, true
		}
	}
	return value, false
}

func (t *tree[V]) len() int {
	if t == nil {
		return 0
	}
	return t.size
}

// set is t with value under key.
func (t *tree[V]) set(key string, value V) *tree[V] {
	return t.insert(key, value, priority(key))
}

func (t *tree[V]) insert(key string, value V, p uint32) *tree[V] {
	switch {
	case t == nil:
		return &tree[V]{key: key, value: value, priority: p, size: 1}
	case key == t.key:
		c := *t
		c.value = value
		return &c
	case t.above(p, key):
		c := *t
		if key < t.key {
			c.left = t.left.insert(key, value, p)
		} else {
			c.right = t.right.insert(key, value, p)
		}
		return c.counted()
	}
	c := tree[V]{key: key, value: value, priority: p}
	c.left, c.right = t.split(key)
	return c.counted()
}

// above reports whether t's root stays above a node of that priority and key.
func (t *tree[V]) above(p uint32, key string) bool {
	return t.priority > p || t.priority == p && t.key < key
}

// split parts t into what lies before key and after it; key is not in t.
func (t *tree[V]) split(key string) (before, after *tree[V]) {
	if t == nil {
		return nil, nil
	}
	c := *t
	if t.key < key {
		c.right, after = t.right.split(key)
		return c.counted(), after
	}
	before, c.left = t.left.split(key)
	return before, c.counted()
}

// without is t without key.
func (t *tree[V]) without(key string) *tree[V] {
	if t == nil {
		return nil
	}
	c := *t
	switch {
	case key < t.key:
		if c.left = t.left.without(key); c.left == t.left {
			return t
		}
	case key > t.key:
		if c.right = t.right.without(key); c.right == t.right {
			return t
		}
	default:
		return join(t.left, t.right)
	}
	return c.counted()
}

// join is the tree of two of which all keys of the first lie before the second's.
func join[V any](a, b *tree[V]) *tree[V] {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	if a.above(b.priority, b.key) {
		c := *a
		c.right = join(a.right, b)
		return c.counted()
	}
	c := *b
	c.left = join(a, b.left)
	return c.counted()
}

// counted is a node that is not shared yet, its size set.
func (t tree[V]) counted() *tree[V] {
	t.size = 1 + t.left.len() + t.right.len()
	return &t
}

// all visits keys and values in the keys' order.
func (t *tree[V]) all() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) { t.visit(yield) }
}

func (t *tree[V]) visit(yield func(string, V) bool) bool {
	return t == nil || t.left.visit(yield) && yield(t.key, t.value) && t.right.visit(yield)
}

// from visits keys and values in the keys' order, from key on.
func (t *tree[V]) from(key string) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) { t.visitFrom(key, yield) }
}

func (t *tree[V]) visitFrom(key string, yield func(string, V) bool) bool {
	if t == nil {
		return true
	}
	if t.key < key {
		return t.right.visitFrom(key, yield)
	}
	return t.left.visitFrom(key, yield) && yield(t.key, t.value) && t.right.visit(yield)
}
