package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// applyAction is what a client that knows no code actions, only commands, is
// offered in their place. It takes one object, an action's title and data.
const applyAction = "achievement-ls.applyAction"

var applyActionCommand = command{name: applyAction, instead: true, run: executeAction}

// knowsActions reports whether the client takes code actions; all others take
// commands, as every client did at first.
func (c *client) knowsActions() bool {
	return c.TextDocument.CodeAction.CodeActionLiteralSupport.CodeActionKind.ValueSet != nil
}

// titledAction is an action as a command's argument.
type titledAction struct {
	actionData
	Title string `json:"title"`
}

// commandOf is an action as a command.
func commandOf(a action, data actionData) (*protocol.Command, error) {
	argument, err := raw(titledAction{data, a.title})
	if err != nil {
		return nil, err
	}
	return &protocol.Command{Title: a.title, Command: applyAction, Arguments: []protocol.LSPAny{argument}}, nil
}

// executeAction makes the edit of an action that was offered as a command. A client
// that can't be told to make it gets it as the answer.
func executeAction(ctx context.Context, q *request, args []protocol.LSPAny) (any, error) {
	var wanted titledAction
	if len(args) != 1 || protocol.Unmarshal(args[0], &wanted) != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, applyAction+" takes what the action was offered with")
	}
	edit, err := q.editOffered(wanted.actionData, wanted.Title)
	if err != nil || edit == nil {
		return nil, err
	}
	if is(q.client.Workspace.ApplyEdit) {
		return nil, q.apply(ctx, wanted.Title, edit)
	}
	return raw(edit)
}
