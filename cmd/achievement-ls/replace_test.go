package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// A file is replaced with its mode, by way of the cache or without one.
func TestReplace(t *testing.T) {
	for _, cache := range []string{t.TempDir(), "/nowhere"} {
		t.Run(cache, func(t *testing.T) {
			t.Setenv("XDG_CACHE_HOME", cache)
			dir := t.TempDir()
			name := filepath.Join(dir, "a.md")
			put(t, name, "old")
			must(t, os.Chmod(name, 0o640))
			must(t, replace(name, []byte("new")))
			content, err := os.ReadFile(name)
			must(t, err)
			info, err := os.Stat(name)
			must(t, err)
			if string(content) != "new" || info.Mode().Perm()&0o600 != 0o600 || os.PathSeparator == '/' && info.Mode() != 0o640 {
				t.Errorf("holds %q with the mode %v", content, info.Mode())
			}
			for _, folder := range []string{dir, filepath.Join(cache, "achievement-ls")} {
				if left := namesIn(folder); len(left) > 1 || folder != dir && len(left) > 0 {
					t.Errorf("left in %s: %v", folder, left)
				}
			}
			if err := replace(filepath.Join(dir, "none.md"), nil); err == nil {
				t.Error("a file that is not there was replaced")
			}
		})
	}
}

// What a killed program left is removed, and nothing else.
func TestSweep(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir, now := t.TempDir(), time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	for name, age := range map[string]time.Duration{
		temporaryPrefix + "stale":   staleAfter + time.Second,
		temporaryPrefix + "written": staleAfter - time.Second,
		".achievements.yaml":        24 * time.Hour,
		"ACH-001.md":                24 * time.Hour,
	} {
		path := filepath.Join(dir, name)
		put(t, path, "")
		must(t, os.Chtimes(path, now.Add(-age), now.Add(-age)))
	}
	must(t, os.Mkdir(filepath.Join(dir, temporaryPrefix+"folder"), 0o700))
	sweep([]string{dir, filepath.Join(dir, "none")}, now)
	want := []string{temporaryPrefix + "folder", temporaryPrefix + "written", ".achievements.yaml", "ACH-001.md"}
	slices.Sort(want)
	if left := namesIn(dir); !slices.Equal(left, want) {
		t.Errorf("left: %v, want %v", left, want)
	}
}

func namesIn(dir string) []string {
	var names []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
