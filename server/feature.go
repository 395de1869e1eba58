package server

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// feature is something an editor can ask for.
type feature struct {
	// name is what switches it off under "features" in the configuration.
	name string
	// announce says in the server's capabilities what of it the client can use.
	announce func(*client, *protocol.ServerCapabilities)
	calls    map[string]handler // by method
}

// features is the table of all of them; a new one is its file and its line here.
var features = []feature{
	completionFeature,
	codeActionFeature,
	hoverFeature,
	symbolFeature,
	workspaceSymbolFeature,
	definitionFeature,
	referencesFeature,
	renameFeature,
	fileOperationFeature,
	commandFeature,
	diagnosticFeature,
	foldFeature,
	selectionFeature,
	linkFeature,
	highlightFeature,
	hintFeature,
	tokenFeature,
	linkedEditingFeature,
	formatFeature,
	inlineCompletionFeature,
	lensFeature,
	contentFeature,
}

// handler answers a call.
type handler func(context.Context, *request) (any, error)

// call is a handler with the feature it belongs to.
type call struct {
	handle  handler
	feature *feature
}

// handle makes a handler of a function that takes decoded params.
func handle[P, R any](fn func(context.Context, *request, *P) (R, error)) handler {
	needed := sync.OnceValue(func() []string { return places(reflect.TypeFor[P]()) })
	return func(ctx context.Context, q *request) (any, error) {
		p, err := decode[P](q.params)
		if err != nil {
			return nil, err
		}
		if err := lacks(q.params, needed()); err != nil {
			return nil, err
		}
		return fn(ctx, q, p)
	}
}

// fresh makes a handler whose answers are edits refuse them where the document has
// changed while they were made: they bear no version by which the client could.
func fresh(h handler) handler {
	return func(ctx context.Context, q *request) (any, error) {
		answer, err := h(ctx, q)
		if err != nil {
			return answer, err
		}
		p, err := decode[struct {
			TextDocument protocol.TextDocumentIdentifier `json:"textDocument"`
		}](q.params)
		if err != nil {
			return nil, err
		}
		was, is := q.state.open[p.TextDocument.URI], q.server.session.state().open[p.TextDocument.URI]
		if was != nil && (is == nil || is.version != was.version) {
			return nil, protocol.ErrContentModified
		}
		return answer, nil
	}
}

// places are the members of params that say where, and have to be there: the
// library takes a position that is missing for the start of the document.
func places(params reflect.Type) []string {
	var out []string
	if params.Kind() != reflect.Struct {
		return nil
	}
	for _, f := range reflect.VisibleFields(params) {
		if tag := f.Tag.Get("json"); tag == "position" || tag == "range" || tag == "positions" {
			out = append(out, tag)
		}
	}
	return out
}

// lacks is an error where params have not all members needed.
func lacks(params jsonrpc2.RawMessage, needed []string) error {
	if len(needed) == 0 {
		return nil
	}
	have, err := membersOf(params)
	if err != nil {
		return invalid("the params do not fit: %v", err)
	}
	for _, name := range needed {
		if !slices.Contains(have, name) {
			return invalid("the params lack %q", name)
		}
	}
	return nil
}

// membersOf are the names of an object's members that are not null.
func membersOf(object jsonrpc2.RawMessage) ([]string, error) {
	d := jsontext.NewDecoder(bytes.NewBuffer(object))
	if t, err := d.ReadToken(); err != nil || t.Kind() != '{' {
		return nil, cmp.Or(err, errors.New("they are no object"))
	}
	var names []string
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return nil, err
		}
		said := name.String() // the token lives until the next one is read
		value := d.PeekKind()
		if err := d.SkipValue(); err != nil {
			return nil, err
		}
		if value != 'n' {
			names = append(names, said)
		}
	}
	_, err := d.ReadToken()
	return names, err
}

// request is a call with the state it came upon.
type request struct {
	server  *server
	client  *client
	state   *state
	feature *feature
	params  jsonrpc2.RawMessage
}

// view is an open document as a request sees it.
type view struct {
	mapper
	open      *openDocument
	document  *document.Document  // nil in a plain view
	workspace *workspace.Snapshot // nil for a single file
	config    *config.Config
	today     calendar.Date
	findings  []*rules.Finding // in a checked view
}

// view is the document that a request names; nil where it is not analysed or the
// configuration has switched the feature off, to which the answer is empty. A
// document that is not open is an error.
func (q *request) view(u uri.URI) (*view, error) {
	v, err := q.plain(u)
	if v == nil || v.open.mode != analysed {
		return nil, err
	}
	v.document, v.workspace = v.open.parse(), q.state.snapshot(v.open.root)
	return v, nil
}

// recognised is a view of an achievement, a review, a role or a file of people;
// nil where the document is another file, which is none of ours.
func (q *request) recognised(u uri.URI) (*view, error) {
	v, err := q.view(u)
	if v == nil || v.document.Kind == document.Other || v.document.Kind == document.Excluded {
		return nil, err
	}
	return v, nil
}

// plain is a view of the document without analysis, which every open document
// has.
func (q *request) plain(u uri.URI) (*view, error) {
	d, err := q.open(u)
	if d == nil {
		return nil, err
	}
	return &view{mapper: mapper{d.lines(), q.client.encoding}, open: d, config: d.config, today: q.server.today()}, nil
}

// open is the document that a request names; nil where the configuration has
// switched the feature off.
func (q *request) open(u uri.URI) (*openDocument, error) {
	d := q.state.open[u]
	if d == nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, fmt.Sprintf("%s is not open", u))
	}
	if switchedOff(d.config, q.feature.name) {
		return nil, nil
	}
	return d, nil
}

// switchedOff reports whether a configuration takes a feature away.
func switchedOff(c *config.Config, feature string) bool {
	on, said := c.Features[feature]
	return said && !on
}

// rules is the view as the rules take it.
func (v *view) rules() rules.Input {
	return rules.Input{Document: v.document, Workspace: v.workspace, Facts: v.open.facts, Config: v.config, Today: v.today, Exists: disk.Exists(v.open.root), Memory: &v.open.past.memory}
}

// entryAt is the achievement that a span is about; nil where the document has
// none there.
func (v *view) entryAt(s text.Span) *document.Entry {
	if e := v.document.EntryAt(s.Start); e != nil {
		return e
	}
	if len(v.document.Entries) == 1 {
		return v.document.Entries[0]
	}
	return nil
}
