package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
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

// vague are words and phrases that stand for a figure nobody looked up, in
// lower case. Words with an exact sense in some trade ("exponentially",
// "several" of a list that follows) are left out where the sense is usual.
var vague = []string{
	"significantly", "significant", "substantially", "substantial", "considerably", "considerable", "greatly", "dramatically", "dramatic",
	"drastically", "drastic", "massively", "massive", "hugely", "huge", "vastly", "vast", "immensely", "immense", "enormously", "enormous",
	"tremendously", "tremendous", "noticeably", "noticeable", "markedly", "remarkably", "exponentially", "sharply", "heavily reduced",
	"many", "numerous", "various", "countless", "several", "a lot of", "lots of", "plenty of", "a number of", "a large number of", "a variety of",
	"a wide range of", "a great deal of", "loads of", "tons of", "multiple", "a lot", "much faster", "much better", "much less", "much more", "far fewer",
	"far less", "far more", "far better", "way faster", "way more",
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
	for _, span := range occurrences(p.Document.Prose(s.Span), phrases) {
		span = span.Shift(s.Span.Start)
		p.Report(span, fmt.Sprintf("%q says no figure; write how much or how many", p.Document.Text(span))).Judging(span)
	}
}

// occurrences are the places in prose where a phrase stands as whole words, in
// order; of two that overlap the first, and of two that start together the
// longer.
func occurrences(prose string, phrases []string) []text.Span {
	lower := strings.ToLower(prose)
	if len(lower) != len(prose) { // a letter whose lower case has another length
		lower = prose
	}
	var out []text.Span
	for _, phrase := range phrases {
		for at := 0; ; {
			i := strings.Index(lower[at:], phrase)
			if i < 0 {
				break
			}
			span := text.Span{Start: at + i, End: at + i + len(phrase)}
			at = span.End
			if wholeWord(lower, span) {
				out = append(out, span)
			}
		}
	}
	slices.SortFunc(out, func(a, b text.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	end := 0
	return slices.DeleteFunc(out, func(s text.Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// wholeWord reports whether no letter, digit or hyphen touches span.
func wholeWord(s string, span text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:span.Start])
	after, _ := utf8.DecodeRuneInString(s[span.End:])
	joins := func(r rune) bool { return r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !joins(before) && !joins(after)
}
