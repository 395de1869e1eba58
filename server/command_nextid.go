package server

import "context"

// nextIDCommand tells the ID that a new achievement would bear.
var nextIDCommand = command{name: "achievement-ls.nextId", run: object(nextID)}

type workspaceArguments struct {
	Workspace string `json:"workspace"`
}

func nextID(_ context.Context, q *request, a workspaceArguments) (string, error) {
	p, err := q.place(a.Workspace)
	if err != nil {
		return "", err
	}
	return p.draft().NextID(), nil
}
