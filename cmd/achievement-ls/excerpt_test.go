package main

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"achievement-ls/analysis/text"
)

// FuzzExcerpt holds for every line and every span: what is shown fits a terminal
// of 80, the carets stand below it, and below the span where that is whole.
func FuzzExcerpt(f *testing.F) {
	f.Add("a [x ] b", 2, 6)
	f.Add("\t\t[x ]\tb", 2, 6)
	f.Add("🌱👩‍🌾🇩🇪 種 e\u0301 {{A}}", 30, 35)
	f.Add(strings.Repeat("種を貸す ", 40)+"{{A}}"+strings.Repeat(" and more", 40), 520, 525)
	f.Add(strings.Repeat("é", 90), 80, 170)
	f.Add("\x1b[31m\xff\x00", 0, 7)
	f.Add("", 0, 0)
	f.Fuzz(func(t *testing.T, source string, start, end int) {
		if strings.ContainsAny(source, "\r\n") || start < 0 || start > end || end > len(source) {
			return
		}
		x := excerptOf(source, text.Span{End: len(source)}, text.Span{Start: start, End: end})
		if w := displaywidth.String(x.line); w > maxExcerpt {
			t.Errorf("%q is %d columns wide", x.line, w)
		}
		if x.lead < 0 || x.width < 1 || x.lead+x.width > maxExcerpt {
			t.Errorf("%d carets behind %d blanks", x.width, x.lead)
		}
		if strings.ContainsAny(x.line, "\t\x1b\x00\ufeff") {
			t.Errorf("%q moves the cursor", x.line)
		}
	})
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("one ", 40)
	tests := []struct{ name, before, span, after, line, carets string }{
		{"plain", "a ", "bc", " d", "a bc d", "  ^^"},
		{"tabs", "\ta\t", "b\tc", "\td", "    a    b    c    d", "         ^^^^^^"},
		{"wide", "種🌱 ", "種", "", "種🌱 種", "     ^^"},
		{"combining", "e\u0301e\u0301 ", "e\u0301", "", "e\u0301e\u0301 e\u0301", "   ^"},
		{"joined", "👩‍🌾🇩🇪", "x", "", "👩‍🌾🇩🇪x", "    ^"},
		{"byte order mark", "\ufeff", "# A", "", "# A", "^^^"},
		{"the end of a full line", long[:72], "", "", "…" + long[2:72], strings.Repeat(" ", 71) + "^"},
		{"nothing", "abc", "", "", "abc", "   ^"},
		{"long before", long, "X", "", "…" + long[len(long)-70:] + "X", strings.Repeat(" ", 71) + "^"},
		{"long after", "", "X", " " + long, "X " + long[:69] + "…", "^"},
		{"long around", long, "X", " " + long, "…" + long[len(long)-46:] + "X " + long[:22] + "…", strings.Repeat(" ", 47) + "^"},
		{"very long", strings.Repeat(long, 200), "X", strings.Repeat(long, 200), "…" + long[len(long)-46:] + "X" + long[:23] + "…", strings.Repeat(" ", 47) + "^"},
		{"long itself", "a ", long, "b", "a " + long[:69] + "…", "  " + strings.Repeat("^", 69)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			source := test.before + test.span + test.after
			span := text.Span{Start: len(test.before), End: len(test.before) + len(test.span)}
			x := excerptOf(source, text.Span{End: len(source)}, span)
			if x.line != test.line {
				t.Errorf("shows\n%q, want\n%q", x.line, test.line)
			}
			if carets := strings.Repeat(" ", x.lead) + strings.Repeat("^", x.width); carets != test.carets {
				t.Errorf("carets\n%q, want\n%q", carets, test.carets)
			}
		})
	}
}
