package rules_test

import (
	"os"
	"testing"

	"achievement-ls/analysis/rules"

	"github.com/google/go-cmp/cmp"
)

// docs/rules.md says what the rules say of themselves.
func TestPages(t *testing.T) {
	const file = "../../docs/rules.md"
	written, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rules.Pages(), string(written)); diff != "" {
		t.Errorf("docs/rules.md has drifted from the rules; run go generate ./analysis/rules (-rules +file):\n%s", diff)
	}
}
