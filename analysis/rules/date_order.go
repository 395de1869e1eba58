package rules

import (
	"fmt"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
)

var dateOrder = &Rule{
	Name:     "date-order",
	Group:    Metadata,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "The achievement was presented before the day on which it was achieved.",
		Why:     "One of the two dates is wrong, or what was presented was the plan.",
		Bad:     presented("2026-04-20"),
		Good:    presented("2026-06-20"),
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			achieved, f := p.dateOf(e)
			if f == nil {
				continue
			}
			for _, cell := range p.presentations(e) {
				if date, ok := presentedBefore(p.Document, cell, achieved); ok {
					p.Report(cell.Text, fmt.Sprintf("presented on %s, before it was achieved on %s; correct one of the two", date, achieved)).
						Also(f.Value, "the day it was achieved")
				}
			}
		}
	},
}

// presentations are the cells that say when an achievement was presented.
func (p *Pass) presentations(e *document.Entry) []*markdown.Block {
	s := e.Section(template.Visibility)
	if s == nil {
		return nil
	}
	var cells []*markdown.Block
	for b := range p.Document.BlocksIn(s.Body) {
		if b.Kind == markdown.Table {
			cells = append(cells, dateCells(p.Document, b)...)
		}
	}
	return cells
}

// presentedBefore reads a cell that holds a date before the one given.
func presentedBefore(doc *document.Document, cell *markdown.Block, achieved calendar.Date) (calendar.Date, bool) {
	date, ok := readDate(markdown.Plain(doc.Prose(cell.Text)))
	return date, ok && date.Before(achieved)
}

func presented(date string) string {
	return "# Achievement: Payroll closes in two days\n\n**Date:** 2026-05-15\n\n" + storyText +
		"\n## Visibility\n\n### Presentations\n\n| Date | Venue | Audience |\n|------|-------|----------|\n| " + date + " | Finance forum | Controllers |\n"
}
