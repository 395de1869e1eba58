package format_test

import (
	"strings"
	"testing"

	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

// The cursor is $0, and what stands before it was typed last.
func TestOnType(t *testing.T) {
	table := "| Name | Role |\n|------|------|\n"
	for _, tt := range []struct{ name, src, want string }{
		{"next bullet", "* a\n$0", "* a\n* "},
		{"next box", "- [x] a\n$0", "- [x] a\n- [ ] "},
		{"next number", "1. a\n2. b\n$0", "1. a\n2. b\n3. "},
		{"nested", "- a\n  - b\n$0", "- a\n  - b\n  - "},
		{"nested, indented by the client", "- a\n  - b\n  $0", "- a\n  - b\n  - "},
		{"an item in two", "- a\n$0b", "- a\n- b"},
		{"below an item's second line", "- a\n  b\n$0", "- a\n  b\n- "},
		{"an empty bullet ends the list", "- a\n- \n$0", "- a\n"},
		{"a client that went on by itself", "- a\n- $0", "- a\n- "},
		{"no list", "a\n$0", "a\n"},
		{"below a blank line", "- a\n\n$0", "- a\n\n"},
		{"in code", "```\n- a\n$0\n```\n", "```\n- a\n\n```\n"},
		{"in a quote", "> - a\n$0", "> - a\n"},
		{"next row", table + "| Ada | Baker |\n$0", table + "| Ada | Baker |\n| "},
		{"first row", table + "$0", table + "| "},
		{"an empty row ends the table", table + "| Ada | Baker |\n| \n$0", table + "| Ada | Baker |\n"},
		{"a bar aligns its row", table + "| Ada |$0", table + "| Ada  |"},
		{"a bar widens the table", table + "| Ada Moreau |$0", "| Name       | Role |\n|------------|------|\n| Ada Moreau |"},
		{"a bar in prose", "a |$0", "a |"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, eol := range []string{"\n", "\r\n"} {
				before, after, _ := strings.Cut(strings.ReplaceAll(tt.src, "\n", eol), "$0")
				typed := "\n"
				if strings.HasSuffix(before, "|") {
					typed = "|"
				}
				src := "# A" + eol + eol + before + after
				got, err := text.Apply(src, format.OnType(parse(src), style, len("# A"+eol+eol+before), typed))
				if err != nil {
					t.Fatal(err)
				}
				if want := "# A" + eol + eol + strings.ReplaceAll(tt.want, "\n", eol); got != want {
					t.Errorf("it becomes %q, want %q", got, want)
				}
			}
		})
	}
}
