package edit

import (
	"slices"
	"strconv"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// CanBullet reports whether Bullets has anything to do at offset, without doing it.
// Of a paragraph whose markup is hard to part it says no.
func CanBullet(doc *document.Document, offset int) bool {
	return proseAt(doc, offset) != nil
}

// Bullets makes a list of the paragraph that holds offset, each sentence an item;
// none where it is no prose of a known section or STAR part, or a sentence ends
// within markup.
func Bullets(doc *document.Document, offset int) []text.Edit {
	p := proseAt(doc, offset)
	if p == nil {
		return nil
	}
	b := bullet(doc)
	return itemize(doc, p, func(int) string { return b + " " })
}

// CanNumber reports whether Steps has anything to do at offset, as CanBullet does.
func CanNumber(doc *document.Document, e *document.Entry, offset int) bool {
	list, p := actionAt(doc, e, offset)
	if list != nil {
		return !slices.ContainsFunc(list.Children, func(item *markdown.Block) bool { return !item.Box.Empty() })
	}
	return p != nil
}

// Steps numbers what stands at offset in an entry's Action: the items of its
// list, or the sentences of its paragraph.
func Steps(doc *document.Document, e *document.Entry, offset int) []text.Edit {
	list, p := actionAt(doc, e, offset)
	switch {
	case list != nil:
		return number(doc, list)
	case p != nil:
		return itemize(doc, p, func(i int) string { return strconv.Itoa(i+1) + ". " })
	}
	return nil
}

// actionAt is the list of bullets, else the paragraph, that holds offset in an
// entry's Action; both nil elsewhere.
func actionAt(doc *document.Document, e *document.Entry, offset int) (list, prose *markdown.Block) {
	part := e.Part(template.Action)
	if part == nil || part.Form != document.FormHeading || !part.Body.Touches(offset) {
		return nil, nil
	}
	for b := range doc.BlocksIn(part.Body) {
		if b.Kind == markdown.List && !b.Ordered && b.Span.Touches(offset) {
			return b, nil
		}
	}
	return nil, proseAt(doc, offset)
}

var (
	// blockOpening is what would begin another block, were it the first of an item.
	blockOpening = pattern.New(`^(?:[-+>|~=:]|#{1,6}[ \t]|\*[ \t]|\d+[.)](?:[ \t]|$)|\[[^\]]*\]:)`)
	// labelled is how a review's paragraph begins that is about what it names first.
	labelled    = pattern.New(`^(?:\*\*|__)[^*_]+(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])`)
	htmlOpening = pattern.New(`<[A-Za-z/!?]`)
)

// parts reports whether a paragraph can be parted into its sentences: each has its
// markup whole and begins no other block.
func parts(doc *document.Document, p *markdown.Block) bool {
	sentences := doc.Sentences(p.Span)
	for _, s := range sentences {
		words := doc.Text(s)
		if blockOpening.MatchString(words) || htmlOpening.MatchString(words) || strings.Count(words, "[") != strings.Count(words, "]") {
			return false
		}
		for _, mark := range []string{"*", "_", "`"} {
			if strings.Count(words, mark)%2 == 1 {
				return false
			}
		}
	}
	return len(sentences) > 0
}

// proseAt is the paragraph that holds offset below the heading of a known section
// or STAR part, in a review below any; nil where it carries a label or a field, or
// can't be parted.
func proseAt(doc *document.Document, offset int) *markdown.Block {
	e, s := doc.EntryAt(offset), doc.SectionAt(offset)
	if s == nil || doc.Kind != document.Review && (e == nil || s.Key == "") {
		return nil
	}
	fields, parted := doc.Fields, []*document.Part(nil)
	if e != nil {
		fields, parted = e.Fields, e.Parts
	}
	for b := range doc.BlocksIn(s.Body) {
		if b.Kind != markdown.Paragraph || !b.Span.Touches(offset) {
			continue
		}
		for _, f := range fields {
			if b.Span.Overlaps(f.Line) {
				return nil
			}
		}
		for _, p := range parted {
			if p.Form != document.FormHeading && b.Span.Overlaps(p.Label) {
				return nil
			}
		}
		if doc.Kind == document.Review && labelled.MatchString(doc.Text(b.Span)) {
			return nil
		}
		if !parts(doc, b) {
			return nil
		}
		return b
	}
	return nil
}

// itemize puts each sentence of a paragraph on a line of its own behind its
// marker. Only blanks are taken away.
func itemize(doc *document.Document, p *markdown.Block, marker func(i int) string) []text.Edit {
	var edits []text.Edit
	sentences := doc.Sentences(p.Span)
	for i, s := range sentences {
		start := s.Start
		if i == 0 {
			start = p.Span.Start
		}
		end := p.Span.End
		if i+1 < len(sentences) {
			end = sentences[i+1].Start
		}
		m := marker(i)
		if i == 0 {
			edits = append(edits, text.Insert(start, m))
		} else {
			blanks := len(strings.TrimRight(doc.Source[:start], " \t\r\n"))
			edits = append(edits, text.Replace(text.Span{Start: blanks, End: start}, EOL(doc)+m))
		}
		for _, line := range p.Lines { // the sentence goes on below its first line
			if line.Start > start && line.Start < end {
				at := text.Span{Start: lineStart(doc, line.Start), End: line.Start}
				if indent := strings.Repeat(" ", len(m)); doc.Text(at) != indent {
					edits = append(edits, text.Replace(at, indent))
				}
			}
		}
	}
	if !sameMarkup(doc, edits, len(sentences)) {
		return nil
	}
	return edits
}

// sameMarkup reports whether the markup within the lines means after edits what
// it meant before, items being new list items.
func sameMarkup(doc *document.Document, edits []text.Edit, items int) bool {
	src, err := text.Apply(doc.Source, edits)
	if err != nil {
		return false
	}
	before, after := doc.Tree, markdown.Parse(src, doc.Template.Known)
	marks := func(t *markdown.Tree) (n int) {
		for _, c := range []string{"**", "_", "`", "[", "<"} {
			n += strings.Count(t.Prose, c)
		}
		return n
	}
	return marks(before) == marks(after) && len(before.Links) == len(after.Links) && countItems(before.Blocks)+items == countItems(after.Blocks)
}

func countItems(blocks []*markdown.Block) int {
	n := 0
	for _, b := range blocks {
		if b.Kind == markdown.Item {
			n++
		}
		n += countItems(b.Children)
	}
	return n
}

// number gives the items of a list of bullets their numbers, and what stands
// below an item's first line its new indentation.
func number(doc *document.Document, list *markdown.Block) []text.Edit {
	var edits []text.Edit
	for i, item := range list.Children {
		if !item.Box.Empty() {
			return nil
		}
		marker := strconv.Itoa(i+1) + "."
		edits = append(edits, text.Replace(item.Marker, marker))
		last := doc.Lines.LineOf(item.Span.End)
		for n := doc.Lines.LineOf(item.Span.Start) + 1; n <= last; n++ {
			start := doc.Lines.Line(n).Start
			if !blankLine(doc, n) && doc.Source[start] == ' ' {
				edits = append(edits, text.Insert(start, strings.Repeat(" ", len(marker)-item.Marker.Len())))
			}
		}
	}
	return edits
}
