package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var malformedCheckbox = &Rule{
	Name:     "malformed-checkbox",
	Group:    Structure,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A checkbox is written so that markdown does not take it for one: `-[ ]`, `- [x ]`, `- []`, `- [✓]`.",
		Why:     "It shows as brackets instead of a box, and is not counted as done or open. Write `- [ ]` or `- [x]`.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Visibility\n\n- [x] The finance director\n- [✓] The auditors\n",
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Visibility\n\n- [x] The finance director\n- [x] The auditors\n",
	},
	Check: func(p *Pass) {
		if p.Document.Kind != document.Achievement && p.Document.Kind != document.Review {
			return
		}
		p.Document.Walk(func(b *markdown.Block) bool {
			switch b.Kind {
			case markdown.Quote, markdown.Code, markdown.HTML, markdown.Table:
				return false
			case markdown.Item:
				if b.Box.Empty() {
					reportBox(p, text.Span{Start: b.Text.Start, End: b.Text.End}, itemBox)
				}
			case markdown.Paragraph:
				for _, line := range b.Lines {
					reportBox(p, line, lineBox)
				}
			}
			return true
		})
	},
}

// What stands for a box at the start of an item's text, and at the start of a
// line that would be an item if a blank followed its bullet. What follows tells
// a box from a link, a reference and a footnote.
var (
	itemBox = pattern.New(`^()\[([ \t]*[xX]?[ \t]*|-[ \t]+|[ \t]+-[ \t]*|[✓✔☑✅✗✘☒❌vV])\]([ \t]+[^ \t(\[]|[^\s(\[:]|$)`)
	lineBox = pattern.New(`^([-*+][ \t]*)\[([ \t]*[xX]?[ \t]*|[-✓✔☑✅✗✘☒❌])\]([ \t]+[^ \t(\[]|$)`)
)

func reportBox(p *Pass, line text.Span, form *pattern.Pattern) {
	s := p.Document.Text(line)
	m := form.FindStringSubmatchIndex(s)
	if m == nil {
		return
	}
	written := text.Span{Start: line.Start, End: line.Start + m[5] + 1}
	box := "[" + state(s[m[4]:m[5]]) + "]"
	if bullet := s[m[2]:m[3]]; bullet != "" {
		box = bullet[:1] + " " + box
	}
	if s[m[6]:m[7]] != "" && !strings.ContainsAny(s[m[6]:m[6]+1], " \t") {
		box += " "
	}
	if p.Document.Text(written) == box {
		return
	}
	p.Report(written, fmt.Sprintf("%q is no checkbox; write %q", p.Document.Text(written), strings.TrimSpace(box))).
		Fix(fmt.Sprintf("Change to %q", strings.TrimSpace(box)), true, func() []text.Edit {
			return []text.Edit{text.Replace(written, box)}
		})
}

// state is what a box holds where the writer wrote s into it.
func state(s string) string {
	switch strings.TrimSpace(s) {
	case "", "✗", "✘", "☒", "❌":
		return " "
	case "-":
		return "-"
	}
	return "x"
}
