package rules

import (
	"slices"
	"sort"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// maxRounds bounds how often FixAll looks again: a fix can uncover a fault, and
// no more than a few can lie under one another.
const maxRounds = 10

// FixAll is the document's text with every certain fix applied to the findings
// for which wanted is true, again and again until nothing changes. It never
// leaves a text behind that has more findings than before.
func FixAll(in Input, wanted func(*Finding) bool) string {
	for range maxRounds {
		edits := CertainEdits(in.Document, Check(in), wanted)
		if len(edits) == 0 {
			break
		}
		fixed, err := text.Apply(in.Document.Source, edits)
		if err != nil || fixed == in.Document.Source {
			break
		}
		in.Document = document.ParseAs(in.Document.Kind, in.Document.Path, fixed, in.Document.Template)
		in.Facts = nil // those were the other text's
	}
	return in.Document.Source
}

// CertainEdits are the edits of the certain fix of each finding wanted, in order. Where two would touch the same bytes, the later waits for the next
// round.
func CertainEdits(doc *document.Document, found []*Finding, wanted func(*Finding) bool) []text.Edit {
	var edits []text.Edit
	var taken spans
	for _, f := range found {
		fix := f.CertainFix()
		if fix == nil || wanted != nil && !wanted(f) {
			continue
		}
		more := fix.Edits()
		if slices.ContainsFunc(more, taken.touch) {
			continue
		}
		for _, m := range more {
			taken.add(m)
		}
		edits = append(edits, more...)
	}
	text.SortEdits(edits)
	return edits
}

// spans are what edits touch, in order and apart.
type spans []text.Span

// touch reports whether an edit shares a byte or an end with one of the spans.
func (s spans) touch(e text.Edit) bool {
	i := s.from(e.Span.Start)
	return i < len(s) && s[i].Start <= e.Span.End
}

// add joins an edit's span to those that it touches.
func (s *spans) add(e text.Edit) {
	whole, i := e.Span, s.from(e.Span.Start)
	n := i
	for ; n < len(*s) && (*s)[n].Start <= whole.End; n++ {
		whole = text.Cover(whole, (*s)[n])
	}
	*s = slices.Replace(*s, i, n, whole)
}

// from is the first of the spans that ends at offset or later.
func (s spans) from(offset int) int {
	return sort.Search(len(s), func(i int) bool { return s[i].End >= offset })
}
