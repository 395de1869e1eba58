package template

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// New makes t ready for look-ups. Parts and fields keep their order; what t was
// made of is not changed.
func New(t Template) *Template {
	t.Parts, t.Fields = slices.Clone(t.Parts), slices.Clone(t.Fields)
	t.names = make(map[string][]Match)
	t.fields = make(map[string]*Field)
	t.parts = make(map[Key]*Part)
	for i := range t.Parts {
		p := &t.Parts[i]
		t.parts[p.Key] = p
	}
	t.writeBodies()
	t.frameworks()
	for i := range t.Parts {
		t.addPart(&t.Parts[i])
	}
	if p := t.parts[STAR]; p != nil && p.Class == Container {
		for _, f := range t.Frameworks {
			for _, name := range f.headings() {
				t.addName(name, Match{Key: p.Key, Class: p.Class, Strong: true, Langs: English})
			}
		}
	}
	t.addLabels()
	for i := range t.Fields {
		f := &t.Fields[i]
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			if n := Normalize(name); t.fields[n] == nil {
				t.fields[n] = f
			}
		}
	}
	t.readColumns()
	t.readStops()
	t.readPrompts()
	t.opening = titleWords(&t, `(?i)^(?:%)(\s*(?:#|no\.?)?\s*(?:ACH-)?\d+)?\s*[:：]`)
	t.number = titleWords(&t, `(?i)(?:%)\s*(#\s*(\d{1,6}))\b`)
	return &t
}

// writeBodies makes the bodies that are not given.
func (t *Template) writeBodies() {
	for i := range t.Parts {
		if p := &t.Parts[i]; p.Body == "" && p.Class != Container && p.Class != Section {
			p.Body = "${[" + plain(p.Name) + "]}"
		}
	}
	for i := range t.Parts {
		p := &t.Parts[i]
		if p.Body != "" || p.Class != Section {
			continue
		}
		var subs []string
		for _, sub := range t.Parts {
			if sub.Class == Subsection && sub.Parent == p.Key {
				subs = append(subs, strings.Repeat("#", sub.Level)+" "+strings.ReplaceAll(sub.Name, "$", `\$`)+"\n\n"+sub.Body)
			}
		}
		p.Body = strings.Join(subs, "\n\n")
		if subs == nil {
			p.Body = "${[" + plain(p.Name) + "]}"
		}
	}
}

// plain is a name without its note, and without what a pattern would not take.
func plain(name string) string {
	outside, _ := splitNote(name)
	return strings.NewReplacer("$", "", "{", "", "}", "", "[", "", "]", "").Replace(strings.TrimSpace(outside))
}

// frameworks puts the template's own arrangement of STAR parts first: those that
// it does not leave to the writer, under the name of the known framework that
// has the same ones.
func (t *Template) frameworks() {
	var own Framework
	for i := range t.Parts {
		if p := &t.Parts[i]; p.Class == Star && p.Requirement != Optional {
			own.Keys = append(own.Keys, p.Key)
		}
	}
	if len(own.Keys) == 0 {
		return
	}
	own.Name = "STAR"
	if named, ok := t.FrameworkIn(t.containerName()); ok {
		own.Name = named.Name
	} else if i := slices.IndexFunc(t.Frameworks, func(f Framework) bool { return slices.Equal(f.Keys, own.Keys) }); i >= 0 {
		own.Name = t.Frameworks[i].Name
	}
	t.Frameworks = append([]Framework{own}, slices.DeleteFunc(slices.Clone(t.Frameworks), func(f Framework) bool { return f.Name == own.Name })...)
}

func (t *Template) containerName() string {
	if p := t.parts[STAR]; p != nil && p.Class == Container {
		return p.Name
	}
	return ""
}

// FrameworkIn is the framework that a heading names.
func (t *Template) FrameworkIn(heading string) (Framework, bool) {
	words := strings.Fields(Normalize(heading))
	for _, f := range t.Frameworks {
		if slices.ContainsFunc(words, func(word string) bool { return strings.EqualFold(word, f.Name) }) {
			return f, true
		}
	}
	return Framework{}, false
}

