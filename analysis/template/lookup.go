package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Match is what a heading or label may mean.
type Match struct {
	Key   Key
	Class Class
	// Strong tells the template's own name, with or without its parentheses;
	// an alias is weak.
	Strong bool
	// Langs are the languages in which the name labels a STAR part.
	Langs Lang
	// Letter tells a mere initial ("S").
	Letter bool
}

func (t *Template) addName(name string, m Match) {
	n := Normalize(name)
	for i, old := range t.names[n] {
		if old.Key == m.Key && old.Class == m.Class && old.Letter == m.Letter {
			t.names[n][i].Langs |= m.Langs
			t.names[n][i].Strong = old.Strong || m.Strong
			return
		}
	}
	t.names[n] = append(t.names[n], m)
}

// FieldNamed is the field that name means, in any case and decoration; nil for
// a name the template does not know.
func (t *Template) FieldNamed(name string) *Field { return named(t.fields, name) }

// Lookup gives what a heading or label may mean: what stands outside
// parentheses first, and where that is no known name, what stands inside.
// A name can have several meanings ("Reflection"); the caller knows its place.
func (t *Template) Lookup(name string) []Match {
	if m := named(t.names, name); m != nil {
		if m[0].Letter && strings.ToLower(name) == name {
			return nil // "a" counts things, "A" may be Action
		}
		return m
	}
	outside, inside := splitNote(name)
	if outside == name {
		return nil
	}
	before, within := named(t.names, outside), named(t.names, inside)
	if before == nil || before[0].Letter && within != nil {
		return within // "S (Situation)"
	}
	return before
}

// Known reports whether a heading bears a name of the template.
func (t *Template) Known(heading string) bool { return t.Lookup(heading) != nil }

// splitNote separates what stands in the first pair of parentheses or braces,
// full-width ones too, from the rest.
func splitNote(s string) (outside, inside string) {
	open := strings.IndexAny(s, "({[")
	if wide := strings.Index(s, "（"); wide >= 0 && (open < 0 || wide < open) {
		open = wide
	}
	if open < 0 {
		return s, ""
	}
	_, width := utf8.DecodeRuneInString(s[open:])
	rest := s[open+width:]
	end := strings.IndexAny(rest, ")}]）")
	if end < 0 {
		return s[:open], rest
	}
	_, width = utf8.DecodeRuneInString(rest[end:])
	return s[:open] + " " + rest[end+width:], rest[:end]
}

// Normalize brings a heading, label or field name to the form in which names
// are compared: lower case, words joined by one space, "&" as "and", without
// leading numbering or initial ("1.", "S:", "S —"), emoji, markup, decoration
// and trailing punctuation.
func Normalize(s string) string { return string(appendNormal(make([]byte, 0, len(s)), s)) }

// appendNormal adds the normal form of s, so that a name can be looked up without
// a string being made for it.
func appendNormal(b []byte, s string) []byte {
	start := len(b)
	space := false
	for _, r := range stripLead(s) {
		switch {
		case r == '&' || r == '＆':
			if len(b) > start {
				b = append(b, ' ')
			}
			b = append(b, "and"...)
			space = true
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && !isVariation(r):
			if space && len(b) > start {
				b = append(b, ' ')
			}
			space = false
			b = utf8.AppendRune(b, unicode.ToLower(r))
		case r == '\'', r == '’', r == '\u200d':
			// an apostrophe joins: "What You'd Do"
		default:
			space = true
		}
	}
	return b
}

// longestName is how long a name may be that is looked up without a string being made.
const longestName = 64

// named is what names has for name's normal form.
func named[V any](names map[string]V, name string) V {
	var b [longestName]byte
	return names[string(appendNormal(b[:0], name))]
}

// isVariation reports whether r only says how the character before it is drawn.
func isVariation(r rune) bool { return r >= '\ufe00' && r <= '\ufe0f' || r == '\u20e3' }

// leadSeparators part a heading's number or letter from its name.
const leadSeparators = ".):：-–—|/．）"

// stripLead removes numbering ("1.", "2)", "2.1.3.", "IV.", "1️⃣"), and a single
// letter that a colon, dash or point separates from a word ("S: Situation").
func stripLead(s string) string {
	t := strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	lead, numbered := leadLen(t)
	if lead == 0 {
		return s
	}
	after := strings.TrimLeft(t[lead:], keycap)
	rest := strings.TrimLeft(after, " \t\u00a0*_")
	r, width := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return s
	case strings.ContainsRune(leadSeparators, r):
		rest = rest[width:]
	case !numbered || rest == t[lead:]:
		return s
	}
	if strings.IndexFunc(rest, unicode.IsLetter) < 0 {
		return s
	}
	return rest
}

// keycap is what makes a digit an emoji.
const keycap = "\ufe0f\u20e3"

// leadLen is the length in bytes of the number, Roman numeral or single letter
// that opens s, 0 where none does; a number of four digits is a year.
func leadLen(s string) (n int, numbered bool) {
	digits := 0
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			if digits++; digits > 3 {
				return 0, false
			}
			n = i + utf8.RuneLen(r)
			continue
		case (r == '.' || r == '．') && digits > 0:
			digits = 0
			continue
		}
		break
	}
	if n > 0 {
		return n, true
	}
	for n < len(s) && n < 4 && strings.IndexByte("IVXivx", s[n]) >= 0 {
		n++
	}
	if n > 0 && n < len(s) && strings.IndexByte(".):", s[n]) >= 0 {
		return n, false
	}
	if r, width := utf8.DecodeRuneInString(s); width == 1 && unicode.IsLetter(r) {
		return 1, false
	}
	return 0, false
}

// LookupJoined gives the STAR parts that a joined name stands for, in order
// ("Situation & Task", "Task/Action", "How it began (Situation & Task)"); nil
// where some piece is no STAR part. Two names of one part count once.
func (t *Template) LookupJoined(name string) []Match {
	outside, inside := splitNote(name)
	if matches := t.joined(outside); matches != nil {
		return matches
	}
	return t.joined(inside)
}

func (t *Template) joined(name string) []Match {
	pieces := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("&/+,、・＆", r) })
	if len(pieces) == 1 {
		for _, and := range []string{" and ", " und ", " et ", " y ", " e ", " и "} {
			if pieces = strings.Split(name, and); len(pieces) > 1 {
				break
			}
		}
	}
	if len(pieces) < 2 || len(pieces) > 4 {
		return nil
	}
	var matches []Match
	for _, piece := range pieces {
		found := named(t.names, piece)
		i := slices.IndexFunc(found, func(m Match) bool { return m.Class == Star && !m.Letter }) // "P&L" is no problem
		if i < 0 {
			return nil
		}
		if !slices.ContainsFunc(matches, func(m Match) bool { return m.Key == found[i].Key }) {
			matches = append(matches, found[i])
		}
	}
	return matches
}
