package rules

import (
	"fmt"
	"strings"
	"unicode"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var longSummary = &Rule{
	Name:     "long-summary",
	Group:    Wording,
	Severity: severity.Off,
	Doc: Doc{
		Summary: "The Summary is longer than 60 words.",
		Why:     "It is what a review takes over as it is; what it leaves out stands in the parts below it.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "from 5 days to 2.", "from 5 days to 2 by mapping each of its steps.", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
		Config:  "rules:\n  long-summary: hint\nsummary:\n  maxWords: 10\n",
		Options: "`summary.maxWords` of the configuration, 60 where it says nothing.",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			s := e.Section(template.Summary)
			if s == nil {
				continue
			}
			var words []text.Span
			for b := range p.Document.BlocksIn(s.Body) {
				if b.Kind == markdown.Paragraph || b.Kind == markdown.List {
					words = appendWords(words, p.Document.Prose(b.Span), b.Span.Start)
				}
			}
			if most := p.Config.Summary.MaxWords; len(words) > most {
				surplus := text.Span{Start: words[most].Start, End: words[len(words)-1].End}
				p.Report(surplus, fmt.Sprintf("the Summary has %d words, and %d are the most; shorten it by what begins here", len(words), most))
			}
		}
	},
}

// appendWords adds the words of prose, which starts at the offset given. What
// has neither letter nor digit is no word.
func appendWords(words []text.Span, prose string, offset int) []text.Span {
	start, counts := -1, false
	for i, r := range prose + " " {
		if !unicode.IsSpace(r) {
			if start < 0 {
				start, counts = i, false
			}
			counts = counts || unicode.IsLetter(r) || unicode.IsDigit(r)
			continue
		}
		if start >= 0 && counts {
			words = append(words, text.Span{Start: offset + start, End: offset + i})
		}
		start = -1
	}
	return words
}
