package server

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// symbolFeature gives a document's outline.
var symbolFeature = feature{
	name: "documentSymbol",
	announce: func(_ *client, caps *protocol.ServerCapabilities) {
		caps.DocumentSymbolProvider = protocol.Boolean(true)
	},
	calls: map[string]handler{protocol.MethodTextDocumentDocumentSymbol: handle(symbols)},
}

func symbols(_ context.Context, q *request, p *protocol.DocumentSymbolParams) (protocol.DocumentSymbolResult, error) {
	v, err := q.recognised(p.TextDocument.URI)
	if v == nil {
		return protocol.DocumentSymbolSlice{}, err
	}
	tree := nest(v.outline())
	if is(q.client.TextDocument.DocumentSymbol.HierarchicalDocumentSymbolSupport) {
		return v.symbolTree(tree), nil
	}
	var flat protocol.SymbolInformationSlice
	v.flatten(tree, "", &flat)
	return flat, nil
}

// symbol is a part of a document that has a name.
type symbol struct {
	name, detail string
	kind         protocol.SymbolKind
	span, label  text.Span
	children     []*symbol
}

// outline are the document's symbols in any order: headings, fields, the STAR
// parts that are no headings, and what a review cites.
func (v *view) outline() []*symbol {
	doc := v.document
	var out []*symbol
	seen := map[*document.Field]bool{}
	field := func(f *document.Field) {
		if name := strings.TrimSpace(doc.Text(f.Name)); name != "" && !seen[f] {
			seen[f] = true
			out = append(out, &symbol{name: name, detail: oneLine(f.Text), kind: protocol.SymbolKindProperty, span: text.Cover(f.Line, f.Name), label: f.Name})
		}
	}
	for _, f := range doc.Fields {
		field(f)
	}
	titles := map[*document.Section]*document.Entry{}
	for _, e := range doc.Entries {
		if e.Heading != nil {
			titles[e.Heading] = e
		}
		for _, f := range e.Fields {
			field(f)
		}
		for _, p := range e.Parts {
			if p.Section == nil {
				out = append(out, &symbol{name: doc.Text(p.Label), kind: protocol.SymbolKindString, span: text.Cover(p.Label, p.Body), label: p.Label})
			}
			if p.Has(template.Result) {
				out = append(out, v.results(p)...)
			}
		}
	}
	if doc.Kind == document.Review {
		out = append(out, v.citations()...)
	}
	for _, s := range doc.Sections {
		sym := &symbol{name: s.Name, kind: protocol.SymbolKindNamespace, span: s.Span, label: s.Heading.Span}
		if e := titles[s]; e != nil {
			sym.kind, sym.detail, sym.span = protocol.SymbolKindClass, doc.IDOf(e), text.Cover(s.Span, e.Span)
		}
		if strings.TrimSpace(sym.name) != "" {
			out = append(out, sym)
		}
	}
	return out
}

// maxName is how much of a result is its name, in runes.
const maxName = 60

// results are the statements of a Result with their figures as detail.
func (v *view) results(p *document.Part) []*symbol {
	doc := v.document
	var out []*symbol
	for _, s := range doc.Statements(p.Body) {
		prose := doc.Prose(s.Head)
		name := oneLine(strings.Trim(strings.ReplaceAll(prose, "\x00", ""), "|-*+ \t\r\n"))
		if runes := []rune(name); len(runes) > maxName {
			name = strings.TrimSpace(string(runes[:maxName])) + "…"
		}
		if name == "" {
			continue
		}
		out = append(out, &symbol{name: name, detail: v.figures(s.Head), kind: protocol.SymbolKindNumber, span: s.Span, label: s.Head})
	}
	return out
}

// figures are the quantities within a span, as the writer has them.
func (v *view) figures(span text.Span) string {
	var out []string
	for _, q := range v.open.past.memory.Read(v.document.Prose(span)).Quantities {
		out = append(out, oneLine(v.document.Text(q.Span.Shift(span.Start))))
	}
	return strings.Join(out, ", ")
}

// citations are the places where a review cites achievements, with the figures
// that it gives there. A heading that cites has its section.
func (v *view) citations() []*symbol {
	doc := v.document
	var out []*symbol
	for _, c := range doc.Citations() {
		if c.Block.Kind == markdown.Heading {
			continue
		}
		title := c.Title
		if title == "" && v.workspace != nil {
			if places := v.workspace.Cited(workspace.CitationOf(c), doc.Path); len(places) == 1 {
				title = places[0].Entry.Title
			}
		}
		name := cmp.Or(strings.TrimSpace(c.ID+" "+oneLine(title)), oneLine(doc.Text(c.Span)))
		if n := len(out); n > 0 && out[n-1].span == c.Claim { // another of the same item, row or paragraph
			out[n-1].name += ", " + name
			continue
		}
		out = append(out, &symbol{name: name, detail: v.claimed(c), kind: protocol.SymbolKindEvent, span: c.Claim, label: c.Span})
	}
	return out
}

// claimed are the figures that go with a citation; the cells of a row are read
// one by one, and its number there is none.
func (v *view) claimed(c document.Citation) string {
	if c.Block.Kind != markdown.Row {
		return v.figures(c.Claim)
	}
	var out []string
	for _, cell := range c.Block.Children {
		if s := v.figures(cell.Text); s != "" && !cell.Span.Covers(c.NumberSpan) {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// nest puts each symbol below the smallest one that covers it. What overlaps
// without being covered stands beside.
func nest(all []*symbol) []*symbol {
	slices.SortStableFunc(all, func(a, b *symbol) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	top := &symbol{}
	path := []*symbol{top}
	for _, s := range all {
		for len(path) > 1 && !path[len(path)-1].span.Covers(s.span) {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		parent.children = append(parent.children, s)
		path = append(path, s)
	}
	return top.children
}

func (v *view) symbolTree(list []*symbol) protocol.DocumentSymbolSlice {
	out := make(protocol.DocumentSymbolSlice, 0, len(list))
	for _, s := range list {
		d := protocol.DocumentSymbol{
			Name: s.name, Kind: s.kind, Range: v.spanRange(s.span), SelectionRange: v.spanRange(s.label),
			Children: v.symbolTree(s.children),
		}
		if s.detail != "" {
			d.Detail = new(s.detail)
		}
		out = append(out, d)
	}
	return out
}

func (v *view) flatten(list []*symbol, container string, out *protocol.SymbolInformationSlice) {
	for _, s := range list {
		info := protocol.SymbolInformation{
			BaseSymbolInformation: protocol.BaseSymbolInformation{Name: s.name, Kind: s.kind},
			Location:              protocol.Location{URI: v.open.uri, Range: v.spanRange(s.span)},
		}
		if container != "" {
			info.ContainerName = new(container)
		}
		*out = append(*out, info)
		v.flatten(s.children, s.name, out)
	}
}
