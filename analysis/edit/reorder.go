package edit

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"

	"github.com/aymanbagabas/go-udiff"
)

// Reorder brings an entry's sections, and its STAR headings among themselves,
// into template order. Sections the template does not know stay behind the one
// they follow; what stands between two sections stays between them. The edits
// touch only lines that move; none are given where the order is right.
func Reorder(doc *document.Document, e *document.Entry) []text.Edit {
	chunks := sectionChunks(doc, e)
	if len(chunks) == 0 {
		return nil
	}
	after := ordered(doc, chunks, func(c chunk) string {
		parts := partChunks(doc, e, c)
		if len(parts) == 0 {
			return doc.Text(c.span)
		}
		first, last := parts[0].span.Start, parts[len(parts)-1].span.End
		return doc.Text(text.Span{Start: c.span.Start, End: first}) +
			ordered(doc, parts, func(p chunk) string { return doc.Text(p.span) }) +
			doc.Text(text.Span{Start: last, End: c.span.End})
	})
	whole := text.Span{Start: chunks[0].span.Start, End: chunks[len(chunks)-1].span.End}
	var edits []text.Edit
	for _, d := range udiff.Lines(doc.Text(whole), after) {
		edits = append(edits, text.Replace(text.Span{Start: whole.Start + d.Start, End: whole.Start + d.End}, d.New))
	}
	return edits
}

// OutOfOrder gives the headings of an entry that stand out of template order:
// the fewest whose moving brings the rest in order, in document order.
func OutOfOrder(doc *document.Document, e *document.Entry) []*document.Section {
	chunks := sectionChunks(doc, e)
	late := outOfRise(chunks)
	for _, c := range chunks {
		late = append(late, outOfRise(partChunks(doc, e, c))...)
	}
	slices.SortFunc(late, func(a, b *document.Section) int { return a.Span.Start - b.Span.Start })
	return late
}

// chunk is a section as it is moved: from its heading to the last thing before
// the next chunk.
type chunk struct {
	section *document.Section
	index   int // in Template.Parts
	span    text.Span
}

// sectionChunks are the entry's sections, and its STAR headings where no STAR
// section holds them. Of a section that stands twice only the first is one.
func sectionChunks(doc *document.Document, e *document.Entry) []chunk {
	sections := slices.Clone(e.Sections)
	if e.Section(template.STAR) == nil {
		sections = append(sections, partSections(e)...)
	}
	return chunksOf(doc, sections, contentEnd(doc, e))
}

// partChunks are the STAR headings within the STAR section c, none where c is
// another section.
func partChunks(doc *document.Document, e *document.Entry, c chunk) []chunk {
	if c.section.Class != template.Container {
		return nil
	}
	sections := slices.DeleteFunc(partSections(e), func(s *document.Section) bool { return !c.span.Contains(s.Span.Start) })
	return chunksOf(doc, sections, min(lineEnd(doc, c.section.Span.End), c.span.End))
}

func partSections(e *document.Entry) []*document.Section {
	var out []*document.Section
	for _, p := range e.Parts {
		if p.Section != nil {
			out = append(out, p.Section)
		}
	}
	return out
}

func chunksOf(doc *document.Document, sections []*document.Section, end int) []chunk {
	slices.SortFunc(sections, func(a, b *document.Section) int { return a.Span.Start - b.Span.Start })
	seen := make(map[template.Key]bool)
	var chunks []chunk
	for _, s := range sections {
		if seen[s.Key] {
			continue
		}
		seen[s.Key] = true
		start := lineStart(doc, s.Span.Start)
		if n := len(chunks); n > 0 {
			chunks[n-1].span.End = lastContent(doc, chunks[n-1].span.Start, start)
		}
		chunks = append(chunks, chunk{s, partIndex(doc.Template, s.Key), text.Span{Start: start, End: max(end, s.Span.End)}})
	}
	return chunks
}

// lastContent is where the last block that is no thematic break ends between
// two offsets.
func lastContent(doc *document.Document, start, end int) int {
	last := start
	for b := range doc.BlocksIn(text.Span{Start: start, End: end}) {
		if b.Kind != markdown.Break {
			last = max(last, lineEnd(doc, b.Span.End))
		}
	}
	return min(last, end)
}

// ordered is the text of chunks in template order, with what stands between
// them where it was.
func ordered(doc *document.Document, chunks []chunk, render func(chunk) string) string {
	sorted := slices.Clone(chunks)
	slices.SortStableFunc(sorted, func(a, b chunk) int { return a.index - b.index })
	var b strings.Builder
	for i, c := range sorted {
		b.WriteString(render(c))
		if i+1 < len(chunks) {
			b.WriteString(doc.Text(text.Span{Start: chunks[i].span.End, End: chunks[i+1].span.Start}))
		}
	}
	return b.String()
}

// outOfRise gives the sections of chunks outside their longest run in template
// order. Of two that are swapped it is the later.
func outOfRise(chunks []chunk) []*document.Section {
	length := make([]int, len(chunks))
	before := make([]int, len(chunks))
	last := -1
	for i, c := range chunks {
		length[i], before[i] = 1, -1
		for j := range i {
			if chunks[j].index < c.index && length[j]+1 > length[i] {
				length[i], before[i] = length[j]+1, j
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	keep := make(map[int]bool)
	for i := last; i >= 0; i = before[i] {
		keep[i] = true
	}
	var late []*document.Section
	for i, c := range chunks {
		if !keep[i] {
			late = append(late, c.section)
		}
	}
	return late
}
