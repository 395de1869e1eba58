package report

import (
	"cmp"
	"math"
	"slices"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/workspace"
)

// Headline is a result to lead with: the strongest that an achievement states.
type Headline struct {
	Achievement *Achievement
	Figure      string // what it comes to, "−75 %", or the figure itself
	Values      string // "48 s → 12 s"; "" where Figure is no change
	Statement   string // in the writer's words
	Kind        string // what was understood: "duration", "count"

	strength float64
}

// enough is the factor from which a change counts for no more: that ten became
// a hundred is not five times what ten to forty is.
const enough = 4

// headlineOf is the strongest result of an achievement; none where its Result
// has no figure that measures. A statement with a finding leads nothing.
func headlineOf(a *Achievement, found []*rules.Finding) []Headline {
	var best *Headline
	for _, s := range a.Statements {
		if s.Part != template.Result || doubtful(s, found) {
			continue
		}
		if h := understand(s.Text); h != nil && (best == nil || h.strength > best.strength) {
			h.Achievement = a
			best = h
		}
	}
	if best == nil {
		return nil
	}
	return []Headline{*best}
}

// doubtful reports whether something is wrong within a statement.
func doubtful(s workspace.StatementFacts, found []*rules.Finding) bool {
	return slices.ContainsFunc(found, func(f *rules.Finding) bool {
		return f.Severity >= severity.Warning && s.Span.Overlaps(f.Span)
	})
}

// understand reads a statement; nil where it measures nothing. A change outdoes a
// figure alone, and one of which the writer says what it comes to one of which
// not.
func understand(statement string) *Headline {
	read := quantity.Read(statement)
	if read.Class != quantity.Quantified || len(read.Quantities) == 0 {
		return nil
	}
	q := &read.Quantities[0]
	best := &Headline{Statement: statement, Figure: q.Span.Of(statement), Kind: q.Kind.Name()}
	for i := range read.Changes {
		c := &read.Changes[i]
		if c.Incompatible() {
			continue
		}
		h := &Headline{
			Statement: statement, Figure: c.Computed(), Values: c.Values(statement), Kind: c.After.Kind.Name(), strength: strength(c),
		}
		if h.Figure == "" { // such as from zero
			h.Figure, h.Values = h.Values, ""
		}
		if h.strength > best.strength {
			best = h
		}
	}
	return best
}

// strength says how far a change goes, for comparison.
func strength(c *quantity.Change) float64 {
	most := math.Log(enough)
	s := most / 2 // a change that no factor tells
	if sum, ok := c.Sum(); ok && sum.Factor > 0 && !math.IsInf(sum.Factor, 0) {
		s = min(math.Abs(math.Log(sum.Factor)), most)
	}
	if len(c.Stated) > 0 {
		s += most
	}
	return s
}

// byStrength puts the strongest first, of two alike the later one.
func byStrength(a, b Headline) int {
	return cmp.Or(cmp.Compare(b.strength, a.strength), b.Achievement.Date.Compare(a.Achievement.Date))
}
