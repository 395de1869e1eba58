package server

import (
	"context"
	"fmt"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/review"
)

// insertPeriod cites in a review what its period has and it does not cite.
const insertPeriod = "achievement-ls.insertPeriod"

// commandFeature does in the server what is more than an edit that was on offer.
var commandFeature = feature{
	name: "executeCommand",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		var commands []string
		if is(c.Workspace.ApplyEdit) {
			commands = append(commands, insertPeriod)
		}
		if !c.knowsActions() {
			commands = append(commands, applyAction)
		}
		if commands != nil {
			caps.ExecuteCommandProvider = protocol.ExecuteCommandOptions{Commands: commands}
		}
	},
	calls: map[string]handler{protocol.MethodWorkspaceExecuteCommand: handle(execute)},
}

func execute(ctx context.Context, q *request, p *protocol.ExecuteCommandParams) (protocol.LSPAny, error) {
	if p.Command == applyAction {
		return executeAction(ctx, q, p)
	}
	if p.Command != insertPeriod {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no command %q", p.Command)
	}
	var u uri.URI
	if len(p.Arguments) != 1 || protocol.Unmarshal(p.Arguments[0], &u) != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, insertPeriod+" takes the URI of a review")
	}
	v, err := q.view(u)
	if v == nil || v.workspace == nil {
		return nil, err
	}
	_, uncited := review.OfPeriod(v.document, v.workspace, v.config.Period.FiscalYearStart)
	if len(uncited) == 0 {
		return nil, fmt.Errorf("%s cites all of its period", v.open.rel)
	}
	c := q.change()
	c.write(v.open, review.Insert(v.document, uncited))
	return nil, q.apply(ctx, "Insert the achievements of the period", c.edit())
}

// apply has the client make an edit.
func (q *request) apply(ctx context.Context, label string, edit *protocol.WorkspaceEdit) error {
	var result protocol.ApplyWorkspaceEditResult
	if _, err := q.server.conn.Call(ctx, protocol.MethodWorkspaceApplyEdit, &protocol.ApplyWorkspaceEditParams{Label: &label, Edit: *edit}, &result); err != nil {
		return fmt.Errorf("having the edit made: %w", err)
	}
	if !result.Applied {
		reason := "it gives no reason"
		if result.FailureReason != nil {
			reason = *result.FailureReason
		}
		return fmt.Errorf("the editor did not make the edit: %s", reason)
	}
	return nil
}
