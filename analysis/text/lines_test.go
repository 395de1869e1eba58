package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The example of the LSP specification: "a𐐀b" is three characters, four
// UTF-16 units and six bytes.
func TestPositions(t *testing.T) {
	tests := []struct {
		name, src           string
		offset              int
		line                int
		utf8, utf16, points int
	}{
		{"start", "a𐐀b", 0, 0, 0, 0, 0},
		{"before an astral character", "a𐐀b", 1, 0, 1, 1, 1},
		{"after an astral character", "a𐐀b", 5, 0, 5, 3, 2},
		{"end of text", "a𐐀b", 6, 0, 6, 4, 3},
		{"umlaut", "für", 3, 0, 3, 2, 2},
		{"combining mark", "e\u0301x", 3, 0, 3, 2, 2},
		{"emoji with a joiner", "👩\u200d💻x", 11, 0, 11, 5, 3},
		{"no-break space", "1\u00a0000", 3, 0, 3, 2, 2},
		{"minus sign", "\u221235", 3, 0, 3, 1, 1},
		{"byte order mark", "\ufeff# a", 3, 0, 3, 1, 1},
		{"second line, LF", "a\nb", 2, 1, 0, 0, 0},
		{"second line, CRLF", "a\r\nb", 3, 1, 0, 0, 0},
		{"second line, CR", "a\rb", 2, 1, 0, 0, 0},
		{"empty line between two CRs", "a\r\rb", 2, 1, 0, 0, 0},
		{"LF then CR are two ends", "a\n\rb", 3, 2, 0, 0, 0},
		{"after the last line ending", "a\n", 2, 1, 0, 0, 0},
		{"tab", "\tb", 1, 0, 1, 1, 1},
		{"invalid byte", "\xffb", 1, 0, 1, 1, 1},
		{"NUL", "\x00b", 1, 0, 1, 1, 1},
		{"empty text", "", 0, 0, 0, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines := NewLines(test.src)
			for enc, column := range map[Encoding]int{UTF8: test.utf8, UTF16: test.utf16, UTF32: test.points} {
				want := Position{test.line, column}
				if got := lines.OffsetPosition(test.offset, enc); got != want {
					t.Errorf("offset %d of %q is %v in encoding %d, want %v", test.offset, test.src, got, enc, want)
				}
				if got := lines.PositionOffset(want, enc); got != test.offset {
					t.Errorf("%v of %q in encoding %d is offset %d, want %d", want, test.src, enc, got, test.offset)
				}
			}
		})
	}
}

func TestPositionsOutOfPlace(t *testing.T) {
	tests := []struct {
		name, src string
		position  Position
		enc       Encoding
		want      int
	}{
		{"column past the line's end", "ab\ncd", Position{0, 9}, UTF16, 2},
		{"column past the line's end, CRLF", "ab\r\ncd", Position{0, 9}, UTF16, 2},
		{"column past a line with an umlaut", "ä\ncd", Position{0, 9}, UTF16, 2},
		{"line past the last", "ab\ncd", Position{7, 0}, UTF16, 5},
		{"inside a surrogate pair", "a𐐀b", Position{0, 2}, UTF16, 1},
		{"inside a character's bytes", "a𐐀b", Position{0, 3}, UTF8, 1},
		{"negative line", "ab", Position{-1, 3}, UTF16, 0},
		{"negative column", "ab", Position{0, -1}, UTF16, 0},
		{"negative column, not ASCII", "äb", Position{0, -1}, UTF16, 0},
		{"empty text", "", Position{3, 3}, UTF16, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := NewLines(test.src).PositionOffset(test.position, test.enc); got != test.want {
				t.Errorf("%v of %q is offset %d, want %d", test.position, test.src, got, test.want)
			}
		})
	}
}

func TestOffsetsOutOfPlace(t *testing.T) {
	tests := []struct {
		name, src string
		offset    int
		want      Position
	}{
		{"before the text", "ab", -3, Position{0, 0}},
		{"past the text", "ab\ncd", 99, Position{1, 2}},
		{"inside a character", "a𐐀b", 3, Position{0, 1}},
		{"within CRLF", "ab\r\ncd", 3, Position{0, 2}},
		{"on the line ending", "ab\ncd", 2, Position{0, 2}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := NewLines(test.src).OffsetPosition(test.offset, UTF16); got != test.want {
				t.Errorf("offset %d of %q is %v, want %v", test.offset, test.src, got, test.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	lines := NewLines("one\r\ntwo\rthree\n\nfive")
	var got []string
	for n := range lines.Count() {
		got = append(got, lines.Line(n).Of("one\r\ntwo\rthree\n\nfive"))
	}
	if want := "one|two|three||five"; strings.Join(got, "|") != want {
		t.Errorf("lines are %q, want %q", got, want)
	}
	if got := lines.Line(99); got != (Span{20, 20}) {
		t.Errorf("a line past the last is %v, want the empty span at the end", got)
	}
	if got := lines.Line(-1); got != (Span{}) {
		t.Errorf("line -1 is %v, want the empty span at the start", got)
	}
	for offset, line := range map[int]int{0: 0, 3: 0, 4: 0, 5: 1, 8: 1, 9: 2, 15: 3, 16: 4, 20: 4, 99: 4} {
		if got := lines.LineOf(offset); got != line {
			t.Errorf("offset %d is on line %d, want %d", offset, got, line)
		}
	}
}

// FuzzPositions: an offset that starts a character and stands before no line
// ending's second half comes back from every encoding; any other comes back to
// a place not behind it, and stays there.
func FuzzPositions(f *testing.F) {
	f.Add("a𐐀b\r\nc", 5)
	f.Add("e\u0301\r\r\n", 3)
	f.Add("\xff\xf0\x90", 2)
	f.Fuzz(func(t *testing.T, src string, offset int) {
		lines := NewLines(src)
		inside := min(max(offset, 0), len(src))
		for _, enc := range []Encoding{UTF8, UTF16, UTF32} {
			p := lines.OffsetPosition(offset, enc)
			back := lines.PositionOffset(p, enc)
			if back > inside {
				t.Fatalf("offset %d of %q went to %d by %v", offset, src, back, p)
			}
			whole := inside == len(src) || utf8.RuneStart(src[inside])
			if whole && utf8.ValidString(src) && inside <= lines.LineAt(inside).End && back != inside {
				t.Fatalf("offset %d of %q came back as %d by %v in encoding %d", offset, src, back, p, enc)
			}
			if again := lines.OffsetPosition(back, enc); enc != UTF8 && again != p {
				t.Fatalf("position %v of %q came back as %v", p, src, again)
			}
		}
	})
}
