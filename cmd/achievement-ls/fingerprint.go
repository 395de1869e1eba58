package main

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
)

// quotedWords are a message's quotations: what of it is the writer's or the
// template's, and stays when the message is worded anew.
var quotedWords = regexp.MustCompile(`"[^"]*"`)

// fingerprints name each finding, within its file, by what it is about, so that
// it is known again when lines have moved: its rule, its own words and those of
// its line, and what the message quotes. Findings that agree in all of this are
// told apart by their order.
func fingerprints(found []finding) []string {
	type place struct {
		*file
		print string
	}
	times := make(map[place]int)
	out := make([]string, len(found))
	for i, f := range found {
		doc := f.file.doc
		line := doc.Lines.LineAt(f.Span.Start).Of(doc.Source)
		parts := []string{f.Rule.Name, squeezed(f.Span.Of(doc.Source)), squeezed(line)}
		parts = append(parts, quotedWords.FindAllString(f.Message, -1)...)
		at := place{f.file, strings.Join(parts, "\x00")}
		sum := sha256.Sum256([]byte(at.print + "\x00" + strconv.Itoa(times[at])))
		times[at]++
		out[i] = hex.EncodeToString(sum[:16])
	}
	return out
}

// squeezed is s with each run of blanks as one.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
