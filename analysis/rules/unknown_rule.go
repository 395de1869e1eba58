package rules

import (
	"fmt"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var unknownRule = &Rule{
	Name:     "unknown-rule",
	Group:    Suppression,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A suppression comment, or the configuration, names a rule that does not exist, or a comment has a verb that does not.",
		Why:     "What is misspelled suppresses nothing, and nobody notices.",
		Bad:     "# Achievement: Payroll closes in two days\n\n<!-- achievement-ls disable-file line-length -->\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
	},
	afterwards: true,
	Check: func(p *Pass) {
		for _, s := range p.Document.Suppressions {
			if !verbs[s.Verb.Text] {
				// What is not nearly a verb is the writer's own note.
				names := []string{"disable-next-line", "disable-line", "disable-file", "disable", "enable"}
				if nearest(s.Verb.Text, names, maxTypos) != "" {
					p.reportUnknown(s, s.Verb, "nothing a comment can say", names)
				}
				continue
			}
			for _, name := range s.Rules {
				if Lookup(name.Text) == nil {
					p.reportUnknown(s, name, "no rule", ruleNames())
				}
			}
		}
	},
}

// maxTypos is how many edits may lie between a word and the one that is meant.
const maxTypos = 3

// verbs are what a suppression comment can say.
var verbs = map[string]bool{"disable-next-line": true, "disable-line": true, "disable-file": true, "disable": true, "enable": true}

// reportUnknown reports a word of a suppression comment that means nothing.
func (p *Pass) reportUnknown(s document.Suppression, word document.Item, what string, known []string) {
	f := p.Report(word.Span, fmt.Sprintf("%q is %s; remove it", word.Text, what))
	if name := nearest(word.Text, known, maxTypos); name != "" {
		f.Message = fmt.Sprintf("%q is %s; did you mean %q?", word.Text, what, name)
		if word.Span == s.Verb.Span || p.wouldHide(s, name) {
			f.Fix(fmt.Sprintf("Change to %q", name), true, func() []text.Edit { return []text.Edit{text.Replace(word.Span, name)} })
		}
	}
	if len(s.Rules) <= 1 || word.Span == s.Verb.Span {
		f.Fix("Remove the comment", false, func() []text.Edit { return []text.Edit{removeComment(p.Document, s.Comment)} })
		return
	}
	f.Fix(fmt.Sprintf("Remove %q", word.Text), false, func() []text.Edit {
		return []text.Edit{text.Delete(wordWithBlank(p.Document, word.Span))}
	})
}

// wouldHide reports whether a suppression that named the rule would be of use: it
// hides a finding, or of a rule that is off nothing can be said.
func (p *Pass) wouldHide(s document.Suppression, name string) bool {
	return level(Lookup(name), p.Input) == severity.Off || p.hides(s, name)
}

func ruleNames() []string {
	var names []string
	for _, r := range All() {
		names = append(names, r.Name)
	}
	return names
}

var invalidConfiguration = &Rule{
	Name:     "invalid-configuration",
	Group:    Suppression,
	Severity: severity.Error,
	Doc: Doc{
		Summary: "In `.achievements.yaml`: a key that does not exist, a value of the wrong type, a glob or pattern that can't be read.",
		Why:     "What is not understood has no effect; the rest of the file still holds.",
		File:    ".achievements.yaml",
		Bad:     "tag:\n  required: [payroll]\n",
		Good:    "tags:\n  required: [payroll]\n",
	},
	// Documents are no configuration: see CheckConfig.
	Check: func(*Pass) {},
}
