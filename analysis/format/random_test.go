package format_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

// What lines are made of: an indentation, what opens a block, a text, an end.
var (
	leads   = []string{"", "", "", " ", "  ", "   ", "    ", "\t", " \t"}
	openers = []string{"", "", "- ", "* ", "+ ", "-   ", "-\t", "1. ", "2) ", "10.  ", "- [ ] ", "> ", "# ", "## ", "|", "```", "<!-- ", "-", "---", "***", "- - "}
	texts   = []string{"", "a", "Summary", "**Date:** x", "**Role**:  y", "Category:z", "| b", "a | b |", "|-|:-:|", "|---|---|", "`c", "-->", "d\\|", "===", "---", "#tag", "<div>", "日本 | é |"}
	wholes  = []string{"[e]: f", "# a", "---", "**Date:** x", "- a", "| a | b |", "|---|---|"}
	ends    = []string{"", "", "", " ", "  ", "\t", "\\"}
)

// TestRandomLines holds of lines put together at random what is true of
// formatting any text.
func TestRandomLines(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	for range randomTexts {
		eol := pick([]string{"\n", "\n", "\r\n", "\r"})
		var b strings.Builder
		for range 2 + random.IntN(8) {
			switch random.IntN(6) {
			case 0, 1:
			case 2:
				b.WriteString(pick(wholes))
			default:
				b.WriteString(pick(leads) + pick(openers) + pick(texts) + pick(ends))
			}
			b.WriteString(eol)
		}
		src := b.String()
		doc := parse(src)
		checkAll(t, doc)
		for i := range len(src) + 1 {
			if i > 0 && strings.IndexByte("|\r\n", src[i-1]) >= 0 {
				if _, err := text.Apply(src, format.OnType(doc, style, i, src[i-1:i])); err != nil {
					t.Errorf("%q typed at %d: %v", src[i-1], i, err)
				}
			}
		}
		if t.Failed() {
			t.Fatalf("%q becomes %q", src, formatted(t, parse(src)).Source)
		}
	}
}

const randomTexts = 5000
