package server

import (
	"context"
	"fmt"
	"strings"

	"achievement-ls/analysis/report"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/statistics"
	"achievement-ls/server/disk"
)

// reportCommand makes the page that "achievement-ls report" writes.
var reportCommand = command{name: "achievement-ls.report", run: object(makeReport)}

type reportArguments struct {
	Workspace string `json:"workspace"`
	Period    string `json:"period"`
}

// page is a report as HTML. Its links are relative to the workspace.
type page struct {
	HTML string `json:"html"`
}

func makeReport(ctx context.Context, q *request, a reportArguments) (page, error) {
	p, err := q.place(a.Workspace)
	if err != nil {
		return page{}, err
	}
	chosen := statistics.Criteria{Periods: given(a.Period)}
	if period, wrong := chosen.NoPeriod(); wrong {
		return page{}, noPeriod(period)
	}
	all, err := p.achievements(ctx, statistics.Criteria{})
	if err != nil {
		return page{}, err
	}
	var html strings.Builder
	err = report.Page(&html, report.Of(report.Source{
		Achievements: all, Chosen: chosen, Today: q.server.today(), Findings: p.findings,
	}))
	if err != nil {
		return page{}, fmt.Errorf("writing the report: %w", err)
	}
	return page{HTML: html.String()}, nil
}

// findings are those of the file at a path of the workspace.
func (p *place) findings(path string) []*rules.Finding {
	doc := p.Document(path)
	if doc == nil {
		return nil
	}
	return rules.Check(rules.Input{
		Document: doc, Workspace: p.Snapshot, Config: p.Config.For(path), Today: p.request.server.today(), Exists: disk.Exists(p.root.path),
	})
}
