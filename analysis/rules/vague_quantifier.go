package rules

import (
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
)

var vagueQuantifier = &Rule{
	Name:     "vague-quantifier",
	Group:    Result,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "A word such as \"significantly\" or \"many\" stands in Summary or Result in the place of a figure.",
		Why:     "It says that there was a figure and that it was not looked up. The reader assumes a small one.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "from 5 days to 2", "significantly", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
		Options: "`words.vagueQuantifiers.add` and `words.vagueQuantifiers.remove` in the configuration change the list of words.",
	},
	Check: func(p *Pass) {
		phrases := vaguePhrases(p)
		for _, e := range p.Document.Entries {
			for _, s := range slices.Concat(p.summaryOf(e), p.resultOf(e).statements) {
				reportVague(p, e, s, phrases)
			}
		}
	},
}

// vaguePhrases are the words looked for, the longest first, so that "a lot of"
// is found before "a lot".
func vaguePhrases(p *Pass) []string {
	words := p.Config.Words.VagueQuantifiers
	if len(words.Add) == 0 && len(words.Remove) == 0 {
		return vague
	}
	var out []string
	for _, w := range slices.Concat(vague, words.Add) {
		if !slices.ContainsFunc(words.Remove, func(r string) bool { return strings.EqualFold(r, w) }) {
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

// reportVague reports the vague words of a statement in which no quantity stands.
func reportVague(p *Pass, e *document.Entry, s document.Statement, phrases []string) {
	if f := p.figures(s.Span); f.Class != quantity.Unquantified || len(f.Quantities) > 0 || !p.english(s.Span, e.Span) {
		return
	}
	prose := p.Document.Prose(s.Span)
	marks := quotationsOf(prose)
	for _, span := range occurrences(prose, phrases) {
		if meantOtherwise(prose, &marks, span) {
			continue
		}
		span = span.Shift(s.Span.Start)
		p.Report(span, fmt.Sprintf("%q says no figure; write how much or how many", p.Document.Text(span))).Judging(span)
	}
}
