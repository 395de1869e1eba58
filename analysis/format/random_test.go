package format_test

import (
	"math/rand/v2"
	"strings"
	"testing"
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
	random := rand.New(rand.NewPCG(1, 9))
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
		checkAll(t, parse(src))
		if t.Failed() {
			t.Fatalf("%q becomes %q", src, formatted(t, parse(src)).Source)
		}
	}
}

const randomTexts = 5000
