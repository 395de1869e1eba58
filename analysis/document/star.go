package document

import (
	"slices"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// starLabel is a STAR label that is no heading, before it is known to count.
type starLabel struct {
	matches []template.Match
	name    text.Span
	content int // where its content starts
	end     int // where its content ends at the latest; 0: at the next label
	form    Form
	bold    bool
	block   *markdown.Block
}

// Part is the entry's first STAR part with that key; nil where it has none.
func (e *Entry) Part(key template.Key) *Part {
	for _, p := range e.Parts {
		if slices.Contains(p.Keys, key) {
			return p
		}
	}
	return nil
}

// Has reports whether the part stands for key.
func (p *Part) Has(key template.Key) bool { return slices.Contains(p.Keys, key) }

// readParts finds the STAR parts: the headings that classify knew, and the
// labels in paragraphs, lists and tables where such may stand, which is below
// the STAR heading, before the first section, and below headings the template
// does not know. regions are the blocks of each such place.
func (d *Document) readParts(e *Entry, headings []*Section, regions []region) {
	for _, h := range headings {
		if h.Class != template.Star {
			continue
		}
		p := &Part{Form: FormHeading, Label: h.Heading.Text, Section: h, Body: h.Body}
		for _, m := range h.matches {
			p.Keys = append(p.Keys, m.Key)
		}
		e.Parts = append(e.Parts, p)
	}
	for _, r := range regions {
		e.Parts = append(e.Parts, d.partsIn(r)...)
	}
	slices.SortStableFunc(e.Parts, func(a, b *Part) int { return a.Label.Start - b.Label.Start })
	e.Parts = d.dropForeign(e.Parts)
}

// region is a run of sibling blocks in which STAR labels may stand.
type region struct {
	blocks    []*markdown.Block
	container bool // below the STAR heading
}

func (d *Document) partsIn(r region) []*Part {
	labels := d.labelsIn(r.blocks)
	labels = acceptLabels(labels, r.container)
	var parts []*Part
	rest := r.blocks
	markReflection(labels)
	for i, l := range labels {
		for len(rest) > 0 && rest[0].Span.End <= l.content {
			rest = rest[1:]
		}
		p := &Part{Form: l.form, Label: l.name, Block: l.block}
		for _, m := range l.matches {
			p.Keys = append(p.Keys, m.Key)
		}
		end := l.end
		if end == 0 {
			limit := len(d.Source)
			if i+1 < len(labels) {
				limit = labels[i+1].lineStart(d)
			}
			end = min(limit, contentEnd(rest, l.content, limit))
		}
		p.Body = trimSpan(d.Source, text.Span{Start: l.content, End: max(end, l.content)})
		parts = append(parts, p)
	}
	return parts
}

// markReflection makes the second of two R's in a row what STARR has after the
// result.
func markReflection(labels []starLabel) {
	for i := 1; i < len(labels); i++ {
		m, before := labels[i].matches[0], labels[i-1].matches[0]
		if m.Letter && m.Key == template.Result && before.Key == template.Result {
			m.Key = template.Reflection
			labels[i].matches = []template.Match{m}
		}
	}
}

func (l starLabel) lineStart(d *Document) int {
	if l.form == FormItem {
		return l.block.Span.Start
	}
	return max(d.Lines.LineAt(l.name.Start).Start, l.block.Span.Start)
}

// contentEnd is the end of the last block that starts before limit and that no
// thematic break parts from offset; offset where there is none.
func contentEnd(blocks []*markdown.Block, offset, limit int) int {
	end := offset
	for _, b := range blocks {
		if b.Kind == markdown.Break || b.Span.Start >= limit {
			break
		}
		end = max(end, b.Span.End)
	}
	return end
}

// labelsIn finds what looks like STAR labels in blocks.
func (d *Document) labelsIn(blocks []*markdown.Block) []starLabel {
	var labels []starLabel
	for _, b := range blocks {
		switch b.Kind {
		case markdown.Paragraph:
			for _, line := range b.Lines {
				if l, ok := d.starLabelAt(line); ok {
					l.block = b
					labels = append(labels, l)
				}
			}
		case markdown.List:
			for _, item := range b.Children {
				if len(item.Children) == 0 || item.Children[0].Kind != markdown.Paragraph {
					continue
				}
				lines := item.Children[0].Lines
				if len(lines) == 0 {
					continue
				}
				if l, ok := d.starLabelAt(lines[0]); ok {
					l.block, l.form = item, FormItem
					labels = append(labels, l)
				}
			}
		case markdown.Table:
			for _, row := range b.Children {
				if len(row.Children) != 2 {
					continue
				}
				name := d.trimValue(row.Children[0].Text)
				if ms := d.starMatches(d.plain(name)); ms != nil {
					content := d.trimValue(row.Children[1].Text)
					labels = append(labels, starLabel{matches: ms, name: name, content: content.Start, end: content.End, form: FormRow, bold: true, block: row})
				}
			}
		}
	}
	return labels
}

// starLabelAt reads the STAR label that opens a line.
func (d *Document) starLabelAt(line text.Span) (starLabel, bool) {
	l, ok := d.labelAt(line)
	if !ok {
		return starLabel{}, false
	}
	ms := d.starMatches(l.name.Of(d.Source))
	if len(ms) == 1 && ms[0].Letter { // "S: Situation: text"
		if named, ok := d.starLabelAt(text.Span{Start: l.rest, End: line.End}); ok && named.matches[0].Key == ms[0].Key && !named.matches[0].Letter {
			return named, true
		}
	}
	if ms == nil || d.Tree.Prose[l.name.Start] == ' ' { // a name in code or a quote
		return starLabel{}, false
	}
	content := skipBlanksOnLine(d.Source, l.rest, line.End)
	return starLabel{matches: ms, name: l.name, content: content, form: l.form, bold: l.form == FormBold}, true
}

func skipBlanksOnLine(src string, i, end int) int {
	return min(skipBlanks(src, i), end)
}

// starMatches gives the STAR parts a label names.
func (d *Document) starMatches(name string) []template.Match {
	for _, m := range d.Template.Lookup(name) {
		if m.Class == template.Star {
			return []template.Match{m}
		}
	}
	return d.Template.LookupJoined(name)
}

// acceptLabels keeps the labels that count: initials where several stand
// together, and of the rest two different ones make each other certain. One
// alone counts only where it is bold and bears the part's own name, or stands
// below the STAR heading, for that is how a file begins to be written.
func acceptLabels(labels []starLabel, container bool) []starLabel {
	distinct, letters := map[template.Key]bool{}, map[template.Key]bool{}
	for _, l := range labels {
		for _, m := range l.matches {
			if m.Letter {
				letters[m.Key] = true
			}
			distinct[m.Key] = true
		}
	}
	return slices.DeleteFunc(labels, func(l starLabel) bool {
		m := l.matches[0]
		return m.Letter && len(letters) < 2 || len(distinct) < 2 && !container && !(l.bold && m.Strong)
	})
}

// dropForeign drops labels of other languages that stand alone: "Situação:" is
// usually a status. One counts where a second one of the same language stands
// in the entry.
func (d *Document) dropForeign(parts []*Part) []*Part {
	counts := map[template.Lang]map[template.Key]bool{}
	langs := make([]template.Lang, len(parts))
	for i, p := range parts {
		for _, m := range d.matchesOf(p) {
			langs[i] |= m.Langs
			for lang := template.English; lang <= template.Russian; lang <<= 1 {
				if m.Langs&lang != 0 {
					if counts[lang] == nil {
						counts[lang] = map[template.Key]bool{}
					}
					counts[lang][m.Key] = true
				}
			}
		}
	}
	kept := parts[:0]
	for i, p := range parts {
		keep := langs[i]&template.English != 0
		for lang, keys := range counts {
			keep = keep || langs[i]&lang != 0 && len(keys) >= 2
		}
		if keep {
			kept = append(kept, p)
		} else if p.Section != nil {
			p.Section.Key, p.Section.Class = "", 0
		}
	}
	return kept
}

func (d *Document) matchesOf(p *Part) []template.Match {
	if p.Section != nil {
		return p.Section.matches
	}
	return d.starMatches(d.plain(p.Label))
}
