package server

import (
	"context"

	"go.lsp.dev/uri"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/statistics"
	"achievement-ls/analysis/workspace"
)

// listCommand lists achievements as "achievement-ls list --format json" does.
var listCommand = command{name: "achievement-ls.list", run: object(list)}

type listArguments struct {
	Workspace string `json:"workspace"`
	Period    string `json:"period"`
	Role      string `json:"role"`
	Tag       string `json:"tag"`
	Person    string `json:"person"`
	Category  string `json:"category"`
}

// listed is an achievement with where it is.
type listed struct {
	statistics.Listed
	URI uri.URI `json:"uri"`
}

type listing struct {
	Version      int      `json:"version"`
	Achievements []listed `json:"achievements"`
}

func list(ctx context.Context, q *request, a listArguments) (listing, error) {
	p, err := q.place(a.Workspace)
	if err != nil {
		return listing{}, err
	}
	chosen, err := p.achievements(ctx, statistics.Criteria{
		Periods: given(a.Period), Roles: given(a.Role), Tags: given(a.Tag), People: given(a.Person), Categories: given(a.Category),
	})
	out := listing{Achievements: []listed{}}
	whole := statistics.ListOf(chosen)
	out.Version = whole.Version
	for _, l := range whole.Achievements {
		out.Achievements = append(out.Achievements, listed{Listed: l, URI: p.uri(l.Path)})
	}
	return out, err
}

// given is a list of the one value that an argument has; nil where it has none.
func given(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// achievements are those of the workspace that fit, by date.
func (p *place) achievements(ctx context.Context, c statistics.Criteria) ([]statistics.Achievement, error) {
	if period, wrong := c.NoPeriod(); wrong {
		return nil, noPeriod(period)
	}
	var out []statistics.Achievement
	for f := range p.Snapshot.All() {
		if f.Kind != document.Achievement {
			continue
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if doc := p.Document(f.Path); doc != nil {
			facts := workspace.FactsOf(doc) // of the text that is measured
			out = append(out, statistics.Of(doc, &facts, f.Path, p.Config.Period.FiscalYearStart)...)
		}
	}
	statistics.Sort(out)
	return c.Choose(out), nil
}
