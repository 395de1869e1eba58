package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var teamPronoun = &Rule{
	Name:     "team-pronoun",
	Group:    Wording,
	Severity: severity.Hint,
	Doc: Doc{
		Summary: "A step of the Action is told of \"we\" or \"our team\", and Collaboration names nobody.",
		Why:     "A review asks what you did. Tell your own part, and name the others in Collaboration, where their part is seen as well.",
		Bad:     "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "Automated the bank file", "We automated the bank file", 1),
		Good:    "# Achievement: Payroll closes in two days\n\n" + strings.Replace(storyText, "Automated the bank file", "Automated the bank file with our bank", 1),
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			if p.namesPeople(e) {
				continue
			}
			for _, s := range p.englishActions(e) {
				at := p.opening(s)
				if m := teamSubject.FindStringSubmatchIndex(p.Document.Prose(at)); m != nil {
					span := text.Span{Start: at.Start + m[2], End: at.Start + m[3]}
					p.Report(span, fmt.Sprintf("%q leaves open what you did; tell your own part, or name the others in Collaboration", p.Document.Text(span)))
				}
			}
		}
	},
}

// teamSubject is "we" or "our team" as the subject of a statement, at its start
// or after an opening such as "After the audit,".
var teamSubject = pattern.New(`^(?:(?:After|Before|When|While|Once|With|In|To|By|During|Together|Finally|First|Next|Over)[^,.;:]{0,60}, )?((?:[Ww]e|[Oo]ur (?:whole )?team))(?:['’](?:ve|re|d|ll))?[ \x00]`)

// namesPeople reports whether an entry says who else worked on it, in whatever
// form.
func (p *Pass) namesPeople(e *document.Entry) bool {
	if len(e.People) > 0 {
		return true
	}
	s := e.Section(template.Collaboration)
	return s != nil && !p.Document.Empty(s.Body)
}
