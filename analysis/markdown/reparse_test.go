package markdown

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// sections are what the texts of the test are made of: all that one part of a
// text could do to another.
var sections = []string{
	"# Title\n\n**Date:** 2026-01-02\n\n", "## List\n\n- one\n- two\n  - nested `code`\n    lazy\n\n", "### Deep\n\ntext *emph* [link](to.md) https://a.example/x\n\n",
	"## Table\n\n| a | b |\n|---|---|\n| 1 | [[wiki|alias]] |\n\n", "## Code\n\n```go\n# no heading\n```\n\n", "## Open\n\n```\n",
	"## Comment\n\n<!-- a\n\n## not\n\n-->\n\n", "<!-- open\n\n", "## Quote\n\n> said\nlazily\n\n", "Setext\n======\n\nbelow github.com/x/y\n---\n",
	"## Numbers\n\n1. one\n2. two\n\n   more\n\n- [x] done\n- [ ] open\n\n", "## Crlf\r\n\r\n- a\r\n- b\r\n\r\n", "[ref]: target.md\n\n", "see [ref]\n\n",
	"##\n\n", "#no\n\n", "---\n\n", "    indented\n\n", "\t- tab\n\n", "<div>\n\n", "tight\n## no blank before\ntight\n", "text <!-- inline --> more\n\n", "*** \n", "## Ünïcode 世界\n\n→ é\n\n",
}

var strokes = []string{"x", " ", "\n", "\n\n", "#", "# ", "-", "- ", "`", "```\n", "|", "[", "]", "]: ", "*", ">", "<", "<!--", "-->", "---\n", "\t", "\r", "\r\n", "=", "1. ", "\ufeff", "\\"}

// TestReparse holds the trees made from those of the version before against those
// made from nothing.
func TestReparse(t *testing.T) {
	known := func(heading string) bool { return heading == "List" || heading == "Table" || heading == "Deep" }
	draw := rand.New(rand.NewPCG(3, 1))
	alone := 0
	for range 3000 {
		var b strings.Builder
		if draw.IntN(4) == 0 {
			b.WriteString("---\nkey: value\n---\n\n")
		}
		for range 2 + draw.IntN(8) {
			b.WriteString(sections[draw.IntN(len(sections))])
		}
		src := b.String()
		tree := Parse(src, known)
		for range 6 {
			before := src
			src = stroke(draw, src)
			if _, ok := tree.changed(src); ok && !tree.entangled {
				alone++
			}
			next := Reparse(tree, src, known)
			if want := Parse(src, known); !reflect.DeepEqual(next, want) {
				t.Fatalf("%q\nthen\n%q:\ngot  %s\nwant %s", before, src, dump(next), dump(want))
			}
			tree = next
		}
	}
	if alone < 4000 {
		t.Errorf("only %d of 18000 changes were read by themselves", alone)
	}
}

// stroke is the text with something typed into it, or taken out of it.
func stroke(draw *rand.Rand, src string) string {
	at := draw.IntN(len(src) + 1)
	end := min(len(src), at+draw.IntN(3)*draw.IntN(8))
	return src[:at] + strokes[draw.IntN(len(strokes))] + src[end:]
}

func dump(t *Tree) string {
	var b strings.Builder
	walkBlocks(t.Blocks, func(block *Block) { fmt.Fprintf(&b, "\n  %+v", *block) })
	fmt.Fprintf(&b, "\n  links %v\n  addresses %v comments %v entangled %v front %v\n  %q", t.Links, t.Addresses, t.Comments, t.entangled, t.FrontMatterBlock, t.Prose)
	return b.String()
}

func FuzzReparse(f *testing.F) {
	f.Add(sample, len(sample)/2, 3, "# ")
	f.Add(strings.ReplaceAll(sample, "\n", "\r\n"), 40, 0, "\n\n- x")
	f.Add("# A\n\n- b\n\n## Summary\n\nc\n\n## Evidence\n\n> d\n", 8, 1, "```\n")
	f.Fuzz(func(t *testing.T, before string, at, cut int, put string) {
		if at < 0 || at > len(before) || cut < 0 || cut > len(before)-at {
			return
		}
		after := before[:at] + put + before[at+cut:]
		if got, want := Reparse(Parse(before, known), after, known), Parse(after, known); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\nthen\n%q:\ngot  %s\nwant %s", before, after, dump(got), dump(want))
		}
	})
}
