package document

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// hostile are texts, each of about size bytes, that make naive readers slow.
// None is an achievement any one would write.
func hostile(size int) map[string]string {
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	const title = "# Achievement: X\n\n"
	return map[string]string{
		"brackets":           title + fill("["),
		"closed brackets":    title + fill("[]"),
		"links begun":        title + fill("[a]("),
		"links, one line":    title + fill("[a](b) "),
		"titles begun":       title + fill("[a](b \"c "),
		"destinations begun": title + fill("[a](<b "),
		"definitions":        title + fill("[a]: b\n\n"),
		"definitions begun":  title + fill("[a]: b 'c\n"),
		"instructions begun": title + fill("a <?a "),
		"CDATA begun":        title + fill("a <![CDATA[ a\n"),
		"declarations begun": title + fill("a <!A\n"),
		"strikes begun":      title + fill("~~a "),
		"entities begun":     title + fill("&a"),
		"numbered deep":      title + fill("1. "),
		"images begun":       title + fill("![a"),
		"stars":              title + fill("*"),
		"emphasis begun":     title + fill("*a "),
		"strong and code":    title + fill("**a `b "),
		"underscores":        title + fill("_a"),
		"backticks":          title + fill("`"),
		"growing backticks":  title + growing("`", size),
		"backslashes":        title + "**Date:** " + fill(`\`),
		"wiki links begun":   title + fill("[[a"),
		"comments":           title + "x " + fill("<!-- a --> "),
		"comments begun":     title + fill("x <!-- a\n"),
		"tags begun":         title + fill("<a "),
		"suppressions":       title + numbered("<!-- achievement-ls disable rule-%d -->\n") + numbered("<!-- achievement-ls enable other-%d -->\n"),
		"deep list":          title + fill("+ "),
		"deep indented list": title + indented(size),
		"deep quote":         title + fill("> "),
		"list":               title + fill("- a\n"),
		"fences":             title + fill("```\n"),
		"fences begun":       title + fill("- ```\n"),
		"wide table":         title + "|" + fill("a|") + "\n|" + fill("-|") + "\n|" + fill("b|"),
		"long table":         title + "| a | b |\n|---|---|\n" + fill("| Situation | c |\n"),
		"headings":           title + numbered("## Heading %d\n"),
		"sections":           title + fill("## Summary\n\na\n\n"),
		"entries":            title + fill("# Achievement: a\n"),
		"stories":            title + fill("## Story 1\n\n**Situation:** a\n\n**Result:** b\n\n"),
		"parts":              title + fill("### Result\na\n"),
		"labels":             title + fill("**Situation:** a\n\n**Result:** b\n\n"),
		"labels on one line": title + fill("**Situation:** a **Result:** b "),
		"fields":             title + fill("**Date:** a\n"),
		"fields on one line": title + fill("**Date:** a "),
		"setext":             title + fill("a\n-\n"),
		"tags on one line":   title + "## Tags\n\n" + fill("#a "),
		"tags in commas":     title + "## Tags\n\n" + fill("a, "),
		"people":             title + "## Team\n\n" + fill("- Ann (Nurse): a\n"),
		"reviews":            title + "## Used in\n\n" + fill("- [a](b.md), #1\n"),
		"reviews, one line":  title + "**Used in:** " + fill("[a](b.md) — Achievement #1, "),
		"sentences":          title + "## Result\n\n" + fill("It was. "),
		"colons":             title + fill("a:"),
		"front matter":       "---\n" + numbered("k%d: v\n") + "---\n",
		"front matter open":  "---\n" + numbered("k%d: [v\n"),
		"front matter tags":  "---\ntags: [" + fill("a, ") + "]\n---\n",
		"NUL":                title + fill("\x00"),
		"no UTF-8":           title + fill("\xff"),
		"CR":                 title + fill("a\r"),
		"blank lines":        title + fill("\n"),
	}
}

func growing(unit string, size int) string {
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(unit, i) + " ")
	}
	return b.String()
}

func indented(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// Parsing is to take time in proportion to the text: the bytes per second that
// these report stay the same from 64 kB to 1 MB.
func BenchmarkParseHostile(b *testing.B) {
	for _, size := range []int{1 << 16, 1 << 20} {
		for name, src := range hostile(size) {
			b.Run(fmt.Sprintf("%s/%dkB", name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					Parse("ACH-001.md", src, nil)
				}
			})
		}
	}
}

func BenchmarkParse(b *testing.B) {
	src, err := os.ReadFile("../testdata/ACH-007-Ward-Handover.md")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("ACH-007-Ward-Handover.md", string(src), nil)
	}
}
