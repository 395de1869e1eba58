package template

import (
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

// New makes t ready for look-ups. Parts and fields keep their order.
func New(t Template) *Template {
	t.names = make(map[string][]Match)
	t.fields = make(map[string]*Field)
	t.parts = make(map[Key]*Part)
	for i := range t.Parts {
		p := &t.Parts[i]
		t.parts[p.Key] = p
		plain, _ := splitNote(p.Name)
		t.addName(plain, Match{Key: p.Key, Class: p.Class, Strong: true, Langs: English})
		for _, a := range p.Aliases {
			// The plural of a STAR part is as plain a name as the singular.
			strong := p.Class == Star && Normalize(a) == Normalize(plain)+"s"
			t.addName(a, Match{Key: p.Key, Class: p.Class, Strong: strong, Langs: English})
		}
	}
	for _, pack := range starLabels {
		for key, labels := range pack.labels {
			if t.parts[key] == nil {
				continue
			}
			for _, label := range labels {
				t.addName(label, Match{Key: key, Class: Star, Strong: true, Langs: pack.lang})
			}
		}
	}
	for letter, key := range starLetters {
		if t.parts[key] != nil {
			t.addName(letter, Match{Key: key, Class: Star, Langs: English, Letter: true})
		}
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			if n := Normalize(name); t.fields[n] == nil {
				t.fields[n] = f
			}
		}
	}
	return &t
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

// Part is the part with that key, nil where the template has none.
func (t *Template) Part(key Key) *Part { return t.parts[key] }

// Field is the field with that key, nil where the template has none.
func (t *Template) Field(key Key) *Field {
	for i := range t.Fields {
		if t.Fields[i].Key == key {
			return &t.Fields[i]
		}
	}
	return nil
}

// FieldNamed is the field that name means, in any case and decoration; nil for
// a name the template does not know.
func (t *Template) FieldNamed(name string) *Field { return t.fields[Normalize(name)] }

// Lookup gives what a heading or label may mean: what stands outside
// parentheses first, and where that is no known name, what stands inside.
// A name can have several meanings ("Reflection"); the caller knows its place.
func (t *Template) Lookup(name string) []Match {
	if m := t.names[Normalize(name)]; m != nil {
		return m
	}
	outside, inside := splitNote(name)
	before, within := t.names[Normalize(outside)], t.names[Normalize(inside)]
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
	open := strings.IndexAny(s, "({[（")
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
func Normalize(s string) string {
	s = stripLead(s)
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '&' || r == '＆':
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString("and")
			space = true
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && r != '\ufe0f':
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'', r == '’', r == '\u200d':
			// an apostrophe joins: "What You'd Do"
		default:
			space = true
		}
	}
	return b.String()
}

// stripLead removes numbering ("1.", "2)", "a)", "IV."), and a single letter
// that a colon, dash or point separates from a word ("S: Situation").
func stripLead(s string) string {
	t := strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	i := 0
	for i < len(t) && t[i] >= '0' && t[i] <= '9' || i > 0 && i < len(t) && t[i] == '.' && i+1 < len(t) && t[i+1] >= '0' && t[i+1] <= '9' {
		i++
	}
	if i > 3 {
		return s // a year
	}
	if i == 0 {
		_, i = utf8.DecodeRuneInString(t)
		if i > 1 || i == 0 {
			return s
		}
	}
	rest := strings.TrimLeft(t[i:], " \t*_")
	if rest == "" {
		return s
	}
	r, width := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune(".):：-–—|/", r) && !(unicode.IsSpace(rune(t[i])) && t[0] >= '0' && t[0] <= '9') {
		return s
	}
	if strings.ContainsRune(".):：-–—|/", r) {
		rest = rest[width:]
	}
	if strings.IndexFunc(rest, unicode.IsLetter) < 0 {
		return s
	}
	return rest
}

// LookupJoined gives the STAR parts that a joined name stands for, in order
// ("Situation & Task", "Task/Action"); nil where some piece is no STAR part.
func (t *Template) LookupJoined(name string) []Match {
	outside, _ := splitNote(name)
	pieces := strings.FieldsFunc(outside, func(r rune) bool { return strings.ContainsRune("&/+,、・＆", r) })
	if len(pieces) == 1 {
		for _, and := range []string{" and ", " und ", " et ", " y ", " e "} {
			if pieces = strings.Split(outside, and); len(pieces) > 1 {
				break
			}
		}
	}
	if len(pieces) < 2 || len(pieces) > 4 {
		return nil
	}
	var matches []Match
	for _, piece := range pieces {
		i := -1
		found := t.names[Normalize(piece)]
		for j, m := range found {
			if m.Class == Star {
				i = j
			}
		}
		if i < 0 {
			return nil
		}
		matches = append(matches, found[i])
	}
	return matches
}
