package server

import (
	"context"
	"strings"

	"achievement-ls/analysis/draft"
)

// newAchievementCommand makes the file of a new achievement from the template.
var newAchievementCommand = command{name: "achievement-ls.newAchievement", run: object(newAchievement)}

type newAchievementArguments struct {
	Title     string `json:"title"`
	Role      string `json:"role"`
	Category  string `json:"category"`
	Date      string `json:"date"`
	Workspace string `json:"workspace"`
}

func newAchievement(ctx context.Context, q *request, a newAchievementArguments) (*createdFile, error) {
	if strings.TrimSpace(a.Title) == "" {
		return nil, invalid(`"title" is missing`)
	}
	date, err := dayOf("date", a.Date, q.server.today())
	if err != nil {
		return nil, err
	}
	p, err := q.place(a.Workspace)
	if err != nil {
		return nil, err
	}
	f, err := p.draft().Achievement(draft.Achievement{Title: a.Title, Role: a.Role, Category: a.Category, Date: date})
	if err != nil {
		return nil, err
	}
	return p.createFile(ctx, "New achievement", f)
}
