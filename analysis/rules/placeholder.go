package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Placeholders are the places where text of the template was left in, in
// order, not overlapping, each within one line. Several next to each other,
// "[Before] → [After]", are one.
func (p *Pass) Placeholders() []text.Span {
	return p.common().placeholders()
}

// HasPlaceholder reports whether template text was left in within span.
func (p *Pass) HasPlaceholder(span text.Span) bool {
	return slices.ContainsFunc(p.Placeholders(), span.Overlaps)
}

// placeholders finds the template text in a document.
func placeholders(doc *document.Document) []text.Span {
	c := collector{doc: doc}
	for _, s := range doc.Sections {
		c.bodies(s)
	}
	doc.Walk(c.block)
	for _, f := range doc.Fields {
		if f.Form == document.FormYAML {
			c.line(f.Value, f.Value.Of(doc.Source))
		}
	}
	for _, e := range doc.Entries {
		for _, f := range e.Fields {
			if doc.Template.IsStop(f.Text) && f.Key != template.TypeField && f.Key != template.StatusField && f.Key != template.PeriodField {
				c.spans = append(c.spans, f.Value)
			}
		}
		if f := e.Field(template.Category); f != nil && untouchedEnumeration(f.Text) {
			c.spans = append(c.spans, f.Value)
		}
		for _, part := range e.Parts {
			c.questions(part)
		}
	}
	return c.merged()
}

// WithoutPlaceholders is a document with blanks where text of the template was
// left in: what its writer has said so far, each word at its place. The document
// itself where nothing was left in, or where it would be another kind of document.
func WithoutPlaceholders(doc *document.Document) *document.Document {
	left := placeholders(doc)
	if len(left) == 0 {
		return doc
	}
	said := []byte(doc.Source)
	for _, span := range left {
		copy(said[span.Start:span.End], strings.Repeat(" ", span.Len()))
	}
	if d := doc.Reparse(string(said)); d.Kind == doc.Kind && len(d.Entries) == len(doc.Entries) {
		return d
	}
	return doc
}

// collector gathers the spans of template text.
type collector struct {
	doc   *document.Document
	spans []text.Span
}

// block visits what can hold prose.
func (c *collector) block(b *markdown.Block) bool {
	switch b.Kind {
	case markdown.Code, markdown.Quote:
		return false
	case markdown.HTML:
		c.tags(b.Span)
		return false
	case markdown.Heading:
		c.text(b.Text)
	case markdown.Paragraph:
		for _, line := range b.Lines {
			c.text(line)
		}
	case markdown.Row:
		// A lone bar is a row that lacks its cells, which is another rule's matter.
		if !b.Header && len(b.Children) > 0 && strings.Trim(uncommented(c.doc, b.Span), "| \t\u00a0") == "" {
			c.spans = append(c.spans, b.Span)
			return false
		}
	case markdown.Cell:
		c.text(b.Text)
	}
	return true
}

func (c *collector) text(span text.Span) {
	c.line(span, c.doc.Prose(span))
	c.tags(span)
}

// bodies marks lines that equal a line of the template's body for their section
// in which something is to be filled in.
func (c *collector) bodies(s *document.Section) {
	if s.Class == template.Container {
		return
	}
	own := c.doc.Template.Prompts(s.Key)
	if len(own) == 0 {
		return
	}
	for b := range c.doc.BlocksIn(s.Body) {
		c.compare(b, own)
	}
}

func (c *collector) compare(b *markdown.Block, own []string) {
	if b.Kind == markdown.Paragraph || b.Kind == markdown.Row {
		lines := b.Lines
		if b.Kind == markdown.Row {
			lines = []text.Span{b.Span}
		}
		for _, line := range lines {
			said := template.Unlisted(c.doc.Text(line))
			if slices.ContainsFunc(own, func(prompt string) bool { return sameWords(said, prompt) }) {
				c.spans = append(c.spans, line)
			}
		}
		return
	}
	for _, child := range b.Children {
		c.compare(child, own)
	}
}

