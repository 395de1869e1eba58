package text

import (
	"slices"
	"strings"
	"testing"
)

func TestApply(t *testing.T) {
	tests := []struct {
		name, src string
		edits     []Edit
		want      string
	}{
		{"none", "abc", nil, "abc"},
		{"insert", "abc", []Edit{Insert(1, "x")}, "axbc"},
		{"insert at the end", "abc", []Edit{Insert(3, "x")}, "abcx"},
		{"delete", "abc", []Edit{Delete(Span{0, 2})}, "c"},
		{"replace", "a𐐀c", []Edit{Replace(Span{1, 5}, "b")}, "abc"},
		{"several, in any order", "abc", []Edit{Replace(Span{2, 3}, "z"), Insert(0, "x")}, "xabz"},
		{"two at one place keep their order", "abc", []Edit{Insert(1, "x"), Insert(1, "y")}, "axybc"},
		{"an insertion right behind a deletion", "abc", []Edit{Delete(Span{0, 1}), Insert(1, "x")}, "xbc"},
		{"into empty text", "", []Edit{Insert(0, "x")}, "x"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := slices.Clone(test.edits)
			got, err := Apply(test.src, test.edits)
			if err != nil || got != test.want {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
			for i := range before {
				if before[i].Span != test.edits[i].Span {
					t.Error("the caller's edits were put into another order")
				}
			}
		})
	}
}

func TestApplyRefuses(t *testing.T) {
	for name, edits := range map[string][]Edit{
		"an overlap":              {Delete(Span{0, 2}), Delete(Span{1, 3})},
		"an end before its start": {Delete(Span{2, 1})},
		"a place past the end":    {Insert(4, "x")},
		"a place before the text": {Insert(-1, "x")},
	} {
		if got, err := Apply("abc", edits); err == nil {
			t.Errorf("%s is applied and gives %q", name, got)
		}
	}
}

func TestNewEdit(t *testing.T) {
	tests := []struct{ pattern, plain, snippet string }{
		{"text", "text", "text"},
		{"${a} and ${b c}", "a and b c", "${1:a} and ${2:b c}"},
		{"${}", "", "${1}"},
		{`\$5`, "$5", `\$5`},
		{"$5", "$5", `\$5`},
		{"a } b", "a } b", `a \} b`},
		{`C:\x`, `C:\x`, `C:\\x`},
		{"${open", "${open", `\${open`},
		{"- ${[X]}% 🎉", "- [X]% 🎉", "- ${1:[X]}% 🎉"},
	}
	for _, test := range tests {
		e := NewEdit(Span{}, test.pattern)
		if e.New != test.plain || e.Snippet() != test.snippet {
			t.Errorf("%q gives %q and the snippet %q, want %q and %q", test.pattern, e.New, e.Snippet(), test.plain, test.snippet)
		}
	}
}

// FuzzSnippet: what a client makes of a snippet is the plain text.
func FuzzSnippet(f *testing.F) {
	f.Add("a ${b} \\$ } \\ ${}")
	f.Add("${a$b}")
	f.Fuzz(func(t *testing.T, pattern string) {
		e := NewEdit(Span{}, pattern)
		if got := expand(e.Snippet()); got != e.New {
			t.Fatalf("pattern %q: the snippet %q expands to %q, want %q", pattern, e.Snippet(), got, e.New)
		}
	})
}

// expand reads a snippet as the protocol's grammar has it, for what Snippet
// writes: numbered placeholders without nesting, and escapes.
func expand(snippet string) string {
	var b strings.Builder
	inside := false
	for i := 0; i < len(snippet); i++ {
		switch {
		case snippet[i] == '\\' && i+1 < len(snippet):
			i++
			b.WriteByte(snippet[i])
		case strings.HasPrefix(snippet[i:], "${"):
			inside = true
			i += len("${")
			for snippet[i] >= '0' && snippet[i] <= '9' {
				i++
			}
			if snippet[i] == '}' {
				inside = false
			}
		case snippet[i] == '}' && inside:
			inside = false
		default:
			b.WriteByte(snippet[i])
		}
	}
	return b.String()
}

// FuzzIncremental: edits made one after the other give the same text as all at
// once, when each later one is moved by what the earlier ones changed.
func FuzzIncremental(f *testing.F) {
	f.Add("one\r\ntwo 𐐀", 1, 2, "x", 5, 7, "")
	f.Add("", 0, 0, "a", 0, 0, "b")
	f.Fuzz(func(t *testing.T, src string, s1, e1 int, new1 string, s2, e2 int, new2 string) {
		edits := []Edit{Replace(Span{s1, e1}, new1), Replace(Span{s2, e2}, new2)}
		want, err := Apply(src, edits)
		if err != nil {
			return
		}
		SortEdits(edits)
		got, err := Apply(src, edits[:1])
		if err != nil {
			t.Fatal(err)
		}
		moved := edits[1]
		moved.Span = moved.Span.Shift(len(edits[0].New) - edits[0].Span.Len())
		if got, err = Apply(got, []Edit{moved}); err != nil || got != want {
			t.Fatalf("one after the other gives %q, %v, all at once %q", got, err, want)
		}
	})
}
