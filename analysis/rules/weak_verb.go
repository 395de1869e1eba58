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

// weakVerbs are the openings that are reported, each with verbs that can stand
// in its place, in lower case.
var weakVerbs = map[string][]string{
	"helped":               {"guided", "enabled", "advised"},
	"helped with":          {"organised", "prepared", "carried out"},
	"helped on":            {"organised", "prepared", "carried out"},
	"helped out with":      {"organised", "prepared", "carried out"},
	"helped in":            {"organised", "prepared", "carried out"},
	"worked on":            {"built", "improved", "delivered"},
	"was responsible for":  {"led", "managed", "owned"},
	"were responsible for": {"led", "managed", "owned"},
	"responsible for":      {"led", "managed", "owned"},
	"was in charge of":     {"led", "managed", "owned"},
	"assisted":             {"supported", "guided", "advised"},
	"assisted with":        {"prepared", "organised", "carried out"},
	"assisted in":          {"prepared", "organised", "carried out"},
	"participated in":      {"shaped", "presented at", "advised on"},
	"took part in":         {"shaped", "presented at", "advised on"},
	"was involved in":      {"shaped", "organised", "carried out"},
	"was involved with":    {"shaped", "organised", "carried out"},
	"involved in":          {"shaped", "organised", "carried out"},
	"was part of":          {"shaped", "built", "advised"},
	"was tasked with":      {"led", "delivered", "carried out"},
	"tasked with":          {"led", "delivered", "carried out"},
	"contributed to":       {"wrote part of", "designed part of", "built part of"},
	"duties included":      {"led", "managed", "owned"},
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
	if past := pastOf(word); past != "" {
		return []strongVerb{{cased(past), len(rest) - len(follow) + len(word)}}
	}
	if strings.HasSuffix(word, "ing") || strings.HasPrefix(strings.TrimLeft(rest, " \x00"), "to ") {
		return nil // no noun that another verb could take
	}
	var out []strongVerb
	for _, verb := range weakVerbs[strings.ToLower(phrase)] {
		out = append(out, strongVerb{cased(verb), 0})
	}
	return out
}

// verbForms are verbs of all professions: as they are named, and their past.
var verbForms = strings.Fields(`analyse analysed, analyze analyzed, audit audited, automate automated, build built, carry carried, check checked, coach coached, coordinate coordinated, count counted, create created,
	define defined, deliver delivered, design designed, develop developed, document documented, draft drafted, edit edited, establish established, fix fixed, hire hired, implement implemented,
	improve improved, install installed, introduce introduced, launch launched, lead led, manage managed, map mapped, migrate migrated, monitor monitored, move moved, negotiate negotiated,
	organise organised, organize organized, plan planned, prepare prepared, present presented, redesign redesigned, reduce reduced, refactor refactored, repair repaired, replace replaced, research researched,
	review reviewed, rewrite rewrote, run ran, set set, simplify simplified, solve solved, streamline streamlined, supervise supervised, teach taught, test tested, train trained, translate translated,
	update updated, upgrade upgraded, write wrote`)

// pastOf is the past of a verb given as "write" or "writing"; "" for a word that
// is none it knows.
func pastOf(word string) string {
	word = strings.ToLower(word)
	stem, gerund := strings.CutSuffix(word, "ing")
	for i := 0; i+1 < len(verbForms); i += 2 {
		verb, past := verbForms[i], strings.TrimSuffix(verbForms[i+1], ",")
		doubled := verb + verb[len(verb)-1:]
		if verb == word || gerund && (stem == verb || stem == strings.TrimSuffix(verb, "e") || stem == doubled) {
			return past
		}
	}
	return ""
}
