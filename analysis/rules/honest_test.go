package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"achievement-ls/analysis/rules"
)

// allOn is a configuration in which every rule on figures is on.
const allOn = "rules:\n  effort-only: warning\n"

// Whole achievements of many professions and languages, true in every figure
// and in good order: nothing in them is to be found fault with.
func TestHonest(t *testing.T) {
	files, err := filepath.Glob("../testdata/honest/*.md")
	if err != nil || len(files) < 29 {
		t.Fatalf("found %d files, %v", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			in := input(t, filepath.Base(file), map[string]string{filepath.Base(file): string(src), configFile: allOn})
			if found := rules.Check(in); len(found) > 0 {
				t.Error(renderFindings(in.Document, found))
			}
		})
	}
}
