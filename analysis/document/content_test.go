package document

import (
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

func TestStatements(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"bullets", "- a\n- b\n", "- a|- b"},
		{"nested bullets belong to their parent", "- a\n  - b\n    - c\n- d\n", "- a - b - c|- d"},
		{"numbered", "1. a\n2. b\n", "1. a|2. b"},
		{"an item of two lines", "- a\n  b\n- c\n", "- a b|- c"},
		{"loose items", "- a\n\n  b\n\n- c\n", "- a b|- c"},
		{"paragraph", "It fell by 40%. It stayed there.\n", "It fell by 40%.|It stayed there."},
		{"two paragraphs", "One.\n\nTwo.\n", "One.|Two."},
		{"lines of one sentence", "It fell\nby 40%.\n", "It fell by 40%."},
		{"abbreviations end nothing", "From 5 to 2 days, i.e. Monday to Tuesday, vs. Friday. Dr. Lee saw it.\n", "From 5 to 2 days, i.e. Monday to Tuesday, vs. Friday.|Dr. Lee saw it."},
		{"decimal points end nothing", "From 2.5 to 1.5 s. Good.\n", "From 2.5 to 1.5 s.|Good."},
		{"full-width stops", "待ち時間が減った。満足度が上がった。\n", "待ち時間が減った。|満足度が上がった。"},
		{"table", "| Metric | Before | After |\n|---|---|---|\n| Queue | 40 | 18 |\n| Calls | 9 | 3 |\n", "| Queue | 40 | 18 ||| Calls | 9 | 3 |"},
		{"empty rows and items make none", "| a | b |\n|---|---|\n| | |\n\n- \n", ""},
		{"paragraph and list", "What changed:\n\n- a\n", "What changed:|- a"},
		{"code, quotes and comments make none", "```\na\n```\n\n> b\n\n<!-- c -->\n\n    d\n\n- e\n", "- e"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Parse("", head+"## Result\n\n"+test.body, nil)
			var got []string
			for _, s := range d.Statements(d.Entries[0].Part(template.Result).Body) {
				got = append(got, strings.Join(strings.Fields(d.Text(s.Span)), " "))
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("%q makes the statements %q, want %q", test.body, got, test.want)
			}
		})
	}
}

// A part in a label, item or row has the statements of its own text alone.
func TestStatementsOfLabels(t *testing.T) {
	for form, src := range map[string]string{
		"paragraph":      "**Situation:** One.\n\n**Result:** Two. Three.\n",
		"one paragraph":  "**Situation:** One.\n**Result:** Two. Three.\n",
		"item":           "- **Situation:** One.\n- **Result:** Two. Three.\n",
		"row":            "| | |\n|-|-|\n| Situation | One. |\n| Result | Two. Three. |\n",
		"list below":     "**Situation:** One.\n\n**Result:**\n\n- Two.\n- Three.\n",
		"list in items":  "- **Situation:** One.\n- **Result:**\n  - Two.\n  - Three.\n",
		"heading":        "## Situation\n\nOne.\n\n## Result\n\nTwo. Three.\n",
		"CRLF":           "**Situation:** One.\r\n\r\n**Result:** Two. Three.\r\n",
		"items and text": "- **Situation:** One.\n- **Result:**\n\n  Two. Three.\n",
	} {
		d := Parse("", head+src, nil)
		var got []string
		for _, s := range d.Statements(d.Entries[0].Part(template.Result).Body) {
			got = append(got, strings.TrimPrefix(d.Text(s.Span), "- "))
		}
		if strings.Join(got, "|") != "Two.|Three." {
			t.Errorf("%s: the result states %q", form, got)
		}
	}
}

func TestEmpty(t *testing.T) {
	for body, want := range map[string]bool{
		"":                                       true,
		"<!-- later -->\n":                       true,
		"<!-- a\nb -->\n":                        true,
		"- \n- \n":                               true,
		"- [ ]\n":                                true,
		"1. \n":                                  true,
		"| a | b |\n|---|---|\n":                 true,
		"| a | b |\n|---|---|\n| | |\n":          true,
		"```\ncode\n```\n":                       true,
		"> quote\n":                              true,
		"    code\n":                             true,
		"- <!-- x -->\n":                         true,
		"\u00a0\n":                               true,
		"a\n":                                    false,
		"- a\n":                                  false,
		"`code`\n":                               false,
		"https://example.org\n":                  false,
		"[x](y.md)\n":                            false,
		"![chart](x.png)\n":                      false,
		"| a | b |\n|---|---|\n| | x |\n":        false,
		"- [ ] a\n":                              false,
		"%\n":                                    false,
		"- \n  - a\n":                            false,
		"<!-- x --> a\n":                         false,
		"$X saved\n":                             false,
		"<value>\n":                              false,
		"```\ncode\n```\n\na\n":                  false,
		"| a | b |\n|---|---|\n| `c` | |\n":      false,
		"| a | b |\n|---|---|\n| [](x.md) | |\n": false,
	} {
		d := Parse("", head+"## Evidence\n\n"+body, nil)
		if got := d.Empty(d.Entries[0].Section(template.Evidence).Body); got != want {
			t.Errorf("a section of %q is empty: %t, want %t", body, got, want)
		}
	}
}

// What is found by halves is what looking at each finds.
func TestOverlapping(t *testing.T) {
	siblings := func(offsets ...int) (blocks []*markdown.Block) {
		for i := 0; i < len(offsets); i += 2 {
			blocks = append(blocks, &markdown.Block{Span: text.Span{Start: offsets[i], End: offsets[i+1]}})
		}
		return blocks
	}
	for _, blocks := range [][]*markdown.Block{
		nil, siblings(2, 5), siblings(0, 2, 2, 4, 4, 9), siblings(1, 2, 4, 5, 7, 9), siblings(3, 3), siblings(0, 3, 3, 3, 3, 3, 3, 6), siblings(1, 1, 2, 4, 4, 4, 5, 8, 8, 8),
	} {
		for start := range 10 {
			for end := start; end < 10; end++ {
				span := text.Span{Start: start, End: end}
				var want []*markdown.Block
				for _, b := range blocks {
					if b.Span.Overlaps(span) {
						want = append(want, b)
					}
				}
				if got := overlapping(blocks, span); !slices.Equal(got, want) {
					t.Errorf("of %d blocks %d overlap %v, want %d", len(blocks), len(got), span, len(want))
				}
			}
		}
	}
}

func TestSectionsIn(t *testing.T) {
	d := Parse("", "## A\n\na\n\nB\n-\n### C\n# D\n\nd\n", nil)
	for start := range len(d.Source) {
		for end := start; end <= len(d.Source); end++ {
			span := text.Span{Start: start, End: end}
			var want []*Section
			for _, s := range d.Sections {
				if span.Contains(s.Heading.Span.Start) {
					want = append(want, s)
				}
			}
			if got := d.SectionsIn(span); !slices.Equal(got, want) {
				t.Errorf("%d headings begin in %v, want %d", len(got), span, len(want))
			}
		}
	}
}
