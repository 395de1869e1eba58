package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var unquantifiedResult = &Rule{
	Name:     "unquantified-result",
	Group:    Result,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "Result has content, and no statement in it says a figure: how much, how many, how long, from what to what.",
		Why:     "A result without a figure is an opinion. A reader who was not there can't tell a large effect from a small one, and a review can't compare.",
		Bad:     "# Achievement: Payroll closes sooner\n\n" + strings.NewReplacer("from 5 days to 2", "sooner", "- **Payroll close:** 5 days → 2 days", "- Payroll closes sooner").Replace(storyText),
		Good:    "# Achievement: Payroll closes sooner\n\n" + storyText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			r := p.resultOf(e)
			if len(r.statements) == 0 || r.best != quantity.Unquantified {
				continue
			}
			label := p.Document.Text(r.label)
			f := p.Report(r.label, fmt.Sprintf("%q says no figure; write how much, how many, how long, or from what to what", label)).
				Judging(r.judged()).
				About(sectionSubject(e, template.Result))
			last := r.statements[len(r.statements)-1]
			for _, m := range metrics {
				f.Fix("Add a figure: "+m.title, false, func() []text.Edit { return addMetric(p.Document, e, last, m) })
			}
		}
	},
}

// metric is a form for a figure, as a pattern for text.NewEdit whose stops are
// template text, so that none is mistaken for a figure: by itself, and in
// brackets behind a statement.
type metric struct {
	title, form, behind string
}

var metrics = []metric{
	{"before → after (percentage)", "${[Before]} → ${[After]} (${[X]}%)", "${[Before]} → ${[After]}, ${[X]}%"},
	{"a percentage", "${[X]}%", "${[X]}%"},
	{"what it saved", "${[Amount]} saved per ${[month]}", "${[Amount]} saved per ${[month]}"},
	{"how many were reached", "${[Number]} ${[unit]}", "${[Number]} ${[unit]}"},
}

// addMetric adds a figure to a Result: an item of its own where it ends with a
// list, else at the end of its last statement.
func addMetric(doc *document.Document, e *document.Entry, last document.Statement, m metric) []text.Edit {
	for _, part := range e.Parts {
		if part.Has(template.Result) && part.Body.Covers(last.Span) {
			if edits, ok := edit.AppendItem(doc, part.Body, "**${[Metric]}:** "+m.form); ok {
				return edits
			}
		}
	}
	return edit.AppendMetric(doc, last, m.behind)
}
