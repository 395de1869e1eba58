package text

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// Columns are rows in columns that line up on a terminal, two blanks between
// them, each row a line. Cells are made Printable.
func Columns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], displaywidth.String(Printable(cell)))
		}
	}
	var out strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			cell = Printable(cell)
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", widths[i]-displaywidth.String(cell)+2))
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return out.String()
}

// Printable is s without what would move a terminal's cursor, change its
// colours or turn its text around. A byte that is no UTF-8 becomes U+FFFD.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control), r == '\ufeff':
			return -1
		}
		return r
	}, s)
}
