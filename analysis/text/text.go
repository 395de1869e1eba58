// Package text holds what every other package says about a place in a file:
// spans of bytes, edits of spans, and the lines that turn a byte offset into
// the line and column an editor or a terminal wants.
//
// Inside the project a position is always a byte offset into the file's text
// as it was received. Lines and columns exist only at the edges.
package text

// Span is a half-open range of byte offsets, Start included, End not.
type Span struct {
	Start, End int
}

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether the byte at offset lies in the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Touches reports whether offset lies in the span or at its end, which is
// where the cursor stands after the span's last byte was typed.
func (s Span) Touches(offset int) bool { return s.Start <= offset && offset <= s.End }

// Covers reports whether other lies wholly within the span.
func (s Span) Covers(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the spans share a byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Shift is the span moved by delta bytes.
func (s Span) Shift(delta int) Span { return Span{s.Start + delta, s.End + delta} }

// Of is the part of src that the span covers. The span must lie within src.
func (s Span) Of(src string) string { return src[s.Start:s.End] }

// Cover is the smallest span that holds both.
func Cover(a, b Span) Span {
	return Span{min(a.Start, b.Start), max(a.End, b.End)}
}
