package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// manyUses is how often a name is used that is no slip of the pen.
const manyUses = 3

var similarPerson = &Rule{
	Name:     "similar-person",
	Group:    Reference,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A person's name is nearly one that is used more often.",
		Why:     "Two spellings make two people, and neither has all the work that was done together. Names of the configuration's `people` are never reported.",
		Bad:     similarPersonExample("Jeny Tran"),
		Good:    similarPersonExample("Jenny Tran"),
		File:    "ACH-013-Expenses.md",
		Beside: map[string]string{
			"ACH-011-Payroll.md":  similarPersonExample("Jenny Tran"),
			"ACH-012-Invoices.md": similarPersonExample("Jenny Tran"),
		},
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, person := range e.People {
				if p.configured(person.Name.Text) {
					continue
				}
				if other := p.similarPerson(person.Name.Text); other != "" {
					f := p.Report(person.Name.Span, fmt.Sprintf("%q is used less often than %q; did you mean %q?", person.Name.Text, other, other))
					if p.Document.Text(person.Name.Span) == person.Name.Text {
						f.Fix(fmt.Sprintf("Change to %q", other), false, func() []text.Edit { return []text.Edit{text.Replace(person.Name.Span, other)} })
					}
				}
			}
		}
	},
}

func (p *Pass) configured(name string) bool {
	return slices.ContainsFunc(p.Config.People, func(c config.Person) bool { return c.Name == name })
}

// similarPerson is the name, used more often or named by the configuration, of
// which another is most likely a misspelling; "" where there is none.
func (p *Pass) similarPerson(name string) string {
	own := p.known().PersonCount(name)
	if own == 0 || own >= manyUses {
		return ""
	}
	together := p.common().together()
	other := p.common().configured().beside(name).oneSlip(name, func(c string) bool {
		return !together[c] && misspelt(name, c)
	})
	if other == "" {
		other = p.common().people().beside(name).oneSlip(name, func(c string) bool {
			return !together[c] && misspelt(name, c) && p.known().PersonCount(c) > own
		})
	}
	return other
}

// namedIn are the people whom a document's entries name. Who is named beside
// another is not the other.
func namedIn(doc *document.Document) map[string]bool {
	named := make(map[string]bool)
	for _, e := range doc.Entries {
		for _, person := range e.People {
			named[person.Name.Text] = true
		}
	}
	return named
}

// misspelt reports whether two names differ as a name and its misspelling do:
// word by word, in long words alone, not in the first letter, and not in the last
// vowel, which makes another name of Mario than of Maria.
func misspelt(a, b string) bool {
	if d := len(a) - len(b); a == b || d > utf8.UTFMax || d < -utf8.UTFMax || digits(a) != digits(b) {
		return false
	}
	if strings.EqualFold(a, b) {
		return true
	}
	wordsA, wordsB := strings.Fields(a), strings.Fields(b)
	if len(wordsA) != len(wordsB) || len(wordsA) < 2 {
		return false
	}
	differ := 0
	for i, w := range wordsA {
		v := wordsB[i]
		if w == v {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		other, _ := utf8.DecodeRuneInString(v)
		if first != other || min(utf8.RuneCountInString(w), utf8.RuneCountInString(v)) < 4 || withoutEnding(w) == withoutEnding(v) || distance(w, v) > 1 {
			return false
		}
		differ++
	}
	return differ == 1
}

func withoutEnding(word string) string { return strings.TrimRight(word, "aeiouyáéíóú") }

func similarPersonExample(name string) string {
	return "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Collaboration\n\n| Person | Role | Their Contribution |\n| --- | --- | --- |\n| " + name + " | Accountant | Tested the bank file |\n"
}
