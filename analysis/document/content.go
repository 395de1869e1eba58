package document

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
)

// Walk visits the file's blocks depth first, parents before children. Where fn
// returns false the block's children are left out.
func (d *Document) Walk(fn func(*markdown.Block) bool) { walk(d.Tree.Blocks, fn) }

func walk(blocks []*markdown.Block, fn func(*markdown.Block) bool) {
	for _, b := range blocks {
		if fn(b) {
			walk(b.Children, fn)
		}
	}
}

// BlocksIn gives the top-level blocks that share a byte with span, in order.
func (d *Document) BlocksIn(span text.Span) iter.Seq[*markdown.Block] {
	return slices.Values(overlapping(d.Tree.Blocks, span))
}

// overlapping are the siblings that share a byte with span. Siblings stand in
// order and apart: a list of a thousand items is asked about each of them.
func overlapping(siblings []*markdown.Block, span text.Span) []*markdown.Block {
	first := sort.Search(len(siblings), func(i int) bool { return siblings[i].Span.End > span.Start })
	rest := siblings[first:]
	return rest[:sort.Search(len(rest), func(i int) bool { return rest[i].Span.Start >= span.End })]
}

// SectionsIn gives the headings that begin within span, in order.
func (d *Document) SectionsIn(span text.Span) []*Section {
	from := func(offset int) int {
		return sort.Search(len(d.Sections), func(i int) bool { return d.Sections[i].Heading.Span.Start >= offset })
	}
	first := from(span.Start)
	return d.Sections[first:max(first, from(span.End))]
}

// LinksIn gives the links that lie within span, in order.
func (d *Document) LinksIn(span text.Span) iter.Seq[markdown.Link] {
	return func(yield func(markdown.Link) bool) {
		links := d.Tree.Links
		first := sort.Search(len(links), func(i int) bool { return links[i].Span.Start >= span.Start })
		for _, l := range links[first:] {
			if l.Span.Start >= span.End || span.Covers(l.Span) && !yield(l) {
				return
			}
		}
	}
}

// Empty reports whether span holds no content. Headings, comments, code,
// quotes, thematic breaks, empty list items, and tables without a filled cell
// below their header are none.
func (d *Document) Empty(span text.Span) bool {
	for b := range d.BlocksIn(span) {
		if !d.emptyBlock(b, span) {
			return false
		}
	}
	return true
}

func (d *Document) emptyBlock(b *markdown.Block, within text.Span) bool {
	switch b.Kind {
	case markdown.Heading, markdown.Code, markdown.Quote, markdown.Break:
		return true
	case markdown.Paragraph, markdown.HTML:
		return d.blank(clip(b.Span, within))
	case markdown.Row:
		if b.Header && !within.Covers(b.Span) {
			return true
		}
		for _, cell := range b.Children {
			if !b.Header && !d.blank(clip(cell.Text, within)) {
				return false
			}
		}
		return true
	}
	for _, c := range overlapping(b.Children, within) {
		if !d.emptyBlock(c, within) {
			return false
		}
	}
	return true
}

// blank reports whether span holds neither prose nor inline code nor a URL.
func (d *Document) blank(span text.Span) bool {
	if span.Empty() {
		return true
	}
	if strings.Trim(d.Prose(span), " \t\r\n\x00\u00a0") != "" {
		return false
	}
	raw := d.Text(span)
	for {
		open := strings.Index(raw, "<!--")
		if open < 0 {
			break
		}
		end := strings.Index(raw[open:], "-->")
		if end < 0 {
			raw = raw[:open]
			break
		}
		raw = raw[:open] + raw[open+end+3:]
	}
	return strings.Trim(raw, " \t\r\n*_~-+|>\u00a0") == ""
}

func clip(span, within text.Span) text.Span {
	s := text.Span{Start: max(span.Start, within.Start), End: min(span.End, within.End)}
	s.End = max(s.Start, s.End)
	return s
}

