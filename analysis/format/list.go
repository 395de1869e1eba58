package format

import (
	"slices"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// lists gives all lists the bullet that most items have, one blank behind it,
// and indents what an item holds to where the item's text begins. What is done
// to a list with all that is nested in it is one change.
func (f *formatter) lists() {
	bullet := f.bullet()
	for i, b := range slices.Backward(f.doc.Tree.Blocks) {
		if b.Kind != markdown.List || b.Span.Start == len("\ufeff") && strings.HasPrefix(f.doc.Source, "\ufeff") {
			continue // behind a byte order mark no column can be told
		}
		var c change
		if !besideList(f.doc.Tree.Blocks, i) {
			c = f.mark(c, b, bullet)
		}
		for _, item := range b.Children {
			c = f.markNested(c, item.Children, bullet)
		}
		if f.simple(b) {
			c = f.indent(c, b, 0)
		}
		if len(c) > 0 {
			f.changes = append(f.changes, c)
		}
	}
}

// bullet is what marks most items of the document; "-" where as many have that.
func (f *formatter) bullet() string {
	count := make(map[string]int)
	f.doc.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Item && !b.Ordered {
			count[f.doc.Text(b.Marker)]++
		}
		return b.Kind != markdown.Quote
	})
	most := "-"
	for _, bullet := range []string{"*", "+"} {
		if count[bullet] > count[most] {
			most = bullet
		}
	}
	return most
}

// besideList reports whether a list of bullets follows another, or is followed
// by one: their bullets are then all that parts them.
func besideList(siblings []*markdown.Block, i int) bool {
	for _, n := range []int{i - 1, i + 1} {
		if n >= 0 && n < len(siblings) && siblings[n].Kind == markdown.List && !siblings[n].Ordered {
			return true
		}
	}
	return false
}

// mark changes the bullets of a list's own items.
func (f *formatter) mark(c change, list *markdown.Block, bullet string) change {
	for _, item := range list.Children {
		if !item.Ordered && f.doc.Text(item.Marker) != bullet && f.owned(item.Marker.Start) {
			c = append(c, text.Replace(item.Marker, bullet))
		}
	}
	return c
}

func (f *formatter) markNested(c change, blocks []*markdown.Block, bullet string) change {
	for i, b := range blocks {
		if b.Kind != markdown.List {
			continue
		}
		if !besideList(blocks, i) {
			c = f.mark(c, b, bullet)
		}
		for _, item := range b.Children {
			c = f.markNested(c, item.Children, bullet)
		}
	}
	return c
}

func (f *formatter) owned(offset int) bool {
	return f.lines[f.doc.Lines.LineOf(offset)].owner >= solid
}

// simple reports whether a list can be moved: all in it is ours, and what
// follows does not depend on its indentation: it has none, or will have none.
func (f *formatter) simple(list *markdown.Block) bool {
	first, limit := f.doc.Lines.LineOf(list.Span.Start), f.doc.Lines.LineOf(list.Span.End)+1
	for i := first; i < limit; i++ {
		if f.lines[i].owner == foreign {
			return false
		}
	}
	for limit < len(f.lines) && f.lines[limit].owner == blank {
		limit++
	}
	if limit < len(f.lines) && !f.lines[limit].led && indentation(f.doc.Text(f.lineSpan(limit))) != "" {
		return false
	}
	return f.simpleItems(list)
}

func (f *formatter) simpleItems(list *markdown.Block) bool {
	for _, item := range list.Children {
		if !f.leads(item.Marker.Start) {
			return false // behind another item's marker
		}
		for n, b := range item.Children {
			switch b.Kind {
			case markdown.Paragraph:
				for i, l := range b.Lines {
					first := n == 0 && i == 0 && f.doc.Lines.LineOf(l.Start) == f.doc.Lines.LineOf(item.Marker.Start)
					if !first && i > 0 && strings.ContainsAny(f.doc.Text(l)[:1], "-+*#>=|~`<0123456789") {
						return false // what is text there could be a marker elsewhere
					}
				}
			case markdown.List:
				if !f.simpleItems(b) {
					return false
				}
			default:
				return false
			}
		}
	}
	return true
}

// leads reports whether nothing but blanks stands before offset on its line.
func (f *formatter) leads(offset int) bool {
	start := f.lineSpan(f.doc.Lines.LineOf(offset)).Start
	return start <= offset && strings.Trim(f.doc.Source[start:offset], " \t") == ""
}

// indent lays a list out from a column on.
func (f *formatter) indent(c change, list *markdown.Block, column int) change {
	for _, item := range list.Children {
		at := f.doc.Lines.LineOf(item.Marker.Start)
		c = f.lead(c, at, column)
		inner := column + item.Marker.Len() + 1
		content := f.doc.Text(text.Span{Start: item.Marker.End, End: f.lineSpan(at).End})
		if after := indentation(content); after != " " && after != content {
			c = append(c, text.Replace(text.Span{Start: item.Marker.End, End: item.Marker.End + len(after)}, " "))
		}
		for _, b := range item.Children {
			if b.Kind == markdown.List {
				c = f.indent(c, b, inner)
				continue
			}
			for _, l := range b.Lines {
				if i := f.doc.Lines.LineOf(l.Start); i != at {
					c = f.lead(c, i, inner)
				}
			}
		}
	}
	return c
}

// lead gives line i its indentation.
func (f *formatter) lead(c change, i, column int) change {
	f.lines[i].led = true
	at := f.lineSpan(i)
	is, want := indentation(f.doc.Text(at)), strings.Repeat(" ", column)
	if is != want {
		c = append(c, text.Replace(text.Span{Start: at.Start, End: at.Start + len(is)}, want))
	}
	return c
}
