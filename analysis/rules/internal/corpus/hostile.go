// Package corpus makes the texts that tests and benchmarks read: files that
// make naive readers slow, and folders as people keep them. All of it is a
// function of its arguments alone.
package corpus

import (
	"fmt"
	"strings"
)

// Text is a file's content with a name for it.
type Text struct{ Name, Source string }

const (
	title = "# Achievement: X\n\n"
	// parts makes a file an achievement whose Result begins where it ends.
	parts  = title + "## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n"
	action = title + "## Situation\n\na\n\n## Result\n\nb\n\n## Action\n\n"
	review = "# Self-Review: 2026-H1\n\n"
)

// Hostile are texts, each of about size bytes, that make naive readers slow.
// None is an achievement any one would write.
func Hostile(size int) []Text {
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	// spelled has a word in the place of each number, every other one twice.
	spelled := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(strings.Repeat(fmt.Sprintf(format, word(i)), 1+i%2))
		}
		return b.String()
	}
	return []Text{
		// runs of what CommonMark reads as delimiters, and what opens and does not close
		{"brackets", parts + fill("[")},
		{"brackets-closed", title + fill("[]")},
		{"links", title + fill("[a](b) ")},
		{"links-begun", parts + fill("[a](")},
		{"titles-begun", title + fill("[a](b \"c ")},
		{"destinations-begun", title + fill("[a](<b ")},
		{"definitions", title + numbered("[a%d]: b\n\n")},
		{"definitions-begun", title + fill("[a]: b 'c\n")},
		{"images-begun", title + fill("![a")},
		{"wiki-links", title + fill("[[a]]")},
		{"wiki-links-begun", title + fill("[[a")},
		{"less-than", title + fill("<")},
		{"tags-begun", title + fill("<a ")},
		{"autolinks", title + fill("<http://a> ")},
		{"addresses", title + fill("https://a.b/c ")},
		{"instructions-begun", title + fill("a <?a ")},
		{"CDATA-begun", title + fill("a <![CDATA[ a\n")},
		{"declarations-begun", title + fill("a <!A\n")},
		{"comments", title + "x " + fill("<!-- a --> ")},
		{"comments-begun", title + fill("x <!-- a\n")},
		{"comments-over-sections", title + fill("<!-- a\n\n## Summary\n\n")},
		{"suppressions", title + numbered("<!-- achievement-ls disable rule-%d -->\n") + numbered("<!-- achievement-ls enable other-%d -->\n")},
		{"entities", title + fill("&")},
		{"entities-begun", title + fill("a& ")},
		{"stars", title + fill("*")},
		{"stars-apart", title + fill("* ")},
		{"emphasis-begun", title + fill("*a ")},
		{"emphasis-mixed", title + fill("*a_ ")},
		{"strong-and-code", title + fill("**a `b ")},
		{"underscores", title + fill("_a")},
		{"strikes-begun", title + fill("~~a ")},
		{"tildes", title + fill("~")},
		{"backticks", title + fill("`")},
		{"backticks-apart", title + fill("` ")},
		{"backticks-growing", title + growing("`", size)},
		{"backslashes", title + "**Date:** " + fill(`\`)},
		{"quotation-marks", parts + fill(`"`)},
		{"parentheses", parts + fill("(")},
		{"parentheses-closed", parts + fill(")")},
		{"dashes", parts + fill("a-")},
		{"braces", parts + fill("{{")},
		{"braces-apart", parts + fill("{{ a ")},
		{"bars", parts + fill("|")},
		{"bars-on-lines", title + fill("|||\n")},

		// blocks within blocks, and many of them
		{"list", parts + fill("- a\n")},
		{"list-loose", parts + fill("- a\n\n")},
		{"list-deep-on-a-line", title + fill("+ ")},
		{"list-numbered-deep", title + fill("1. ")},
		{"list-deep", parts + indented(size)},
		{"list-deep-in-summary", title + "## Summary\n\n" + indented(size)},
		{"quote-deep", parts + fill("> ")},
		{"quote-lines", parts + fill(strings.Repeat("> ", 50)+"a\n")},
		{"fences", title + fill("```\n")},
		{"fences-begun", title + fill("- ```\n")},
		{"fences-over-sections", title + fill("```\n\n## Summary\n\n```a\n")},
		{"table-wide", parts + "|" + fill("a|") + "\n|" + fill("-|") + "\n|" + fill("b|")},
		{"table-10000-wide", parts + wide(size, "|"+strings.Repeat("b|", 10000)+"\n")},
		{"table-10000-wide-short-rows", title + "## Evidence\n\n" + wide(size, "|b|\n")},
		{"table-long", title + "| a | b |\n|---|---|\n" + fill("| Situation | c |\n")},
		{"headings", title + numbered("## Heading %d\n")},
		{"headings-nested", title + fill("# a\n## a\n### a\n#### a\n##### a\n###### a\n")},
		{"headings-misspelled", title + fill("## Sumary\n")},
		{"headings-misspelled-apart", title + numbered("## Sumary%d\n")},
		{"setext", title + fill("a\n-\n")},
		{"setext-doubted", title + fill("a\n\na\n---\n\n")},
		{"paragraph", title + fill("a\n") + "---\n"},
		{"blank-lines", title + fill("\n")},

		// what an achievement is made of, too much of it
		{"sections", title + fill("## Summary\n\na\n\n")},
		{"sections-of-tags", title + fill("## Tags\n")},
		{"sections-of-tags-filled", title + fill("## Tags\n\n- #a\n\n")},
		{"entries", title + fill("# Achievement: a\n")},
		{"entries-in-full", numbered("## Achievement: a%d\n\n**Achievement ID:** ACH-001\n\n**Situation:** a\n\n**Result:** saved 5 hours\n\n")},
		{"entries-with-headings", numbered("## Achievement: a%d\n\n### Situation\n\na\n\n### Result\n\nsaved 5 hours\n\n## Tags\n\n- #a\n")},
		{"stories", title + fill("## Story\n\n**Situation:** a\n\n**Result:** b\n\n")},
		{"parts", title + fill("### Result\na\n")},
		{"parts-in-turn", title + fill("### Situation\na\n### Task\nb\n### Action\nc\n### Result\nd\n")},
		{"labels", title + fill("**Situation:** a\n\n**Result:** b\n\n")},
		{"labels-on-a-line", title + fill("**Situation:** a **Result:** b ")},
		{"labels-in-items", title + fill("- **Situation:** a\n- **Result:** b\n")},
		{"initials", title + fill("**S:** a\n")},
		{"fields", title + fill("**Date:** a\n")},
		{"fields-on-a-line", title + fill("**Date:** a ")},
		{"colons", title + fill("a:")},
		{"tags", title + "## Tags\n\n" + numbered("- #tag%d\n")},
		{"tags-alike", title + "## Tags\n\n" + spelled("- #automation-%s\n")},
		{"tags-invalid", title + "## Tags\n\n" + numbered("- #Tag_%d\n")},
		{"tags-on-a-line", title + "## Tags\n\n" + fill("#a ")},
		{"tags-on-a-line-apart", title + "## Tags\n\n" + numbered("#a%d ")},
		{"tags-in-commas", title + "## Tags\n\n" + fill("a, ")},
		{"people", title + "## Team\n\n" + numbered("- Ann%d (Nurse): a\n")},
		{"people-alike", title + "## Team\n\n" + spelled("- Ann Tran%s (Nurse): a\n")},
		{"people-in-rows", title + "## Collaboration\n\n| Person | Role | C |\n|---|---|---|\n" + numbered("| Ann%d | Nurse | a |\n")},
		{"skills", title + "## Skills Demonstrated\n\n" + numbered("- skill%d\n")},
		{"evidence", title + "## Evidence\n\n| Type | Link | Notes |\n|---|---|---|\n" + fill("| a |\n")},
		{"checklist", title + "## Recognition\n\n" + fill("-[ ] a\n")},
		{"reviews", title + "## Used in\n\n" + fill("- [a](b.md), #1\n")},
		{"reviews-on-a-line", title + "**Used in:** " + fill("[a](b.md) — Achievement #1, ")},
		{"actions", action + fill("- Helped us\n")},
		{"actions-on-a-line", action + fill("we helped ")},
		{"sentences", title + "## Result\n\n" + fill("It was. ")},
		{"statements", parts + numbered("- saved %d hours\n")},
		{"figures", parts + fill("5 ")},
		{"figures-in-summary", title + "## Summary\n\n" + fill("saved 5% ") + "\n\n" + strings.TrimPrefix(parts, title) + fill("saved 6% ")},
		{"figures-at-odds", title + "## Summary\n\n" + numbered("cut %d.5%% ") + "\n\n" + strings.TrimPrefix(parts, title) + numbered("- it took %d hours\n")},
		{"figures-at-odds-on-a-line", title + "## Summary\n\n" + numbered("won %d.5%% ") + "\n\n" + strings.TrimPrefix(parts, title) + numbered("%d → 7 hours ")},
		{"figures-in-characters", parts + fill("三万")},
		{"digits", parts + fill("5")},
		{"digits-in-commas", parts + fill("5,")},
		{"currency-signs", parts + fill("$")},
		{"arrows", parts + fill("5 → 4 ")},
		{"from", parts + fill("from 5 to ")},
		{"numerals", parts + fill("one hundred ")},
		{"vague", parts + fill("significantly ")},
		{"placeholders", parts + fill("XX% ")},
		{"placeholders-apart", parts + fill("X ")},
		{"placeholders-run", parts + fill("X")},
		{"capitals", parts + fill("A-")},
		{"TODO", parts + fill("TODO ")},
		{"TODO-lines", parts + fill("TODO x\n")},
		{"YYYY", parts + fill("YYYY-")},
		{"front-matter", "---\n" + numbered("k%d: v\n") + "---\n"},
		{"front-matter-open", "---\n" + numbered("k%d: [v\n")},
		{"front-matter-tags", "---\ntags: [" + fill("a, ") + "]\n---\n" + parts},
		{"front-matter-deep", "---\ntags: " + fill("[") + "\n---\n" + parts},
		{"citations", review + numbered("- ACH-%d did 5%%\n")},
		{"citations-in-rows", review + "| # | Achievement | Link |\n|---|---|---|\n" + fill("| 1 | ACH-001 | x |\n")},
		{"roles", "# Roles\n\n| Role ID | Company |\n|---|---|\n" + numbered("| ROLE-%03d | x |\n")},

		// bytes
		{"letters", parts + fill("a")},
		{"spaces", parts + fill(" ") + "a"},
		{"tabs", parts + fill("\t")},
		{"combining", parts + fill("a\u0301")},
		{"NUL", title + fill("\x00")},
		{"no-UTF-8", title + fill("\xff")},
		{"CR", title + fill("a\r")},
	}
}

func growing(unit string, size int) string {
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(unit, i) + " ")
	}
	return b.String()
}

// word is a number written in letters.
func word(n int) string {
	s := ""
	for ; n > 0 || s == ""; n /= 26 {
		s += string(rune('a' + n%26))
	}
	return s
}

// indented is a list that grows deeper with every item.
func indented(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// wide is a table of 10,000 columns with as many rows as fit.
func wide(size int, row string) string {
	const columns = 10000
	head := "|" + strings.Repeat("a|", columns) + "\n|" + strings.Repeat("-|", columns) + "\n"
	return head + strings.Repeat(row, max(1, (size-len(head))/len(row)))
}
