package report

import (
	"cmp"
	"fmt"

	"achievement-ls/analysis/text"
)

// Text tells for a terminal how many achievements there are, and the strongest
// results. top is how many tags, people, skills and results it shows, 0 for all.
func (r Report) Text(top int) string {
	out := r.Statistics.Text(top)
	if strongest := r.strongest(top); strongest != "" {
		out += "\n" + strongest
	}
	return out
}

// strongest tells the headlines, one a line: what each comes to, which achievement
// says so, and its words; "" where there is none.
func (r Report) strongest(top int) string {
	if len(r.Headlines) == 0 {
		return ""
	}
	shown := r.Headlines
	if top > 0 && len(shown) > top {
		shown = shown[:top]
	}
	var rows [][]string
	for _, h := range shown {
		name := cmp.Or(h.Achievement.ID, h.Achievement.Name())
		rows = append(rows, []string{"  " + text.Printable(h.Figure), text.Printable(name), text.Printable(h.Statement)})
	}
	out := "strongest results\n" + text.Columns(rows)
	if left := len(r.Headlines) - len(shown); left > 0 {
		out += fmt.Sprintf("  and %d more\n", left)
	}
	return out
}
