package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
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
		var used []workspace.TagUse
		for _, e := range p.Document.Entries {
			for _, t := range e.Tags {
				if !kebab(t.Name) || slices.Contains(p.Config.Tags.Known, t.Name) || p.Config.Tags.Aliases[t.Name] != "" {
					continue
				}
				if p.known().TagCount(t.Name) != 1 {
					continue
				}
				if used == nil {
					used = p.known().Tags()
				}
				other := p.similar(e, t, used)
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
func (p *Pass) similar(e *document.Entry, t document.Tag, used []workspace.TagUse) string {
	var candidates []string
	for _, u := range used {
		if u.Count > 1 && u.Name != t.Name {
			candidates = append(candidates, u.Name)
		}
	}
	candidates = append(candidates, p.Config.Tags.Known...)
	best, limit := "", 3
	for _, c := range candidates {
		switch {
		case c == "" || c[0] != t.Name[0]: // a slip of the pen seldom comes first
		case digits(c) != digits(t.Name):
		case plural(c, t.Name) || plural(t.Name, c):
			return c
		default:
			most := min(near(t.Name, c), limit-1)
			if most == 0 || len(c)-len(t.Name) > 4*most || len(t.Name)-len(c) > 4*most {
				continue
			}
			if d := distance(t.Name, c); d <= most && !p.says(e, t) {
				best, limit = c, d
			}
		}
	}
	return best
}

// near is how many edits may lie between two spellings of one tag: short words
// that differ by one letter are often two words.
func near(a, b string) int {
	switch n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)); {
	case n >= 9:
		return 2
	case n >= 6:
		return 1
	}
	return 0
}

// says reports whether the entry uses each of the tag's words elsewhere: then it
// is no slip of the pen.
func (p *Pass) says(e *document.Entry, t document.Tag) bool {
	own := make(map[string]bool)
	before, after := text.Span{Start: e.Span.Start, End: t.Span.Start}, text.Span{Start: t.Span.End, End: e.Span.End}
	for _, span := range []text.Span{before, after} {
		for word := range strings.FieldsFuncSeq(strings.ToLower(p.Document.Prose(span)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			own[word] = true
		}
	}
	for word := range strings.FieldsFuncSeq(t.Name, func(r rune) bool { return r == '-' || r == '/' }) {
		if !own[word] {
			return false
		}
	}
	return true
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
