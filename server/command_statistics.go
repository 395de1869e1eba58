package server

import (
	"context"

	"achievement-ls/analysis/report"
	"achievement-ls/analysis/statistics"
)

// statisticsCommand counts achievements as "achievement-ls stats" does.
var statisticsCommand = command{name: "achievement-ls.statistics", run: object(count)}

type statisticsArguments struct {
	Workspace string `json:"workspace"`
	Period    string `json:"period"`
	Role      string `json:"role"`
	Category  string `json:"category"`
	Format    string `json:"format"`
}

// shownGroups is how many tags, people and skills a text shows.
const shownGroups = 10

func count(ctx context.Context, q *request, a statisticsArguments) (any, error) {
	switch a.Format {
	case "", "json", "markdown", "text":
	default:
		return nil, invalid(`"format" is %q, use json, markdown or text`, a.Format)
	}
	p, err := q.place(a.Workspace)
	if err != nil {
		return nil, err
	}
	chosen, err := p.achievements(ctx, statistics.Criteria{Periods: given(a.Period), Roles: given(a.Role), Categories: given(a.Category)})
	if err != nil {
		return nil, err
	}
	r := report.Of(report.Source{Achievements: chosen, Today: q.server.today(), Findings: p.findings})
	switch a.Format {
	case "markdown":
		return r.Statistics.Markdown(shownGroups), nil
	case "text":
		return r.Text(shownGroups), nil
	}
	return r.Summary(), nil
}
