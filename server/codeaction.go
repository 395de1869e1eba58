package server

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// fixAllKind is a kind of our own below the one editors know, so that a writer
// can ask for these fixes alone when saving.
const fixAllKind protocol.CodeActionKind = "source.fixAll.achievement-ls"

// codeActionFeature offers changes to the document, to a client that knows no code
// actions as commands.
var codeActionFeature = feature{
	name: "codeAction",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if !c.knowsActions() {
			caps.CodeActionProvider = protocol.Boolean(true)
			return
		}
		options := &protocol.CodeActionOptions{CodeActionKinds: []protocol.CodeActionKind{
			protocol.CodeActionKindQuickFix, protocol.CodeActionKindRefactorRewrite, protocol.CodeActionKindRefactorExtract, fixAllKind,
		}}
		if c.resolvesEdits() {
			options.ResolveProvider = new(true)
		}
		caps.CodeActionProvider = options
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentCodeAction: handle(codeActions),
		protocol.MethodCodeActionResolve:      handle(resolveCodeAction),
	},
}

// resolvesEdits reports whether the client asks for an action's edit when it is
// chosen, and sends back what it needs for that.
func (c *client) resolvesEdits() bool {
	can := c.TextDocument.CodeAction
	return is(can.DataSupport) && slices.Contains(can.ResolveSupport.Properties, "edit")
}

// action is a change on offer. Its edits are made when it is chosen.
type action struct {
	title     string
	kind      protocol.CodeActionKind
	finding   *rules.Finding // what it mends; nil for none
	preferred bool
	edits     func() []text.Edit
	create    func() (*rules.NewFile, error) // nil for none
	rename    string                         // the file's new base name
	disabled  string                         // why it can't be taken here; "" where it can
}

