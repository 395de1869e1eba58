package rules

import "slices"

// silences lists, for a rule, those whose findings it explains. A finding of
// the latter is dropped where one of the former is about the same subject, or
// judges text that overlaps its own.
var silences = map[string][]string{
	"misspelled-heading": {"missing-section", "missing-star-field"},
	"heading-level":      {"missing-section", "missing-star-field", "section-order"},
	"missing-evidence":   {"empty-section"},
	"placeholder-text": {
		"empty-section", "missing-evidence", "malformed-checkbox",
		"unquantified-result", "unquantified-statement", "vague-quantifier",
		"invalid-id", "invalid-date", "invalid-tag", "filename-id", "duplicate-id", "duplicate-tag",
		"unknown-role", "role-folder", "unknown-category", "weak-verb", "long-summary",
	},
	"direction-mismatch":     {"percentage-mismatch", "unsupported-claim"},
	"unit-mismatch":          {"percentage-mismatch", "direction-mismatch"},
	"unknown-review":         {"broken-link"},
	"review-claim":           {"percentage-mismatch", "direction-mismatch", "unit-mismatch"},
	"unquantified-result":    {"unquantified-statement", "vague-quantifier"},
	"unquantified-statement": {"vague-quantifier"},
}

// silence drops the findings that another one explains.
func silence(found []*Finding) []*Finding {
	by := make(map[string]*explained) // rule that may be silenced → what silences it
	for _, f := range found {
		for _, name := range silences[f.Rule.Name] {
			if by[name] == nil {
				by[name] = &explained{subjects: make(map[string]bool)}
			}
			by[name].add(f)
		}
	}
	for _, e := range by {
		e.sort()
	}
	return slices.DeleteFunc(slices.Clone(found), func(f *Finding) bool {
		e := by[f.Rule.Name]
		return e != nil && e.holds(f)
	})
}

// explained is what findings say about subjects and ranges of text.
type explained struct {
	extents
	subjects map[string]bool
}

func (e *explained) add(f *Finding) {
	if f.Subject != "" {
		e.subjects[f.Subject] = true
	}
	e.extents.add(f.scope())
}

func (e *explained) holds(f *Finding) bool {
	return e.subjects[f.Subject] || e.overlap(f.scope())
}
