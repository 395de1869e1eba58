package report

import "achievement-ls/analysis/statistics"

// Summary is what "achievement-ls stats" counts and finds, as JSON, version 1.
type Summary struct {
	statistics.Statistics
	Strongest []Result `json:"strongest"` // one of each achievement that has one
}

// Result is a result to lead with, and whose it is.
type Result struct {
	Path      string `json:"path"` // as shown
	Line      int    `json:"line"` // of the achievement's heading, from 1
	ID        string `json:"id"`
	Title     string `json:"title"`
	Figure    string `json:"figure"`           // what it comes to, "−75 %", or the figure itself
	Values    string `json:"values,omitempty"` // "48 s → 12 s", where it is a change
	Statement string `json:"statement"`        // in the writer's words
}

// Summary is the report without its page.
func (r Report) Summary() Summary {
	s := Summary{Statistics: r.Statistics, Strongest: []Result{}}
	for _, h := range r.Headlines {
		a := h.Achievement
		s.Strongest = append(s.Strongest, Result{a.Path, a.Line, a.ID, a.Title, h.Figure, h.Values, h.Statement})
	}
	return s
}
