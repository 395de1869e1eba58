package edit

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// letters label STAR parts where a file writes initials.
var letters = map[template.Key]string{
	template.Situation: "S", template.Task: "T", template.Action: "A", template.Result: "R", template.Reflection: "R",
}

// InsertPart adds the STAR part that key names, written as the entry writes its
// other parts: a heading, a label, a list item or a table row. Where no part
// stands, the whole STAR section is added. A part that stands gives none.
func InsertPart(doc *document.Document, e *document.Entry, key template.Key) []text.Edit {
	p := doc.Template.Part(key)
	if p == nil || e.Part(key) != nil {
		return nil
	}
	if len(e.Parts) == 0 {
		return InsertSection(doc, e, p.Parent)
	}
	prev, next := neighbours(doc, e, key)
	model := prev
	if model == nil {
		model = next
	}
	switch model.Form {
	case document.FormHeading:
		return []text.Edit{headingPart(doc, e, p, prev, next)}
	case document.FormRow:
		return []text.Edit{rowPart(doc, e, p, prev, next)}
	}
	return []text.Edit{labelPart(doc, e, p, prev, next)}
}

// neighbours are the parts between which key belongs, nil where there is none.
func neighbours(doc *document.Document, e *document.Entry, key template.Key) (prev, next *document.Part) {
	index := partIndex(doc.Template, key)
	for _, p := range e.Parts {
		for _, k := range p.Keys {
			switch i := partIndex(doc.Template, k); {
			case i < index:
				prev = p
			case next == nil:
				next = p
			}
		}
	}
	return prev, next
}

func headingPart(doc *document.Document, e *document.Entry, p *template.Part, prev, next *document.Part) text.Edit {
	model := prev
	if model == nil || model.Section == nil {
		model = next
	}
	name := labelName(doc, e, doc.Text(model.Label), p)
	switch {
	case name != plainName(p.Name):
	case e.Light && p.Light != "":
		name = p.Light
	case strings.ContainsAny(model.Section.Name, "(（"):
		name = p.Name
	}
	under := "\n"
	if blankLine(doc, doc.Lines.LineOf(model.Section.Heading.Span.End)+1) {
		under = "\n\n"
	}
	sep := gap(doc)
	if e.Section(template.STAR) == nil && model.Section.Level <= SectionLevel(doc, e) {
		sep = separator(doc)
	}
	lines := hashes(model.Section.Level) + " " + text.Literal(name) + under + body(doc, p.Body, 0)
	at := slot{}
	if prev != nil {
		at = slotAfter(doc, partSpan(doc, prev).End, sep)
	} else {
		at = slotBefore(doc, lineStart(doc, next.Section.Span.Start), sep)
	}
	return insertion(doc, at.offset, at.lead+lines+at.trail)
}

// labelPart adds a part that is a label in a paragraph or list item, decorated
// as the model's is.
func labelPart(doc *document.Document, e *document.Entry, p *template.Part, prev, next *document.Part) text.Edit {
	model := prev
	if model == nil {
		model = next
	}
	line := labelLine(doc, e, p, model, prev != nil)
	if prev == nil {
		at := lineStart(doc, next.Label.Start)
		if next.Form == document.FormItem {
			at = lineStart(doc, next.Block.Span.Start)
		}
		return insertion(doc, at, line+partGap(doc, next))
	}
	end := lineEnd(doc, prev.Body.End)
	if prev.Form == document.FormItem {
		end = lineEnd(doc, prev.Block.Span.End)
	}
	trail := ""
	if next := doc.Lines.LineOf(end) + 1; prev.Form == document.FormBold && partGap(doc, prev) == "\n\n" && !blankLine(doc, next) {
		trail = "\n"
	}
	return insertion(doc, end, partGap(doc, prev)+line+lineTail(doc, prev)+trail)
}

// Label is what a STAR part is called next to others that are bold labels, and the
// line it begins with, written as the first of them is; "" where the entry has none.
func Label(doc *document.Document, e *document.Entry, p *template.Part) (name, line string) {
	for _, model := range e.Parts {
		if model.Form == document.FormBold {
			return labelName(doc, e, doc.Text(model.Label), p), labelLine(doc, e, p, model, true)
		}
	}
	return "", ""
}

// labelLine is a part's label, decorated as the model's is, with its first stop.
func labelLine(doc *document.Document, e *document.Entry, p *template.Part, model *document.Part, behind bool) string {
	start := lineStart(doc, model.Label.Start)
	if model.Form == document.FormItem {
		start = lineStart(doc, model.Block.Span.Start)
	}
	before := doc.Text(text.Span{Start: start, End: model.Label.Start})
	if model.Form == document.FormItem && model.Block.Ordered {
		before = renumber(before, behind)
	}
	after := doc.Text(text.Span{Start: model.Label.End, End: max(model.Label.End, min(model.Body.Start, lineEnd(doc, model.Label.End)))})
	if model.Body.Start > lineEnd(doc, model.Label.End) {
		after = strings.TrimRight(after, " \t") + " "
	}
	if !strings.HasSuffix(after, " ") {
		after += " "
	}
	return text.Literal(before+labelName(doc, e, doc.Text(model.Label), p)+after) + firstStop(p)
}

