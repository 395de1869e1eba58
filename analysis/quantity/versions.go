package quantity

// versionPair reports whether number i is one of the values of "upgraded the
// cluster from 1.21 to 1.27", or the least of "Node >= 18".
func (r *reader) versionPair(i int) bool {
	if n := r.token(i + 1); n.kind == tokenWord && !n.is(roleStop|roleTo|roleClause) || n.symbol('%') || n.kind == tokenHan {
		return false
	}
	j := i - 1
	for j > i-3 && (r.token(j).symbol('>') || r.token(j).symbol('=') || r.token(j).symbol('<') || r.token(j).symbol('≥')) {
		j--
	}
	if j < i-1 {
		return r.token(j).is(roleProduct) && r.token(j).capital
	}
	if !r.token(j).is(roleFrom | roleTo) {
		return false
	}
	for j--; j >= 0 && i-j < 12; j-- {
		t := r.token(j)
		if t.kind == tokenStop || t.is(roleUp|roleDown|roleBetter) && !t.is(roleVersioned) {
			return false
		}
		if t.is(roleVersioned) {
			return true
		}
	}
	return false
}

// airliner reports whether number i is a Boeing's: piloted a 747 freighter.
func (r *reader) airliner(i int) bool {
	t, n := r.token(i), r.token(i+1)
	return r.digitCount(i) == 3 && t.value >= 707 && t.value <= 787 && int(t.value)%10 == 7 && r.token(i-1).is(roleArticle) && n.kind == tokenWord && !r.plural(i+1) && !n.is(roleSuffix)
}

// versionList reports whether what stands before word w is a pair of versions:
// Ruby 2.6 → 3.3, Sidekiq 6 → 8.
func (r *reader) versionList(w int) bool {
	comma, b, a := r.token(w-1), r.token(w-2), r.token(w-4)
	return comma.kind == tokenComma && b.masked && r.token(w-3).kind == tokenArrow && a.masked
}

// versioned reports whether a word before token i in its sentence says that
// something is upgraded.
func (r *reader) versioned(i int) bool {
	for j := i - 1; j >= 0 && i-j < 12; j-- {
		if r.tokens[j].kind == tokenStop {
			return false
		}
		if r.tokens[j].is(roleVersioned) {
			return true
		}
	}
	return false
}
