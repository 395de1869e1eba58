package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// titlePlace is where what an entry lacks is reported: its heading's text, else
// the file's first line.
func titlePlace(doc *document.Document, e *document.Entry) text.Span {
	if e.Heading != nil {
		return headingPlace(e.Heading)
	}
	return firstLine(doc)
}

// fieldPlace is where a missing field is reported: the front matter's first
// line, where the file has any, else as titlePlace.
func fieldPlace(doc *document.Document, e *document.Entry) text.Span {
	if fm := doc.Tree.FrontMatterBlock; !fm.Empty() && !doc.Multiple {
		return doc.Lines.LineAt(fm.Start)
	}
	return titlePlace(doc, e)
}

// starPlace is where a missing STAR part is reported: the STAR heading, else as
// titlePlace.
func starPlace(doc *document.Document, e *document.Entry) text.Span {
	if s := e.Section(template.STAR); s != nil {
		return headingPlace(s)
	}
	return titlePlace(doc, e)
}

// headingPlace is a heading's text, or, where it has none, the heading.
func headingPlace(s *document.Section) text.Span {
	if s.Heading.Text.Empty() {
		return s.Heading.Span
	}
	return s.Heading.Text
}

// firstLine is the file's first line without a byte order mark. Comments that
// switch rules off, which can stand above it, are none.
func firstLine(doc *document.Document) text.Span {
	span := doc.Lines.Line(0)
	if strings.HasPrefix(doc.Source, "\ufeff") {
		span.Start += len("\ufeff")
	}
	for _, s := range doc.Suppressions {
		next := doc.Lines.LineOf(s.Comment.End) + 1
		if s.Comment.Start != span.Start || next == doc.Lines.Count() {
			break
		}
		span = doc.Lines.Line(next)
	}
	return span
}

// uncommented is the text of span, blanks in the place of comments.
func uncommented(doc *document.Document, span text.Span) string {
	s := doc.Text(span)
	for _, c := range doc.Tree.Comments {
		if span.Covers(c) {
			c = c.Shift(-span.Start)
			s = s[:c.Start] + strings.Repeat(" ", c.Len()) + s[c.End:]
		}
	}
	return s
}

// sectionSubject is the subject of findings about one section or STAR part of
// an entry.
func sectionSubject(e *document.Entry, key template.Key) string {
	return fmt.Sprintf("section:%s#%d", key, e.Span.Start)
}