// partGap is what parts a label from the part before or after it: a line's end
// where they share a paragraph or a tight list, else a blank line.
func partGap(doc *document.Document, p *document.Part) string {
	if p.Form != document.FormItem {
		if p.Block != nil && len(p.Block.Lines) > 1 && sharesParagraph(doc, p) {
			return "\n"
		}
		return "\n\n"
	}
	gap := "\n"
	doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.List && b.Span.Covers(p.Block.Span) {
			for i := 1; i < len(b.Children); i++ {
				if blankLine(doc, doc.Lines.LineOf(b.Children[i].Span.Start)-1) {
					gap = "\n\n"
				}
			}
		}
		return true
	})
	return gap
}

// sharesParagraph reports whether another label stands in the part's paragraph.
func sharesParagraph(doc *document.Document, p *document.Part) bool {
	for _, e := range doc.Entries {
		for _, other := range e.Parts {
			if other != p && other.Block == p.Block {
				return true
			}
		}
	}
	return false
}

// lineTail is what ends the lines of a paragraph that breaks them: "  ", "\" or
// "<br>" after the part's line; "" where its line is the paragraph's last.
func lineTail(doc *document.Document, p *document.Part) string {
	if p.Form == document.FormItem {
		return ""
	}
	line := doc.Text(doc.Lines.LineAt(p.Body.End))
	return text.Literal(hardBreak.FindString(line))
}

var hardBreak = pattern.New(`(?:  +|\\| *<br ?/?>)$`)

// labelName is what the part is called next to a label written as model: in its
// language, with its initial, in its case.
func labelName(doc *document.Document, e *document.Entry, model string, p *template.Part) string {
	name := plainName(p.Name)
	if label := template.Label(p.Key, language(doc, e)); label != "" {
		name = label
	}
	letter := letters[p.Key]
	switch m := initial.FindStringSubmatch(model); {
	case letter == "":
	case utf8.RuneCountInString(strings.TrimSpace(model)) == 1:
		return letter
	case m != nil && strings.HasSuffix(m[1], "("):
		return letter + m[1] + name + ")"
	case m != nil:
		return letter + m[1] + name
	}
	if model == strings.ToUpper(model) && model != strings.ToLower(model) {
		return strings.ToUpper(name)
	}
	return name
}

// initial is the letter before a label's name, and what parts them.
var initial = pattern.New(`^\p{Lu}( \(|[ \t]*[:.—–-][ \t]+)\p{L}`)

// language is the one in which the most of an entry's STAR parts are labelled,
// English where several are.
func language(doc *document.Document, e *document.Entry) template.Lang {
	best, most := template.English, 0
	for lang := template.English; lang <= template.Russian; lang <<= 1 {
		n := 0
		for _, part := range e.Parts {
			for _, m := range doc.Template.Lookup(doc.Text(part.Label)) {
				if m.Class == template.Star && m.Langs&lang != 0 {
					n++
				}
			}
		}
		if n > most {
			best, most = lang, n
		}
	}
	return best
}

var listMarker = pattern.New(`^(?:[-*+]|\d+[.)]) (?:\[ \] )?(?:\*\*[^*]*:\*\* )?`)

// firstStop is the first line of a part's body that is no heading, for where it
// stands on one line: without marker and label.
func firstStop(p *template.Part) string {
	for line := range strings.Lines(p.Body) {
		if !strings.HasPrefix(line, "#") && line != "\n" {
			return listMarker.ReplaceAllString(strings.TrimSuffix(line, "\n"), "")
		}
	}
	return ""
}

var itemNumber = pattern.New(`\d+`)

// renumber counts an item's number up where it comes after its model.
func renumber(marker string, after bool) string {
	if !after {
		return marker
	}
	return itemNumber.ReplaceAllStringFunc(marker, func(n string) string {
		i, err := strconv.Atoi(n)
		if err != nil {
			return n
		}
		return strconv.Itoa(i + 1)
	})
}

// rowPart adds a part to a table of two columns. Before a header row nothing
// can stand, so there it comes below the delimiter.
func rowPart(doc *document.Document, e *document.Entry, p *template.Part, prev, next *document.Part) text.Edit {
	model := prev
	if model == nil {
		model = next
	}
	row := model.Block
	span := text.Span{Start: lineStart(doc, row.Span.Start), End: lineEnd(doc, row.Span.End)}
	before := doc.Text(text.Span{Start: span.Start, End: model.Label.Start})
	between := doc.Text(text.Span{Start: model.Label.End, End: max(model.Label.End, model.Body.Start)})
	after := doc.Text(text.Span{Start: max(model.Label.End, model.Body.End), End: span.End})
	line := text.Literal(before+labelName(doc, e, doc.Text(model.Label), p)+between) + firstStop(p) + text.Literal(after)
	switch {
	case row.Header:
		if t := tableAt(doc, row.Span.Start); t != nil {
			return insertion(doc, lineEnd(doc, t.Delimiter.End), "\n"+line)
		}
	case prev == nil:
		return insertion(doc, span.Start, line+"\n")
	}
	return insertion(doc, span.End, "\n"+line)
}
