package rules_test

import (
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// checkSuppressions holds what is true of switching off what was found, on its
// line or in the file: it is found no more, nothing else is found instead, and
// lines end as the file's do.
func checkSuppressions(t *testing.T, in rules.Input, found []*rules.Finding) {
	t.Helper()
	doc, before := in.Document, countRules(found)
	for _, f := range found {
		for _, scope := range []edit.Scope{edit.NextLine, edit.File} {
			s, err := text.Apply(doc.Source, []text.Edit{edit.Suppress(doc, f.Rule.Name, f.Span, scope)})
			if err != nil {
				t.Errorf("%s: %v", f.Message, err)
				continue
			}
			if eol := edit.EOL(doc); uniform(doc.Source, eol) && !uniform(s, eol) {
				t.Errorf("%s: ignored, lines end otherwise than the file's:\n%q", f.Message, s)
			}
			again := in
			again.Document = document.ParseAs(doc.Kind, doc.Path, s, doc.Template)
			left := rules.Check(again)
			after := countRules(left)
			for name, n := range after {
				if n > before[name] {
					t.Errorf("%s: ignoring it brings %s:\n%s", f.Message, name, renderFindings(again.Document, left))
				}
			}
			if after[f.Rule.Name] >= before[f.Rule.Name] {
				t.Errorf("%s: ignored, it is found:\n%s", f.Message, s)
			}
		}
	}
}

func countRules(found []*rules.Finding) map[string]int {
	count := make(map[string]int)
	for _, f := range found {
		count[f.Rule.Name]++
	}
	return count
}
