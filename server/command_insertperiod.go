package server

import (
	"context"
	"fmt"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/review"
)

// insertPeriod cites in a review what its period has and it does not cite. Its
// argument is the review's URI alone, as code lenses have it.
const insertPeriod = "achievement-ls.insertPeriod"

var insertPeriodCommand = command{name: insertPeriod, edits: true, run: runInsertPeriod}

func runInsertPeriod(ctx context.Context, q *request, args []protocol.LSPAny) (any, error) {
	var u uri.URI
	if len(args) != 1 || protocol.Unmarshal(args[0], &u) != nil {
		return nil, invalid(insertPeriod + " takes the URI of a review")
	}
	v, err := q.view(u)
	if v == nil || v.workspace == nil {
		return nil, err
	}
	_, uncited := review.OfPeriod(v.document, v.workspace, v.config.Period.FiscalYearStart)
	if len(uncited) == 0 {
		return nil, fmt.Errorf("%s cites all of its period", v.open.rel)
	}
	c := q.change()
	c.write(v.open, review.Insert(v.document, uncited))
	return nil, q.apply(ctx, "Insert the achievements of the period", c.edit())
}
