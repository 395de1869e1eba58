package rules

import (
	"slices"
	"sort"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// suppress drops the findings that a comment in the document hides. A comment that
// names no rule hides all but what is said about suppressions themselves. A place
// at the end of a line belongs to it, so that what is missing there is covered.
func suppress(doc *document.Document, found []*Finding) []*Finding {
	if len(doc.Suppressions) == 0 {
		return found
	}
	hidden := make(map[string]*extents) // by the rule named, "" for none
	hide := func(rule string, s document.Suppression) {
		if hidden[rule] == nil {
			hidden[rule] = new(extents)
		}
		hidden[rule].add(s.Covers)
	}
	for _, s := range doc.Suppressions {
		if s.Covers.Empty() {
			continue
		}
		if len(s.Rules) == 0 {
			hide("", s)
		}
		for _, r := range s.Rules {
			hide(r.Text, s)
		}
	}
	for _, e := range hidden {
		e.sort()
	}
	return slices.DeleteFunc(found, func(f *Finding) bool {
		return hidden[f.Rule.Name].touch(f.Span.Start) || f.Rule.Group != Suppression && hidden[""].touch(f.Span.Start)
	})
}

// extents are spans of which it is asked whether one touches a place.
type extents struct {
	spans []text.Span
	reach []int // the furthest end of the spans up to each
}

func (e *extents) add(s text.Span) { e.spans = append(e.spans, s) }

// sort makes the extents ready to be asked.
func (e *extents) sort() {
	slices.SortFunc(e.spans, func(a, b text.Span) int { return a.Start - b.Start })
	reach := 0
	for _, s := range e.spans {
		reach = max(reach, s.End)
		e.reach = append(e.reach, reach)
	}
}

func (e *extents) touch(offset int) bool {
	if e == nil {
		return false
	}
	n := sort.Search(len(e.spans), func(i int) bool { return e.spans[i].Start > offset })
	return n > 0 && e.reach[n-1] >= offset
}

// overlap reports whether one of the extents shares a byte with span.
func (e *extents) overlap(span text.Span) bool {
	n := sort.Search(len(e.spans), func(i int) bool { return e.spans[i].Start >= span.End })
	return n > 0 && e.reach[n-1] > span.Start
}

// beginnings are where findings begin, in order, by the names of their rules; by ""
// those that a comment without a name can hide.
type beginnings map[string][]int

// beginnings are those of what the other rules found.
func (p *Pass) beginnings() beginnings {
	if p.begin == nil {
		p.begin = make(beginnings)
		for _, f := range p.others {
			p.begin[f.Rule.Name] = append(p.begin[f.Rule.Name], f.Span.Start)
			if f.Rule.Group != Suppression {
				p.begin[""] = append(p.begin[""], f.Span.Start)
			}
		}
		for _, starts := range p.begin {
			slices.Sort(starts)
		}
	}
	return p.begin
}

// hides reports whether a suppression hides a finding of the rule named; of any
// rule where that is "". See suppress.
func (p *Pass) hides(s document.Suppression, rule string) bool {
	starts := p.beginnings()[rule]
	first := sort.SearchInts(starts, s.Covers.Start)
	return !s.Covers.Empty() && first < len(starts) && starts[first] <= s.Covers.End
}
