package server

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"achievement-ls/completion"
	"achievement-ls/server/disk"
)

// completionFeature offers what could stand at the cursor.
var completionFeature = feature{
	name: "completion",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.CompletionProvider = &protocol.CompletionOptions{
			TriggerCharacters: []string{"#", "-", "[", "(", "|", ":", "*", "@"},
			ResolveProvider:   new(true),
		}
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentCompletion: handle(complete),
		protocol.MethodCompletionItemResolve:  handle(resolveCompletion),
	},
}

func complete(ctx context.Context, q *request, p *protocol.CompletionParams) (protocol.CompletionResult, error) {
	v, err := q.view(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	list := completion.Complete(ctx, completion.Input{
		Document: v.document, Offset: v.positionOffset(p.Position), Workspace: v.workspace, Config: v.config, Today: v.today,
		Files:  disk.Listing(v.open.root),
		Failed: q.server.faults.of("a completion", q.server.log),
	})
	number := q.server.offered.keep(list.Candidates)
	out := &protocol.CompletionList{IsIncomplete: list.Incomplete, Items: make([]protocol.CompletionItem, 0, len(list.Candidates))}
	for i, c := range list.Candidates {
		item := v.item(q.client, c)
		item.SortText = protocol.NewOptional(fmt.Sprintf("%04d", i))
		if c.Documentation != nil {
			item.Data = fmt.Appendf(nil, "[%d,%d]", number, i)
		}
		out.Items = append(out.Items, item)
	}
	shareDefaults(out, q.client)
	return out, nil
}

// shareDefaults says once what all items of a list have in common, to a client
// that reads it there (LSP 3.17, CompletionList.itemDefaults). Which index belongs
// to an item stays with it, and so do its commit characters, which few have.
func shareDefaults(list *protocol.CompletionList, c *client) {
	if len(list.Items) < 2 {
		return
	}
	known := c.TextDocument.Completion.CompletionList.ItemDefaults
	var defaults protocol.CompletionItemDefaults
	first := list.Items[0].TextEdit.(*protocol.TextEdit).Range
	if slices.Contains(known, "editRange") && !slices.ContainsFunc(list.Items, func(item protocol.CompletionItem) bool {
		return item.TextEdit.(*protocol.TextEdit).Range != first
	}) {
		list.ItemDefaults, defaults.EditRange = &defaults, &first
		for i := range list.Items {
			item := &list.Items[i]
			if text := item.TextEdit.(*protocol.TextEdit).NewText; text != item.Label {
				item.TextEditText = protocol.NewOptional(text)
			}
			item.TextEdit = nil
		}
	}
	if mode := list.Items[0].InsertTextMode; mode != 0 && slices.Contains(known, "insertTextMode") {
		list.ItemDefaults, defaults.InsertTextMode = &defaults, mode
		for i := range list.Items {
			list.Items[i].InsertTextMode = 0
		}
	}
}

// item is a candidate as the client can show and insert it.
func (v *view) item(c *client, from completion.Candidate) protocol.CompletionItem {
	can := c.TextDocument.Completion.CompletionItem
	edit := &protocol.TextEdit{Range: v.spanRange(from.Edit.Span), NewText: from.Edit.New}
	item := protocol.CompletionItem{
		Label: from.Label, Kind: itemKinds[from.Kind], TextEdit: edit,
	}
	if len(from.Edit.Stops) > 0 && is(can.SnippetSupport) {
		item.InsertTextFormat, edit.NewText = protocol.InsertTextFormatSnippet, from.Edit.Snippet()
	}
	if slices.Contains(can.InsertTextModeSupport.ValueSet, protocol.InsertTextModeAsIs) {
		item.InsertTextMode = protocol.InsertTextModeAsIs
	}
	switch {
	case from.Detail == "":
	case is(can.LabelDetailsSupport):
		item.LabelDetails = &protocol.CompletionItemLabelDetails{Description: new(from.Detail)}
	default:
		item.Detail = protocol.NewOptional(from.Detail)
	}
	if from.Filter != "" && from.Filter != from.Label {
		item.FilterText = protocol.NewOptional(from.Filter)
	}
	if is(can.CommitCharactersSupport) {
		item.CommitCharacters = from.Commit
	}
	if len(from.Additional) > 0 {
		item.AdditionalTextEdits = v.edits(from.Additional)
	}
	return item
}

var itemKinds = map[completion.Kind]protocol.CompletionItemKind{
	completion.Tag:       protocol.CompletionItemKindKeyword,
	completion.Person:    protocol.CompletionItemKindReference,
	completion.ID:        protocol.CompletionItemKindConstant,
	completion.Role:      protocol.CompletionItemKindClass,
	completion.Category:  protocol.CompletionItemKindEnum,
	completion.Evidence:  protocol.CompletionItemKindEnumMember,
	completion.Date:      protocol.CompletionItemKindValue,
	completion.Section:   protocol.CompletionItemKindStruct,
	completion.Field:     protocol.CompletionItemKindField,
	completion.Checklist: protocol.CompletionItemKindProperty,
	completion.Metric:    protocol.CompletionItemKindUnit,
	completion.Verb:      protocol.CompletionItemKindText,
	completion.File:      protocol.CompletionItemKindFile,
	completion.RuleName:  protocol.CompletionItemKindOperator,
	completion.Skill:     protocol.CompletionItemKindModule,
}

// resolveCompletion adds a candidate's documentation, made only now. Of a list
// that is no longer the last one there is none.
func resolveCompletion(_ context.Context, q *request, item *protocol.CompletionItem) (*protocol.CompletionItem, error) {
	if len(item.Data) == 0 {
		return item, nil
	}
	var place []int64
	if err := protocol.Unmarshal(item.Data, &place); err != nil || len(place) != 2 {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "the item's data is not what the server gave it")
	}
	if text := q.server.offered.documentation(place[0], place[1]); text != "" {
		item.Documentation = markup(q.client.TextDocument.Completion.CompletionItem.DocumentationFormat, text)
	}
	return item, nil
}

// offered holds the documentation of the last list given: by the time that it
// is asked for, the document has often moved on.
type offered struct {
	count atomic.Int64
	last  atomic.Pointer[offer]
}

type offer struct {
	number int64
	texts  []func() string
}

func (o *offered) keep(candidates []completion.Candidate) int64 {
	next := &offer{number: o.count.Add(1)}
	for _, c := range candidates {
		next.texts = append(next.texts, c.Documentation)
	}
	o.last.Store(next)
	return next.number
}

func (o *offered) documentation(number, i int64) string {
	last := o.last.Load()
	if last == nil || last.number != number || i < 0 || i >= int64(len(last.texts)) || last.texts[i] == nil {
		return ""
	}
	return last.texts[i]()
}