// actionData says which action of which document in which version it is.
type actionData struct {
	URI     uri.URI `json:"uri"`
	Version int32   `json:"version"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Index   int     `json:"index"`
}

func codeActions(_ context.Context, q *request, p *protocol.CodeActionParams) ([]protocol.CommandOrCodeAction, error) {
	v, err := q.checked(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	span := v.rangeSpan(p.Range)
	var out []protocol.CommandOrCodeAction
	seen := map[string]bool{} // two findings can have one way out
	for i, a := range q.actions(v, span) {
		if !wanted(a.kind, p.Context.Only) || seen[a.title] || a.disabled != "" && !q.showsDisabled(p.Context.Only) {
			continue
		}
		seen[a.title] = true
		data := actionData{v.open.uri, v.open.version, span.Start, span.End, i}
		if !q.client.knowsActions() {
			c, err := commandOf(a, data)
			if err != nil {
				return nil, err
			}
			out = append(out, c)
			continue
		}
		item := &protocol.CodeAction{Title: a.title, Kind: new(a.kind)}
		if a.finding != nil {
			item.Diagnostics = q.server.diagnostics(q.state, v.open, []*rules.Finding{a.finding})
		}
		if a.preferred && is(q.client.TextDocument.CodeAction.IsPreferredSupport) {
			item.IsPreferred = new(true)
		}
		switch {
		case a.disabled != "":
			item.Disabled = protocol.CodeActionDisabled{Reason: a.disabled}
		case q.client.resolvesEdits():
			item.Data, err = raw(data)
		default:
			var why error
			if item.Edit, why = q.editOf(v, a); why != nil {
				if !q.showsDisabled(p.Context.Only) {
					continue
				}
				item.Disabled = protocol.CodeActionDisabled{Reason: why.Error()}
			}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, nil
}

// showsDisabled reports whether an action that can't be taken is shown with the
// reason: by a client that can, and only when asked for its kind (LSP 3.18,
// CodeAction.disabled).
func (q *request) showsDisabled(only []protocol.CodeActionKind) bool {
	return len(only) > 0 && is(q.client.TextDocument.CodeAction.DisabledSupport)
}

// resolveCodeAction makes the edit of the action chosen.
func resolveCodeAction(_ context.Context, q *request, item *protocol.CodeAction) (*protocol.CodeAction, error) {
	var data actionData
	if err := protocol.Unmarshal(item.Data, &data); err != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "the action's data is not what the server gave it")
	}
	edit, err := q.editOffered(data, item.Title)
	if err != nil {
		return nil, err
	}
	item.Edit = edit
	return item, nil
}

// editOffered is the edit of an action that was offered. Its document must be as it
// was then.
func (q *request) editOffered(data actionData, title string) (*protocol.WorkspaceEdit, error) {
	v, err := q.checked(data.URI)
	if v == nil {
		return nil, err
	}
	if v.open.version != data.Version {
		return nil, protocol.ErrContentModified
	}
	offered := q.actions(v, text.Span{Start: data.Start, End: data.End})
	if data.Index < 0 || data.Index >= len(offered) || offered[data.Index].title != title {
		return nil, protocol.ErrContentModified
	}
	return q.editOf(v, offered[data.Index])
}

// checked is a view with what the rules find in it.
func (q *request) checked(u uri.URI) (*view, error) {
	v, err := q.view(u)
	if err == nil && v == nil {
		if v, err = q.plain(u); v != nil && v.open.mode != configuration {
			return nil, nil
		}
	}
	if v != nil {
		v.findings = q.server.findings(q.state, v.open)
	}
	return v, err
}

// wanted reports whether a kind is, or lies below, one of those asked for.
func wanted(kind protocol.CodeActionKind, only []protocol.CodeActionKind) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o protocol.CodeActionKind) bool {
		return o == protocol.CodeActionKindEmpty || kind == o || strings.HasPrefix(string(kind), string(o)+".")
	})
}

// editOf is an action's change; nil where nothing comes of it. An error says why it
// can't be made.
func (q *request) editOf(v *view, a action) (*protocol.WorkspaceEdit, error) {
	c := q.change()
	c.confirm = a.title
	if a.create != nil { // first, so that nothing is changed where it fails
		file, err := a.create()
		if err != nil {
			return nil, err
		}
		c.create(v.below(file.Path), file.Content())
	}
	if a.edits != nil {
		c.write(v.open, a.edits())
	}
	if a.rename != "" {
		c.rename(v.open.uri, v.beside(a.rename))
	}
	return c.edit(), nil
}

// actions are all changes on offer for a place, in an order that holds as long as
// the document and what it depends on do.
func (q *request) actions(v *view, at text.Span) []action {
	out := append(v.actions(q.client, at), q.insertions(v, at)...)
	if v.document != nil {
		out = append(append(out, v.refactored(at)...), q.extraction(v, at)...)
	}
	return out
}

// actions are those that the document itself calls for.
func (v *view) actions(c *client, at text.Span) []action {
	var out []action
	lines := v.open.lines()
	for _, f := range v.findings {
		if !touch(f.Span, at) {
			continue
		}
		where := ""
		if lines.LineOf(at.Start) != lines.LineOf(at.End) {
			where = fmt.Sprintf(" (line %d)", lines.LineOf(f.Span.Start)+1)
		}
		out = append(out, v.fixes(c, f, where)...)
	}
	out = append(out, v.fixRule(at)...)
	if v.document == nil {
		return out
	}
	for _, f := range v.findings {
		if touch(f.Span, at) {
			out = append(out, v.suppressions(f)...)
		}
	}
	return append(append(out, v.rewrites(at)...), v.fixAll()...)
}

func touch(a, b text.Span) bool { return a.Start <= b.End && b.Start <= a.End }

// fixes are the ways out of one finding. With several lines selected each says
// which it is about.
func (v *view) fixes(c *client, f *rules.Finding, where string) []action {
	var out []action
	for _, fix := range f.Fixes {
		if fix.Rename != "" && !(c.can(protocol.ResourceOperationKindRename) && v.open.uri.IsFile()) {
			continue
		}
		if fix.Create != nil && !(c.can(protocol.ResourceOperationKindCreate) && v.open.root != "") {
			continue
		}
		a := action{
			title: fix.Title + where, kind: protocol.CodeActionKindQuickFix, finding: f,
			preferred: fix.Preferred, edits: fix.Edits, rename: fix.Rename,
		}
		if fix.Create != nil {
			a.create = func() (*rules.NewFile, error) { return fix.Create, nil }
		}
		out = append(out, a)
	}
	return out
}

// suppressions switch off the rule of a finding.
func (v *view) suppressions(f *rules.Finding) []action {
	suppress := func(where string, scope edit.Scope) action {
		title := fmt.Sprintf("Ignore %s %s", f.Rule.Name, where)
		return action{title: title, kind: protocol.CodeActionKindQuickFix, finding: f, edits: func() []text.Edit {
			return []text.Edit{edit.Suppress(v.document, f.Rule.Name, f.Span, scope)}
		}}
	}
	var out []action
	if edit.LineHolds(v.document, f.Span) {
		out = append(out, suppress(fmt.Sprintf("on line %d", v.document.Lines.LineOf(f.Span.Start)+1), edit.NextLine))
	}
	return append(out, suppress("in this file", edit.File))
}
