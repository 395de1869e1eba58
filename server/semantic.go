package server

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
	"achievement-ls/analysis/token"
)

// tokenFeature colours what the words of a document are.
var tokenFeature = feature{
	name: "semanticTokens",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if !slices.Contains(c.said.SemanticTokens.Formats, protocol.TokenFormatRelative) {
			return
		}
		caps.SemanticTokensProvider = &protocol.SemanticTokensOptions{
			Legend: protocol.SemanticTokensLegend{TokenTypes: tokenTypes, TokenModifiers: tokenModifiers},
			Range:  protocol.Boolean(true),
			Full:   &protocol.SemanticTokensFullDelta{Delta: new(true)},
		}
	},
	calls: map[string]handler{
		protocol.MethodTextDocumentSemanticTokensFull:      handle(fullTokens),
		protocol.MethodTextDocumentSemanticTokensFullDelta: handle(tokenDelta),
		protocol.MethodTextDocumentSemanticTokensRange:     handle(rangeTokens),
	},
}

// tokenTypes are the legend, in the order of token.Kind. All of them are the
// protocol's own, so that every theme has a colour for them.
var tokenTypes = []string{
	token.Field - 1:    "property",
	token.ID - 1:       "class",
	token.Label - 1:    "keyword",
	token.Quantity - 1: "number",
	token.Tag - 1:      "decorator",
	token.Person - 1:   "variable",
	token.Role - 1:     "type",
	token.Date - 1:     "event",
}

// tokenModifiers are in the order of token.Modifier's bits.
var tokenModifiers = []string{"declaration", "before", "after", "computed"}

func fullTokens(_ context.Context, q *request, p *protocol.SemanticTokensParams) (*protocol.SemanticTokens, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	data := v.encodeTokens(q.client, text.Span{End: len(v.document.Source)})
	return &protocol.SemanticTokens{ResultID: new(q.server.colours.keep(q.state, v.open.uri, data)), Data: data}, nil
}

func rangeTokens(_ context.Context, q *request, p *protocol.SemanticTokensRangeParams) (*protocol.SemanticTokens, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	return &protocol.SemanticTokens{Data: v.encodeTokens(q.client, v.rangeSpan(p.Range))}, nil
}

// tokenDelta is what has changed since a result that is still kept; else all.
func tokenDelta(_ context.Context, q *request, p *protocol.SemanticTokensDeltaParams) (protocol.SemanticTokensDeltaResult, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return nil, err
	}
	old, known := q.server.colours.get(v.open.uri, p.PreviousResultID)
	data := v.encodeTokens(q.client, text.Span{End: len(v.document.Source)})
	id := new(q.server.colours.keep(q.state, v.open.uri, data))
	if !known {
		return &protocol.SemanticTokens{ResultID: id, Data: data}, nil
	}
	return &protocol.SemanticTokensDelta{ResultID: id, Edits: tokenEdits(old, data)}, nil
}

// encodeTokens are the tokens that share a byte with span, in the protocol's
// numbers. One that takes several lines is cut at their ends, unless the client
// can show it whole.
func (v *view) encodeTokens(c *client, span text.Span) []uint32 {
	data := []uint32{}
	var last protocol.Position
	add := func(s text.Span, t token.Token) {
		start := v.offsetPosition(s.Start)
		length := uint32(text.Length(v.document.Text(s), v.encoding))
		if length == 0 {
			return
		}
		character := start.Character
		if start.Line == last.Line {
			character -= last.Character
		}
		data = append(data, start.Line-last.Line, character, length, uint32(t.Kind-1), uint32(t.Modifier))
		last = start
	}
	multiline := is(c.TextDocument.SemanticTokens.MultilineTokenSupport)
	for _, t := range v.tokens() {
		if !t.Span.Overlaps(span) {
			continue
		}
		if multiline {
			add(t.Span, t)
			continue
		}
		for rest := t.Span; !rest.Empty(); {
			line := text.Span{Start: rest.Start, End: min(rest.End, v.document.Lines.LineAt(rest.Start).End)}
			blank := len(v.document.Text(line)) - len(strings.TrimLeft(v.document.Text(line), " \t>"))
			if line.Start > t.Span.Start { // the indentation of the next line is no part of it
				line.Start += blank
			}
			add(line, t)
			rest.Start = max(line.End, rest.Start)
			for rest.Start < rest.End && strings.IndexByte("\r\n", v.document.Source[rest.Start]) >= 0 {
				rest.Start++
			}
		}
	}
	return data
}

// tokenEdits turn one result into another: what differs between the beginning
// and the end that they have in common, in whole tokens of five numbers.
func tokenEdits(old, data []uint32) []protocol.SemanticTokensEdit {
	const size = 5
	start := 0
	for start < min(len(old), len(data)) && slices.Equal(old[start:start+size], data[start:start+size]) {
		start += size
	}
	end := 0
	for end < min(len(old), len(data))-start && slices.Equal(old[len(old)-end-size:len(old)-end], data[len(data)-end-size:len(data)-end]) {
		end += size
	}
	if start+end == len(old) && start+end == len(data) {
		return []protocol.SemanticTokensEdit{}
	}
	return []protocol.SemanticTokensEdit{{
		Start: uint32(start), DeleteCount: uint32(len(old) - start - end), Data: data[start : len(data)-end],
	}}
}

// colours keeps the last result given of each open document.
type colours struct {
	mu    sync.Mutex
	count int
	last  map[uri.URI]coloured
}

type coloured struct {
	id   string
	data []uint32
}

// keep keeps a result, names it, and forgets those of documents that have been
// closed.
func (c *colours) keep(st *state, u uri.URI, data []uint32) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.last == nil {
		c.last = map[uri.URI]coloured{}
	}
	for other := range c.last {
		if st.open[other] == nil {
			delete(c.last, other)
		}
	}
	c.count++
	id := fmt.Sprint(c.count)
	c.last[u] = coloured{id, data}
	return id
}

func (c *colours) get(u uri.URI, id string) ([]uint32, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	last := c.last[u]
	return last.data, last.id == id && id != ""
}
