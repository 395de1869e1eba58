package report

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/statistics"
	"achievement-ls/analysis/workspace"
)

// Gap is something that a file lacks or says wrongly.
type Gap struct {
	Severity severity.Severity
	Message  string // a sentence without its full stop
	Rule     string
}

// findings are those of each chosen achievement. Of a file with several, what
// stands before the first is the first one's.
func (s Source) findings(chosen []statistics.Achievement) map[*workspace.EntryFacts][]*rules.Finding {
	out := make(map[*workspace.EntryFacts][]*rules.Finding)
	if s.Findings == nil {
		return out
	}
	entries := make(map[string][]*workspace.EntryFacts)
	for _, a := range s.Achievements {
		entries[a.Path] = append(entries[a.Path], a.EntryFacts)
	}
	asked := make(map[string]bool)
	for _, a := range chosen {
		if asked[a.Path] {
			continue
		}
		asked[a.Path] = true
		in := entries[a.Path]
		slices.SortFunc(in, func(a, b *workspace.EntryFacts) int { return cmp.Compare(a.Offset, b.Offset) })
		for _, f := range s.Findings(a.Path) {
			next := slices.IndexFunc(in, func(e *workspace.EntryFacts) bool { return e.Offset > f.Span.Start })
			if next < 0 {
				next = len(in)
			}
			e := in[max(0, next-1)]
			out[e] = append(out[e], f)
		}
	}
	return out
}

// judge keeps of an achievement's findings what its writer should know before a
// talk.
func (a *Achievement) judge(found []*rules.Finding) {
	for _, f := range found {
		if f.Severity <= severity.Hint {
			a.Hints++
			continue
		}
		g := Gap{f.Severity, sentence(f.Message), f.Rule.Name}
		if !slices.Contains(a.Gaps, g) {
			a.Gaps = append(a.Gaps, g)
		}
	}
	slices.SortStableFunc(a.Gaps, func(a, b Gap) int { return cmp.Compare(b.Severity, a.Severity) })
}

// sentence is a message that begins with a capital.
func sentence(message string) string {
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:]
}

// Rest is how many gaps there are beyond the first n.
func (a Achievement) Rest(n int) int { return max(0, len(a.Gaps)-n) }
