package markdown

import "testing"

func TestCheckboxes(t *testing.T) {
	tests := []struct {
		item  string
		state byte // 0 where the item has no checkbox
		text  string
	}{
		{"- [x] told her", 'x', "told her"},
		{"- [X] told her", 'X', "told her"},
		{"- [ ] told her", ' ', "told her"},
		{"- [-] told her", '-', "told her"},
		{"* [x] told her", 'x', "told her"},
		{"+ [x] told her", 'x', "told her"},
		{"1. [x] told her", 'x', "told her"},
		{"-\t[x]\ttold her", 'x', "told her"},
		{"- [ ] Award — N/A", ' ', "Award — N/A"},
		{"- [x]", 'x', ""},
		{"- [x] ", 'x', ""},
		{"- [x] [a](b.md)", 'x', "[a](b.md)"},
		{"- [x]told her", 0, "[x]told her"},
		{"- [x](b.md)", 0, "[x](b.md)"},
		{"- [x ] told her", 0, "[x ] told her"},
		{"- [] told her", 0, "[] told her"},
		{"- [✓] told her", 0, "[✓] told her"},
		{"- told her [x]", 0, "told her [x]"},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n", "\r", ""} {
			src := test.item + eol
			tree := Parse(src, nil)
			if len(tree.Blocks) != 1 || len(tree.Blocks[0].Children) != 1 {
				t.Errorf("%q is no list of one item:\n%s", src, outline(tree))
				continue
			}
			item := tree.Blocks[0].Children[0]
			if item.State != test.state || item.Text.Of(src) != test.text || (test.state != 0) != (item.Box.Of(src) == "["+string(item.State)+"]") {
				t.Errorf("%q has the state %q, box %q, text %q, want %q and %q", src, item.State, item.Box.Of(src), item.Text.Of(src), test.state, test.text)
			}
		}
	}
}
