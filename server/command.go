package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// command is something an editor can have done that is no answer about a place.
type command struct {
	name string // with "achievement-ls."
	// edits tells one that is of no use to a client that makes no edits.
	edits bool
	// instead tells one that stands in for code actions where a client knows none.
	instead bool
	run     func(context.Context, *request, []protocol.LSPAny) (any, error)
}

// commands is the table of all of them; a new one is its file and its line here.
var commands = []command{
	newAchievementCommand,
	newRoleCommand,
	newReviewCommand,
	nextIDCommand,
	insertMissingCommand,
	insertPeriodCommand,
	reindexCommand,
	listCommand,
	statisticsCommand,
	reportCommand,
	knownCommand,
	applyActionCommand,
}

// commandFeature does in the server what is more than an edit that was on offer.
var commandFeature = feature{
	name:     "executeCommand",
	announce: announceCommands,
	calls:    map[string]handler{protocol.MethodWorkspaceExecuteCommand: handle(execute)},
}

func announceCommands(c *client, caps *protocol.ServerCapabilities) {
	var names []string
	for _, cmd := range commands {
		if (!cmd.edits || is(c.Workspace.ApplyEdit)) && (!cmd.instead || !c.knowsActions()) {
			names = append(names, cmd.name)
		}
	}
	caps.ExecuteCommandProvider = protocol.ExecuteCommandOptions{Commands: names}
}

func execute(ctx context.Context, q *request, p *protocol.ExecuteCommandParams) (protocol.LSPAny, error) {
	for _, cmd := range commands {
		if cmd.name != p.Command {
			continue
		}
		if cmd.edits && !is(q.client.Workspace.ApplyEdit) {
			return nil, fmt.Errorf("%s changes a document, which this editor lets no server do", cmd.name)
		}
		result, err := cmd.run(ctx, q, p.Arguments)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(result); err != nil {
			return nil, fmt.Errorf("encoding what %s answers: %w", cmd.name, err)
		}
		return bytes.TrimSpace(out.Bytes()), nil
	}
	return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no command %q", p.Command)
}

// object makes a command's function of one that takes its argument, an object,
// as a structure. Without an argument it is an empty one.
func object[A, R any](fn func(context.Context, *request, A) (R, error)) func(context.Context, *request, []protocol.LSPAny) (any, error) {
	return func(ctx context.Context, q *request, args []protocol.LSPAny) (any, error) {
		var a A
		if len(args) > 1 {
			return nil, invalid("there are %d arguments, where the command takes one object", len(args))
		}
		if len(args) == 1 {
			dec := json.NewDecoder(bytes.NewReader(args[0]))
			dec.DisallowUnknownFields()
			if err := dec.Decode(&a); err != nil && !errors.Is(err, io.EOF) {
				return nil, misfit(err)
			}
		}
		return fn(ctx, q, a)
	}
}

// misfit says in the client's words why an argument does not fit.
func misfit(err error) error {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return invalid("the argument is %s, where the command takes an object", kind.Value)
	case errors.As(err, &kind):
		return invalid("%q is %s, where the command takes %s", kind.Field, kind.Value, kind.Type)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return invalid("the command takes no %s", name)
	}
	return invalid("the argument is not an object: %v", err)
}

// invalid is an error about a request's params.
func invalid(format string, args ...any) error {
	return jsonrpc2.Errorf(jsonrpc2.InvalidParams, format, args...)
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
