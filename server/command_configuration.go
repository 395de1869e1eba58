package server

import (
	"context"

	"go.lsp.dev/uri"

	"achievement-ls/analysis/rules"
)

// configurationCommand tells what holds for a folder and where each value comes
// from, the editor's settings among them, as "achievement-ls config show --format
// json" does without them.
var configurationCommand = command{name: "achievement-ls.configuration", run: object(tellConfiguration)}

type configurationArguments struct {
	Workspace string `json:"workspace"`
}

type (
	told struct {
		Version int         `json:"version"`
		Values  []toldValue `json:"values"`
	}
	toldValue struct {
		Key    string  `json:"key"`
		Value  any     `json:"value"`
		Origin string  `json:"origin"`        // "default", "editor", or a file's path below the workspace
		Line   int     `json:"line,omitzero"` // in that file
		URI    uri.URI `json:"uri,omitzero"`  // of that file
	}
)

func tellConfiguration(_ context.Context, q *request, a configurationArguments) (told, error) {
	p, err := q.place(a.Workspace)
	if err != nil {
		return told{}, err
	}
	out := told{Version: 1}
	for _, v := range rules.ConfigValues(p.Config.For(p.folder)) {
		t := toldValue{Key: v.Key, Value: v.Value, Origin: v.Origin.Layer, Line: v.Origin.Line}
		switch {
		case !v.Origin.Set():
			t.Origin = "default"
		case v.Origin.Line > 0:
			t.URI = p.uri(v.Origin.Layer)
		}
		out.Values = append(out.Values, t)
	}
	return out, nil
}
