package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"achievement-ls/analysis/pattern"
)

// quotedWords are a message's quotations: what of it is the writer's or the
// template's, and stays when the message is worded anew.
var quotedWords = pattern.New(`"[^"]*"`)

// fingerprint names a finding, within its file, by what it is about, so that it
// is known again when lines have moved: its rule, its own words and those of its
// line, and what the message quotes. Findings that agree in all of this share one.
func (f finding) fingerprint() string {
	doc := f.file.doc
	line := doc.Lines.LineAt(f.Span.Start).Of(doc.Source)
	parts := []string{f.Rule.Name, squeezed(f.Span.Of(doc.Source)), squeezed(line)}
	parts = append(parts, quotedWords.FindAllString(f.Message, -1)...)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// squeezed is s with each run of blanks as one.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
