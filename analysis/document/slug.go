package document

import (
	"strconv"
	"strings"
	"unicode"
)

// Slug is the anchor of a heading that is the first of its name in the file.
func Slug(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// HasFragment reports whether one of a file's headings is what a fragment
// names: by its anchor or, in a wiki link, by its text, the last of "A#B".
func HasFragment(names []string, fragment string) bool { return FragmentIndex(names, fragment) >= 0 }

// FragmentIndex is which of a file's headings a fragment names; -1 where none.
func FragmentIndex(names []string, fragment string) int {
	last := fragment[strings.LastIndexByte(fragment, '#')+1:]
	for i, slug := range Slugs(names) {
		if strings.EqualFold(slug, fragment) || strings.EqualFold(strings.TrimSpace(last), names[i]) {
			return i
		}
	}
	return -1
}

// Slugs are the anchors of a file's headings, given in order: lower case,
// without punctuation, hyphens for blanks, a number for each repetition.
func Slugs(names []string) []string {
	out := make([]string, len(names))
	seen := make(map[string]int, len(names))
	for i, name := range names {
		slug := Slug(name)
		n := seen[slug]
		seen[slug]++
		out[i] = slug
		if n > 0 {
			out[i] = slug + "-" + strconv.Itoa(n)
			seen[out[i]]++
		}
	}
	return out
}
