package document

import (
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

func TestSuppressions(t *testing.T) {
	tests := []struct {
		name, src string
		verb      string // "" where nothing is suppressed
		rules     string
		covers    string
	}{
		{"next line", "<!-- achievement-ls disable-next-line weak-verb -->\na\nb\n", "disable-next-line", "weak-verb", "a"},
		{"next line, all rules", "<!-- achievement-ls disable-next-line -->\na\n", "disable-next-line", "", "a"},
		{"next line, several rules", "<!-- achievement-ls disable-next-line a-b c-d, e-f -->\na\n", "disable-next-line", "a-b c-d e-f", "a"},
		{"next line, CRLF", "<!-- achievement-ls disable-next-line x -->\r\na\r\nb\r\n", "disable-next-line", "x", "a"},
		{"next line, CR", "<!-- achievement-ls disable-next-line x -->\ra\rb\r", "disable-next-line", "x", "a"},
		{"next line, at the end", "<!-- achievement-ls disable-next-line x -->", "disable-next-line", "x", ""},
		{"over two lines", "<!-- achievement-ls\ndisable-next-line x -->\na\nb\n", "disable-next-line", "x", "a"},
		{"this line", "a <!-- achievement-ls disable-line x -->\nb\n", "disable-line", "x", "a <!-- achievement-ls disable-line x -->"},
		{"this item", "- a <!-- achievement-ls disable-line x -->\n- b\n", "disable-line", "x", "- a <!-- achievement-ls disable-line x -->"},
		{"file", "a\n\n<!-- achievement-ls disable-file x -->\n", "disable-file", "x", "a\n\n<!-- achievement-ls disable-file x -->\n"},
		{"range", "<!-- achievement-ls disable x -->\na\n<!-- achievement-ls enable x -->\nb\n", "disable", "x", "\na\n"},
		{"range, enabled by no name", "<!-- achievement-ls disable x -->\na\n<!-- achievement-ls enable -->\nb\n", "disable", "x", "\na\n"},
		{"range, another enabled", "<!-- achievement-ls disable x -->\na\n<!-- achievement-ls enable y -->\nb\n", "disable", "x", "\na\n<!-- achievement-ls enable y -->\nb\n"},
		{"range of all, one enabled", "<!-- achievement-ls disable -->\na\n<!-- achievement-ls enable y -->\n", "disable", "", "\na\n<!-- achievement-ls enable y -->\n"},
		{"range without end", "a\n<!-- achievement-ls disable x -->\nb\n", "disable", "x", "\nb\n"},
		{"a colon", "<!-- achievement-ls: disable-line x -->\n", "disable-line", "x", "<!-- achievement-ls: disable-line x -->"},
		{"no blanks", "<!--achievement-ls disable-line x-->\n", "disable-line", "x", "<!--achievement-ls disable-line x-->"},
		{"a word nobody knows", "<!-- achievement-ls ignore x -->\n", "ignore", "x", ""},
		{"another comment", "<!-- achievement-lsp disable-line x -->\n", "", "", ""},
		{"not closed", "<!-- achievement-ls disable-line x\n", "", "", ""},
		{"in code", "```\n<!-- achievement-ls disable-file x -->\n```\n", "", "", ""},
		{"in inline code", "`<!-- achievement-ls disable-file x -->`\n", "", "", ""},
		{"no verb", "<!-- achievement-ls -->\n", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Parse("", test.src, nil)
			if test.verb == "" {
				if len(d.Suppressions) > 0 {
					t.Errorf("%q suppresses %v", test.src, d.Suppressions)
				}
				return
			}
			if len(d.Suppressions) != 1 {
				t.Fatalf("%q has %d suppressions, want one", test.src, len(d.Suppressions))
			}
			s := d.Suppressions[0]
			var rules []string
			for _, r := range s.Rules {
				rules = append(rules, d.Text(r.Span))
			}
			if s.Verb.Text != test.verb || strings.Join(rules, " ") != test.rules || d.Text(s.Covers) != test.covers {
				t.Errorf("%q: %s %q covers %q, want %s %q, %q", test.src, s.Verb.Text, rules, d.Text(s.Covers), test.verb, test.rules, test.covers)
			}
			if !(text.Span{Start: 0, End: len(test.src)}).Covers(s.Comment) || !strings.HasPrefix(d.Text(s.Comment), "<!--") {
				t.Errorf("%q: the comment stands at %v", test.src, s.Comment)
			}
		})
	}
}

// Ranges may nest and cross.
func TestSuppressionRanges(t *testing.T) {
	src := "<!-- achievement-ls disable x -->\n<!-- achievement-ls disable y -->\na\n<!-- achievement-ls enable x -->\nb\n<!-- achievement-ls enable y -->\nc\n"
	got := ""
	for _, s := range Parse("", src, nil).Suppressions {
		got += " " + s.Rules[0].Text + ":"
		for _, line := range []string{"a", "b", "c"} {
			if s.Covers.Contains(strings.Index(src, "\n"+line+"\n") + 1) {
				got += line
			}
		}
	}
	if got != " x:a y:ab" {
		t.Errorf("ranges cover%s", got)
	}
}