func (t *Template) addPart(p *Part) {
	outside, _ := splitNote(p.Name)
	names := []string{outside}
	if Normalize(outside) == "" { // all of it in parentheses
		names = []string{p.Name}
	}
	for _, name := range names {
		t.addName(name, Match{Key: p.Key, Class: p.Class, Strong: true, Langs: English})
	}
	for _, a := range p.Aliases {
		// The plural of a STAR part is as plain a name as the singular.
		strong := p.Class == Star && Normalize(a) == Normalize(outside)+"s"
		t.addName(a, Match{Key: p.Key, Class: p.Class, Strong: strong, Langs: English})
	}
}

// addLabels adds the labels that STAR parts have in other languages, and their
// initials.
func (t *Template) addLabels() {
	star := func(key Key) bool { return t.parts[key] != nil && t.parts[key].Class == Star }
	for _, pack := range starLabels {
		for key, labels := range pack.labels {
			if !star(key) {
				continue
			}
			for _, label := range labels {
				if !t.taken(label, key) {
					t.addName(label, Match{Key: key, Class: Star, Strong: true, Langs: pack.lang})
				}
			}
		}
	}
	for letter, key := range starLetters {
		if star(key) {
			t.addName(letter, Match{Key: key, Class: Star, Langs: English, Letter: true})
		}
	}
}

// taken reports whether a template gives a name to another STAR part than key.
func (t *Template) taken(name string, key Key) bool {
	return slices.ContainsFunc(t.names[Normalize(name)], func(m Match) bool {
		return m.Class == Star && m.Key != key && m.Langs&English != 0
	})
}

// titleWords is a pattern in which % stands for the words of a title; nil for a
// template that has none.
func titleWords(t *Template, pattern string) *regexp.Regexp {
	var words []string
	for _, w := range append([]string{t.Title}, t.Titles...) {
		if w = strings.TrimSpace(w); w == "" {
			continue
		}
		words = append(words, regexp.QuoteMeta(w))
	}
	if words == nil {
		return nil
	}
	return regexp.MustCompile(strings.Replace(pattern, "%", strings.Join(words, "|"), 1))
}

// Heading is what the level-1 heading starts with, "Achievement:"; "" for
// nothing but the title.
func (t *Template) Heading() string {
	if t.Title == "" {
		return ""
	}
	return t.Title + ":"
}

// Opening is where in a heading, decoration and numbering before it taken away,
// the title follows behind the template's word and colon; numbered tells one
// with a number between them, "Achievement 3:". ok is false for another heading.
func (t *Template) Opening(heading string) (end int, numbered, ok bool) {
	if t.opening == nil {
		return 0, false, false
	}
	m := t.opening.FindStringSubmatchIndex(heading)
	if m == nil {
		return 0, false, false
	}
	return m[1], m[2] >= 0, true
}

// Number finds the first "Achievement #3" in s, by the template's words for one:
// the byte offsets of the whole, of "#3" and of "3"; nil where none stands there.
func (t *Template) Number(s string) []int {
	if t.number == nil {
		return nil
	}
	for at := 0; ; {
		m := t.number.FindStringSubmatchIndex(s[at:])
		if m == nil {
			return nil
		}
		for i := range m {
			m[i] += at
		}
		if before, _ := utf8.DecodeLastRuneInString(s[:m[0]]); !isWord(before) {
			return m
		}
		at = m[1]
	}
}

// Numbered is how an achievement is cited by its number: "Achievement #3", or
// "#3" where the template has no word for one. number may be a pattern's stop.
func (t *Template) Numbered(number string) string { return strings.TrimSpace(t.Title + " #" + number) }

// Equal reports whether two templates are made of the same things.
func (t *Template) Equal(o *Template) bool {
	return t == o || t.Title == o.Title && t.Breaks == o.Breaks && slices.Equal(t.Titles, o.Titles) &&
		reflect.DeepEqual(t.Parts, o.Parts) && reflect.DeepEqual(t.Fields, o.Fields) && reflect.DeepEqual(t.Columns, o.Columns)
}
