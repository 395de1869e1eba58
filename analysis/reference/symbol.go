package reference

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Symbol is something of a workspace that has a name: an achievement, a role, a
// person, a tag or a review (a File).
type Symbol struct {
	Kind Kind
	// Text is what it is called.
	Text string
	// Container says where it belongs: an achievement's role, a person's role.
	Container string
	Path      string // the file that shows it
	// Key is how Locate finds it there.
	Key string
}

// Symbols are those whose names hold the letters of a query in their order, in
// any case: where they stand together or begin words first. At most limit.
func (l *Library) Symbols(query string, limit int) []Symbol {
	type scored struct {
		Symbol
		score int
	}
	var found []scored
	letters := []rune(strings.ToLower(strings.Join(strings.Fields(query), "")))
	add := func(s Symbol) {
		if score, ok := match(letters, s.Text); ok {
			found = append(found, scored{s, score})
		}
	}
	for _, p := range l.Snapshot.Entries() {
		add(Symbol{Achievement, strings.TrimSpace(p.Entry.ID + " " + p.Entry.Title), cmp.Or(p.Entry.Role, p.Entry.RoleID), p.Path, entryKey(p.Entry.ID, p.Entry.Title)})
	}
	for _, r := range l.Snapshot.Roles() {
		if files := l.Snapshot.Defining(r.ID); r.ID != "" && len(files) > 0 {
			path := files[0].Path
			for _, f := range files { // its own file before what only lies in its folder
				if len(f.Roles) > 0 && workspace.Scope(f.Path) != "" {
					path = f.Path
					break
				}
			}
			add(Symbol{Role, strings.TrimSpace(r.ID + " " + r.Title), r.Organisation, path, strings.ToUpper(r.ID)})
		}
	}
	for _, p := range l.Snapshot.People() {
		add(Symbol{Person, p.Name, p.Role(), p.In, p.Name})
	}
	for _, t := range l.Snapshot.Tags() {
		add(Symbol{Tag, "#" + t.Name, "", t.In, t.Name})
	}
	for _, r := range l.Snapshot.Reviews() {
		add(Symbol{File, cmp.Or(r.Title, workspace.Stem(r.Path)), workspace.Scope(r.Path), r.Path, ""})
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	out := make([]Symbol, 0, min(limit, len(found)))
	for _, s := range found[:min(limit, len(found))] {
		out = append(out, s.Symbol)
	}
	return out
}

func entryKey(id, title string) string { return strings.ToUpper(cmp.Or(id, title)) }

// Locate is the place of a symbol in its file; the file's title, or its start,
// where it is gone from there.
func (l *Library) Locate(s Symbol) Location {
	at := Location{Path: s.Path, Span: l.title(s.Path)}
	doc := l.Document(s.Path)
	switch {
	case doc == nil || s.Kind == File:
	case s.Kind == Achievement:
		for _, e := range doc.Entries {
			if entryKey(doc.IDOf(e), e.Title) == s.Key {
				at.Span = text.Span{Start: e.Span.Start, End: e.Span.Start}
				if e.Heading != nil {
					at.Span = e.Heading.Heading.Text
				}
				break
			}
		}
	default:
		first := -1
		for _, o := range l.occurrences(doc) {
			if o.name.Kind == s.Kind && o.name.Text == s.Key && (first < 0 || o.Span.Start < first) {
				at, first = o.Location, o.Span.Start
			}
		}
	}
	return at
}

// match reports whether a text holds letters, given in lower case, in their
// order, and how well: a letter that follows the one before, or begins a word,
// counts most.
func match(letters []rune, s string) (score int, ok bool) {
	i, last := 0, -2
	wordStart := true
	n := 0
	for _, r := range s {
		if i < len(letters) && unicode.ToLower(r) == letters[i] {
			switch {
			case last == n-1:
				score += 3
			case wordStart:
				score += 2
			}
			last = n
			i++
		}
		wordStart = !unicode.IsLetter(r) && !unicode.IsDigit(r)
		n++
	}
	return score*8 - n/8, i == len(letters)
}
