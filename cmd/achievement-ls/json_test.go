package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// The example in docs/check-json.md has the fields that check prints, and no other.
func TestDocumentedJSON(t *testing.T) {
	doc, err := os.ReadFile("../../docs/check-json.md")
	must(t, err)
	_, rest, _ := strings.Cut(string(doc), "```json\n")
	example, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("docs/check-json.md has no example")
	}
	var report jsonReport
	decoder := json.NewDecoder(strings.NewReader(example))
	decoder.DisallowUnknownFields()
	must(t, decoder.Decode(&report))
	var want, got bytes.Buffer
	must(t, json.Compact(&want, []byte(example)))
	encoder := json.NewEncoder(&got)
	must(t, encoder.Encode(report))
	if strings.TrimSpace(got.String()) != want.String() {
		t.Errorf("printed is\n%s\ndocumented\n%s", got.String(), want.String())
	}
}
