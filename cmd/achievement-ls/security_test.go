package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each test that SECURITY.md names is where it says.
func TestSecurityDocument(t *testing.T) {
	page, err := os.ReadFile("../../SECURITY.md")
	must(t, err)
	rows := 0
	for row := range strings.Lines(string(page)) {
		if !strings.HasPrefix(row, "| ") || strings.HasPrefix(row, "| Claim") || strings.HasPrefix(row, "| ---") {
			continue
		}
		rows++
		named := regexp.MustCompile("`(Test\\w+)` in `([\\w./-]+)`").FindAllStringSubmatch(row, -1)
		if len(named) == 0 {
			t.Errorf("no test is named for %s", row)
		}
		for _, m := range named {
			src, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(m[2])))
			if err != nil || !strings.Contains(string(src), "func "+m[1]+"(") {
				t.Errorf("%s is not in %s: %v", m[1], m[2], err)
			}
		}
	}
	if rows < 10 {
		t.Errorf("only %d claims are found", rows)
	}
}
