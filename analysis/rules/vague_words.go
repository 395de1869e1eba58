package rules

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/text"
)

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

// termsAfter are words that make a term of a trade of the vague word before
// them: multiple sclerosis, significant figures, a lot of land.
var termsAfter = map[string]map[string]bool{
	"multiple":    set("sclerosis, myeloma, births, birth, pregnancy, pregnancies, regression, imputation, choice, dispatch, inheritance, alignment, of, sequence, listing, intelligences, comparisons, testing"),
	"significant": set("other, others, figure, figures, digit, digits, figs, event, at"),
	"dramatic":    set("arts, art, soprano, tenor, mezzo, society, irony, reading, readings, literature, monologue, monologues, theory, poetry, works, play, plays"),
	"a lot":       set("number, numbers"),
	"a lot of":    set("land"),
	"several":     set("liability"),
	"massive":     set("multiplayer, open"),
}

// termsBefore are words that take the vagueness from the word after them:
// statistically significant, how many, not many.
var termsBefore = map[string]map[string]bool{
	"significant":   set("statistically, clinically, not, non"),
	"significantly": set("statistically, clinically, not"),
	"multiple":      set("a, the, common, by, any"),
	"many":          set("how, as, so, not, too, that, one-to, many-to"),
	"several":       set("and, joint"),
	"numerous":      set("not, too"),
}

// meantOtherwise reports whether a vague word is part of a name, a quotation or
// a term. marks are the prose's quotation marks.
func meantOtherwise(prose string, marks *quotations, span text.Span) bool {
	word := span.Of(prose)
	before, after := prose[:span.Start], prose[span.End:]
	first, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(first) && !startsSentence(before) {
		return true
	}
	next := firstWord(after)
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) && unicode.IsUpper(r) {
		return true
	}
	if marks.hold(span) {
		return true
	}
	key := strings.ToLower(word)
	return termsAfter[key][strings.ToLower(next)] || termsBefore[key][strings.ToLower(lastWord(before))]
}

// startsSentence reports whether a sentence, or what a label stands before,
// starts behind before.
func startsSentence(before string) bool {
	before = strings.TrimRight(before, " \t\r\n\x00")
	r, _ := utf8.DecodeLastRuneInString(before)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ',' && r != ';' && r != '&'
}

// quotations are where the quotation marks of a text stand, by their kinds.
type quotations [5]struct{ opening, closing []int }

func quotationsOf(prose string) quotations {
	var all quotations
	for i, marks := range [...][2]string{{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}} {
		all[i].opening, all[i].closing = places(prose, marks[0]), places(prose, marks[1])
	}
	return all
}

// places are the offsets at which mark stands in s.
func places(s, mark string) []int {
	var all []int
	for at := 0; ; at += len(mark) {
		n := strings.Index(s[at:], mark)
		if n < 0 {
			return all
		}
		at += n
		all = append(all, at)
	}
}

// hold reports whether a word stands in quotation marks.
func (q *quotations) hold(word text.Span) bool {
	for kind, marks := range q {
		opened, closed := sort.SearchInts(marks.opening, word.Start), sort.SearchInts(marks.closing, word.Start)
		switch {
		case sort.SearchInts(marks.closing, word.End) == len(marks.closing): // none behind the word
		case kind == 0: // the same sign opens and closes
			if opened%2 == 1 {
				return true
			}
		case opened > 0 && (closed == 0 || marks.opening[opened-1] > marks.closing[closed-1]):
			return true
		}
	}
	return false
}

func firstWord(s string) string {
	s = strings.TrimLeft(s, " \x00")
	if i := strings.IndexFunc(s, notOfWord); i >= 0 {
		s = s[:i]
	}
	return s
}

func lastWord(s string) string {
	s = strings.TrimRight(s, " \x00")
	if i := strings.LastIndexFunc(s, notOfWord); i >= 0 {
		_, width := utf8.DecodeRuneInString(s[i:])
		s = s[i+width:]
	}
	return s
}

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && r != '-' }

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
