package server

import (
	"context"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/draft"
)

// newRoleCommand makes the file of a new role in a folder of its own.
var newRoleCommand = command{name: "achievement-ls.newRole", run: object(newRole)}

type newRoleArguments struct {
	Name      string `json:"name"`
	Company   string `json:"company"`
	Start     string `json:"start"`
	End       string `json:"end"`
	Workspace string `json:"workspace"`
}

func newRole(ctx context.Context, q *request, a newRoleArguments) (*createdFile, error) {
	if strings.TrimSpace(a.Name) == "" {
		return nil, invalid(`"name" is missing`)
	}
	start, err := dayOf("start", a.Start, q.server.today())
	if err != nil {
		return nil, err
	}
	end, err := dayOf("end", a.End, calendar.Date{})
	if err != nil {
		return nil, err
	}
	if !end.IsZero() && end.Before(start) {
		return nil, invalid(`"end" is %s, which is before "start", %s`, end, start)
	}
	p, err := q.place(a.Workspace)
	if err != nil {
		return nil, err
	}
	return p.createFile(ctx, "New role", p.draft().Role(draft.Role{Title: a.Name, Organisation: a.Company, Start: start, End: end}))
}
