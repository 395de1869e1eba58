package rules

import (
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
)

// Measure is how far an achievement has come.
type Measure struct {
	// Wanted is how many fields, sections and STAR parts its form has that are
	// required or recommended, Written how many of them have content.
	Wanted, Written int
	// Quantified tells that its Result says a figure.
	Quantified bool
}

// Measures are those of a document's entries, in order. They go by what the
// rules missing-field, missing-section, missing-star-field, empty-section and
// unquantified-result go by.
func Measures(doc *document.Document) []Measure {
	p := &Pass{Input: Input{Document: doc}}
	out := make([]Measure, 0, len(doc.Entries))
	for _, e := range doc.Entries {
		m := Measure{Quantified: p.resultOf(e).best == quantity.Quantified}
		count := func(has bool) {
			m.Wanted++
			if has {
				m.Written++
			}
		}
		for _, f := range doc.Template.Fields {
			if f.Requirement == template.Required && !e.Light {
				count(edit.HasField(doc, e, f.Key))
			}
		}
		for i := range doc.Template.Parts {
			if part := &doc.Template.Parts[i]; part.Requirement != template.Optional && hasForm(e, part) {
				count(filled(doc, e, part))
			}
		}
		out = append(out, m)
	}
	return out
}

// hasForm reports whether the entry's form has the part. The section that holds
// the STAR parts counts by them.
func hasForm(e *document.Entry, part *template.Part) bool {
	switch part.Class {
	case template.Star:
		return len(e.Parts) == 0 || slices.Contains(e.Expected, part.Key)
	case template.Section:
		return !e.Light || part.Key == template.Summary
	}
	return false
}

// filled reports whether the entry has content for the part.
func filled(doc *document.Document, e *document.Entry, part *template.Part) bool {
	if part.Class == template.Star {
		p := e.Part(part.Key)
		return p != nil && !doc.Empty(p.Body)
	}
	if part.Key == template.Tags && len(e.Tags) > 0 {
		return true
	}
	s := e.Section(part.Key)
	return s != nil && !doc.Empty(s.Body)
}
