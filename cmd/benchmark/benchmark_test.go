package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
)

// TestMain lets the test's own binary be the server that does nothing.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "do-nothing" {
		if doNothing(os.Stdin, os.Stdout) != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func TestRoundMeasuresEveryRow(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := career{3}
	dir := t.TempDir()
	if err := c.write(dir); err != nil {
		t.Fatal(err)
	}
	took, err := round([]string{self, "do-nothing"}, dir, c, 6)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(took[row]) == 0 {
			t.Errorf("no time was taken for %q", row)
		}
	}
	var table bytes.Buffer
	floor := server{name: "floor", rounds: []times{took}}
	timesTable(&table, []server{floor, {name: "same", rounds: []times{took}}})
	if got, want := strings.Count(table.String(), " 1.0 | 1.0 |"), len(rows); got != want {
		t.Errorf("%d of %d rows have the ratio 1 to themselves:\n%s", got, want, &table)
	}
}

// A folder that was written twice is the same, and its files are achievements.
func TestCareer(t *testing.T) {
	c := career{20}
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		if err := c.write(dir); err != nil {
			t.Fatal(err)
		}
	}
	for n := 1; n <= c.files; n++ {
		x, err := os.ReadFile(filepath.Join(a, c.name(n)))
		if err != nil {
			t.Fatal(err)
		}
		y, err := os.ReadFile(filepath.Join(b, c.name(n)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(x, y) {
			t.Errorf("%s differs between two folders", c.name(n))
		}
		if len(x) < 4000 || len(x) > 8000 {
			t.Errorf("%s has %d bytes, want 4 to 8 kB", c.name(n), len(x))
		}
		if d := document.Parse(c.name(n), string(x), nil); d.Kind != document.Achievement {
			t.Errorf("%s is read as %v", c.name(n), d.Kind)
		}
	}
	if got := len(c.large(1_000_000)); got < 1_000_000 || got > 1_001_000 {
		t.Errorf("a large file has %d bytes, want a million", got)
	}
}
