package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var invalidDate = &Rule{
	Name:     "invalid-date",
	Group:    Metadata,
	Severity: severity.Error,
	Doc: Doc{
		Summary: "A date, in the Date field or a table's Date column, is no day of the calendar written as `YYYY-MM-DD`.",
		Why:     "The date decides which review may cite the achievement. Only this form means the same day to everyone, and sorts.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**Date:** 15 May 2026\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n**Date:** 2026-05-15\n\n" + storyText,
	},
	Check: func(p *Pass) {
		if p.Document.Kind != document.Achievement && p.Document.Kind != document.Review {
			return
		}
		for _, f := range p.fields(template.Date) {
			if known := p.Document.Template.Field(template.Date); !strings.EqualFold(p.Document.Text(f.Name), known.Name) && !strings.ContainsAny(f.Text, "0123456789") {
				continue // "Completed: yes" is no date, and does not mean to be one
			}
			p.checkDate(f.Text, f.Value, func(date string) []text.Edit { return setField(p.Document, f, date) })
		}
		p.Document.Walk(func(b *markdown.Block) bool {
			if b.Kind == markdown.Table {
				for _, cell := range dateCells(p.Document, b) {
					if s := markdown.Plain(p.Document.Prose(cell.Text)); !noDate(s) {
						p.checkDate(s, cell.Text, func(date string) []text.Edit { return []text.Edit{text.Replace(cell.Text, date)} })
					}
				}
			}
			return b.Kind != markdown.Quote && b.Kind != markdown.Table
		})
	},
}

// checkDate reports what is written at span where it is no date. write makes
// the edits that put a date in its place.
func (p *Pass) checkDate(written string, span text.Span, write func(date string) []text.Edit) {
	if _, ok := calendar.ParseDate(written); ok {
		return
	}
	date, understood := calendar.Understand(written)
	if !understood {
		message := "%q is no date with year, month and day; write it as YYYY-MM-DD"
		switch {
		case isoForm.MatchString(written):
			message = "%q is no day of the calendar; write one that is"
		case threeNumbers.MatchString(written):
			message = "%q leaves open which is the day and which the month; write it as YYYY-MM-DD"
		}
		p.Report(span, fmt.Sprintf(message, shorten(written)))
		return
	}
	p.Report(span, fmt.Sprintf("%q is not written as YYYY-MM-DD; write %s", shorten(written), date)).
		Fix(fmt.Sprintf("Change to %s", date), true, func() []text.Edit { return write(date.String()) })
}

var (
	isoForm      = pattern.New(`^\d{4}-\d{2}-\d{2}$`)
	threeNumbers = pattern.New(`^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}$`)
)

// dateCells are the cells below the header "Date" of a table.
func dateCells(doc *document.Document, table *markdown.Block) []*markdown.Block {
	var cells []*markdown.Block
	column := -1
	for _, row := range table.Children {
		if row.Header {
			for i, cell := range row.Children {
				if doc.Template.Is(template.When, markdown.Plain(doc.Prose(cell.Text))) {
					column = i
				}
			}
			continue
		}
		if column >= 0 && column < len(row.Children) && !row.Children[column].Text.Empty() {
			cells = append(cells, row.Children[column])
		}
	}
	return cells
}

// noDate reports whether a cell says that there is no date, or not yet.
func noDate(cell string) bool {
	switch strings.ToLower(strings.Trim(cell, " ().-–—")) {
	case "", "n/a", "na", "none", "pending", "planned", "not yet", "upcoming", "tbc", "tba", "ongoing":
		return true
	}
	return false
}
