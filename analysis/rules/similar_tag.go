package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
)

var similarTag = &Rule{
	Name:     "similar-tag",
	Group:    Tags,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A tag is used once, and is nearly, or the plural of, a tag that is used more often.",
		Why:     "Two spellings of one tag divide what belongs together. Tags of the configuration's `tags.known` are never reported.",
		Bad:     similarTagExample("#automatoin"),
		Good:    similarTagExample("#automation"),
		File:    "achievements/Spring.md",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, t := range e.Tags {
				if !kebab(t.Name) || slices.Contains(p.Config.Tags.Known, t.Name) || p.Config.Tags.Aliases[t.Name] != "" {
					continue
				}
				if p.known().TagCount(t.Name) != 1 {
					continue
				}
				other := p.similar(e, t)
				if other == "" {
					continue
				}
				f := p.Report(t.Span, fmt.Sprintf("%q is used here alone; did you mean %q?", p.Document.Text(t.Span), written(p.Document, t, other)))
				p.fixTag(f, e, t, other, false)
			}
		}
	},
}

// similar is the tag used more often, or known to the configuration, of which t
// is most likely another spelling; "" where there is none.
func (p *Pass) similar(e *document.Entry, t document.Tag) string {
	used := p.common().tags().beside(t.Name)
	if c := used.first(otherNumber(t.Name)...); c != "" {
		return c
	}
	c := used.oneSlip(t.Name, func(c string) bool { return spelt(t.Name, c, 1) })
	if c == "" && utf8.RuneCountInString(t.Name) >= longTag {
		c = used.twoSlips(t.Name, func(c string) bool { return spelt(t.Name, c, 2) })
	}
	if c == "" || p.says(e, t) {
		return ""
	}
	return c
}

// otherNumber are the plurals of a tag, and what it may be the plural of.
func otherNumber(tag string) []string {
	stem := strings.TrimSuffix(tag, "s")
	some := []string{tag + "s", tag + "es", strings.TrimSuffix(tag, "y") + "ies", stem, strings.TrimSuffix(stem, "e"), strings.TrimSuffix(stem, "ie") + "y"}
	return slices.DeleteFunc(some, func(c string) bool { return !plural(c, tag) && !plural(tag, c) })
}

// spelt reports whether two tags may be spellings of one, so many edits apart.
func spelt(a, b string, edits int) bool {
	return a != b && near(a, b) >= edits && len(a)-len(b) <= 4*edits && len(b)-len(a) <= 4*edits && digits(a) == digits(b) && distance(a, b) <= edits
}

// longTag is from how many letters on two of them may be wrong.
const longTag = 9

// near is how many edits may lie between two spellings of one tag: short words
// that differ by one letter are often two words.
func near(a, b string) int {
	switch n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)); {
	case n >= longTag:
		return 2
	case n >= 6:
		return 1
	}
	return 0
}

// says reports whether the entry uses each of the tag's words elsewhere: then it
// is no slip of the pen.
func (p *Pass) says(e *document.Entry, t document.Tag) bool {
	all := p.common().said[e]
	if all == nil {
		all = usedWords(p.Document.Prose(e.Span))
		p.common().said[e] = all
	}
	own := usedWords(p.Document.Prose(t.Span))
	for word := range strings.FieldsFuncSeq(t.Name, func(r rune) bool { return r == '-' || r == '/' }) {
		if all[word] <= own[word] {
			return false
		}
	}
	return true
}

// usedWords are the words of a text with how often each stands there.
func usedWords(prose string) map[string]int {
	used := make(map[string]int)
	for word := range strings.FieldsFuncSeq(strings.ToLower(prose), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		used[word]++
	}
	return used
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// plural reports whether b is the English plural of a.
func plural(a, b string) bool {
	if utf8.RuneCountInString(a) < 3 {
		return false
	}
	return b == a+"s" || b == a+"es" || strings.HasSuffix(a, "y") && b == strings.TrimSuffix(a, "y")+"ies"
}

func similarTagExample(tag string) string {
	entry := func(title, tag string) string {
		return "\n## Achievement: " + title + "\n\n" + deeper(storyText) + "\n### Tags\n\n- " + tag + "\n"
	}
	return "# Achievements of this spring\n" + entry("Payroll closes in two days", "#automation") +
		entry("Invoices leave on the day they are written", "#automation") + entry("Expenses are paid within a week", tag)
}
