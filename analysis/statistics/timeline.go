package statistics

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/text"
)

// Timeline shows achievements as markdown below headings of their quarters, in
// the order given. target is the destination of a link to a path.
func Timeline(all []Achievement, target func(path string) string) string {
	if len(all) == 0 {
		return none
	}
	var out strings.Builder
	last := ""
	for _, a := range all {
		if q := a.Quarter(); q != last {
			if last != "" {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "## %s\n\n", q)
			last = q
		}
		name := a.Name()
		if a.ID != "" {
			name = a.ID + " " + name
		}
		line := "- "
		if !a.Date.IsZero() {
			line += a.Date.String() + " "
		}
		line += "[" + text.Escape(text.Printable(name)) + "](" + target(a.Path) + ")"
		if a.Summary != "" {
			line += ": " + text.Escape(text.Printable(a.Summary))
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}
