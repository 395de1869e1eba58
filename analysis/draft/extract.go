package draft

import (
	"path"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Passage is the paragraph of a review that holds offset; ok is false where it
// is a field, cites an achievement already, or no paragraph stands there.
func Passage(doc *document.Document, offset int) (span text.Span, ok bool) {
	if doc.Kind != document.Review || doc.SectionAt(offset) == nil {
		return span, false
	}
	for _, b := range doc.Tree.Blocks {
		if b.Kind == markdown.Paragraph && b.Span.Touches(offset) {
			span, ok = b.Span, strings.TrimSpace(markdown.Plain(doc.Prose(b.Span))) != ""
		}
	}
	for _, f := range doc.Fields {
		ok = ok && !f.Line.Overlaps(span)
	}
	for _, c := range doc.Citations() {
		other := c.Form == document.CitedByLink && c.ID == "" // a link to any file
		ok = ok && (other || !c.Span.Overlaps(span))
	}
	return span, ok
}

// Extract makes an achievement of a review's passage, which becomes its Summary,
// and gives the edits that leave a citation in the review. day is the one to
// date it by where that is in the review's period; else the period's last is.
func (p Place) Extract(doc *document.Document, passage text.Span, day calendar.Date) (File, []text.Edit, error) {
	if period, ok := doc.Period(p.Config.Period.FiscalYearStart); ok && !period.Contains(day) {
		day = period.End
	}
	role := ""
	if f := doc.Field(template.Role); f != nil {
		role = workspace.RoleID(f.Text)
	}
	f, err := p.Achievement(Achievement{Title: titleOf(doc, passage), Role: role, Date: day})
	if err != nil {
		return File{}, nil, err
	}
	parse := func() *document.Document {
		return document.ParseAs(document.Achievement, f.Path, f.Content, p.Config.Template)
	}
	d := parse()
	if s := d.Entries[0].Section(template.Summary); s != nil {
		at := text.Span{Start: s.Heading.Span.End, End: s.Heading.Span.End}
		said := "\n\n" + moved(doc, passage, f.Path)
		if len(s.Blocks) > 0 {
			at, said = s.Blocks[0].Span, strings.TrimLeft(said, "\n")
		}
		f.Content = f.Content[:at.Start] + said + f.Content[at.End:]
	}
	entries := workspace.FactsOf(parse()).Entries
	cited := workspace.Place{Path: f.Path, Entry: &entries[0]}
	return f, []text.Edit{text.Replace(passage, review.Citation(cited, doc.Path))}, nil
}

// titleOf is the first words of a passage, at most its first sentence.
func titleOf(doc *document.Document, passage text.Span) string {
	const longest = 60 // bytes
	if s := doc.Sentences(passage); len(s) > 0 {
		passage = s[0]
	}
	title := ""
	for _, word := range strings.Fields(markdown.Plain(doc.Prose(passage))) {
		if title != "" && len(title)+1+len(word) > longest {
			break
		}
		title = strings.TrimSpace(title + " " + word)
	}
	return strings.TrimRight(title, ".,;:!")
}

// moved is a passage as it stands in another file: its lines parted by "\n",
// relative links leading where they led.
func moved(doc *document.Document, passage text.Span, to string) string {
	var edits []text.Edit
	for l := range doc.LinksIn(passage) {
		dest, heading, _ := strings.Cut(l.Dest, "#")
		if !passage.Covers(l.Target) || l.Kind != markdown.InlineLink && l.Kind != markdown.Image || dest == "" ||
			strings.HasPrefix(dest, "/") || strings.Contains(dest, ":") {
			continue
		}
		target := review.Link(path.Join(path.Dir(doc.Path), dest), to)
		if heading != "" {
			target += "#" + heading
		}
		edits = append(edits, text.Replace(text.Span{Start: l.Target.Start - passage.Start, End: l.Target.End - passage.Start}, target))
	}
	s, err := text.Apply(doc.Text(passage), edits)
	if err != nil {
		s = doc.Text(passage)
	}
	var lines []string
	for line := range strings.Lines(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)) {
		lines = append(lines, strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}
