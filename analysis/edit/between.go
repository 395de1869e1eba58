package edit

import (
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"

	"achievement-ls/analysis/text"
)

// Between gives the edits that turn one text into another, small enough that a
// cursor and an editor's marks beside them stay where they are.
func Between(before, after string) []text.Edit {
	diff := udiff.Strings
	if !utf8.ValidString(before) || !utf8.ValidString(after) {
		diff = udiff.Lines // characters that are none have no length to count by
	}
	var edits []text.Edit
	for _, d := range diff(before, after) {
		edits = append(edits, text.Replace(text.Span{Start: d.Start, End: d.End}, d.New))
	}
	return edits
}
