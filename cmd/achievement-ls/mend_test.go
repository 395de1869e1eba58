package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file is written only while it still is what was read.
func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, path string)
		want    string // in the error; "" where the file is written
	}{
		{"unchanged", func(*testing.T, string) {}, ""},
		{"changed meanwhile", func(t *testing.T, path string) { put(t, path, "newer") }, "it changed meanwhile; run the command again"},
		{"gone meanwhile", func(t *testing.T, path string) { must(t, os.Remove(path)) }, "no such file or directory"},
		{"a link meanwhile", func(t *testing.T, path string) {
			must(t, os.Rename(path, path+".moved"))
			must(t, os.Symlink(path+".moved", path))
		}, "it has become a symbolic link; run the command again"},
		{"read-only", func(t *testing.T, path string) { must(t, os.Chmod(path, 0o400)) }, "it is read-only"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir, err := filepath.EvalSymlinks(t.TempDir())
			must(t, err)
			path := filepath.Join(dir, "a.md")
			put(t, path, "read")
			test.prepare(t, path)
			before, _ := os.ReadFile(path)
			err = write(path, "read", "mended")
			after, _ := os.ReadFile(path)
			if test.want == "" {
				if err != nil || string(after) != "mended" {
					t.Errorf("holds %q, %v", after, err)
				}
			} else if err == nil || !strings.Contains(err.Error(), test.want) || string(after) != string(before) {
				t.Errorf("holds %q instead of %q, %v", after, before, err)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "a.md?*")); len(left) > 0 && test.name != "a link meanwhile" {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func put(t *testing.T, path, s string) {
	t.Helper()
	must(t, os.WriteFile(path, []byte(s), 0o600))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
