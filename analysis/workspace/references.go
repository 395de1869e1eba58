package workspace

import (
	"strings"
	"unique"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// shared is a string that many files have in common, held in memory once.
func shared(s string) string {
	if s == "" {
		return ""
	}
	return unique.Make(s).Value()
}

// addReferences adds what the file names elsewhere, and what of it can be named.
func (f *Facts) addReferences(d *document.Document) {
	for _, s := range d.Sections {
		f.Headings = append(f.Headings, shared(s.Name))
	}
	mentioned := make(map[string]bool)
	mention := func(id string) {
		if id != "" && !mentioned[id] {
			mentioned[id] = true
			f.Mentions = append(f.Mentions, shared(id))
		}
	}
	for _, m := range d.Mentions() {
		mention(m.ID)
	}
	for _, e := range d.Entries { // a role in the front matter is no prose
		if r := e.Field(template.Role); r != nil {
			mention(strings.ToUpper(RoleID(r.Text)))
		}
	}
	linked := make(map[LinkFacts]bool)
	for _, t := range d.Targets() {
		l := LinkFacts{Path: t.Path, Fragment: t.Fragment, Wiki: t.Wiki}
		if !linked[l] {
			linked[l] = true
			l.Path, l.Fragment = shared(l.Path), shared(l.Fragment)
			f.Links = append(f.Links, l)
		}
	}
	if d.Kind != document.Review {
		return
	}
	if s, _, ok := d.PeriodText(); ok {
		f.Period = strings.Clone(s)
	}
	for _, c := range d.Citations() {
		f.Citations = append(f.Citations, CitationOf(c))
	}
}

// CitationOf are the facts of a citation.
func CitationOf(c document.Citation) CitationFacts {
	f := CitationFacts{ID: shared(c.ID), Title: strings.Clone(c.Title), Number: c.Number}
	if c.Target != nil {
		f.Path, f.Wiki = shared(c.Target.Path), c.Target.Wiki
	}
	return f
}

// statements are those in which an achievement's figures stand.
func statements(d *document.Document, e *document.Entry) []StatementFacts {
	var out []StatementFacts
	add := func(part template.Key, body text.Span) {
		for _, s := range d.Statements(body) {
			prose := said(d, s)
			if part == template.Result || strings.ContainsAny(prose, "0123456789") {
				out = append(out, StatementFacts{Part: part, Text: strings.Clone(prose), Span: s.Span})
			}
		}
	}
	if s := e.Section(template.Summary); s != nil {
		add(template.Summary, s.Body)
	}
	for _, p := range e.Parts {
		if len(p.Keys) > 0 {
			add(p.Keys[len(p.Keys)-1], p.Body)
		}
	}
	return out
}

// said is a statement's prose. Cells of a row are parted, so that their figures
// stay apart, and joined by an arrow where the header says before and after.
func said(d *document.Document, s document.Statement) string {
	if s.Block.Kind != markdown.Row || s.Span != s.Block.Span {
		return markdown.Plain(d.Prose(s.Span))
	}
	var cells []string
	for _, c := range s.Block.Children {
		cells = append(cells, markdown.Plain(d.Prose(c.Text)))
	}
	if d.IsChange(s.Block) {
		return cells[0] + ": " + cells[1] + " → " + cells[2]
	}
	return strings.Join(cells, "; ")
}
