package rules

import (
	"slices"

	"achievement-ls/analysis/document"
)

// suppress drops the findings that a comment in the document hides.
func suppress(doc *document.Document, found []*Finding) []*Finding {
	if len(doc.Suppressions) == 0 {
		return found
	}
	return slices.DeleteFunc(found, func(f *Finding) bool {
		return slices.ContainsFunc(doc.Suppressions, func(s document.Suppression) bool {
			return hides(s, "", f)
		})
	})
}

// hides reports whether a suppression hides a finding by the rule name given;
// by any of its names where that is "". A place at the end of a line belongs to
// it, so that what is missing there is covered. A comment that names no rule hides all
// but what is said about suppressions themselves.
func hides(s document.Suppression, name string, f *Finding) bool {
	if s.Covers.Empty() || !s.Covers.Touches(f.Span.Start) {
		return false
	}
	if len(s.Rules) == 0 {
		return f.Rule.Group != Suppression
	}
	return slices.ContainsFunc(s.Rules, func(r document.Item) bool {
		return r.Text == f.Rule.Name && (name == "" || r.Text == name)
	})
}
