package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestWalk(t *testing.T) {
	fsys := fstest.MapFS{"folder.md": &fstest.MapFile{Mode: fs.ModeDir}, "pipe.md": &fstest.MapFile{Mode: fs.ModeNamedPipe}}
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

// What a repository ignores holds in a workspace below its top, but the folder
// that is named is looked through in any case.
func TestWalkBelow(t *testing.T) {
	fsys := fstest.MapFS{}
	for p, src := range map[string]string{
		".git/info/exclude": "private.md\n", ".gitignore": "*.tmp.md\n/team/local.md\ncareer/\n", "team/.gitignore": "!keep.tmp.md\n",
		"a.md": "", "team/career/b.md": "", "team/career/c.tmp.md": "", "team/career/keep.tmp.md": "", "team/career/private.md": "",
		"team/career/local.md": "", "team/career/x/.achievements.yaml": "", "team/career/x/d.md": "",
	} {
		fsys[p] = &fstest.MapFile{Data: []byte(src)}
	}
	var asked []string
	got, err := Walk(context.Background(), fsys, Options{Below: "team/career", Exclude: func(p string) bool {
		asked = append(asked, p)
		return false
	}})
	if err != nil || len(got.Unreadable) > 0 {
		t.Fatal(err, got.Unreadable)
	}
	if files, want := strings.Join(got.Files, " "), "b.md keep.tmp.md local.md"; files != want {
		t.Errorf("files are %s, want %s", files, want)
	}
	if nested := strings.Join(got.Nested, " "); nested != "x" {
		t.Errorf("nested workspaces are %s", nested)
	}
	if paths, want := strings.Join(asked, " "), "b.md keep.tmp.md local.md x"; paths != want {
		t.Errorf("asked whether %s are excluded, want %s", paths, want)
	}
}

// Without a configuration a repository within is a workspace of its own; with
// one it belongs to the workspace.
func TestWalkRepositories(t *testing.T) {
	for config, want := range map[string]string{"": "[] [inner worktree]", ".achievements.yaml": "[inner/a.md worktree/b.md] []"} {
		fsys := fstest.MapFS{
			".git/config": &fstest.MapFile{}, "inner/.git/config": &fstest.MapFile{}, "inner/a.md": &fstest.MapFile{},
			"worktree/.git": &fstest.MapFile{Data: []byte("gitdir: elsewhere")}, "worktree/b.md": &fstest.MapFile{},
		}
		if config != "" {
			fsys[config] = &fstest.MapFile{}
		}
		got, err := Walk(context.Background(), fsys, Options{})
		if err != nil || fmt.Sprint(got.Files, got.Nested) != want {
			t.Errorf("with configuration %q found %v %v, want %s", config, got.Files, got.Nested, want)
		}
	}
}

// closed is a file system of which some paths can't be read.
type closed struct {
	fstest.MapFS
	paths map[string]bool
}

func (c closed) Open(name string) (fs.File, error) {
	if c.paths[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func (c closed) ReadDir(name string) ([]fs.DirEntry, error) {
	if c.paths[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return fs.ReadDir(c.MapFS, name)
}

func (c closed) ReadFile(name string) ([]byte, error) {
	if c.paths[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return fs.ReadFile(c.MapFS, name)
}

func (c closed) Stat(name string) (fs.FileInfo, error) { return fs.Stat(c.MapFS, name) }

// What can't be read is named by its path, and costs nothing else.
func TestWalkUnreadable(t *testing.T) {
	fsys := closed{fstest.MapFS{
		"w/a.md": &fstest.MapFile{}, "w/shut/b.md": &fstest.MapFile{}, "w/.gitignore": &fstest.MapFile{}, "w/folder/.gitignore/c.md": &fstest.MapFile{},
		"w/folder/d.md": &fstest.MapFile{},
	}, map[string]bool{"w/shut": true, "w/.gitignore": true}}
	got, err := Walk(context.Background(), fsys, Options{Below: "w"})
	if err != nil {
		t.Fatal(err)
	}
	if files, want := strings.Join(got.Files, " "), "a.md folder/d.md"; files != want {
		t.Errorf("files are %s, want %s", files, want)
	}
	if message := errors.Join(got.Unreadable...); message == nil || message.Error() != "reading .gitignore: permission denied\nreading shut: permission denied" {
		t.Errorf("unreadable: %v", message)
	}
}

// The patterns of gitignore(5), as git itself takes them.
func TestIgnores(t *testing.T) {
	tests := []struct {
		lines, path string
		folder      bool
		want        bool
	}{
		{"a.md", "a.md", false, true},
		{"a.md", "x/a.md", false, true},
		{"/a.md", "x/a.md", false, false},
		{"x/a.md", "y/x/a.md", false, false},
		{"**/x/a.md", "y/x/a.md", false, true},
		{"**/x/y", "x/z/x/y", true, true},
		{"x/**/a.md", "x/a.md", false, true},
		{"x/**/a.md", "x/y/z/a.md", false, true},
		{"x/**", "x", true, false},
		{"x/**", "x/a.md", false, true},
		{"x/*", "x/y/a.md", false, false},
		{"a", "a", false, true},
		{"a/", "a", false, false},
		{"a/", "a", true, true},
		{"*.md\n!a.md", "a.md", false, false},
		{"!a.md\n*.md", "a.md", false, true},
		{"[!a].md", "a.md", false, false},
		{"[!a].md", "b.md", false, true},
		{"?.md", "ab.md", false, false},
		{"{a,b}.md", "a.md", false, false},
		{"{a,b}.md", "{a,b}.md", false, true},
		{"#a.md", "#a.md", false, false},
		{`\#a.md`, "#a.md", false, true},
		{`\!a.md`, "!a.md", false, true},
		{"a.md  ", "a.md", false, true},
		{`a\ `, "a ", false, true},
		{"a.md\r", "a.md", false, true},
		{"[", "[", false, false},
		{"!", "a.md", false, false},
		{"/", "a.md", false, false},
	}
	for _, test := range tests {
		var patterns []pattern
		for _, line := range strings.Split(test.lines, "\n") {
			if p, ok := parsePattern(line, "."); ok {
				patterns = append(patterns, p)
			}
		}
		if got := ignores(patterns, test.path, test.folder); got != test.want {
			t.Errorf("%q ignores %s (folder: %t): %t, want %t", test.lines, test.path, test.folder, got, test.want)
		}
	}
}
