package server

import (
	"cmp"
	"slices"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/text"
)

// This file is the only place where byte offsets become positions and back.

// mapper turns places in one text into places on the wire and back.
type mapper struct {
	lines    *text.Lines
	encoding text.Encoding
}

func (m mapper) offsetPosition(offset int) protocol.Position {
	p := m.lines.OffsetPosition(offset, m.encoding)
	return protocol.Position{Line: uint32(p.Line), Character: uint32(p.Column)}
}

func (m mapper) spanRange(s text.Span) protocol.Range {
	return protocol.Range{Start: m.offsetPosition(s.Start), End: m.offsetPosition(s.End)}
}

func (m mapper) positionOffset(p protocol.Position) int {
	return m.lines.PositionOffset(text.Position{Line: int(p.Line), Column: int(p.Character)}, m.encoding)
}

// rangeSpan is the span of a range. Ends the wrong way round are exchanged.
func (m mapper) rangeSpan(r protocol.Range) text.Span {
	s := text.Span{Start: m.positionOffset(r.Start), End: m.positionOffset(r.End)}
	if s.End < s.Start {
		s.Start, s.End = s.End, s.Start
	}
	return s
}

// edits are text edits in the order of their places.
func (m mapper) edits(edits []text.Edit) []protocol.TextEdit {
	out := make([]protocol.TextEdit, 0, len(edits))
	for _, e := range edits {
		out = append(out, protocol.TextEdit{Range: m.spanRange(e.Span), NewText: e.New})
	}
	slices.SortStableFunc(out, func(a, b protocol.TextEdit) int {
		return cmp.Or(cmp.Compare(a.Range.Start.Line, b.Range.Start.Line), cmp.Compare(a.Range.Start.Character, b.Range.Start.Character))
	})
	return out
}

// apply is src with the changes of one didChange made, in their order. Each is
// understood in the text that the one before it left.
func apply(src string, changes []protocol.TextDocumentContentChangeEvent, e text.Encoding) string {
	for _, c := range changes {
		switch c := c.(type) {
		case *protocol.TextDocumentContentChangeWholeDocument:
			src = c.Text
		case *protocol.TextDocumentContentChangePartial:
			s := mapper{text.NewLines(src), e}.rangeSpan(c.Range)
			src = src[:s.Start] + c.Text + src[s.End:]
		}
	}
	return src
}
