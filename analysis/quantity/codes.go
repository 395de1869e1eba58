package quantity

// statusCode reports whether number i can be a status of HTTP.
func (r *reader) statusCode(i int) bool {
	if r.digitCount(i) != 3 {
		return false
	}
	switch r.token(i).value {
	case 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 422, 429, 499, 500, 501, 502, 503, 504:
		return true
	}
	return false
}

// airliner reports whether number i is a Boeing's: landed a 737 simulator.
func (r *reader) airliner(i int) bool {
	t, n := r.token(i), r.token(i+1)
	return r.digitCount(i) == 3 && t.value >= 707 && t.value <= 787 && int(t.value)%10 == 7 && r.token(i-1).is(roleArticle) && n.kind == tokenWord && !r.plural(i+1) && !n.is(roleSuffix)
}
