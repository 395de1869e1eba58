package text

import "strings"

// Escape is s as a markdown text that shows it as it is: no markup, link or HTML
// of it counts (CommonMark 0.31, section 2.4).
func Escape(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "#", `\#`)

// Cell is an escaped text as a cell of a markdown table.
func Cell(s string) string { return cell.Replace(s) }

var cell = strings.NewReplacer("|", `\|`, "\n", " ", "\r", "")

// Code is s as a code span, without what would end it (CommonMark 0.31, section 6.1).
func Code(s string) string {
	s = Printable(s)
	fence, longest := "`", 0
	for _, run := range strings.FieldsFunc(s, func(r rune) bool { return r != '`' }) {
		longest = max(longest, len(run))
	}
	if longest == 0 {
		return fence + s + fence
	}
	fence = strings.Repeat("`", longest+1)
	return fence + " " + s + " " + fence
}
