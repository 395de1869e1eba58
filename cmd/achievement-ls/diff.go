package main

import (
	"fmt"
	"strconv"
	"strings"

	"achievement-ls/analysis/pattern"

	"github.com/aymanbagabas/go-udiff"
)

// unified is the difference in the form that git apply and patch read.
func unified(shown, before, after string) string {
	return counted(udiff.Unified(quoted("a/"+shown), quoted("b/"+shown), before, after))
}

// quoted is a path as git writes it into a diff: between quotes where it holds
// what would end it, and with a tab behind it where it holds a blank.
func quoted(path string) string {
	switch {
	case strings.ContainsFunc(path, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7f }):
		return strconv.Quote(path)
	case strings.Contains(path, " "):
		return path + "\t"
	}
	return path
}

var hunk = pattern.New(`^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@`)

// counted says of each hunk where it begins in the new text: the library counts
// wrong behind a hunk of several changes (udiff v0.4.1).
func counted(diff string) string {
	var b strings.Builder
	shift := 0
	for line := range strings.Lines(diff) {
		m := hunk.FindStringSubmatch(line)
		if m == nil {
			b.WriteString(line)
			continue
		}
		start, was, is := number(m[1]), 1, 1
		if m[2] != "" {
			was = number(m[2])
		}
		if m[4] != "" {
			is = number(m[4])
		}
		begins := start + shift
		// An empty side is said to begin at the line before it.
		if was == 0 {
			begins++
		}
		if is == 0 {
			begins--
		}
		shift += is - was
		b.WriteString(strings.Replace(line, " +"+m[3], fmt.Sprintf(" +%d", begins), 1))
	}
	return b.String()
}

// number is what digits alone say.
func number(digits string) int {
	n, _ := strconv.Atoi(digits) // of a pattern of digits
	return n
}
