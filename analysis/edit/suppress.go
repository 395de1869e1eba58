package edit

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Scope is how much of a file a suppression covers.
type Scope uint8

// The scopes of a suppression.
const (
	Line     Scope = iota + 1 // the line itself, by a comment at its end
	NextLine                  // the line, by a comment on a line above
	File                      // the whole file, by a comment at its top
)

// Suppress is the edit that switches a rule off where span starts, for a line
// or the file. A comment that does the same for another rule gets the name
// added.
//
// A comment on a line of its own would cut a table, a list, a paragraph or a
// quote in two. NextLine therefore holds only above a line that opens a block;
// within one the comment goes to the line's end, in a table inside the last
// cell, since behind the last bar it would be a cell more. In front matter no
// comment of markdown can stand, and a finding there is suppressed for the
// file.
func Suppress(doc *document.Document, rule string, span text.Span, scope Scope) text.Edit {
	offset := min(max(span.Start, 0), len(doc.Source))
	line := doc.Lines.LineOf(offset)
	fm := doc.Tree.FrontMatterBlock
	switch {
	case scope == File || !fm.Empty() && offset <= fm.End: // a byte order mark stands before it
		return suppressFile(doc, rule)
	case scope == NextLine && opensBlock(doc, line):
		if e, ok := extend(doc, rule, "disable-next-line", doc.Lines.Line(line).Start); ok {
			return e
		}
		start := lineStart(doc, offset)
		indent := doc.Source[start:]
		indent = indent[:len(indent)-len(strings.TrimLeft(indent, " \t"))]
		return insertion(doc, start, indent+comment("disable-next-line", rule)+"\n")
	}
	if e, ok := extend(doc, rule, "disable-line", doc.Lines.Line(line).Start); ok {
		return e
	}
	return insertion(doc, commentPlace(doc, line), " "+comment("disable-line", rule))
}

// LineHolds reports whether a comment can switch a rule off for the line that
// span starts on alone. It can't for the first line of a file without a heading,
// which it would become itself, a table's row of dashes, which it would break, and
// a row without content, which it would fill.
func LineHolds(doc *document.Document, span text.Span) bool {
	if lineStart(doc, span.Start) == lineStart(doc, 0) && doc.Tree.FrontMatterBlock.Empty() &&
		len(doc.Tree.Blocks) > 0 && doc.Tree.Blocks[0].Kind != markdown.Heading {
		return false
	}
	line := doc.Text(doc.Lines.LineAt(span.Start))
	if strings.Contains(line, "|") && strings.Trim(line, "|-: \t") == "" { // of a table, or of what is to be one
		return false
	}
	table := tableAt(doc, span.Start)
	if table == nil {
		return true
	}
	for _, row := range table.Children {
		if row.Span.Touches(span.Start) && emptyRow(doc, row) {
			return false
		}
	}
	return true
}

func comment(verb, rule string) string {
	return "<!-- achievement-ls " + verb + " " + text.Literal(rule) + " -->"
}

func suppressFile(doc *document.Document, rule string) text.Edit {
	if e, ok := extend(doc, rule, "disable-file", 0); ok {
		return e
	}
	if fm := doc.Tree.FrontMatterBlock; !fm.Empty() {
		at := slotAfter(doc, fm.End, "\n\n")
		return insertion(doc, at.offset, at.lead+comment("disable-file", rule)+at.trail)
	}
	trail := "\n"
	if !blankLine(doc, 0) {
		trail = "\n\n"
	}
	return insertion(doc, lineStart(doc, 0), comment("disable-file", rule)+trail)
}

// extend adds a rule to a suppression of the same kind that covers the line
// that starts at offset.
func extend(doc *document.Document, rule, verb string, offset int) (text.Edit, bool) {
	for _, s := range doc.Suppressions {
		if s.Verb.Text == verb && s.Covers.Start == offset && len(s.Rules) > 0 {
			named := slices.ContainsFunc(s.Rules, func(r document.Item) bool { return r.Text == rule })
			if named {
				continue
			}
			return text.Insert(s.Rules[len(s.Rules)-1].Span.End, " "+rule), true
		}
	}
	return text.Edit{}, false
}

// opensBlock reports whether a line is the first of a block at the file's top
// level, so that a line can be put above it.
func opensBlock(doc *document.Document, line int) bool {
	span := doc.Lines.Line(line)
	for b := range doc.BlocksIn(span) {
		return doc.Lines.LineOf(b.Span.Start) == line
	}
	return true
}

// commentPlace is where on a line a comment ends up behind the text and before
// what ends the line: a hard break, a table's last bar.
func commentPlace(doc *document.Document, line int) int {
	span := doc.Lines.Line(line)
	start := lineStart(doc, span.Start)
	s := doc.Source[start:span.End]
	s = strings.TrimRight(s, " \t")
	if tableAt(doc, start) != nil {
		s = strings.TrimRight(strings.TrimSuffix(s, "|"), " \t")
	} else if t := strings.TrimSuffix(s, `\`); t != s {
		s = strings.TrimRight(t, " \t")
	} else if t := strings.TrimRight(s, "#"); t != s && strings.HasSuffix(t, " ") && strings.HasPrefix(s, "#") {
		s = strings.TrimRight(t, " \t") // a heading's closing marks
	}
	return start + len(s)
}
