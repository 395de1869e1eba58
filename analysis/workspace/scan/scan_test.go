package scan

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestWalk(t *testing.T) {
	fsys := fstest.MapFS{}
	for p, src := range map[string]string{
		"a.md": "", "b.MARKDOWN": "", "c.txt": "", "x.md/inside.md": "", ".git/d.md": "", ".hidden/e.md": "", "node_modules/f.md": "",
		"roles/g.md": "", "excluded/h.md": "", "team/.achievements.yaml": "", "team/i.md": "",
		".gitignore": "# comment\nbuild/\n*.tmp.md\n!keep.tmp.md\n", "build/j.md": "", "k.tmp.md": "", "keep.tmp.md": "",
		"roles/.gitignore": "/local.md\r\n", "roles/local.md": "", "local.md": "",
	} {
		fsys[p] = &fstest.MapFile{Data: []byte(src)}
	}
	fsys["link.md"] = &fstest.MapFile{Mode: fs.ModeSymlink}
	got, err := Walk(context.Background(), fsys, Options{Exclude: func(p string) bool { return p == "excluded" }})
	if err != nil || len(got.Unreadable) > 0 {
		t.Fatal(err, got.Unreadable)
	}
	if files, want := strings.Join(got.Files, " "), "a.md b.MARKDOWN keep.tmp.md local.md roles/g.md x.md/inside.md"; files != want {
		t.Errorf("files are %s, want %s", files, want)
	}
	if nested := strings.Join(got.Nested, " "); nested != "team" {
		t.Errorf("nested workspaces are %s", nested)
	}
}

// A link that leads back up is not followed, so a walk ends.
func TestWalkSurvivesLoops(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	got, err := Walk(context.Background(), os.DirFS(dir), Options{})
	if err != nil || len(got.Files) != 1 {
		t.Errorf("found %v, %v", got.Files, err)
	}
}

func TestWalkStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Walk(ctx, fstest.MapFS{}, Options{}); err == nil {
		t.Error("a cancelled walk has no error")
	}
}
