package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var weakVerb = &Rule{
	Name:     "weak-verb",
	Group:    Wording,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "A step of the Action opens with a verb that hides what you did: \"Helped\", \"Worked on\", \"Was responsible for\", \"Assisted\", \"Participated in\".",
		Why:     "A reviewer can't tell from it whether you led the work or watched it. Say what was yours: designed, wrote, negotiated, trained.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "Automated the bank file", "Worked on the bank file", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "Automated the bank file", "Built the bank file", 1),
		Options: "`words.weakVerbs.add` and `.remove` of the configuration change the list.",
	},
	Check: func(p *Pass) {
		phrases := p.weakPhrases()
		for _, e := range p.Document.Entries {
			for _, s := range p.englishActions(e) {
				at := p.opening(s)
				words := p.Document.Prose(at)
				phrase := opensWith(words, phrases)
				if phrase == "" {
					continue
				}
				span := text.Span{Start: at.Start, End: at.Start + len(phrase)}
				f := p.Report(span, fmt.Sprintf("%q hides what you did; open with a verb that says it", p.Document.Text(span)))
				for _, v := range stronger(p.Document.Prose(span), words[len(phrase):]) {
					replaced := text.Span{Start: span.Start, End: span.End + v.more}
					f.Fix(fmt.Sprintf("Change to %q", v.verb), false, func() []text.Edit { return []text.Edit{text.Replace(replaced, v.verb)} })
				}
			}
		}
	},
}

// weakPhrases are the openings that are reported here, the longest first.
func (p *Pass) weakPhrases() []string {
	removed := make(map[string]bool)
	for _, w := range p.Config.Words.WeakVerbs.Remove {
		removed[strings.ToLower(w)] = true
	}
	var phrases []string
	for phrase := range weakVerbs {
		first, _, _ := strings.Cut(phrase, " ")
		if !removed[phrase] && !removed[first] {
			phrases = append(phrases, phrase)
		}
	}
	for _, w := range p.Config.Words.WeakVerbs.Add {
		phrases = append(phrases, strings.ToLower(w))
	}
	slices.SortFunc(phrases, func(a, b string) int { return len(b) - len(a) })
	return phrases
}

// opensWith is the first of the phrases with which words open, "" where they
// open with none.
func opensWith(words string, phrases []string) string {
	for _, phrase := range phrases {
		if len(words) < len(phrase) || !strings.EqualFold(words[:len(phrase)], phrase) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(words[len(phrase):])
		if len(words) > len(phrase) && (unicode.IsLetter(next) || unicode.IsDigit(next) || strings.ContainsRune("-'’", next)) {
			continue
		}
		if phrase == "assisted" && strings.HasPrefix(words[len(phrase):], " living") {
			continue
		}
		return phrase
	}
	return ""
}

// strongVerb is a verb for the place of a weak opening and of so many bytes
// behind it.
type strongVerb struct {
	verb string
	more int
}

// stronger are the verbs that can stand in the place of a weak opening before
// rest. "Helped to write" and "Worked on writing" name the verb themselves.
func stronger(phrase, rest string) []strongVerb {
	follow := strings.TrimLeft(rest, " \x00")
	follow = strings.TrimPrefix(follow, "to ")
	word := follow[:len(follow)-len(strings.TrimLeftFunc(follow, unicode.IsLetter))]
	cased := func(verb string) string {
		if first, _ := utf8.DecodeRuneInString(phrase); unicode.IsUpper(first) {
			return strings.ToUpper(verb[:1]) + verb[1:]
		}
		return verb
	}
	between := rest[:len(rest)-len(follow)+len(word)]
	if past := pastOf(word); past != "" && !strings.Contains(between, "\x00") {
		return []strongVerb{{cased(past), len(between)}}
	}
	switch {
	case strings.HasSuffix(word, "ing"), strings.HasPrefix(strings.TrimLeft(rest, " \x00"), "to "), word == "with", word == "on", word == "in", word == "out":
		return nil // no noun that another verb could take
	}
	var out []strongVerb
	for _, verb := range weakVerbs[strings.ToLower(phrase)] {
		out = append(out, strongVerb{cased(verb), 0})
	}
	return out
}
