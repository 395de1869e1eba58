// Package statistics lists and counts achievements: which fit what is asked for,
// what is told of each, how many there are of each kind and how far they have
// come.
package statistics

import (
	"cmp"
	"math"
	"path"
	"slices"
	"time"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/workspace"
)

// Achievement is one of those that are listed and counted.
type Achievement struct {
	*workspace.EntryFacts
	rules.Measure
	// Path is its file's as it is shown, with slashes.
	Path string
	// Line is where its heading stands in the file, from one.
	Line int
	// FiscalYearStart is the month in which the fiscal years of its workspace start.
	FiscalYearStart time.Month
}

// Of are a document's achievements in their order. facts are those of the
// document, path is how its file is shown. Text of the template that was left in
// counts for nothing.
func Of(doc *document.Document, facts *workspace.Facts, path string, fiscalYearStart time.Month) []Achievement {
	if doc.Kind != document.Achievement {
		return nil
	}
	if said := rules.WithoutPlaceholders(doc); said != doc {
		f := workspace.FactsOf(said)
		doc, facts = said, &f
	}
	measures := rules.Measures(doc)
	var out []Achievement
	for i := range facts.Entries {
		e := &facts.Entries[i]
		out = append(out, Achievement{
			EntryFacts: e, Measure: measures[i], Path: path, Line: doc.Lines.LineOf(e.Offset) + 1, FiscalYearStart: fiscalYearStart,
		})
	}
	return out
}

// Sort puts achievements in the order of their dates; those without one stand
// last.
func Sort(all []Achievement) {
	slices.SortStableFunc(all, func(a, b Achievement) int {
		if a.Date.IsZero() != b.Date.IsZero() {
			return -a.Date.Compare(b.Date)
		}
		return a.Date.Compare(b.Date)
	})
}

// Complete is the share of what its form wants that has content, 0 to 1.
func (a Achievement) Complete() float64 {
	if a.Wanted == 0 {
		return 1
	}
	return float64(a.Written) / float64(a.Wanted)
}

// Name is its title, or its file's name where it has none.
func (a Achievement) Name() string { return cmp.Or(a.Title, path.Base(a.Path)) }

// share is a share to three digits.
func share(x float64) float64 { return math.Round(x*1000) / 1000 }
