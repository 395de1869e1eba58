// Package format lays a document out: its tables aligned, a blank line around
// its headings, one kind of bullet, fields and rules between sections as the
// rest of the file has them, no blanks at a line's end, one newline at the
// file's.
//
// It changes blanks, bullets, bars, dashes and the colon of a field, never a
// word, and leaves alone what is not its own: code, comments, HTML, quotes,
// front matter, the definitions of links. Whatever would make CommonMark read
// the text in another way is not done.
package format

import (
	"slices"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Document gives the edits that lay doc out, sorted, as small as they can be;
// none for a document of kind Other or Excluded.
func Document(doc *document.Document, style config.Format) []text.Edit {
	f := newFormatter(doc, style)
	if f == nil {
		return nil
	}
	return f.kept(func(change) bool { return true })
}

// Range is Document for the lines that each of the spans touches. A list that
// reaches out of them keeps its bullets and indentation.
func Range(doc *document.Document, style config.Format, spans ...text.Span) []text.Edit {
	f := newFormatter(doc, style)
	if f == nil {
		return nil
	}
	return f.kept(func(c change) bool {
		return slices.ContainsFunc(spans, func(span text.Span) bool { return c.within(doc, span) })
	})
}

// change is what is done together or not at all.
type change []text.Edit

// within reports whether a change lies in the lines that a span touches.
func (c change) within(doc *document.Document, span text.Span) bool {
	last := doc.Lines.LineOf(span.End)
	if line := doc.Lines.Line(last); !span.Empty() && span.End == line.Start {
		last--
	}
	start, end, next := doc.Lines.LineAt(span.Start).Start, doc.Lines.Line(last).End, len(doc.Source)
	if last+1 < doc.Lines.Count() {
		next = doc.Lines.Line(last + 1).Start
	}
	return !slices.ContainsFunc(c, func(e text.Edit) bool {
		return e.Span.Start < start || e.Span.Start > end || e.Span.End > next
	})
}

// formatter collects the changes to one document.
type formatter struct {
	doc     *document.Document
	raw     *markdown.Tree // as CommonMark reads it, nothing forgiven
	style   config.Format
	eol     string
	lines   []line
	changes []change
	// mends part a rule from the fields right above, for whose underline
	// CommonMark takes it; mended are these rules, by their offset.
	mends  []change
	mended map[int]bool
}

func newFormatter(doc *document.Document, style config.Format) *formatter {
	f := open(doc, style)
	if f == nil {
		return nil
	}
	f.fields()
	f.tables()
	f.lists()
	f.gaps()
	f.finish()
	f.blanks()
	return f
}

// open reads whose each line is, and changes nothing; nil for a document that
// is not ours.
func open(doc *document.Document, style config.Format) *formatter {
	if !ours(doc) {
		return nil
	}
	return opened(doc, style, markdown.Parse(doc.Source, nil))
}

func ours(doc *document.Document) bool {
	return doc.Kind != document.Other && doc.Kind != document.Excluded
}

// opened is open for the tree that CommonMark makes of a document of ours.
func opened(doc *document.Document, style config.Format, raw *markdown.Tree) *formatter {
	f := &formatter{doc: doc, raw: raw, style: style, eol: edit.EOL(doc), mended: make(map[int]bool)}
	f.readLines()
	return f
}

// replace is a change of its own, if it is one.
func (f *formatter) replace(span text.Span, s string) {
	if f.doc.Text(span) != s {
		f.changes = append(f.changes, change{text.Replace(span, s)})
	}
}

func (f *formatter) insert(offset int, s string) {
	f.replace(text.Span{Start: offset, End: offset}, s)
}

// kept are the edits of the wanted changes, but of those that would have
// CommonMark read the document in another way.
func (f *formatter) kept(wanted func(change) bool) []text.Edit {
	unwanted := func(c change) bool { return !wanted(c) }
	k := keeper{src: f.doc.Source, before: outline(f.raw, f.mended), tries: maxTries}
	mends := slices.DeleteFunc(f.mends, unwanted)
	if len(mends) < len(f.mended) || !k.try(mends) {
		k.before = outline(f.raw, nil)
	}
	k.keep(slices.DeleteFunc(f.changes, unwanted))
	return k.edits
}

// maxTries bounds how often a document is read again to find out which change
// is the one that cannot be made.
const maxTries = 64

type keeper struct {
	src    string
	before string // the outline to keep
	edits  []text.Edit
	tries  int
}

// keep adds the changes that can be made; where not all can, those of each half
// by itself.
func (k *keeper) keep(changes []change) {
	if len(changes) == 0 || k.tries == 0 || k.try(changes) {
		return
	}
	if half := len(changes) / 2; half > 0 {
		k.keep(changes[:half])
		k.keep(changes[half:])
	}
}

// try adds changes if all of them can be made.
func (k *keeper) try(changes []change) bool {
	k.tries--
	edits := append(slices.Clone(k.edits), slices.Concat(changes...)...)
	text.SortEdits(edits)
	after, err := text.Apply(k.src, edits)
	if err != nil || outline(markdown.Parse(after, nil), nil) != k.before {
		return false
	}
	k.edits = edits
	return true
}
