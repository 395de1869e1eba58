package server

import (
	"context"

	"go.lsp.dev/uri"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// insertMissingCommand inserts the sections that a document's achievements lack.
var insertMissingCommand = command{name: "achievement-ls.insertMissing", edits: true, run: object(insertMissing)}

type insertMissingArguments struct {
	URI string `json:"uri"`
}

type inserted struct {
	Applied  bool `json:"applied"`
	Sections int  `json:"sections"`
}

func insertMissing(ctx context.Context, q *request, a insertMissingArguments) (inserted, error) {
	if a.URI == "" {
		return inserted{}, invalid(`"uri" is missing`)
	}
	u, err := uri.Parse(a.URI)
	if err != nil {
		return inserted{}, invalid(`"uri" is %q, which is no URI`, a.URI)
	}
	v, err := q.view(u)
	if v == nil {
		return inserted{}, err
	}
	var edits []text.Edit
	sections := 0
	for _, e := range v.document.Entries {
		if n := len(edit.Missing(v.document, e)); n > 0 {
			sections += n
			edits = append(edits, edit.InsertMissing(v.document, e)...)
		}
	}
	if sections == 0 {
		return inserted{}, nil
	}
	c := q.change()
	c.write(v.open, edits)
	if err := q.apply(ctx, "Insert the missing sections", c.edit()); err != nil {
		return inserted{}, err
	}
	return inserted{Applied: true, Sections: sections}, nil
}
