package main

import (
	"strings"
	"testing"
)

// Every hunk begins where it says, on both sides, whatever the hunks before it
// have added or taken away.
func TestUnifiedCounts(t *testing.T) {
	lines := strings.Split(strings.Repeat("a b c d e f g h i j ", 4), " ")[:40]
	text := func(change func([]string) []string) string {
		return strings.Join(change(append([]string(nil), lines...)), "\n") + "\n"
	}
	same := text(func(l []string) []string { return l })
	for name, after := range map[string]string{
		"added twice": text(func(l []string) []string {
			l[3] += "\nnew\nnew"
			l[30] += "\nnew"
			return l
		}),
		"added close together": text(func(l []string) []string {
			l[8] += "\nnew"
			l[12] += "\nnew"
			l[16] += "\nnew"
			l[35] += "\nnew"
			return l
		}),
		"taken away, then added": text(func(l []string) []string {
			l[35] += "\nnew"
			return append(l[:2], l[5:]...)
		}),
		"changed":        text(func(l []string) []string { l[10], l[39] = "x", "y"; return l }),
		"all gone":       "",
		"from the first": text(func(l []string) []string { return append([]string{"new"}, l...) }),
	} {
		diff := unified("x", same, after)
		old, now := strings.Split(same, "\n"), strings.Split(after, "\n")
		for part := range strings.SplitSeq(diff, "\n@@ ") {
			m := hunk.FindStringSubmatch("@@ " + part)
			if m == nil {
				continue // the head
			}
			i, j := number(m[1])-1, number(m[3])-1
			for _, line := range strings.Split(part, "\n")[1:] {
				if line == "" {
					continue
				}
				if line[0] != '+' {
					if old[i] != line[1:] {
						t.Fatalf("%s: line %d of the old text is %q, not %q:\n%s", name, i+1, old[i], line[1:], diff)
					}
					i++
				}
				if line[0] != '-' {
					if now[j] != line[1:] {
						t.Fatalf("%s: line %d of the new text is %q, not %q:\n%s", name, j+1, now[j], line[1:], diff)
					}
					j++
				}
			}
		}
	}
}
