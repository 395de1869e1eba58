package server

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/structure"
	"achievement-ls/analysis/text"
)

// foldFeature says what can be folded away.
var foldFeature = feature{
	name: "foldingRange",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.FoldingRangeProvider = protocol.Boolean(true)
	},
	calls: map[string]handler{protocol.MethodTextDocumentFoldingRange: handle(folds)},
}

func folds(_ context.Context, q *request, p *protocol.FoldingRangeParams) ([]protocol.FoldingRange, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return []protocol.FoldingRange{}, err
	}
	can := q.client.TextDocument.FoldingRange
	out := []protocol.FoldingRange{}
	for _, f := range structure.Folds(v.document) {
		if r, ok := v.fold(f, is(can.LineFoldingOnly)); ok {
			out = append(out, r)
		}
	}
	if can.RangeLimit != nil && len(out) > int(*can.RangeLimit) {
		out = longest(out, int(*can.RangeLimit))
	}
	return out, nil
}

// fold is a fold as the client can show it. Where it folds whole lines, a line
// on which something stands behind the fold's end stays.
func (v *view) fold(f structure.Fold, wholeLines bool) (protocol.FoldingRange, bool) {
	start, end := v.offsetPosition(f.Span.Start), v.offsetPosition(f.Span.End)
	r := protocol.FoldingRange{StartLine: start.Line, EndLine: end.Line}
	if f.Comment {
		r.Kind = protocol.FoldingRangeKindComment
	}
	behind := text.Span{Start: f.Span.End, End: v.document.Lines.LineAt(f.Span.End).End}
	if strings.TrimSpace(v.document.Text(behind)) != "" {
		if wholeLines {
			r.EndLine--
		} else {
			r.EndCharacter = new(end.Character)
		}
	}
	return r, r.StartLine < r.EndLine
}

// longest are the n folds that take most lines, in their order.
func longest(folds []protocol.FoldingRange, n int) []protocol.FoldingRange {
	lines := func(r protocol.FoldingRange) uint32 { return r.EndLine - r.StartLine }
	slices.SortStableFunc(folds, func(a, b protocol.FoldingRange) int { return cmp.Compare(lines(b), lines(a)) })
	folds = folds[:n]
	slices.SortFunc(folds, func(a, b protocol.FoldingRange) int { return cmp.Compare(a.StartLine, b.StartLine) })
	return folds
}
