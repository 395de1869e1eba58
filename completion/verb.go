package completion

import (
	"strings"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
)

// actionVerbs open a step of one's own, by what they tell.
var actionVerbs = []struct {
	about string
	verbs []string
}{
	{"making", []string{"Built", "Created", "Designed", "Developed", "Established", "Implemented", "Introduced", "Launched", "Wrote"}},
	{"improving", []string{"Automated", "Consolidated", "Improved", "Migrated", "Optimised", "Redesigned", "Reduced", "Refactored", "Simplified", "Streamlined"}},
	{"finding out", []string{"Analysed", "Audited", "Diagnosed", "Evaluated", "Identified", "Investigated", "Measured", "Profiled", "Researched", "Tested"}},
	{"leading", []string{"Coached", "Coordinated", "Delegated", "Facilitated", "Led", "Mentored", "Organised", "Planned", "Prioritised", "Trained"}},
	{"convincing", []string{"Advised", "Negotiated", "Persuaded", "Presented", "Proposed", "Published", "Secured"}},
	{"seeing through", []string{"Completed", "Delivered", "Documented", "Monitored", "Resolved", "Rolled out", "Shipped"}},
}

var verbLeft = pattern.New(`^(\*\*|__|\*|_)?(\p{L}*)$`)

// verbs offers, at the start of an Action item, verbs that say what one did.
func verbs(p *place, l *list) {
	if !p.isPart(template.Action) || !p.inEnglish() {
		return
	}
	s, ok := p.newItem("1. ")
	if !ok {
		return
	}
	m := verbLeft.FindStringSubmatch(p.src[s.span.Start:p.offset])
	if m == nil {
		return
	}
	s.span.Start += len(m[1])
	// Only the word is replaced, not what follows it.
	s.span.End = p.offset + len(letters.FindString(p.right()))
	if p.blank() {
		s.span = p.line
	}
	if !strings.HasPrefix(p.src[s.span.End:p.line.End], " ") {
		s.after = " "
	}
	for _, group := range actionVerbs {
		for _, verb := range group.verbs {
			l.add(Candidate{Kind: Verb, Label: verb, Detail: group.about, Edit: p.edit(s, verb)})
		}
	}
}

var letters = pattern.New(`^\p{L}*`)

// inEnglish reports whether English words are of use here: by the configuration,
// else by the label of the STAR part.
func (p *place) inEnglish() bool {
	if lang := p.Config.Language; lang != "" {
		return lang == "en" || strings.HasPrefix(lang, "en-")
	}
	for _, part := range p.entry.Parts {
		if len(part.Keys) == 0 || len(p.parts) == 0 || part.Keys[0] != p.parts[0] {
			continue
		}
		for _, m := range p.doc.Template.Lookup(strings.Trim(p.doc.Text(part.Label), "*_ ")) {
			if m.Key == part.Keys[0] {
				return m.Langs&template.English != 0
			}
		}
	}
	return true
}
