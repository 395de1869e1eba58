package rules

import (
	"slices"
	"unicode/utf8"

	"achievement-ls/analysis/workspace"

	"github.com/agnivade/levenshtein"
)

// known is the workspace with the pass's own document in it, as it stands now.
func (p *Pass) known() *workspace.Snapshot { return p.common().known() }

// nextID is the next achievement ID that is free in the document's scope.
func nextID(p *Pass) string {
	return p.common().nextID()
}

// lastRole is the Role field of the latest achievement in the document's scope,
// "" where none has one.
func lastRole(p *Pass) string {
	if p.Workspace == nil {
		return ""
	}
	scope := workspace.Scope(p.Document.Path)
	role := ""
	var latest workspace.EntryFacts
	for f := range p.Workspace.All() {
		if f.Path == p.Document.Path || workspace.Scope(f.Path) != scope {
			continue
		}
		for _, e := range f.Entries {
			if e.Role != "" && (role == "" || e.Date.After(latest.Date)) {
				role, latest = e.Role, e
			}
		}
	}
	return role
}

// nearest is the candidate with the fewest edits from word, at most limit;
// "" where none is so near. Of equally near ones the first wins.
func nearest(word string, candidates []string, limit int) string {
	best, at := "", limit+1
	letters := utf8.RuneCountInString(word)
	for _, c := range candidates {
		if diff := utf8.RuneCountInString(c) - letters; diff >= at || -diff >= at {
			continue
		}
		if d := distance(word, c); d < at {
			best, at = c, d
		}
	}
	return best
}

// distance is the edit distance of two words in characters, two neighbours
// swapped counting as one edit.
func distance(a, b string) int {
	d := levenshtein.ComputeDistance(a, b)
	if d == 2 && swapped([]rune(a), []rune(b)) {
		return 1
	}
	return d
}

// swapped reports whether a and b differ by two neighbours changing places.
func swapped(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}
