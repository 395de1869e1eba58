package rules

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// maxRounds bounds how often FixAll looks again: a fix can uncover a fault, and
// no more than a few can lie under one another.
const maxRounds = 10

// FixAll is the document's text with every certain fix applied to the findings
// for which wanted is true, again and again until nothing changes. It never
// leaves a text behind that has more findings than before.
func FixAll(in Input, wanted func(*Finding) bool) string {
	for range maxRounds {
		edits := CertainEdits(in.Document, Check(in), wanted)
		if len(edits) == 0 {
			break
		}
		fixed, err := text.Apply(in.Document.Source, edits)
		if err != nil || fixed == in.Document.Source {
			break
		}
		in.Document = document.ParseAs(in.Document.Kind, in.Document.Path, fixed, in.Document.Template)
		in.Facts = nil // those were the other text's
	}
	return in.Document.Source
}

// CertainEdits are the edits of the certain fix of each finding wanted, in order. Where two would touch the same bytes, the later waits for the next
// round.
func CertainEdits(doc *document.Document, found []*Finding, wanted func(*Finding) bool) []text.Edit {
	var edits []text.Edit
	for _, f := range found {
		fix := f.CertainFix()
		if fix == nil || wanted != nil && !wanted(f) {
			continue
		}
		if more := fix.Edits(); compatible(edits, more) {
			edits = append(edits, more...)
		}
	}
	text.SortEdits(edits)
	return edits
}

// compatible reports whether no edit of more touches one of edits.
func compatible(edits, more []text.Edit) bool {
	for _, m := range more {
		for _, e := range edits {
			if m.Span.Start <= e.Span.End && e.Span.Start <= m.Span.End {
				return false
			}
		}
	}
	return true
}
