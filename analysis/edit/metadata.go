package edit

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// CanBold reports whether ToBold has a field to move, without moving it.
func CanBold(doc *document.Document) bool {
	return len(doc.Entries) == 1 && doc.Entries[0].Heading != nil && !doc.Tree.FrontMatterBlock.Empty() &&
		slices.ContainsFunc(doc.Entries[0].Fields, func(f *document.Field) bool { return boldable(doc, f) })
}

// boldable reports whether a field of the front matter can be a bold one.
func boldable(doc *document.Document, f *document.Field) bool {
	line := doc.Lines.LineAt(f.Line.Start)
	return f.Form == document.FormYAML && alone(doc, f) && doc.Template.Field(f.Key) != nil && f.Items == nil && f.Text != "" && f.Value.End <= line.End &&
		strings.TrimSpace(doc.Text(text.Span{Start: f.Value.End, End: line.End})) == ""
}

// alone reports whether the entry has no other field of f's key, which would come to
// stand for it.
func alone(doc *document.Document, f *document.Field) bool {
	return !slices.ContainsFunc(doc.Entries[0].Fields, func(other *document.Field) bool { return other != f && other.Key == f.Key })
}

// CanFrontMatter reports whether ToFrontMatter has a field to move, without moving it.
func CanFrontMatter(doc *document.Document) bool {
	return len(doc.Entries) == 1 && !doc.Multiple && slices.ContainsFunc(doc.Entries[0].Fields, func(f *document.Field) bool { return yamlable(doc, f) })
}

// yamlable reports whether a bold field can be one of the front matter.
func yamlable(doc *document.Document, f *document.Field) bool {
	line := doc.Lines.LineAt(f.Line.Start)
	around := doc.Text(text.Span{Start: lineStart(doc, f.Line.Start), End: f.Line.Start}) + doc.Text(text.Span{Start: min(f.Line.End, line.End), End: line.End})
	return f.Form == document.FormBold && alone(doc, f) && doc.Template.Field(f.Key) != nil && f.Text != "" && f.Text == doc.Text(f.Value) && f.Value.End <= line.End &&
		strings.TrimSpace(around) == ""
}

// ToBold writes the fields of the front matter as bold ones below the title.
// What a bold field can't say as well, a list or a key the template does not know,
// stays in the front matter; none are given where nothing can move.
func ToBold(doc *document.Document) []text.Edit {
	if len(doc.Entries) != 1 || doc.Entries[0].Heading == nil || doc.Tree.FrontMatterBlock.Empty() {
		return nil
	}
	e := doc.Entries[0]
	var lines []string
	var edits []text.Edit
	var last *document.Field // in the body
	kept := doc.Text(doc.Tree.FrontMatter)
	for _, f := range e.Fields {
		if f.Form != document.FormYAML {
			if f.Form == document.FormBold {
				last = f
			}
			continue
		}
		if !boldable(doc, f) {
			continue
		}
		tf, line := doc.Template.Field(f.Key), doc.Lines.LineAt(f.Line.Start)
		lines = append(lines, "**"+tf.Name+":** "+f.Text)
		kept = strings.Replace(kept, doc.Text(line), "", 1)
		edits = append(edits, text.Delete(withEOL(doc, line)))
	}
	if lines == nil {
		return nil
	}
	eol := EOL(doc)
	if strings.TrimSpace(kept) == "" {
		block := withEOL(doc, doc.Tree.FrontMatterBlock)
		for blankLine(doc, doc.Lines.LineOf(block.End)) && block.End < len(doc.Source) {
			block = withEOL(doc, text.Span{Start: block.Start, End: lineEnd(doc, block.End)})
		}
		edits = []text.Edit{text.Delete(block)}
	}
	if last != nil {
		edits = append(edits, text.Insert(lineEnd(doc, last.Line.End), eol+strings.Join(lines, eol)))
	} else {
		at := slotAfter(doc, e.Heading.Heading.Span.End, gap(doc))
		edits = append(edits, insertion(doc, at.offset, at.lead+text.Literal(strings.Join(lines, "\n"))+at.trail))
	}
	return saying(doc, edits)
}

// ToFrontMatter writes the bold fields into the front matter, a new one where
// there is none. A value with markup, which YAML can't hold, stays; none are
// given where nothing can move.
func ToFrontMatter(doc *document.Document) []text.Edit {
	if len(doc.Entries) != 1 || doc.Multiple {
		return nil
	}
	var lines []string
	var edits []text.Edit
	var last *document.Field // in the front matter
	moved := make(map[int]bool)
	for _, f := range doc.Entries[0].Fields {
		if f.Form == document.FormYAML {
			last = f
		}
		if !yamlable(doc, f) {
			continue
		}
		lines = append(lines, yamlField(doc.Template.Field(f.Key), text.Literal(f.Text)))
		moved[doc.Lines.LineOf(f.Line.Start)] = true
	}
	if lines == nil {
		return nil
	}
	for n := 0; n < doc.Lines.Count(); n++ {
		first := n
		for moved[n] {
			n++
		}
		if n == first {
			continue
		}
		gone := withEOL(doc, text.Span{Start: lineStart(doc, doc.Lines.Line(first).Start), End: doc.Lines.Line(n - 1).End})
		if blankLine(doc, first-1) && blankLine(doc, n) && n < doc.Lines.Count() {
			gone = withEOL(doc, text.Span{Start: gone.Start, End: doc.Lines.Line(n).End})
		}
		edits = append(edits, text.Delete(gone))
	}
	yaml := strings.Join(lines, "\n")
	switch {
	case last != nil:
		edits = append(edits, insertion(doc, yamlEnd(doc, last), "\n"+yaml))
	case !doc.Tree.FrontMatterBlock.Empty():
		edits = append(edits, insertion(doc, lineEnd(doc, doc.Tree.FrontMatterBlock.Start), "\n"+yaml))
	default:
		top := insertion(doc, lineStart(doc, 0), "---\n"+yaml+"\n---\n\n")
		if len(edits) > 0 && edits[0].Span.Start == top.Span.Start { // what goes there makes room
			edits[0].New = top.New
		} else {
			edits = append(edits, top)
		}
	}
	text.SortEdits(edits)
	return saying(doc, edits)
}

// saying are the edits where the entry's fields say after them what they say
// before; none where they do not.
func saying(doc *document.Document, edits []text.Edit) []text.Edit {
	src, err := text.Apply(doc.Source, edits)
	if err != nil {
		return nil
	}
	after := document.ParseAs(doc.Kind, doc.Path, src, doc.Template)
	if len(after.Entries) != 1 || after.Entries[0].Title != doc.Entries[0].Title {
		return nil
	}
	said := func(e *document.Entry) map[template.Key]string {
		all := make(map[template.Key]string)
		for _, f := range e.Fields {
			if f.Key != "" && e.Field(f.Key) == f {
				all[f.Key] = f.Text
			}
		}
		return all
	}
	before, now := said(doc.Entries[0]), said(after.Entries[0])
	for key, s := range before {
		if now[key] != s {
			return nil
		}
	}
	text.SortEdits(edits)
	return edits
}

// withEOL is a span with the line ending behind it.
func withEOL(doc *document.Document, span text.Span) text.Span {
	n := doc.Lines.LineOf(span.End)
	if n+1 < doc.Lines.Count() && doc.Lines.Line(n).End == span.End {
		span.End = doc.Lines.Line(n + 1).Start
	}
	return span
}
