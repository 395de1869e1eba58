package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var passiveVoice = &Rule{
	Name:     "passive-voice",
	Group:    Wording,
	Severity: severity.Off,
	Doc: Doc{
		Summary: "A step of the Action is told in the passive: \"was implemented\", \"were trained\".",
		Why:     "It leaves out who did it, which is what a review asks.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "Automated the bank file", "The bank file was automated", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
		Config:  "rules:\n  passive-voice: hint\n",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, s := range p.englishActions(e) {
				for _, m := range passive.FindAllStringSubmatchIndex(p.Document.Prose(s), -1) {
					span := text.Span{Start: s.Start + m[2], End: s.Start + m[3]}
					words := strings.Fields(strings.ToLower(p.Document.Prose(span)))
					if participle(words[len(words)-1]) {
						p.Report(span, fmt.Sprintf("%q leaves out who did it; say that you did", p.Document.Text(span)))
					}
				}
			}
		}
	},
}

var passive = pattern.New(`(?i)(?:^|[^\pL])((?:was|were|been|being)(?: (?:then|also|later|first|successfully|fully))? \pL+)\b`)

// participles that do not end in "ed", and words in "ed" that tell a state.
var (
	irregular = set("built, written, rewritten, made, done, given, taken, led, run, set, sent, held, brought, chosen, drawn, found, kept, cut, shown, taught, told, won, begun, drafted, put, split, rebuilt, sold, bought, paid, spent, met")
	states    = set("tired, interested, excited, convinced, located, based, involved, tasked, supposed, used, need, indeed, worried, concerned, delighted, pleased, experienced, qualified")
)

func participle(word string) bool {
	return irregular[word] || strings.HasSuffix(word, "ed") && len(word) > 4 && !states[word]
}
