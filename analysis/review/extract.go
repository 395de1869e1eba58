package review

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Passage is what a review says of something that has no achievement of its own: a
// paragraph, or an item of a list with all below it.
type Passage struct {
	// Span is what a citation would stand in place of: the paragraph, or the item
	// behind its bullet.
	Span text.Span

	doc   *document.Document
	block *markdown.Block
}

// PassageAt is the passage at an offset. There is none where nothing is said but
// in code, a table or a field, and none that cites an achievement or links to a
// file of one.
func PassageAt(doc *document.Document, offset int) (Passage, bool) {
	b := passageBlock(doc, offset)
	if b == nil {
		return Passage{}, false
	}
	p := Passage{Span: b.Span, doc: doc, block: b}
	if b.Kind == markdown.Item {
		p.Span.Start = b.Text.Start
	}
	for _, m := range doc.Mentions() {
		if p.Span.Covers(m.Span) {
			return Passage{}, false
		}
	}
	for _, t := range doc.Targets() {
		if p.Span.Covers(t.Link) && document.FileID(t.Path) != "" {
			return Passage{}, false
		}
	}
	for _, f := range doc.Fields {
		if p.Span.Touches(f.Name.Start) {
			return Passage{}, false
		}
	}
	return p, p.Title() != ""
}

func passageBlock(doc *document.Document, offset int) *markdown.Block {
	for _, b := range doc.Tree.Blocks {
		if !b.Span.Touches(offset) {
			continue
		}
		switch b.Kind {
		case markdown.Paragraph:
			return b
		case markdown.List:
			for _, item := range b.Children {
				if item.Span.Touches(offset) {
					return item
				}
			}
		}
	}
	return nil
}

// longestTitle is how many bytes of a sentence can be a title.
const longestTitle = 60

// Title is how a passage begins: its first sentence, or as many of its words as
// make a title.
func (p Passage) Title() string {
	span := p.Span
	if p.block.Kind == markdown.Item {
		for _, c := range p.block.Children {
			if c.Kind == markdown.Paragraph {
				span = c.Span
				break
			}
		}
	}
	words := strings.Fields(markdown.Plain(p.doc.Prose(span)))
	title := ""
	for i, w := range words {
		if i > 0 && len(title)+1+len(w) > longestTitle {
			break
		}
		title = strings.TrimSpace(title + " " + w)
		if strings.ContainsAny(w[len(w)-1:], ".!?") {
			break
		}
	}
	return strings.TrimRight(title, ".!?,;:")
}

// Words are a passage's words as they stand in the file at a path: a paragraph,
// below it the items nested in it, its lines parted by "\n".
func (p Passage) Words(path string) string {
	q := quoting{doc: p.doc, to: path}
	if p.block.Kind != markdown.Item {
		return q.text(p.Span)
	}
	lines := q.item(p.block, "")
	if len(lines) == 1 {
		return lines[0]
	}
	out := lines[0] + "\n"
	for _, line := range lines[1:] {
		out += "\n" + strings.TrimPrefix(line, "  ")
	}
	return out
}
