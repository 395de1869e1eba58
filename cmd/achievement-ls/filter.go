package main

import (
	"fmt"
	"slices"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
)

// filter says which findings are shown.
type filter struct {
	selected, ignored []string
	lowest, failOn    severity.Severity
}

func (o checkOptions) filter() (f filter, err error) {
	f.selected, f.ignored = o.selected, o.ignored
	for _, name := range slices.Concat(o.selected, o.ignored) {
		if rules.Lookup(name) == nil {
			return f, fmt.Errorf("check: %s", noSuchRule(name))
		}
	}
	if f.lowest, err = level("severity", o.lowest); err != nil {
		return f, err
	}
	f.failOn, err = level("fail-on", o.failOn)
	return f, err
}

func level(flag, value string) (severity.Severity, error) {
	s, ok := severity.Parse(value)
	if !ok || s == severity.Off {
		return s, fmt.Errorf("check: --%s is %q, use hint, information, warning or error", flag, value)
	}
	return s, nil
}

func (f filter) shows(found *rules.Finding) bool {
	return found.Severity >= f.lowest &&
		(len(f.selected) == 0 || slices.Contains(f.selected, found.Rule.Name)) &&
		!slices.Contains(f.ignored, found.Rule.Name)
}
