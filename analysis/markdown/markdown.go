// Package markdown reads a file as CommonMark with GFM tables and task lists
// and gives its blocks with the spans that goldmark does not tell: where each
// ends, what of it is text, where a list item's checkbox stands.
//
// It knows nothing of achievements. What it forgives beyond CommonMark is what
// half-typed files need: see Parse.
package markdown

import (
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/text"
)

// Kind says what a block is.
type Kind uint8

// The kinds of block (CommonMark 0.31, sections 4 and 5; GFM, section 4.10).
const (
	Heading Kind = iota + 1
	Paragraph
	List
	Item
	Table
	Row
	Cell
	Quote
	Code  // fenced or indented
	HTML  // an HTML block, comments among them
	Break // a thematic break
)

// Block is one block of the tree. Spans are byte offsets into Tree.Source;
// they nest, and siblings neither overlap nor change order. What is small stands
// first, since a file has hundreds.
type Block struct {
	Kind Kind
	// Ordered tells a numbered list (List, Item).
	Ordered bool
	// Setext tells a heading that is underlined.
	Setext bool
	// Header tells a table's header row. A table's delimiter row is no Row.
	Header bool
	// State is the byte between the brackets of Box: ' ', 'x', 'X', '-'.
	State byte
	// Level is a heading's level, 1 to 6.
	Level int
	// Span runs from the block's first marker (#, -, >, |, fence; for a table
	// cell its first byte after the bar) to its last byte of content or
	// closing marker, without the final line ending.
	Span text.Span
	// Text is the inline content without markers: a heading's text without #s
	// and surrounding blanks, a paragraph from its first to its last byte (its
	// continuation lines with their indentation), a cell's trimmed content,
	// an item's content after marker and checkbox up to the end of its first
	// line. Empty (at the place where it would stand) where there is none.
	Text text.Span
	// Lines are a paragraph's or setext heading's lines, each without its
	// indentation, quote markers and line ending; trailing blanks and a hard
	// break's backslash belong to the line.
	Lines []text.Span
	// Underline is a setext heading's underline.
	Underline text.Span
	// Marker is a list item's bullet or number with its delimiter.
	Marker text.Span
	// Box is a task list item's brackets with what is between, empty span
	// where the item has none.
	Box text.Span
	// Delimiter is a table's delimiter row.
	Delimiter text.Span
	Children  []*Block
}

// Link is a link, image, wiki link or autolink.
type Link struct {
	Span text.Span
	// Text is what is shown; for a wiki link without alias the target.
	Text text.Span
	// Target is the destination as written, without angle brackets and title;
	// for a reference link the span of the definition's destination.
	Target text.Span
	// Dest is the destination, escapes and percent encoding resolved.
	Dest string
	Kind LinkKind
}

// LinkKind says how a link is written.
type LinkKind uint8

// The forms of a link.
const (
	InlineLink LinkKind = iota + 1
	ReferenceLink
	Image
	WikiLink // [[target]], [[target#heading|alias]]
	AutoLink // <https://…>, or a bare https://…
)

// Tree is a parsed file. It is immutable.
type Tree struct {
	Source string
	Blocks []*Block
	// FrontMatter is the YAML between two lines of ---, without them, and
	// FrontMatterBlock the same with them; both empty where there is none.
	// Front matter that is not closed yet ends before the first heading, blank
	// line or line that is no YAML key, and is still front matter.
	FrontMatter, FrontMatterBlock text.Span
	Links                         []Link // in order of their starts
	// Addresses are host names with a path that stand in the prose without a
	// scheme ("github.com/x/y") and are no links to CommonMark.
	Addresses []text.Span
	Comments  []text.Span // HTML comments, "<!--" to "-->", in order
	// Prose has the length of Source and its words at the same offsets, but
	// what is no prose is blanked: code, comments, HTML, URLs, link targets, images,
	// block quotes and front matter with spaces; emphasis marks, link
	// brackets and backslash escapes with NUL bytes, which readers skip as if
	// nothing were there. Line endings stay.
	Prose string

	// entangled tells a text of which no part can be read by itself.
	entangled bool
}

// Plain is prose of a Tree as a reader sees it: on one line, without markup.
func Plain(prose string) string {
	if isPlain(prose) {
		return prose
	}
	if prose = strings.TrimSpace(strings.ReplaceAll(prose, "\x00", "")); isPlain(prose) {
		return prose
	}
	var out strings.Builder
	out.Grow(len(prose))
	for word := range strings.FieldsSeq(prose) {
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(word)
	}
	return out.String()
}

// isPlain reports whether prose is as a reader sees it already: no markup, and no
// blanks but single spaces between ASCII words.
func isPlain(prose string) bool {
	blank := true
	for i := range len(prose) {
		switch c := prose[i]; {
		case c == ' ':
			if blank {
				return false
			}
			blank = true
		case c < ' ' || c >= utf8.RuneSelf:
			return false
		default:
			blank = false
		}
	}
	return !blank || prose == ""
}
