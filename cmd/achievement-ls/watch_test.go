package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fsnotify/fsnotify"

	"achievement-ls/analysis/calendar"
)

// watching is check --watch at work on a folder.
type watching struct {
	*testing.T
	lines  *bufio.Scanner
	done   chan struct{}
	status chan int
}

func watchFolder(t *testing.T, args ...string) *watching {
	t.Helper()
	r, w := io.Pipe()
	x := &watching{T: t, lines: bufio.NewScanner(r), done: make(chan struct{}), status: make(chan int, 1)}
	go func() {
		x.status <- run(append([]string{"check", "--watch"}, args...), environment{
			stdin: strings.NewReader(""), stdout: w, stderr: w, done: x.done,
			today: func() calendar.Date { return calendar.Date{Year: 2026, Month: 6, Day: 1} },
		})
		w.Close()
	}()
	return x
}

// sees reads lines until one that holds s.
func (x *watching) sees(s string) {
	x.Helper()
	for x.lines.Scan() {
		if strings.Contains(x.lines.Text(), s) {
			return
		}
	}
	x.Fatalf("%q is never printed", s)
}

// ends ends the watching and expects its status.
func (x *watching) ends(want int) {
	x.Helper()
	close(x.done)
	for x.lines.Scan() {
	}
	if got := <-x.status; got != want {
		x.Errorf("exit status %d, want %d", got, want)
	}
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.md"), "# Notes\n")
	x := watchFolder(t, dir, "--select", "malformed-checkbox,invalid-configuration")
	x.sees("1 file checked, nothing found")

	const bad = "# Achievement: Lent 40 seed bags\n\n## Visibility\n\n- [x ] Head gardener\n"
	put(t, filepath.Join(dir, "a.md"), bad)
	x.sees("a.md:5:3: warning")
	x.sees("1 file checked, 1 finding")

	// A folder that is new, and what is then written into it.
	must(t, os.MkdirAll(filepath.Join(dir, "deep", "er"), 0o755))
	x.sees("1 file checked, 1 finding")
	put(t, filepath.Join(dir, "deep", "er", "b.md"), bad)
	x.sees("2 files checked, 2 findings")

	// The configuration, and then one that is none.
	put(t, filepath.Join(dir, ".achievements.yaml"), "rules: {malformed-checkbox: off}\n")
	x.sees("2 files checked, nothing found")
	put(t, filepath.Join(dir, ".achievements.yaml"), "- a\n")
	x.sees(".achievements.yaml, line 1: ")
	must(t, os.Remove(filepath.Join(dir, ".achievements.yaml")))
	x.sees("2 files checked, 2 findings")

	// Files that go, and one that is renamed to.
	must(t, os.RemoveAll(filepath.Join(dir, "deep")))
	x.sees("1 file checked, 1 finding")
	put(t, filepath.Join(dir, "a.tmp"), "# Notes\n")
	must(t, os.Rename(filepath.Join(dir, "a.tmp"), filepath.Join(dir, "a.md")))
	x.sees("1 file checked, nothing found")
	x.ends(exitClean)
}

// The status is that of the last run.
func TestWatchStatus(t *testing.T) {
	dir := t.TempDir()
	x := watchFolder(t, dir, "--format", "json", "--select", "malformed-checkbox")
	x.sees(`{"version":1,"files":0,"findings":[]}`)
	put(t, filepath.Join(dir, "a.md"), "# Achievement: Lent 40 seed bags\n\n## Visibility\n\n- [x ] Head gardener\n")
	x.sees(`"rule":"malformed-checkbox"`)
	x.ends(exitFindings)
}

// What check does not read wakes nobody.
func TestMatters(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.txt"), "")
	must(t, os.Mkdir(filepath.Join(dir, "sub"), 0o755))
	tests := []struct {
		name string
		op   fsnotify.Op
		want bool
	}{
		{"a.md", fsnotify.Write, true},
		{"a.md", fsnotify.Chmod, false},
		{".achievements.yaml", fsnotify.Remove, true},
		{".gitignore", fsnotify.Create, true},
		{"sub", fsnotify.Create, true},
		{"a.txt", fsnotify.Write, false},
		{".hidden", fsnotify.Create, false},
	}
	for _, test := range tests {
		if got := matters(fsnotify.Event{Name: filepath.Join(dir, test.name), Op: test.op}); got != test.want {
			t.Errorf("%v of %s matters: %t, want %t", test.op, test.name, got, test.want)
		}
	}
}

// Every folder below is watched, and where the workspace begins.
func TestWatched(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	for _, sub := range []string{"career/a/b", "career/.git", "career/.hidden", "career/node_modules/x", "other"} {
		must(t, os.MkdirAll(filepath.Join(dir, sub), 0o755))
	}
	put(t, filepath.Join(dir, "career", "a", "c.md"), "")
	for _, test := range []struct{ path, want string }{
		{"career", "career career/a career/a/b"},
		{"career/a", "career career/a career/a/b"},
		{"career/a/c.md", "career career/a"},
		{"nowhere", ""},
	} {
		want := make(map[string]bool)
		for _, folder := range strings.Fields(test.want) {
			want[filepath.Join(dir, folder)] = true
		}
		got := watched([]string{filepath.Join(dir, test.path)})
		if len(got) != len(want) {
			t.Errorf("of %s %v is watched, want %v", test.path, got, want)
		}
		for folder := range want {
			if !got[folder] {
				t.Errorf("of %s %s is not watched", test.path, folder)
			}
		}
	}
}
