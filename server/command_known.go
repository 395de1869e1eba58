package server

import (
	"context"
	"strings"

	"achievement-ls/analysis/statistics"
	"achievement-ls/analysis/workspace"
)

// knownCommand tells the names in use, for an editor's input boxes.
var knownCommand = command{name: "achievement-ls.known", run: object(known)}

type knownRole struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type knownNames struct {
	Roles      []knownRole `json:"roles"`
	Categories []string    `json:"categories"`
	People     []string    `json:"people"`
	Tags       []string    `json:"tags"`
	Periods    []string    `json:"periods"`
}

func known(_ context.Context, q *request, a workspaceArguments) (knownNames, error) {
	p, err := q.place(a.Workspace)
	if err != nil {
		return knownNames{}, err
	}
	s := p.Snapshot
	out := knownNames{Roles: []knownRole{}, Periods: statistics.Periods(s.Entries(), p.Config.Period.FiscalYearStart)}
	for _, r := range s.Roles() {
		name := strings.TrimPrefix(strings.TrimPrefix(r.Field(), r.ID), " - ")
		out.Roles = append(out.Roles, knownRole{ID: r.ID, Name: strings.TrimSpace(name)})
	}
	out.Categories = namesOf(s.Categories(), func(u workspace.Use) string { return u.Name })
	out.People = namesOf(s.People(), func(u workspace.PersonUse) string { return u.Name })
	out.Tags = namesOf(s.Tags(), func(u workspace.TagUse) string { return u.Name })
	return out, nil
}

func namesOf[T any](uses []T, name func(T) string) []string {
	out := make([]string, 0, len(uses))
	for _, u := range uses {
		out = append(out, name(u))
	}
	return out
}
