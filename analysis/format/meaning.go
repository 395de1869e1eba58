package format

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/markdown"
)

// outline is how CommonMark reads a text, in so far as layout could change it:
// which block stands in which, and which words stand in which block. Rules are
// left out, and so is the markup of fields, which are ours. mended are the
// underlines that are taken for rules.
func outline(tree *markdown.Tree, mended map[int]bool) string {
	var b strings.Builder
	write(&b, tree, tree.Blocks, mended)
	return b.String()
}

func write(out *strings.Builder, tree *markdown.Tree, blocks []*markdown.Block, mended map[int]bool) {
	for _, b := range blocks {
		kind := b.Kind
		if kind == markdown.Heading && b.Setext && mended[b.Underline.Start] {
			kind = markdown.Paragraph
		}
		if kind == markdown.Break {
			continue
		}
		fmt.Fprintf(out, "%d", kind)
		switch kind {
		case markdown.Heading:
			fmt.Fprintf(out, " %d", b.Level)
		case markdown.List, markdown.Item:
			fmt.Fprintf(out, " %t %q", b.Ordered, b.State)
		case markdown.Code, markdown.HTML, markdown.Quote:
			fmt.Fprintf(out, " %q", b.Span.Of(tree.Source))
		}
		switch kind {
		case markdown.Heading, markdown.Paragraph:
			for _, l := range b.Lines {
				out.WriteByte('\n')
				out.WriteString(words.Replace(l.Of(tree.Source)))
			}
		case markdown.Cell:
			out.WriteString(words.Replace(b.Text.Of(tree.Source)))
		}
		out.WriteString(" (\n")
		if kind != markdown.Quote {
			write(out, tree, b.Children, mended)
		}
		out.WriteString(")\n")
	}
}

// words leaves of a line what no change of layout can touch.
var words = strings.NewReplacer(" ", "", "\t", "", "\r", "", "*", "", "_", "", ":", "")
