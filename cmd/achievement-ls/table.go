package main

import (
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// writeTable prints rows in columns that line up on a terminal, two blanks
// between them.
func writeTable(w io.Writer, rows [][]string) error {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], displaywidth.String(printable(cell)))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			cell = printable(cell)
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", widths[i]-displaywidth.String(cell)+2))
		}
		if _, err := io.WriteString(w, strings.TrimRight(line.String(), " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// markdownCell is s as a cell of a markdown table.
var markdownCell = strings.NewReplacer("|", `\|`, "\n", " ", "\r", "")
