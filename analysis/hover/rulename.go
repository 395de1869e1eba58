package hover

import "achievement-ls/analysis/rules"

// ruleName gives the page of a rule that a comment switches off.
func ruleName(in *Input) (Answer, bool) {
	for _, s := range in.Document.Suppressions {
		for _, name := range s.Rules {
			if r := rules.Lookup(name.Text); r != nil && name.Span.Touches(in.Offset) {
				return Answer{Markdown: r.Page(), Span: name.Span, Rule: r.Name}, true
			}
		}
	}
	return Answer{}, false
}
