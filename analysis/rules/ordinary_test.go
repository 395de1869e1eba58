package rules_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
)

// fewestFiles is how many markdown files the Go installation and the modules
// this project needs bring at the least; fewer would show that the test looks
// in the wrong place.
const fewestFiles = 100

// Markdown that is no achievement is none of our business. Every such file of
// the modules and of Go itself is read without harm, and has no finding.
func TestOrdinaryFiles(t *testing.T) {
	modules, err := exec.Command("go", "list", "-m", "-f", "{{if not .Main}}{{.Dir}}{{end}}", "all").Output()
	if err != nil {
		t.Fatalf("ask for the modules: %v", err)
	}
	installation, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatalf("ask for the installation: %v", err)
	}
	files, size := 0, 0
	for _, root := range strings.Fields(string(modules) + string(installation)) {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.EqualFold(filepath.Ext(path), ".md") {
				return nil
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return nil
			}
			files++
			size += len(src)
			name, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			ordinary(t, filepath.ToSlash(name), string(src))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("read %d files, %d kB", files, size>>10)
	if files < fewestFiles {
		t.Errorf("found %d markdown files, want at least %d", files, fewestFiles)
	}
}

// ordinary fails where a file is taken for an achievement or has a finding.
func ordinary(t *testing.T, name, src string) {
	t.Helper()
	in := rules.Input{Document: document.Parse(name, src, nil)}
	if in.Document.Kind == document.Achievement {
		t.Errorf("%s is taken for an achievement", name)
	}
	if found := rules.Check(in); len(found) > 0 {
		t.Errorf("%s has findings:\n%s", name, renderFindings(in.Document, found))
	}
}
