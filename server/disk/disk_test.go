package disk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, src := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRootOf(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"repo/.git/HEAD": "", "repo/career/.achievements.yaml": "", "repo/career/roles/a.md": "", "repo/docs/b.md": "", "repo/folder/.achievements.yaml/c.md": ""})
	for folder, want := range map[string]string{
		"repo/career/roles": "repo/career",
		"repo/docs":         "repo",
		"repo":              "repo",
		"repo/folder":       "repo",
	} {
		if got := RootOf(filepath.Join(dir, folder)); got != filepath.Join(dir, want) {
			t.Errorf("the root of %s is %s, want %s", folder, got, want)
		}
	}
}

// What is read one by one is what is read all at once.
func TestIncludes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "career")
	files := map[string]string{
		"ACH-001-A.md": "# Achievement: A\n", "deep/er/ACH-002-B.md": "# Achievement: B\n",
		".gitignore": "drafts/\n*.tmp.md\n!keep.tmp.md\n", "drafts/c.md": "", "d.tmp.md": "", "keep.tmp.md": "",
		"node_modules/e.md": "", ".hidden/f.md": "", "old/g.md": "", "notes.txt": "",
		"nested/.achievements.yaml": "", "nested/h.md": "",
	}
	write(t, dir, files)
	// The workspace lies in a repository, which ignores something too.
	write(t, dir, map[string]string{"../.git/HEAD": "", "../.gitignore": "/career/private.md\n", "private.md": ""})
	files["private.md"] = ""
	c := ParseConfig("files:\n  exclude: [\"old/**\"]\n")
	loaded, err := Load(context.Background(), dir, c, Visitor{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for f := range loaded.Snapshot.All() {
		all = append(all, f.Path)
	}
	if want := []string{"ACH-001-A.md", "deep/er/ACH-002-B.md", "keep.tmp.md"}; !slices.Equal(all, want) {
		t.Errorf("Load read %q, want %q", all, want)
	}
	for rel := range files {
		if got, want := Includes(dir, c.Config, rel), slices.Contains(all, rel); got != want {
			t.Errorf("Includes(%s) is %v, Load read it: %v", rel, got, want)
		}
	}
	if Includes(dir, c.Config, "gone.md") {
		t.Error("a file that is not there is included")
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.md": "# Achievement: A\n", "big.md": "# Achievement: Big, far too big\n"})
	c := ParseConfig("files:\n  maxSize: 20\n")
	var done, total int
	got, err := Load(context.Background(), dir, c, Visitor{Progress: func(d, t int) { done, total = d, t }})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Unreadable) != 1 || got.Snapshot.File("a.md") == nil || got.Snapshot.File("big.md") != nil {
		t.Errorf("of a small and a large file, %d were left out", len(got.Unreadable))
	}
	if done != 2 || total != 2 {
		t.Errorf("progress ended at %d of %d", done, total)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Load(ctx, dir, c, Visitor{}); err == nil {
		t.Error("cancelled reading gives no error")
	}
	for name, want := range map[string]string{".": "not a regular file", "big.md": "has 32 bytes", "gone.md": "no such file"} {
		var about *fs.PathError
		if _, err := ReadFile(dir, c.Config, name); !errors.As(err, &about) || about.Path != filepath.Join(dir, name) || !strings.Contains(err.Error(), want) {
			t.Errorf("reading %s: %v, want %q about it", name, err, want)
		}
	}
}

// A folder is listed as far as it is the workspace's.
func TestListing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"in/a/b.md": "", "in/a/c/d.png": "", "out/e.md": ""})
	in := filepath.Join(dir, "in")
	if err := os.Symlink(filepath.Join(dir, "out"), filepath.Join(in, "a", "away")); err != nil {
		t.Skip(err)
	}
	for folder, want := range map[string][]string{
		"a": {"b.md", "c/"}, "a/c": {"d.png"}, ".": {"a/"}, "../out": nil, "a/away": nil, "none": nil, "a/b.md": nil,
	} {
		if got := Listing(in)(folder); !slices.Equal(got, want) {
			t.Errorf("in %s lies %q, want %q", folder, got, want)
		}
	}
	if Listing("") != nil {
		t.Error("a text without a folder has files")
	}
}
