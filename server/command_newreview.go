package server

import (
	"context"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
)

// newReviewCommand drafts a review from the achievements of a period.
var newReviewCommand = command{name: "achievement-ls.newReview", run: object(newReview)}

type newReviewArguments struct {
	Period    string `json:"period"`
	Workspace string `json:"workspace"`
}

func newReview(ctx context.Context, q *request, a newReviewArguments) (*createdFile, error) {
	if strings.TrimSpace(a.Period) == "" {
		return nil, invalid(`"period" is missing`)
	}
	p, err := q.place(a.Workspace)
	if err != nil {
		return nil, err
	}
	period, ok := calendar.ParsePeriod(a.Period, p.Config.Period.FiscalYearStart)
	if !ok {
		return nil, noPeriod(a.Period)
	}
	f, err := p.draft().Review(period, "", func(path string) *document.Document {
		if doc := p.Document(path); doc != nil {
			return rules.WithoutPlaceholders(doc)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return p.createFile(ctx, "New review", f)
}

// noPeriod is an error about a period that is none.
func noPeriod(said string) error {
	return invalid(`"period" is %q, use a time such as 2026, 2026-H1, 2026-Q2, FY26 or 2026-01-01..2026-06-30`, said)
}
