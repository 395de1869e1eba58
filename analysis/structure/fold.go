// Package structure says what encloses what in a document: what can be folded
// away, and what a selection grows to.
package structure

import (
	"cmp"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Fold is a part of a document that can be shown as its first line. It takes
// more than one line, and no other starts on the same.
type Fold struct {
	Span    text.Span
	Comment bool
}

// Folds are the document's folds in order: sections, STAR parts, tables, lists
// and their items, comments, code, quotes and front matter.
func Folds(doc *document.Document) []Fold {
	f := folder{doc: doc, taken: map[int]bool{}}
	f.add(doc.Tree.FrontMatterBlock, false)
	titles := map[*document.Section]*document.Entry{}
	for _, e := range doc.Entries {
		if e.Heading != nil {
			titles[e.Heading] = e
		}
	}
	for _, s := range doc.Sections {
		span := s.Span
		if e := titles[s]; e != nil {
			span.End = max(span.End, e.Span.End)
		}
		f.add(span, false)
	}
	for _, e := range doc.Entries {
		for _, p := range e.Parts {
			f.add(text.Cover(p.Label, p.Body), false)
		}
	}
	for _, c := range doc.Tree.Comments {
		f.add(c, true)
	}
	var lists []text.Span
	doc.Walk(func(b *markdown.Block) bool {
		switch b.Kind {
		case markdown.List:
			lists = append(lists, b.Span)
		case markdown.Item, markdown.Table, markdown.Code, markdown.Quote:
			f.add(b.Span, false)
		}
		return true
	})
	for _, l := range lists { // a list's first item, where it has several lines, is folded rather than the list
		f.add(l, false)
	}
	slices.SortFunc(f.folds, func(a, b Fold) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return f.folds
}

type folder struct {
	doc   *document.Document
	taken map[int]bool // lines on which a fold starts
	folds []Fold
}

// add makes a fold of span without the blanks at its end.
func (f *folder) add(span text.Span, comment bool) {
	span.End = span.Start + len(strings.TrimRight(f.doc.Text(span), " \t\r\n"))
	first, last := f.doc.Lines.LineOf(span.Start), f.doc.Lines.LineOf(span.End)
	if first < last && !f.taken[first] {
		f.taken[first] = true
		f.folds = append(f.folds, Fold{span, comment})
	}
}
