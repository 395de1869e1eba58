package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
)

// writeStatistics prints how often each rule found something, the most frequent
// first. A rule has a line for each severity its findings have.
func writeStatistics(w io.Writer, p palette, found []finding) error {
	type kind struct {
		rule  *rules.Rule
		level severity.Severity
	}
	counts, fixable := make(map[kind]int), make(map[kind]int)
	width := 0
	for _, f := range found {
		k := kind{f.Rule, f.Severity}
		counts[k]++
		if f.CertainFix() != nil {
			fixable[k]++
		}
		width = max(width, len(f.Rule.Name))
	}
	kinds := slices.SortedFunc(maps.Keys(counts), func(a, b kind) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.rule.Name, b.rule.Name), cmp.Compare(b.level, a.level))
	})
	for _, k := range kinds {
		line := fmt.Sprintf("%5d  %-*s  %s", counts[k], width, k.rule.Name, p.severity(k.level)(k.level))
		if n := fixable[k]; n > 0 {
			line += fmt.Sprintf(", %d mended by --fix", n)
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
