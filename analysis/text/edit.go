package text

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Edit replaces the bytes of Span by New.
type Edit struct {
	Span Span
	New  string
	// Stops are the places within New that the writer is to fill in, as byte
	// spans of New, in the order they are visited. Most edits have none.
	Stops []Span
}

// Insert is an edit that adds s at offset.
func Insert(offset int, s string) Edit { return Edit{Span: Span{offset, offset}, New: s} }

// Delete is an edit that removes span.
func Delete(span Span) Edit { return Edit{Span: span} }

// Replace is an edit that puts s in the place of span.
func Replace(span Span, s string) Edit { return Edit{Span: span, New: s} }

// NewEdit is an edit whose text is written as a snippet: ${name} in pattern
// becomes a tab stop whose placeholder is name, and \$ is a dollar sign.
// Everything else is literal.
func NewEdit(span Span, pattern string) Edit {
	e := Edit{Span: span}
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		switch {
		case pattern[i] == '\\' && i+1 < len(pattern) && pattern[i+1] == '$':
			b.WriteByte('$')
			i++
		case strings.HasPrefix(pattern[i:], "${"):
			end := strings.IndexByte(pattern[i:], '}')
			if end < 0 {
				b.WriteByte('$')
				continue
			}
			start := b.Len()
			b.WriteString(pattern[i+2 : i+end])
			e.Stops = append(e.Stops, Span{start, b.Len()})
			i += end
		default:
			b.WriteByte(pattern[i])
		}
	}
	e.New = b.String()
	return e
}

var snippetEscaper = strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`)

// Literal is s as a pattern for NewEdit.
func Literal(s string) string { return strings.ReplaceAll(s, "$", `\$`) }

// Snippet is New in the snippet syntax of the Language Server Protocol
// (LSP 3.18, "Snippet Syntax"), each stop a numbered placeholder.
func (e Edit) Snippet() string {
	var b strings.Builder
	at := 0
	for i, stop := range e.Stops {
		b.WriteString(snippetEscaper.Replace(e.New[at:stop.Start]))
		b.WriteString("${" + strconv.Itoa(i+1))
		if !stop.Empty() {
			b.WriteString(":" + snippetEscaper.Replace(stop.Of(e.New)))
		}
		b.WriteString("}")
		at = stop.End
	}
	b.WriteString(snippetEscaper.Replace(e.New[at:]))
	return b.String()
}

// SortEdits orders edits by where they start. Insertions at one place keep
// their order.
func SortEdits(edits []Edit) {
	slices.SortStableFunc(edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
}

// Apply is src with all edits made, each understood in src as it was. It is an
// error when an edit lies outside src or two edits overlap.
func Apply(src string, edits []Edit) (string, error) {
	sorted := slices.Clone(edits)
	SortEdits(sorted)
	var b strings.Builder
	at := 0
	for _, e := range sorted {
		if e.Span.Start < at || e.Span.End < e.Span.Start || e.Span.End > len(src) {
			return "", fmt.Errorf("apply edit of bytes %d to %d: it overlaps another or lies outside the %d bytes of text", e.Span.Start, e.Span.End, len(src))
		}
		b.WriteString(src[at:e.Span.Start])
		b.WriteString(e.New)
		at = e.Span.End
	}
	b.WriteString(src[at:])
	return b.String(), nil
}
