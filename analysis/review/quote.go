package review

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// quoting takes words of a document over into the file at to: links lead where
// they led, and another achievement's ID is set as code, since the review does
// not cite it.
type quoting struct {
	doc *document.Document
	to  string
}

// statement is a statement as lines: the first its own words, the others its
// nested items.
func (q quoting) statement(s document.Statement) []string {
	switch s.Block.Kind {
	case markdown.Item:
		return q.item(s.Block, "")
	case markdown.Row:
		if s.Span == s.Block.Span {
			return []string{q.row(s.Block)}
		}
	}
	return nonEmpty(q.text(s.Head))
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func (q quoting) item(item *markdown.Block, indent string) []string {
	var words, nested []string
	for _, c := range item.Children {
		switch c.Kind {
		case markdown.Paragraph:
			words = append(words, q.text(c.Span))
		case markdown.List:
			for _, child := range c.Children {
				for i, line := range q.item(child, indent+"  ") {
					if i == 0 {
						line = indent + "  - " + line
					}
					nested = append(nested, line)
				}
			}
		}
	}
	return append([]string{strings.Join(words, " ")}, nested...)
}

// row is a table's row as a sentence: what the first cell names, then the
// others, with an arrow between before and after.
func (q quoting) row(row *markdown.Block) string {
	var cells []string
	for _, c := range row.Children {
		cells = append(cells, q.text(c.Text))
	}
	if len(cells) < 2 {
		return strings.Join(cells, "")
	}
	join := ", "
	if q.doc.IsChange(row) {
		join = " → "
	}
	rest := slices.DeleteFunc(cells[1:], func(s string) bool { return s == "" })
	return cells[0] + ": " + strings.Join(rest, join)
}

// text is a part of the document on one line.
func (q quoting) text(span text.Span) string {
	var edits []text.Edit
	add := func(e text.Edit) {
		if span.Covers(e.Span) && !slices.ContainsFunc(edits, func(o text.Edit) bool { return o.Span.Overlaps(e.Span) }) {
			edits = append(edits, e)
		}
	}
	for _, c := range q.doc.Tree.Comments {
		add(text.Delete(c))
	}
	for _, t := range q.doc.Targets() {
		if !span.Covers(t.Link) {
			continue
		}
		switch {
		case t.Wiki || document.FileID(t.Path) != "" || !t.Link.Covers(t.Span) || len(document.IdentifiersIn(q.doc.Text(t.Text))) > 0:
			add(text.Replace(t.Link, asCode(q.doc.Text(t.Text))))
		case t.Path == "":
			add(text.Insert(t.Span.Start, Link(q.doc.Path, q.to)))
		default:
			add(text.Replace(t.Span, Link(t.Path, q.to)))
		}
	}
	for _, m := range q.doc.Mentions() {
		if span.Covers(m.Span) {
			add(text.Replace(m.Span, asCode(q.doc.Text(m.Span))))
		}
	}
	for i := range edits {
		edits[i].Span = edits[i].Span.Shift(-span.Start)
	}
	src := span.Of(q.doc.Source)
	if s, err := text.Apply(src, edits); err == nil {
		src = s
	}
	return strings.Join(strings.Fields(src), " ")
}

// asCode is a text without markup, the IDs in it set as code.
func asCode(s string) string {
	for _, m := range slices.Backward(document.IdentifiersIn(s)) {
		if strings.Count(s[:m.Span.Start], "`")%2 == 0 {
			s = s[:m.Span.Start] + "`" + m.Span.Of(s) + "`" + s[m.Span.End:]
		}
	}
	return s
}
