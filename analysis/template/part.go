package template

import (
	"slices"
	"strings"
	"unicode"

	"achievement-ls/analysis/text"
)

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

// Head are the fields that stand below an achievement's title, in their order: not
// those of sections, of other kinds of files, or of front matter alone.
func (t *Template) Head() []Key {
	var keys []Key
	for i := range t.Fields {
		switch key := t.Fields[i].Key; key {
		case TitleField, TypeField, PeriodField, ReviewField, RoleID:
		default:
			keys = append(keys, key)
		}
	}
	return keys
}

// SectionLevel is the level of the headings that stand right below the
// achievement's own.
func (t *Template) SectionLevel() int {
	level := 0
	for i := range t.Parts {
		if p := &t.Parts[i]; p.Parent == "" && (level == 0 || p.Level < level) {
			level = p.Level
		}
	}
	if level == 0 {
		return 2
	}
	return level
}

// Is reports whether a table's header names a column as one that holds c. That
// of links may be named among other words ("Link/Location").
func (t *Template) Is(c Column, header string) bool {
	n := Normalize(header)
	if c == Link {
		return slices.ContainsFunc(t.Columns[Link], func(word string) bool { return strings.Contains(n, Normalize(word)) })
	}
	return t.columns[n][c]
}

// readColumns reads the names of columns: those given, and those that the table
// of collaborators has in the places where the columns usually stand.
func (t *Template) readColumns() {
	t.columns = make(map[string]map[Column]bool)
	add := func(name string, c Column) {
		n := Normalize(name)
		if t.columns[n] == nil {
			t.columns[n] = make(map[Column]bool)
		}
		t.columns[n][c] = true
	}
	for c, names := range t.Columns {
		for _, name := range names {
			add(name, c)
		}
	}
	p := t.parts[Collaboration]
	if p == nil {
		return
	}
	first, _, _ := strings.Cut(p.Body, "\n")
	cells := strings.Split(strings.Trim(first, "| "), "|")
	usual := []Column{Person, PersonRole, Contribution}
	if !strings.HasPrefix(first, "|") || len(cells) != len(usual) {
		return
	}
	for i, c := range usual {
		if t.columns[Normalize(cells[i])] == nil && !slices.ContainsFunc(cells, func(cell string) bool { return t.Is(c, cell) }) {
			add(cells[i], c)
		}
	}
}

// Prompts are the lines of a part's body in which the writer is to fill
// something in, each as Unlisted gives it; none where the template has no such part.
func (t *Template) Prompts(key Key) []string { return t.prompts[key] }

func (t *Template) readPrompts() {
	t.prompts = make(map[Key][]string)
	for key, p := range t.parts {
		for line := range strings.SplitSeq(p.Body, "\n") {
			if e := text.NewEdit(text.Span{}, line); len(e.Stops) > 0 {
				t.prompts[key] = append(t.prompts[key], Unlisted(e.New))
			}
		}
	}
}

// Unlisted is a line without bullet, number, checkbox and the blanks around it.
func Unlisted(line string) string {
	line = strings.TrimLeft(strings.TrimSpace(line), "-*+0123456789.) ")
	return strings.TrimSpace(strings.TrimPrefix(line, "[ ] "))
}

// IsStop reports whether s is what the template puts where the writer is to fill
// something in, "[What it shows]".
func (t *Template) IsStop(s string) bool { return t.stops[s] }

func (t *Template) readStops() {
	t.stops = make(map[string]bool)
	add := func(pattern string) {
		e := text.NewEdit(text.Span{}, pattern)
		for _, stop := range e.Stops {
			t.stops[stop.Of(e.New)] = true
		}
	}
	for i := range t.Parts {
		add(t.Parts[i].Body)
	}
	for i := range t.Fields {
		add(t.Fields[i].Body)
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
