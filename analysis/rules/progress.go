package rules

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/quantity"
)

// Progress is how far an achievement's story has come.
type Progress struct {
	// Parts is how many STAR parts its form has, Written how many of them have
	// content.
	Parts, Written int
	// Results are the statements of Result, Quantified those that say a figure.
	Results, Quantified int
}

// ProgressOf is that of a document's entries, in order. Text of the template that
// was left in is no content.
func ProgressOf(doc *document.Document) []Progress {
	doc = WithoutPlaceholders(doc)
	p := &Pass{Input: Input{Document: doc}}
	out := make([]Progress, 0, len(doc.Entries))
	for _, e := range doc.Entries {
		r := p.resultOf(e)
		progress := Progress{Parts: len(e.Expected), Results: len(r.statements)}
		for _, f := range r.figures {
			if f.Class == quantity.Quantified {
				progress.Quantified++
			}
		}
		for _, key := range e.Expected {
			if part := e.Part(key); part != nil && !doc.Empty(part.Body) {
				progress.Written++
			}
		}
		out = append(out, progress)
	}
	return out
}
