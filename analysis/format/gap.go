package format

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
)

// gaps puts one blank line above and below each heading and each rule, and a
// rule above each section where most have one.
func (f *formatter) gaps() {
	ruled := f.unruled()
	blocks := f.doc.Tree.Blocks
	for i, b := range blocks {
		first, end := f.doc.Lines.LineOf(b.Span.Start), f.doc.Lines.LineOf(b.Span.End)
		if b.Kind != markdown.Heading && b.Kind != markdown.Break || f.lines[first].owner == foreign {
			continue
		}
		if b.Kind == markdown.Break && f.underline(b) {
			if i == 0 || b.Span.Len() < len("---") || !f.isField(blocks[i-1]) {
				continue // a heading it is, for all but us
			}
			f.mended[b.Span.Start] = true
			n := len(f.changes)
			f.gap(first, false)
			f.mends = append(f.mends, f.changes[n:]...)
			f.changes = f.changes[:n]
		} else {
			f.gap(first, ruled[b])
		}
		below := end + 1
		for below < len(f.lines) && f.lines[below].owner == blank {
			below++
		}
		if below < len(f.lines) && !f.parts(below) {
			f.gap(below, false)
		}
	}
}

// parts reports whether line i begins a block that has its own gap above.
func (f *formatter) parts(i int) bool {
	for b := range f.doc.BlocksIn(f.lineSpan(i)) {
		return b.Kind == markdown.Heading || b.Kind == markdown.Break
	}
	return false
}

// gap leaves one blank line above line i, none at the file's start, and with
// ruled a rule. A comment right above stays there: it may speak of the line.
func (f *formatter) gap(i int, ruled bool) {
	above := i - 1
	for above >= 0 && f.lines[above].owner == blank {
		above--
	}
	switch {
	case above >= 0 && f.lines[above].html:
	case above < 0:
		f.put(0, i, "")
	case above == i-1 && f.eol == "\r" && f.doc.Source[f.lineSpan(above).End] == '\n':
		// Both would be one line ending.
	case above == i-1 && ruled:
		f.insert(f.lineSpan(above).End, f.eol+f.eol+"---"+f.eol)
	case above == i-1:
		f.insert(f.lineSpan(above).End, f.eol)
	case ruled:
		f.put(above+2, i, "---"+f.eol+f.eol)
	default:
		f.put(above+2, i, "")
	}
}

// unruled are the headings of sections that lack the rule above them which most
// of their entry's sections have.
func (f *formatter) unruled() map[*markdown.Block]bool {
	out := make(map[*markdown.Block]bool)
	if !f.style.Breaks || !f.doc.Template.Breaks {
		return out
	}
	for _, e := range f.doc.Entries {
		lacking, places := f.places(e)
		if len(lacking)*2 < places {
			for _, h := range lacking {
				out[h] = true
			}
		}
	}
	return out
}

// places counts where a rule could stand above a section of e, and gives the
// headings above which none does.
func (f *formatter) places(e *document.Entry) (lacking []*markdown.Block, places int) {
	level := edit.SectionLevel(f.doc, e)
	var before *markdown.Block
	for b := range f.doc.BlocksIn(e.Span) {
		if b.Kind == markdown.Heading && b.Level == level && before != nil && (e.Heading == nil || before != e.Heading.Heading && b != e.Heading.Heading) {
			places++
			if before.Kind != markdown.Break {
				lacking = append(lacking, b)
			}
		}
		before = b
	}
	return lacking, places
}

// underline reports whether CommonMark takes a rule for a heading's underline.
func (f *formatter) underline(rule *markdown.Block) bool {
	for _, b := range f.raw.Blocks {
		if b.Span.Covers(rule.Span) {
			return b.Kind == markdown.Heading
		}
	}
	return false
}

// isField reports whether a paragraph ends in a field.
func (f *formatter) isField(p *markdown.Block) bool {
	if p.Kind != markdown.Paragraph {
		return false
	}
	end := p.Lines[len(p.Lines)-1]
	for _, field := range f.allFields() {
		if field.Line.Overlaps(end) {
			return true
		}
	}
	return false
}
