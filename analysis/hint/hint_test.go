package hint

import (
	"strings"
	"testing"
	"time"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

const head = "# Achievement: Calmer nights\n\n**Achievement ID:** ACH-001\n\n"

var known = func() *workspace.Snapshot {
	s := workspace.Empty()
	for path, src := range map[string]string{
		"achievements/ACH-002-Rota.md": "# Achievement: A rota that holds\n\n**Achievement ID:** ACH-002\n",
		"achievements/ACH-003-Long.md": "# Achievement: The longest title that anybody has ever given to a thing\n\n**Achievement ID:** ACH-003\n",
	} {
		s = s.With(workspace.FactsOf(document.Parse(path, src, nil)))
	}
	return s
}()

// In what is wanted, a hint stands in braces behind its place.
func TestIn(t *testing.T) {
	const result = head + "## STAR Format\n\n### Result\n\n"
	for _, tt := range []struct{ name, path, src, want string }{
		{"a change", "", result + "- Waiting: 50 min → 30 min, and calm\n", "- Waiting: 50 min → 30 min{−40 %}, and calm\n"},
		{"a change of which the text says it", "", result + "- Waiting: 50 min → 30 min (40% less)\n", "- Waiting: 50 min → 30 min (40% less)\n"},
		{"from zero nothing can be told", "", result + "- Visits: 0 visits → 30 visits\n", "- Visits: 0 visits → 30 visits\n"},
		{"a change in a cell", "", result + "| Waiting |\n|---|\n| 50 min → 30 min |\n", "| 50 min → 30 min{−40 %} |\n"},
		{"a cell of which another says what it comes to", "", result + "| Waiting | Less |\n|---|---|\n| 50 min → 30 min | 40% |\n", "| 50 min → 30 min | 40% |\n"},
		{"columns before and after", "", result + "| Metric | Before | After |\n|---|---|---|\n| Waiting | 50 min | 30 min |\n", "| Waiting | 50 min | 30 min |{−40 %}\n"},
		{"columns in the other order", "", result + "| Metric | After | Before |\n|---|---|---|\n| Waiting | 30 min | 50 min |\n", "| Waiting | 30 min | 50 min |{−40 %}\n"},
		{"columns with more behind them", "", result + "| Metric | Before | After | Source |\n|---|---|---|---|\n| Waiting | 50 min | 30 min | [log](log.md) |\n", "| Waiting | 50 min | 30 min | [log](log.md) |{−40 %}\n"},
		{"a unit that only one column has", "", result + "| Metric | Before | After |\n|---|---|---|\n| Waiting | 50 | 30 min |\n", "| Waiting | 50 | 30 min |{−40 %}\n"},
		{"a row without its last bar", "", result + "| Metric | Before | After |\n|---|---|---|\n| Waiting | 50 min | 30 min\n", "| Waiting | 50 min | 30 min{−40 %}\n"},
		{"a row that says its change", "", result + "| Metric | Before | After | Change |\n|---|---|---|---|\n| Waiting | 50 min | 30 min | -40% |\n", "| Waiting | 50 min | 30 min | -40% |\n"},
		{"a row that says its change in the cell after", "", result + "| Metric | Before | After |\n|---|---|---|\n| Waiting | 50 min | 30 min (40% less) |\n", "| Waiting | 50 min | 30 min (40% less) |\n"},
		{"values that are not alike", "", result + "| Metric | Before | After |\n|---|---|---|\n| Waiting | 50 min | 3 beds |\n", "| Waiting | 50 min | 3 beds |\n"},
		{"a value that is not written yet", "", result + "| Metric | Before | After |\n|---|---|---|\n| Waiting | 50 min | |\n", "| Waiting | 50 min | |\n"},
		{"an arrow between two cells", "", result + "| Metric | Was | Is |\n|---|---|---|\n| Waiting | 50 min | → 30 min |\n", "| Waiting | 50 min | → 30 min |{−40 %}\n"},
		{"an arrow in a cell of its own", "", result + "| What | Start | | End |\n|---|---|---|---|\n| Waiting | 50 min | → | 30 min |\n", "| Waiting | 50 min | → | 30 min |{−40 %}\n"},
		{"words over two cells", "", result + "| What | One | Two |\n|---|---|---|\n| Waiting | from 50 min | to 30 min |\n", "| Waiting | from 50 min | to 30 min |{−40 %}\n"},
		{"two cells that no word joins", "", result + "| What | One | Two |\n|---|---|---|\n| Waiting | 50 min | 30 min |\n", "| Waiting | 50 min | 30 min |\n"},
		{"nested items", "", result + "- **Waiting**\n  - Before: 50 min\n  - After: 30 min at most\n", "- Before: 50 min\n  - After: 30 min{−40 %} at most\n"},
		{"nested items with bold labels", "", result + "- Waiting\n  - **After:** 30 min\n  - **Before:** 50 min\n", "- **After:** 30 min{−40 %}\n  - **Before:** 50 min\n"},
		{"nested items of which another says what they come to", "", result + "- Waiting\n  - Before: 50 min\n  - After: 30 min\n  - Change: -40%\n", "- After: 30 min\n  - Change: -40%\n"},
		{"nested items whose item says what they come to", "", result + "- Waiting, 40% less\n  - Before: 50 min\n  - After: 30 min\n", "- After: 30 min\n"},
		{"a nested item alone", "", result + "- Waiting\n  - Before: 50 min\n", "- Before: 50 min\n"},
		{"nested items in a review", "reviews/2026-H1.md", "# Self-Review: 2026-H1\n\n- Waiting\n  - Before: 50 min\n  - After: 30 min\n", "- After: 30 min{−40 %}\n"},
		{"columns in a review", "reviews/2026-H1.md", "# Self-Review: 2026-H1\n\n| What | Before | After |\n|---|---|---|\n| Waiting | 50 min | 30 min |\n", "| Waiting | 50 min | 30 min |{−40 %}\n"},
		{"a change in a review", "reviews/2026-H1.md", "# Self-Review: 2026-H1\n\n- Waiting: 50 min → 30 min\n", "- Waiting: 50 min → 30 min{−40 %}\n"},
		{"a date", "", head + "**Date:** 2026-05-15\n", "**Date:** 2026-05-15{Fri, Q2}\n"},
		{"a date in front matter", "", "---\ndate: 2026-05-15\n---\n\n# Achievement: X\n", "date: 2026-05-15{Fri, Q2}\n---\n\n# Achievement: X\n"},
		{"no day", "", head + "**Date:** 2026-02-30\n", "**Date:** 2026-02-30\n"},
		{"a date in a table", "", head + "## Visibility & Recognition\n\n| Date | Venue |\n|---|---|\n| 2026-05-15 | Ward |\n", "| 2026-05-15 | Ward |\n"},
		{"an ID", "", head + "## Summary\n\nAfter ACH-002 all slept.\n", "After ACH-002{A rota that holds} all slept.\n"},
		{"a long title", "", head + "## Summary\n\nAfter ACH-003.\n", "After ACH-003{The longest title that anybody has ever…}.\n"},
		{"an ID with its title", "", head + "## Summary\n\nAfter ACH-002 (a rota that holds).\n", "After ACH-002 (a rota that holds).\n"},
		{"its own ID", "", head + "## Summary\n\nACH-001 it is.\n", "ACH-001 it is.\n"},
		{"an unknown ID", "", head + "## Summary\n\nAfter ACH-009.\n", "After ACH-009.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := tt.path
			if path == "" {
				path = "achievements/ACH-001-Nights.md"
			}
			doc := document.Parse(path, tt.src, nil)
			got := tt.src
			hints := In(Input{Document: doc, Workspace: known.With(workspace.FactsOf(doc))}, text.Span{End: len(tt.src)})
			for i := len(hints) - 1; i >= 0; i-- {
				got = got[:hints[i].Offset] + "{" + hints[i].Label + "}" + got[hints[i].Offset:]
			}
			if !strings.HasSuffix(got, tt.want) || strings.Count(got, "{") != strings.Count(tt.want, "{") {
				t.Errorf("got\n%s\nwant at its end\n%s", got, tt.want)
			}
		})
	}
}

func TestFiscalYear(t *testing.T) {
	c := *config.Default()
	c.Period.FiscalYearStart = time.July
	for date, want := range map[string]string{"2026-06-30": "Tue, FY26-Q4", "2026-07-01": "Wed, FY27-Q1", "2026-01-01": "Thu, FY26-Q3"} {
		doc := document.Parse("ACH-001-X.md", head+"**Date:** "+date+"\n", nil)
		if got := In(Input{Document: doc, Config: &c}, text.Span{End: len(doc.Source)}); len(got) != 1 || got[0].Label != want {
			t.Errorf("%s is %v, want %s", date, got, want)
		}
	}
}

func TestOnlyWithin(t *testing.T) {
	doc := document.Parse("ACH-001-X.md", head+"**Date:** 2026-05-15\n", nil)
	if got := In(Input{Document: doc}, text.Span{End: 20}); len(got) > 0 {
		t.Errorf("far from the span: %v", got)
	}
}
