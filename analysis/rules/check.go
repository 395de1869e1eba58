package rules

import (
	"cmp"
	"fmt"
	"slices"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
)

// Check runs every rule that is on over a document and gives what is left after
// silencing and suppression, sorted by place. It is a function of its input
// alone: the same input gives the same findings in the same order. A document
// that is no achievement, review, role or people file has none.
func Check(in Input) []*Finding {
	switch in.Document.Kind {
	case document.Other, document.Excluded:
		return nil
	}
	if in.Config == nil {
		in.Config = config.Default()
	}
	common := newShared(in)
	var raw []*Finding
	for _, r := range All() {
		if !r.afterwards {
			raw = append(raw, run(r, in, common, nil)...)
		}
	}
	for _, r := range All() {
		if r.afterwards {
			raw = append(raw, run(r, in, common, raw)...)
		}
	}
	found := suppress(in.Document, silence(raw))
	sortFindings(found)
	return found
}

// level is the severity at which a rule runs on the document: the
// configuration's, else the rule's own.
func level(r *Rule, in Input) severity.Severity {
	if set, ok := in.Config.Severity(r.Name, in.Document.Path); ok {
		return set
	}
	return r.Severity
}

// run gives what one rule finds, each finding with the severity it has here.
func run(r *Rule, in Input, common *shared, others []*Finding) (found []*Finding) {
	if level(r, in) == severity.Off {
		return nil
	}
	defer func() {
		if fault := recover(); fault != nil {
			if in.Failed == nil {
				panic(fmt.Sprintf("the rule %s: %v", r.Name, fault))
			}
			in.Failed(r.Name, fault)
			found = nil
		}
	}()
	p := &Pass{Input: in, rule: r, shared: common, others: others}
	r.Check(p)
	set, isSet := in.Config.Severity(r.Name, in.Document.Path)
	for _, f := range p.findings {
		if isSet {
			f.Severity = set
		}
		if in.Document.Draft && r.Absence {
			f.Severity = min(f.Severity, severity.Hint)
		}
	}
	return p.findings
}

func sortFindings(found []*Finding) {
	slices.SortStableFunc(found, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
}
