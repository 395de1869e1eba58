package document

import (
	"strings"
	"testing"
)

func TestManyEntries(t *testing.T) {
	const parts = "**Situation:** a\n\n**Result:** b\n\n"
	tests := []struct{ name, src, want string }{
		{"by their own word", "# Wins\n\n## Achievement: One\n\n" + parts + "## Accomplishment: Two\n\n" + parts, "One|Two"},
		{"of level 1", "# Achievement: One\n\n" + parts + "# Achievement: Two\n\n" + parts, "One|Two"},
		{"below headings of years", "# Wins\n\n## 2025\n\n### Achievement: One\n\n" + parts + "## 2026\n\n### Achievement: Two\n\n" + parts, "One|Two"},
		{"numbered", "# Wins\n\n## 1. Achievement: One\n\n" + parts + "## Achievement 2: Two\n\n" + parts, "One|Two"},
		{"stories", "# Wins\n\n## Story 1\n\n" + parts + "## Story: Two\n\n" + parts, "Story 1|Story: Two"},
		{"by two labels", "# Wins\n\n## One\n\n" + parts + "## Two\n\n" + parts, "One|Two"},
		{"by two headings", "# Wins\n\n## One\n\n### Situation\n\na\n\n### Result\n\nb\n\n## Two\n\n### Context\n\na\n\n### Impact\n\nb\n", "One|Two"},
		{"by headings below STAR", "# Wins\n\n## One\n\n### STAR Format\n\n#### Situation\n\na\n\n#### Result\n\nb\n\n## Two\n\n### STAR\n\n" + parts, "One|Two"},
		{"by list items", "# Wins\n\n## One\n\n- **S** — a\n- **T** — b\n\n## Two\n\n- **Situation:** a\n- **Result:** b\n", "One|Two"},
		{"by tables", "# Wins\n\n## One\n\n| | |\n|-|-|\n| Situation | a |\n| Result | b |\n\n## Two\n\n" + parts, "One|Two"},
		{"bold headings", "# Wins\n\n## **Achievement:** One\n\n" + parts + "## 🎯 Two\n\n" + parts, "One|🎯 Two"},
		{"others between are none", "# Wins\n\n## How I keep this\n\nText.\n\n## One\n\n" + parts + "## Two\n\n" + parts + "## Notes\n\nNone.\n", "One|Two"},
		{"one label is none", "# Wins\n\n## One\n\n" + parts + "## Two\n\n" + parts + "## Three\n\n**Result:** c\n", "One|Two"},
		{"headings inside an entry", "# Wins\n\n## Achievement: One\n\n### How it went\n\n" + parts + "## Achievement: Two\n\n### Achievement: not a third\n\n" + parts, "One|Two"},
		{"the second begun", "# Wins\n\n## One\n\n" + parts + "## Two\n\n### Situation\n\nc\n", "One"},
		{"one so far", "# Wins\n\n## Achievement: One\n\n" + parts, "One"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, eol := range []string{"\n", "\r\n", "\r"} {
				d := ParseAs(Achievement, "wins.md", strings.ReplaceAll(test.src, "\n", eol), nil)
				var titles []string
				for _, e := range d.Entries {
					titles = append(titles, e.Title)
				}
				if got := strings.Join(titles, "|"); got != test.want || !d.Multiple {
					t.Errorf("%q: entries are %s (multiple %t), want %s", test.src, got, d.Multiple, test.want)
				}
			}
		})
	}
}

