package rules

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var missingEvidence = &Rule{
	Name:     "missing-evidence",
	Group:    Structure,
	Severity: severity.Information,
	Absence:  true,
	Doc: Doc{
		Summary: "The results are quantified, and the Evidence section has a table or list without any row, or all its links are empty.",
		Why:     "A figure is believed where the reader can look it up.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Evidence\n\n| Type | Link/Location | Notes |\n|------|---------------|-------|\n| Report | | Days to close |\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Evidence\n\n| Type | Link/Location | Notes |\n|------|---------------|-------|\n| Report | payroll/2026-05.pdf | Days to close |\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			s := e.Section(template.Evidence)
			if s == nil || !p.quantified(e) {
				continue
			}
			lack := lackOfEvidence(p.Document, s)
			if lack == "" {
				continue
			}
			p.Report(headingPlace(s), lack).Judging(s.Span).About(sectionSubject(e, s.Key)).
				Fix("Insert a row of evidence", false, func() []text.Edit { return edit.InsertRow(p.Document, s) })
		}
	},
}

// quantified reports whether an entry has a result with a figure, which evidence
// could prove.
func (p *Pass) quantified(e *document.Entry) bool {
	return p.resultOf(e).best == quantity.Quantified
}

// lackOfEvidence says what is wrong with an Evidence section; "" where it names
// any place to look. One without table and list is an empty section, or prose.
func lackOfEvidence(doc *document.Document, s *document.Section) string {
	forms, rows, places := 0, 0, 0
	for b := range doc.BlocksIn(s.Body) {
		switch b.Kind {
		case markdown.Table:
			forms++
			n, linked := evidenceRows(doc, b)
			rows, places = rows+n, places+linked
		case markdown.List:
			forms++
			for _, item := range b.Children {
				if !doc.Empty(item.Span) || doc.Text(item.Text) != "" {
					rows++
					if !onlyEmptyLinks(doc, item.Text) {
						places++
					}
				}
			}
		case markdown.Paragraph:
			if !doc.Empty(b.Span) {
				return ""
			}
		}
	}
	switch {
	case forms == 0 || places > 0:
		return ""
	case rows == 0:
		return "the results are quantified, and nothing here shows it; add where it can be seen"
	}
	return "none of the evidence says where it can be seen; fill in a link or location"
}

// evidenceRows counts a table's rows that hold anything, and those of them that
// name a place: in the column of links, or by a link in another.
func evidenceRows(doc *document.Document, table *markdown.Block) (rows, places int) {
	column := -1
	for _, row := range table.Children {
		if row.Header {
			column = edit.LinkColumn(doc, row)
			continue
		}
		if strings.Trim(doc.Text(row.Span), "| \t\u00a0") == "" {
			continue
		}
		rows++
		switch {
		case column < 0 || column >= len(row.Children):
			places++ // no such column, or no such cell, which is another rule's matter
		case filledCell(doc, row.Children[column]) || hasLink(doc, row.Span):
			places++
		}
	}
	return rows, places
}

func filledCell(doc *document.Document, cell *markdown.Block) bool {
	return strings.Trim(doc.Text(cell.Text), " \t-–—\u00a0") != "" && !onlyEmptyLinks(doc, cell.Text)
}

func hasLink(doc *document.Document, span text.Span) bool {
	return slices.ContainsFunc(doc.Tree.Links, func(l markdown.Link) bool { return span.Covers(l.Span) && l.Dest != "" })
}

// onlyEmptyLinks reports whether span holds links, and none leads anywhere.
func onlyEmptyLinks(doc *document.Document, span text.Span) bool {
	links := 0
	for _, l := range doc.Tree.Links {
		if span.Covers(l.Span) {
			links++
			if l.Dest != "" {
				return false
			}
		}
	}
	return links > 0
}
