package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

// outline writes a tree in one line a block, children indented, with the text
// each holds.
func outline(t *Tree) string {
	var b strings.Builder
	var write func(blocks []*Block, depth int)
	names := map[Kind]string{Heading: "heading", Paragraph: "paragraph", List: "list", Item: "item", Table: "table", Row: "row", Cell: "cell", Quote: "quote", Code: "code", HTML: "html", Break: "break"}
	write = func(blocks []*Block, depth int) {
		for _, block := range blocks {
			fmt.Fprintf(&b, "%s%s", strings.Repeat(" ", depth), names[block.Kind])
			switch block.Kind {
			case Heading:
				fmt.Fprintf(&b, "%d %q", block.Level, block.Text.Of(t.Source))
			case Paragraph, Cell, Item:
				fmt.Fprintf(&b, " %q", block.Text.Of(t.Source))
			case Code, HTML, Break, Quote:
				fmt.Fprintf(&b, " %q", block.Span.Of(t.Source))
			}
			if !block.Box.Empty() {
				fmt.Fprintf(&b, " box %q", block.Box.Of(t.Source))
			}
			b.WriteByte('\n')
			write(block.Children, depth+1)
		}
	}
	write(t.Blocks, 0)
	return b.String()
}

func known(heading string) bool { return heading == "Summary" || heading == "Evidence" }

