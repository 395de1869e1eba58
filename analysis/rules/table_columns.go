package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var tableColumns = &Rule{
	Name:     "table-columns",
	Group:    Structure,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A table row has more or fewer cells than the table's header, or a table is none because its header or the row of dashes below it is gone or of another length.",
		Why:     "Cells that are missing show empty, and those that are too many do not show at all: what they say is lost to the reader. A bar within a cell is written `\\|`.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Collaboration\n\n| Person | Role | Their Contribution |\n|--------|------|--------------------|\n| Ada Moreau | Accountant |\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Collaboration\n\n| Person | Role | Their Contribution |\n|--------|------|--------------------|\n| Ada Moreau | Accountant | |\n",
	},
	Check: func(p *Pass) {
		if p.Document.Kind != document.Achievement && p.Document.Kind != document.Review {
			return
		}
		p.Document.Walk(func(b *markdown.Block) bool {
			switch b.Kind {
			case markdown.Quote:
				return false
			case markdown.Paragraph:
				reportBroken(p, b)
			case markdown.Table:
				columns := 0
				for _, row := range b.Children {
					if row.Header {
						columns = len(row.Children)
					} else if n := len(row.Children); n != columns {
						reportRow(p, row, n, columns)
					}
				}
				return false
			}
			return true
		})
	},
}

func reportRow(p *Pass, row *markdown.Block, cells, columns int) {
	if cells < columns {
		p.Report(row.Span, fmt.Sprintf("the row has %s, the table %d columns; fill the row up", count(cells, "cell"), columns)).
			Fix("Add the missing cells", true, func() []text.Edit { return []text.Edit{padRow(p.Document, row, columns-cells)} })
		return
	}
	surplus := text.Span{Start: row.Children[columns].Span.Start, End: row.Span.End}
	f := p.Report(surplus, fmt.Sprintf("the row has %s, the table %s, so that %q is not shown; write a bar within a cell as \"\\|\"", count(cells, "cell"), count(columns, "column"), shorten(strings.Trim(p.Document.Text(surplus), "| \t"))))
	if strings.Trim(p.Document.Text(surplus), "| \t") == "" {
		f.Message = fmt.Sprintf("the row has %s, the table %s; remove what is too many", count(cells, "cell"), count(columns, "column"))
		f.Fix("Remove the empty cells", true, func() []text.Edit { return []text.Edit{text.Delete(surplus)} })
	}
}

// padRow adds empty cells at a row's end.
func padRow(doc *document.Document, row *markdown.Block, n int) text.Edit {
	s := doc.Text(row.Span)
	cells := strings.Repeat(" |", n)
	if !strings.HasSuffix(strings.TrimRight(s, " \t"), "|") {
		cells = " |" + cells
	}
	end := row.Span.Start + len(strings.TrimRight(s, " \t"))
	return text.Insert(end, cells)
}

// count is a number with its noun: "1 cell", "3 cells".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// reportBroken reports rows that make no table (GFM, section 4.10): without a
// row of dashes as long as the header above it.
func reportBroken(p *Pass, b *markdown.Block) {
	if len(b.Lines) < 2 {
		return
	}
	for _, line := range b.Lines {
		if s := strings.TrimSpace(uncommented(p.Document, line)); len(s) < 3 || s[0] != '|' || s[len(s)-1] != '|' {
			return
		}
	}
	header, second := b.Lines[0], b.Lines[1]
	cells := strings.Count(uncommented(p.Document, header), "|") - 1
	switch {
	case dashes(uncommented(p.Document, header)):
		p.Report(header, "the table has no header row; insert one above the dashes").
			Fix("Insert a header row", false, func() []text.Edit { return edit.InsertHeader(p.Document, header) })
	case !dashes(uncommented(p.Document, second)):
		p.Report(header, "the table has no row of dashes below its header; insert one").
			Fix("Insert the row of dashes", true, func() []text.Edit { return edit.InsertDelimiter(p.Document, header, cells) })
	default:
		n := strings.Count(uncommented(p.Document, second), "|") - 1
		p.Report(second, fmt.Sprintf("the row of dashes has %s, the header %s; make them equal", count(n, "cell"), count(cells, "cell"))).
			Fix("Write the row of dashes anew", true, func() []text.Edit { return edit.ReplaceDelimiter(second, cells) })
	}
}

// dashes reports whether a row is a delimiter row.
func dashes(row string) bool {
	return strings.Contains(row, "-") && strings.Trim(row, "|-: \t") == ""
}
