// Package edit makes changes to a document: it inserts sections, fields and
// rows at their place, brings sections in order, and writes the comments that
// switch rules off.
//
// Every function gives byte-span edits of the document as it is, as few and as
// small as the change needs. They keep what the file has: its line ends,
// bullets, blank lines, rules between sections, the way it writes its fields
// and STAR labels. What the writer is to fill in is a tab stop.
package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// EOL is the document's line ending, that of its first line: "\n", "\r\n" or
// "\r"; "\n" where it has only one line.
func EOL(doc *document.Document) string {
	i := strings.IndexAny(doc.Source, "\r\n")
	switch {
	case i < 0 || doc.Source[i] == '\n':
		return "\n"
	case strings.HasPrefix(doc.Source[i:], "\r\n"):
		return "\r\n"
	}
	return "\r"
}

// makeEdit is the edit that puts a pattern (see text.NewEdit), its lines parted by
// "\n", in the place of span.
func makeEdit(doc *document.Document, span text.Span, pattern string) text.Edit {
	return text.NewEdit(span, strings.ReplaceAll(pattern, "\n", EOL(doc)))
}

// insertion is makeEdit at an offset.
func insertion(doc *document.Document, offset int, pattern string) text.Edit {
	return makeEdit(doc, text.Span{Start: offset, End: offset}, pattern)
}

// join makes one edit of insertions at the same offset, in their order, so that
// no client has to guess which comes first. Blank lines that both bring are
// there once, and one where neither brings any.
func join(doc *document.Document, edits []text.Edit) []text.Edit {
	eol := EOL(doc)
	var out []text.Edit
	for _, e := range edits {
		i := len(out) - 1
		if i < 0 || !e.Span.Empty() || out[i].Span != e.Span {
			out = append(out, e)
			continue
		}
		before, after := out[i].New, e.New
		switch {
		case strings.HasSuffix(before, eol+eol) && strings.HasPrefix(after, eol):
			after = after[len(eol):]
		case strings.HasSuffix(before, eol) && strings.HasPrefix(after, eol+eol):
			before = before[:len(before)-len(eol)]
		case !strings.HasSuffix(before, eol) && !strings.HasPrefix(after, eol):
			before += eol + eol
		}
		stops := append([]text.Span(nil), out[i].Stops...)
		for _, s := range e.Stops {
			stops = append(stops, s.Shift(len(before)+len(after)-len(e.New)))
		}
		out[i].New = before + after
		out[i].Stops = stops
	}
	return out
}

// changing is an edit, or none where it would write what stands there: the row of
// a table without columns has nothing to fill in.
func changing(doc *document.Document, e text.Edit) []text.Edit {
	if e.New == doc.Text(e.Span) {
		return nil
	}
	return []text.Edit{e}
}

// lineStart and lineEnd are where the line that holds offset starts, and where
// it ends without its line ending. A byte order mark is no part of its line.
func lineStart(doc *document.Document, offset int) int {
	start := doc.Lines.LineAt(offset).Start
	if start == 0 && strings.HasPrefix(doc.Source, "\ufeff") {
		return len("\ufeff")
	}
	return start
}

func lineEnd(doc *document.Document, offset int) int { return doc.Lines.LineAt(offset).End }

// blankLine reports whether line n holds nothing, or does not exist.
func blankLine(doc *document.Document, n int) bool {
	if n < 0 || n >= doc.Lines.Count() {
		return true
	}
	return strings.Trim(doc.Text(doc.Lines.Line(n)), " \t\ufeff") == ""
}

var bulletLine = pattern.New(`(?m)^(\s*)- `)

// body is a template's body as this document would write it: with the bullet
// that its lists have, blank lines before and below headings where it has any,
// and headings moved by shift levels.
func body(doc *document.Document, pattern string, shift int) string {
	if b := bullet(doc); b != "-" {
		pattern = bulletLine.ReplaceAllString(pattern, "${1}"+b+" ")
	}
	if tight(doc) {
		pattern = strings.ReplaceAll(pattern, "\n\n", "\n")
	}
	var lines []string
	close := false // the line before is a heading below which no blank line stands
	for line := range strings.SplitSeq(pattern, "\n") {
		if close && line == "" {
			close = false
			continue
		}
		close = false
		if n := len(line) - len(strings.TrimLeft(line, "#")); n > 0 && strings.HasPrefix(line[n:], " ") {
			close = Below(doc, n+shift) == "\n"
			line = hashes(n+shift) + line[n:]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// bullet is the bullet of the document's first list, "-" where it has none.
func bullet(doc *document.Document) string {
	found := "-"
	doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Item && !b.Ordered && b.Marker.Len() == 1 {
			if found == "-" {
				found = doc.Text(b.Marker)
			}
			return false
		}
		return b.Kind != markdown.Quote
	})
	return found
}

func hashes(level int) string { return strings.Repeat("#", min(max(level, 1), 6)) }

// plainName is a template name without its note: "Situation" for "Situation
// (Context)".
func plainName(name string) string {
	if i := strings.IndexByte(name, '('); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	return name
}

// partIndex is a part's place in the template, -1 where it has none.
func partIndex(t *template.Template, key template.Key) int {
	for i := range t.Parts {
		if t.Parts[i].Key == key {
			return i
		}
	}
	return -1
}