// A file with one achievement is one entry, whatever its headings.
func TestOneEntry(t *testing.T) {
	const parts = "### Situation\n\na\n\n### Result\n\nb\n\n"
	tests := []struct{ name, src, title string }{
		{"title", "# Achievement: One\n\n" + parts, "One"},
		{"title without the word", "# One\n\n" + parts, "One"},
		{"no title", parts, ""},
		{"parts of level 1", "---\ntitle: One\n---\n\n# Situation\n\na\n\n# Result\n\nb\n", "One"},
		{"under STAR Format", "# One\n\n## STAR Format\n\n" + parts, "One"},
		{"under a heading of its own words", "# One\n\n## Summary\n\ns\n\n## How it went\n\n" + parts, "One"},
		{"under Story", "# One\n\n## Summary\n\ns\n\n## Story\n\n" + parts, "One"},
		{"under Story (STAR)", "# One\n\n## Summary\n\ns\n\n## Story (STAR)\n\n" + parts, "One"},
		{"under The story", "# One\n\n## The Story\n\n" + parts, "One"},
		{"title of level 2", "## Achievement: One\n\n" + parts, "One"},
		{"title of level 2 without the word", "## One\n\n" + parts, ""},
		{"bold", "# **Achievement:** One\n\n" + parts, "One"},
		{"bold altogether", "# **Achievement: One**\n\n" + parts, "One"},
		{"emoji", "# 🏆 Achievement: One 🎉\n\n" + parts, "One 🎉"},
		{"code in the title", "# Achievement: Halved `make test`\n\n" + parts, "Halved"},
		{"link", "# [Achievement: One](x.md)\n\n" + parts, "One"},
		{"full-width colon", "# Achievement：One\n\n" + parts, "One"},
		{"no words", "# Achievement:\n\n" + parts, ""},
		{"setext", "Achievement: One\n===\n\n" + parts, "One"},
		{"CRLF", "# Achievement: One\r\n\r\n**Date:** 2026-03-01\r\n", "One"},
		{"BOM", "\ufeff# Achievement: One\n", "One"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := ParseAs(Achievement, "ACH-001.md", test.src, nil)
			if len(d.Entries) != 1 || d.Multiple || d.Entries[0].Title != test.title {
				t.Errorf("%q is read as\n%swant one entry %q", test.src, render(d), test.title)
			}
			if parts := len(d.Entries[0].Parts); parts != 2 && strings.Contains(test.src, "Result") {
				t.Errorf("%q has %d parts, want two", test.src, parts)
			}
		})
	}
}

// Each entry is read by itself: what stands in one is not the other's.
func TestEntriesAreApart(t *testing.T) {
	d := ParseAs(Achievement, "wins.md", `# Wins

**Role:** ROLE-001 - Nurse @ Mercy

## Achievement: One

**Achievement ID:** ACH-001
**Date:** 2026-03-01

### Summary

First.

### Situation

a

### Result

b

### Tags

- #one

## Achievement: Two

**Achievement ID:** ACH-002

**Situation:** c

**Task:** d

**Action:** e

**Result:** f

### Collaboration

- Ann Lee (Designer)

### Link to Review

**Used in:** 2026-H1-Self-Review.md — Achievement #2
`, nil)
	if len(d.Entries) != 2 {
		t.Fatalf("read as\n%s", render(d))
	}
	var got []string
	for _, e := range d.Entries {
		one := *d
		one.Entries = []*Entry{e}
		got = append(got, render(&one))
	}
	want := []string{`achievement
entry "One"
field id="ACH-001"
field date="2026-03-01"
section summary 3
section tags 3
star situation="a"
star result="b"
tag #one
form SAR light=true
`, `achievement
entry "Two"
field id="ACH-002"
section collaboration 3
section review-link 3
star situation="c"
star task="d"
star action="e"
star result="f"
person Ann Lee|Designer|
review 2026-H1-Self-Review.md #2
form STAR light=false
`}
	for i := range want {
		// "Used in" is a field as well; it stands last among them.
		if g := strings.Replace(got[i], "field used-in=\"2026-H1-Self-Review.md — Achievement #2\"\n", "", 1); g != want[i] {
			t.Errorf("entry %d is read as\n%swant\n%s", i+1, g, want[i])
		}
	}
	if f := d.Field("role"); f == nil || f.Text != "ROLE-001 - Nurse @ Mercy" {
		t.Error("the file's own role is lost")
	}
}
