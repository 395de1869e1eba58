package text_test

import (
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

func TestStandsAlone(t *testing.T) {
	for s, want := range map[string]bool{
		"":             true,
		"|X-1|":        true,
		"see |X-1|.":   true,
		"“|X-1|”":      true,
		"—|X-1|…":      true,
		"a|X-1|":       false,
		"é|X-1|":       false,
		"e\u0301|X-1|": false,
		"|X-1|2":       false,
		"-|X-1|":       false,
		"|X-1|-":       true,
		"_|X-1|":       true,
		"|X-1|_":       false,
	} {
		before, rest, _ := strings.Cut(s, "|")
		inside, after, _ := strings.Cut(rest, "|")
		span := text.Span{Start: len(before), End: len(before) + len(inside)}
		if got := text.StandsAlone(before+inside+after, span, "-", "_"); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
