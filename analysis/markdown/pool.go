package markdown

// pool hands out what a tree consists of, many values from one allocation: a file
// has hundreds, and all are kept as long as the tree is.
type pool[T any] struct {
	free []T
	size int // of an allocation
}

// slice is n new values, without room behind them; nil for none.
func (p *pool[T]) slice(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(p.free) {
		p.free = make([]T, max(n, p.size))
	}
	s := p.free[:n:n]
	p.free = p.free[n:]
	return s
}