func TestBlocks(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"headings", "# One #\n\nTwo\n===\n\n##\n", `
heading1 "One"
heading1 "Two"
heading2 ""`},
		{"no heading without a blank", "#One\n", `
paragraph "#One"`},
		{"paragraph of two lines", "a  \n  b\\\nc\n", `
paragraph "a  \n  b\\\nc"`},
		{"nested list", "- a\n  - b\n    c\n- d\n", `
list
 item "a"
  paragraph "a"
  list
   item "b"
    paragraph "b\n    c"
 item "d"
  paragraph "d"`},
		{"task list", "- [x] a\n- [-] b\n- [ ]\n- [x ] c\n-[ ] d\n", `
list
 item "a" box "[x]"
  paragraph "a"
 item "b" box "[-]"
  paragraph "b"
 item "" box "[ ]"
 item "[x ] c"
  paragraph "[x ] c\n-[ ] d"`},
		{"empty items", "- \n- a\n-\n", `
list
 item ""
 item "a"
  paragraph "a"
 item ""`},
		{"numbered", "1. a\n2) b\n", `
list
 item "a"
  paragraph "a"
list
 item "b"
  paragraph "b"`},
		{"table with rows of their own length", "| a | b |\n|---|---|\n| c |\n| d | e | f \\| g |\n", `
table
 row
  cell "a"
  cell "b"
 row
  cell "c"
 row
  cell "d"
  cell "e"
  cell "f \\| g"`},
		{"table with empty cells, no outer bars", "a | b\n--|--\nc | \n", `
table
 row
  cell "a"
  cell "b"
 row
  cell "c"`},
		{"table right above dashes", "| a | b |\n|---|---|\n| c | d |\n---\n\nx\n", `
table
 row
  cell "a"
  cell "b"
 row
  cell "c"
  cell "d"
break "---"
paragraph "x"`},
		{"fences", "```go\n# x\n```\n\n~~~\ny\n", "\ncode \"```go\\n# x\\n```\"\ncode \"~~~\\ny\""},
		{"unclosed fence before a known heading", "a\n\n```\nb\n\n## Evidence\n\nc\n", "\nparagraph \"a\"\ncode \"```\\nb\"\nheading2 \"Evidence\"\nparagraph \"c\""},
		{"unclosed comment before a known heading", "<!-- a\n\n## Evidence\n\nc\n", `
html "<!-- a"
heading2 "Evidence"
paragraph "c"`},
		{"fence typed above another", "```\na\n\n## Evidence\n\n```\nb\n```\n\nc\n", "\ncode \"```\\na\"\nheading2 \"Evidence\"\ncode \"```\\nb\\n```\"\nparagraph \"c\""},
		{"fence typed above one with a language", "```\n\n## Evidence\n\n```sql\nb\n```\n", "\ncode \"```\"\nheading2 \"Evidence\"\ncode \"```sql\\nb\\n```\""},
		{"a template in a fence", "```markdown\n## Summary\n\n## Evidence\n```\n\n```\nb\n```\n", "\ncode \"```markdown\\n## Summary\\n\\n## Evidence\\n```\"\ncode \"```\\nb\\n```\""},
		{"comment begun above another", "<!-- a\n\n## Evidence\n\n<!-- b -->\n\nc\n", "\nhtml \"<!-- a\"\nheading2 \"Evidence\"\nhtml \"<!-- b -->\"\nparagraph \"c\""},
		{"a section in a comment", "<!--\n## Evidence\n-->\n\n<!-- b -->\n", "\nhtml \"<!--\\n## Evidence\\n-->\"\nhtml \"<!-- b -->\""},
		{"quote", "> # a\n> b\nc\n\nd\n", `
quote "> # a\n> b\nc"
 heading1 "a"
 paragraph "b\nc"
paragraph "d"`},
		{"comment", "<!-- a\nb -->\nc\n", `
html "<!-- a\nb -->"
paragraph "c"`},
		{"breaks", "a\n\n---\n***\n", `
paragraph "a"
break "---"
break "***"`},
		{"CRLF", "# a\r\n\r\nb\r\nc\r\n\r\n- d\r\n", `
heading1 "a"
paragraph "b\r\nc"
list
 item "d"
  paragraph "d"`},
		{"lone CR", "# a\r\rb\r- d\r", `
heading1 "a"
paragraph "b"
list
 item "d"
  paragraph "d"`},
		{"byte order mark", "\ufeff# a\n", `
heading1 "a"`},
		{"tabs", "-\ta\n\tb\n", `
list
 item "a"
  paragraph "a\n\tb"`},
		{"indented by tabs", "- a\n\t- b\n\n\t# c\n\n1. d\n\n\t12. e\n", `
list
 item "a"
  paragraph "a"
  list
   item "b"
    paragraph "b"
  heading1 "c"
list
 item "d"
  paragraph "d"
  list
   item "e"
    paragraph "e"`},
		{"a rate is no HTML", "changed <1x/hour, >99% of it\n", `
paragraph "changed <1x/hour, >99% of it"`},
		{"link definition", "[a]: https://example.org\n\nb [a]\n", `
paragraph "b [a]"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outline(Parse(test.src, known))
			if want := strings.TrimPrefix(test.want, "\n") + "\n"; got != want {
				t.Errorf("%q is read as\n%swant\n%s", test.src, got, want)
			}
		})
	}
}

func TestProse(t *testing.T) {
	tests := []struct{ name, src, want string }{ // NUL is written as ~
		{"emphasis", "a **b** _c_\n", "a ~~b~~ ~c~\n"},
		{"code", "a `b` c\n", "a     c\n"},
		{"link", "[a](b.md \"t\") c\n", "~a~~~~~~~~~~~ c\n"},
		{"image", "![a](b.png) c\n", "            c\n"},
		{"bare address", "see https://x.org/4. b\n", "see                . b\n"},
		{"host and path", "at github.com/x/y/pull/3 b\n", "at                       b\n"},
		{"a fraction and a rate are none", "3/week and 4.5/5\n", "3/week and 4.5/5\n"},
		{"wiki link", "[[a]] [[b|c]]\n", "~~a~~ ~~  c~~\n"},
		{"inline HTML and comment", "a<br>b <!-- c --> d\n", "a    b            d\n"},
		{"escape", "a \\$5 \\* b\n", "a ~$5 ~* b\n"},
		{"comment begun above another", "<!-- a\n\n## Evidence\n\n<!-- b -->\n", "      \n\n   Evidence\n\n          \n"},
		{"comment begun in a paragraph", "a <!-- b\n\nc <!-- d --> e\n", "a       \n\nc            e\n"},
		{"comment over lines", "a <!-- b\nc --> d\n", "a       \n      d\n"},
		{"item and box", "- [x] a\n", "      a\n"},
		{"table", "| a | b |\n|---|---|\n| c | **d** |\n", "  a   b  \n         \n  c   ~~d~~  \n"},
		{"quote", "> a\n\nb\n", "   \n\nb\n"},
		{"a bound is no quote", "- >99% of a\n", "   99% of a\n"},
		{"a bound in two signs is no quote", ">= 4 a\n", " = 4 a\n"},
		{"a quoted number is", "> 99 a\n", "      \n"},
		{"fence", "```\na\n```\nb\n", "   \n \n   \nb\n"},
		{"front matter", "---\na: 1\n---\nb\n", "   \n    \n   \nb\n"},
		{"heading", "## a ##\n", "   a   \n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.ReplaceAll(Parse(test.src, known).Prose, "\x00", "~")
			if got != test.want {
				t.Errorf("prose of %q is\n%q, want\n%q", test.src, got, test.want)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"closed", "---\na: 1\n\nb: 2\n---\n# x\n", "a: 1\n\nb: 2\n"},
		{"empty", "---\n---\n# x\n", ""},
		{"not closed yet", "---\na: 1\ntags:\n  - x\n\n# y\n", "a: 1\ntags:\n  - x"},
		{"not closed, heading follows", "---\na: 1\n# Achievement: y\n", "a: 1"},
		{"a thematic break", "---\n\ntext\n\n---\n", ""},
		{"CRLF", "---\r\na: 1\r\n---\r\n", "a: 1\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Parse(test.src, known).FrontMatter.Of(test.src); got != test.want {
				t.Errorf("front matter of %q is %q, want %q", test.src, got, test.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	src := "[a](b%20c.md#d) ![i](p.png) <https://x.org> https://y.org/z). [r] [[w#h|t]] `[no](x)`\n\n[r]: target.md\n"
	var got []string
	for _, l := range Parse(src, nil).Links {
		got = append(got, fmt.Sprintf("%d %s|%s|%s", l.Kind, l.Span.Of(src), l.Text.Of(src), l.Dest))
	}
	want := []string{
		"1 [a](b%20c.md#d)|a|b c.md#d",
		"3 ![i](p.png)|i|p.png",
		"5 <https://x.org>|https://x.org|https://x.org",
		"5 https://y.org/z|https://y.org/z|https://y.org/z",
		"2 [r]|r|target.md",
		"4 [[w#h|t]]|t|w#h",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("links are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// invariants says what holds of every tree: spans lie inside the text, nest, and
// keep their order; the prose has the text's length, its line endings, and
// nowhere another character.
func invariants(t *testing.T, src string) {
	t.Helper()
	tree := Parse(src, known)
	if len(tree.Prose) != len(src) {
		t.Fatalf("prose has %d bytes, the text %d", len(tree.Prose), len(src))
	}
	for i := range len(src) {
		switch c := tree.Prose[i]; {
		case (src[i] == '\n' || src[i] == '\r') != (c == '\n' || c == '\r'), c != src[i] && c != ' ' && c != 0:
			t.Fatalf("prose has %q for %q at %d of %q", c, src[i], i, src)
		}
	}
	var check func(blocks []*Block, within text.Span)
	check = func(blocks []*Block, within text.Span) {
		at := within.Start
		for _, b := range blocks {
			if b.Span.Start < at || b.Span.End > within.End || b.Span.End < b.Span.Start {
				t.Fatalf("block of kind %d at %v lies outside %v or before %d in %q", b.Kind, b.Span, within, at, src)
			}
			if b.Text.Start < b.Span.Start || b.Text.End < b.Text.Start || b.Text.End > max(b.Span.End+1, b.Text.Start) {
				t.Fatalf("text %v of kind %d lies outside its block %v in %q", b.Text, b.Kind, b.Span, src)
			}
			for _, l := range b.Lines {
				if !b.Span.Covers(l) {
					t.Fatalf("line %v lies outside its block %v in %q", l, b.Span, src)
				}
			}
			check(b.Children, b.Span)
			at = b.Span.End
		}
	}
	check(tree.Blocks, text.Span{Start: 0, End: len(src)})
	for _, l := range tree.Links {
		if l.Span.End > len(src) || !l.Span.Covers(l.Text) {
			t.Fatalf("link %v with text %v in %q", l.Span, l.Text, src)
		}
	}
	for _, c := range tree.Comments {
		if c.Start < 0 || c.End > len(src) || c.End < c.Start {
			t.Fatalf("comment %v in %q", c, src)
		}
	}
}

const sample = "---\nid: ACH-001\ntags: [a, b]\n---\n\n# Achievement: **Faster** `x` 🎉\n\n**Date:** 2026-05-15  \n**Role:** [R](r.md)\n---\n\n## Summary\n\nCut <1x/hour, see https://x.org/a(b) and [[w|t]].\n\n## STAR\n\n1. a\n   - b [c](d \"e\")\n\n   f\n2. [x] g\n\n> quote\n> - h\n\n| a | b |\n|:--|--:|\n| c `|` d | ![i](j) |\n| k |\n---\n\n```go\nx\n```\n\n\tcode\n\n<div>\nhtml\n</div>\n\n<!-- comment\nmore -->\n\nSetext\n---\n\n[r]: x.md\n~~~\nopen\n\n## Evidence\n\n- \n-\ty\n"

func TestEveryPrefixKeepsTheInvariants(t *testing.T) {
	for _, src := range []string{sample, strings.ReplaceAll(sample, "\n", "\r\n"), strings.ReplaceAll(sample, "\n", "\r")} {
		for i := range len(src) + 1 {
			invariants(t, src[:i])
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("\ufeff---\na:\n")
	f.Add("- [x]\n  ```\n")
	f.Add("> ~~~\n> <!--\n# Summary\n")
	f.Fuzz(invariants)
}

func BenchmarkParse(b *testing.B) {
	src, err := os.ReadFile(filepath.Join("testdata", "achievement.md"))
	if err != nil {
		b.Fatal(err)
	}
	s := string(src)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(s, known)
	}
}