// listless is a line without bullet, checkbox and the blanks at its ends, and
// with single ones between its words: a table's cells may be aligned.
func listless(s string) string { return strings.Join(strings.Fields(template.Unlisted(s)), " ") }

// sameWords reports whether two lines are the same but for their blanks.
func sameWords(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		rest, ok := strings.CutPrefix(strings.TrimSpace(b), word)
		if r, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && !unicode.IsSpace(r) {
			return false
		}
		b = rest
	}
	return strings.TrimSpace(b) == ""
}

// questions marks the statements of a STAR part that are one of the questions
// with which templates explain it.
func (c *collector) questions(part *document.Part) {
	for _, s := range c.doc.Statements(part.Body) {
		prose := c.doc.Prose(s.Span)
		if strings.IndexByte(prose, '?') < 0 {
			continue
		}
		prose = listless(strings.ReplaceAll(prose, "\x00", ""))
		if !strings.HasSuffix(prose, "?") || strings.Count(prose, "?") > 1 || len(prose) > 120 {
			continue
		}
		first, _, _ := strings.Cut(strings.ToLower(prose), " ")
		words := strings.FieldsFunc(strings.ToLower(prose), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
		asksYou := slices.ContainsFunc(words, func(w string) bool { return w == "you" || w == "your" })
		if questionWords[first] && (asksYou || templateQuestions[strings.Join(words, " ")]) {
			c.spans = append(c.spans, trimmed(c.doc, s.Span))
		}
	}
}

// trimmed is a statement's span without a list marker before it, cut at its
// first line's end.
func trimmed(doc *document.Document, span text.Span) text.Span {
	s := doc.Text(span)
	span.Start += len(s) - len(strings.TrimLeft(s, "-*+0123456789.) \t"))
	span.End = min(span.End, doc.Lines.LineAt(span.Start).End)
	return span
}

// merged are the spans in order, those that overlap or stand next to each other
// with nothing but signs between made one.
func (c *collector) merged() []text.Span {
	slices.SortFunc(c.spans, func(a, b text.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	var out []text.Span
	open := 0 // how many brackets the last one opens and does not close
	for _, s := range c.spans {
		if s.Empty() {
			continue
		}
		s, own := c.closed(s, c.unclosed(s.Start, s))
		n := len(out)
		if n == 0 || s.Start >= out[n-1].End && !c.adjacent(out[n-1].End, s.Start) {
			out, open = append(out, s), own
			continue
		}
		last := &out[n-1]
		more := text.Span{Start: last.End, End: max(last.End, s.End)}
		open += c.unclosed(last.Start, more)
		last.End = more.End
		*last, open = c.closed(*last, open)
	}
	return out
}

// closed is a span with the percent sign behind it and, where it opens a bracket
// without closing it, the rest of the bracket: "([X]% improvement)"; and how many
// are open then.
func (c *collector) closed(s text.Span, open int) (text.Span, int) {
	rest := c.doc.Text(text.Span{Start: s.End, End: max(s.End, c.doc.Lines.LineAt(s.Start).End)})
	more := 0
	if strings.HasPrefix(rest, "%") {
		more++
	}
	if open > 0 {
		if n := strings.IndexByte(rest[more:], ')'); n >= 0 {
			more += n + 1
		}
	}
	added := text.Span{Start: s.End, End: s.End + more}
	return text.Span{Start: s.Start, End: added.End}, open + c.unclosed(s.Start, added)
}

// unclosed is how many more brackets a part of a span opens than it closes, on the
// line where the span starts.
func (c *collector) unclosed(start int, part text.Span) int {
	part.End = max(part.Start, min(part.End, c.doc.Lines.LineAt(start).End))
	s := c.doc.Text(part)
	return strings.Count(s, "(") - strings.Count(s, ")")
}

func (c *collector) adjacent(end, start int) bool {
	const far = 12
	return start-end <= far && !strings.ContainsFunc(c.doc.Source[end:start], func(r rune) bool {
		return r == '\n' || r == '\r' || r == '|' || unicode.IsLetter(r) || unicode.IsDigit(r)
	})
}
