package server

import "context"

// reindexCommand reads all workspaces anew, which the writer can see and cancel.
var reindexCommand = command{name: "achievement-ls.reindex", run: object(reindex)}

type reindexed struct {
	Files int `json:"files"`
}

func reindex(ctx context.Context, q *request, _ struct{}) (reindexed, error) {
	for _, r := range q.state.inOrder() {
		if all(r.path) {
			continue // no workspace is read that is a whole home or disk
		}
		if err := q.server.loader.readRoot(ctx, r.path); err != nil {
			return reindexed{}, err
		}
	}
	var out reindexed
	st := q.server.session.state()
	for _, r := range st.inOrder() {
		if r.disk != nil {
			out.Files += r.disk.Len()
		}
	}
	return out, nil
}
