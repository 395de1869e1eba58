package structure

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Enclosing are the spans around an offset, each within the next: in a table
// word, cell, row, table, section; in a list word, sentence, item, list,
// section; and at last the whole file.
func Enclosing(doc *document.Document, offset int) []text.Span {
	e := encloser{doc: doc, offset: offset}
	e.add(wordAt(doc.Source, offset))
	e.blocks()
	for l := range doc.LinksIn(text.Span{End: len(doc.Source)}) {
		e.add(l.Text, l.Target, l.Span)
	}
	e.fields(doc.Fields)
	for _, entry := range doc.Entries {
		e.add(entry.TitleSpan, entry.Span)
		e.fields(entry.Fields)
		for _, p := range entry.Parts {
			e.add(p.Label, p.Body, text.Cover(doc.Lines.LineAt(p.Label.Start), p.Body))
		}
		for _, t := range entry.Tags {
			e.add(t.Span)
		}
	}
	for _, s := range doc.Sections {
		e.add(s.Body, text.Cover(s.Heading.Span, s.Span))
	}
	e.add(doc.Tree.Comments...)
	e.add(doc.Tree.FrontMatter, doc.Tree.FrontMatterBlock)
	e.found = append(e.found, text.Span{End: len(doc.Source)})
	return e.nested()
}

type encloser struct {
	doc    *document.Document
	offset int
	found  []text.Span
}

// add takes the spans that hold the offset, without the blanks around them
// where it stands in none.
func (e *encloser) add(spans ...text.Span) {
	for _, s := range spans {
		body := strings.TrimLeft(e.doc.Text(s), " \t\r\n")
		inner := text.Span{Start: s.End - len(body), End: s.End - len(body) + len(strings.TrimRight(body, " \t\r\n"))}
		if inner.Touches(e.offset) {
			s = inner
		}
		if s.Touches(e.offset) && !s.Empty() {
			e.found = append(e.found, s)
		}
	}
}

func (e *encloser) fields(fields []*document.Field) {
	for _, f := range fields {
		e.add(f.Name, f.Value, f.Line)
		for _, item := range f.Items {
			e.add(item.Span)
		}
	}
}

// blocks adds the blocks around the offset, what they hold, and the sentence.
func (e *encloser) blocks() {
	e.doc.Walk(func(b *markdown.Block) bool {
		if !b.Span.Touches(e.offset) {
			return false
		}
		e.add(b.Span, b.Text)
		if b.Kind == markdown.Paragraph {
			e.add(e.doc.Sentences(b.Span)...)
		}
		return true
	})
}

// nested are the spans found, the smallest first, each within the next. What
// overlaps a smaller one without holding it is left out.
func (e *encloser) nested() []text.Span {
	slices.SortStableFunc(e.found, func(a, b text.Span) int { return cmp.Compare(a.Len(), b.Len()) })
	var out []text.Span
	for _, s := range e.found {
		if n := len(out); n == 0 || s.Covers(out[n-1]) && s != out[n-1] {
			out = append(out, s)
		}
	}
	return out
}

// wordAt is the word at an offset or that ends there: letters and digits, with
// what joins them.
func wordAt(src string, offset int) text.Span {
	in := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("_-'’", r)
	}
	s := text.Span{Start: offset, End: offset}
	for s.Start > 0 {
		r, size := utf8.DecodeLastRuneInString(src[:s.Start])
		if !in(r) {
			break
		}
		s.Start -= size
	}
	for s.End < len(src) {
		r, size := utf8.DecodeRuneInString(src[s.End:])
		if !in(r) {
			break
		}
		s.End += size
	}
	return s
}