// Statements are the claims in span, in order: each top-level list item with
// its children, each sentence of a paragraph, each row of a table below its
// header. Code, quotes, headings and comments make none.
func (d *Document) Statements(span text.Span) []Statement {
	var out []Statement
	for b := range d.BlocksIn(span) {
		out = d.statementsOf(b, span, out)
	}
	return out
}

func (d *Document) statementsOf(b *markdown.Block, within text.Span, out []Statement) []Statement {
	switch b.Kind {
	case markdown.Paragraph:
		for _, s := range d.Sentences(clip(b.Span, within)) {
			out = append(out, Statement{Span: s, Head: s, Block: b})
		}
	case markdown.List:
		for _, item := range overlapping(b.Children, within) {
			out = d.itemStatement(item, within, out)
		}
	case markdown.Table:
		for _, row := range overlapping(b.Children, within) {
			switch {
			case !within.Covers(row.Span): // a STAR part written as a row
				for _, s := range d.Sentences(clip(row.Span, within)) {
					out = append(out, Statement{Span: s, Head: s, Block: row})
				}
			case !row.Header && !d.emptyBlock(row, within):
				out = append(out, Statement{Span: row.Span, Head: row.Span, Block: row})
			}
		}
	}
	return out
}

func (d *Document) itemStatement(item *markdown.Block, within text.Span, out []Statement) []Statement {
	if item.Span.Start < within.Start { // the item carries the part's label
		for _, c := range overlapping(item.Children, within) {
			out = d.statementsOf(c, within, out)
		}
		return out
	}
	if d.emptyBlock(item, within) {
		return out
	}
	s := Statement{Span: clip(item.Span, within), Block: item}
	s.Head = s.Span
	for _, c := range item.Children {
		if c.Kind == markdown.List {
			s.Head.End = min(s.Head.End, trimSpan(d.Source, text.Span{Start: s.Span.Start, End: c.Span.Start}).End)
			break
		}
	}
	return append(out, s)
}

// Sentences cuts span, part of a paragraph, where a sentence ends: at ".", "!",
// "?", followed by a blank and an upper-case letter or digit, and at their
// full-width forms. Abbreviations and initials end none.
func (d *Document) Sentences(span text.Span) []text.Span {
	prose := d.Prose(span)
	var out []text.Span
	start := 0
	cut := func(end int) {
		if s := trimSpan(d.Source, text.Span{Start: span.Start + start, End: span.Start + end}); !d.blank(s) {
			out = append(out, s)
		}
		start = end
	}
	for i, r := range prose {
		switch r {
		case '。', '！', '？', '｡':
			cut(i + utf8.RuneLen(r))
		case '.', '!', '?':
			rest := strings.TrimLeft(prose[i+1:], "\"'”’)\x00")
			next := strings.TrimLeft(rest, " \t\r\n\x00\u00a0")
			if len(next) == len(rest) || next == "" || r == '.' && abbreviated(prose[start:i]) {
				continue
			}
			if first, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) || unicode.IsDigit(first) || !unicode.IsLower(first) && unicode.IsLetter(first) {
				cut(i + 1 + len(prose[i+1:]) - len(rest))
			}
		}
	}
	cut(len(prose))
	return out
}

// abbreviations that a full stop follows within a sentence, in lower case.
var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "vs": true, "approx": true, "ca": true, "no": true, "nr": true, "dr": true, "mr": true, "mrs": true, "ms": true,
	"prof": true, "st": true, "inc": true, "ltd": true, "bzw": true, "z.b": true, "d.h": true, "usw": true, "mio": true, "mrd": true, "p.ej": true, "incl": true, "max": true, "min": true, "avg": true, "est": true,
}

// abbreviated reports whether s ends in an abbreviation, an initial or a number
// (a German ordinal).
func abbreviated(s string) bool {
	word := s[strings.LastIndexAny(s, " \t\n(\x00")+1:]
	if word == "" {
		return false
	}
	if abbreviations[strings.ToLower(word)] || utf8.RuneCountInString(word) == 1 && unicode.IsUpper([]rune(word)[0]) {
		return true
	}
	return len(word) <= 2 && strings.Trim(word, "0123456789") == ""
}
