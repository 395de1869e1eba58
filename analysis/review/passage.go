package review

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Bullet is an achievement as a list item of the file at from: its headline
// result, and where it says so; "" where it has no result.
func Bullet(p workspace.Place, from string) string {
	result := Headline(p.Entry)
	if result == "" {
		return ""
	}
	return "- " + result + " (" + link(p, from) + ")"
}

// Story is an achievement as a paragraph of the file at from: the words of its
// STAR parts in their order, and where they stand; "" where it has none. doc is
// the achievement's file.
func Story(doc *document.Document, p workspace.Place, from string) string {
	q := quoting{doc: doc, to: from}
	var sentences []string
	e := entryOf(doc, p)
	if e == nil {
		return ""
	}
	for _, part := range e.Parts {
		if len(part.Keys) == 0 || part.Has(template.Reflection) {
			continue
		}
		for _, st := range doc.Statements(part.Body) {
			for _, line := range q.statement(st) {
				line = strings.TrimPrefix(strings.TrimSpace(line), "- ")
				if line == "" {
					continue
				}
				if !strings.ContainsAny(line[len(line)-1:], ".!?") {
					line += "."
				}
				sentences = append(sentences, line)
			}
		}
	}
	if len(sentences) == 0 {
		return ""
	}
	return strings.Join(sentences, " ") + " (" + link(p, from) + ")"
}

// entryOf is the achievement at a place in its document; nil where it is gone.
func entryOf(doc *document.Document, p workspace.Place) *document.Entry {
	for _, e := range doc.Entries {
		start := e.Span.Start
		if e.Heading != nil {
			start = e.Heading.Heading.Span.Start
		}
		if start == p.Entry.Offset {
			return e
		}
	}
	return nil
}

// Below is the edit that puts a block of text behind the one at an offset, or on
// the line there where it is blank, apart from what stands right above and below.
func Below(doc *document.Document, offset int, block string) text.Edit {
	eol := edit.EOL(doc)
	line, n := doc.Lines.LineAt(offset), doc.Lines.LineOf(offset)
	joins := false // the list above
	for _, b := range doc.Tree.Blocks {
		isList := b.Kind == markdown.List && strings.HasPrefix(block, "- ")
		joins = joins || isList && doc.Lines.LineOf(b.Span.End) == n-1
		if !b.Span.Touches(offset) {
			continue
		}
		gap := eol + eol
		if isList {
			gap = eol
		}
		return text.Insert(b.Span.End, gap+block)
	}
	written := func(n int) bool {
		return n >= 0 && n < doc.Lines.Count() && strings.TrimSpace(doc.Text(doc.Lines.Line(n))) != ""
	}
	if written(n-1) && !joins {
		block = eol + block
	}
	if written(n + 1) {
		block += eol
	}
	return text.Replace(line, block)
}
