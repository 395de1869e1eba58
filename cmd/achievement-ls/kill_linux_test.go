package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// messy is an achievement that both check --fix and fmt have something to change
// in, as what they make of it.
func messy(n int) (before string, after map[string]string) {
	head := fmt.Sprintf("# Achievement: Lent %d seed bags\n\n## Evidence\n\n", n+1)
	table, aligned := "|Type|Link|\n|-|-|\n|Ledger|Shelf 4|\n", "| Type   | Link    |\n|--------|---------|\n| Ledger | Shelf 4 |\n"
	box, mended := "\n## Visibility\n\n- [x ] Head gardener\n", "\n## Visibility\n\n- [x] Head gardener\n"
	ends := func(s string) string { return s }
	if n%3 == 0 {
		ends = func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	}
	return ends(head + table + box), map[string]string{"check": ends(head + table + mended), "fmt": ends(head + aligned + box)}
}

// Killed at any moment, check --fix and fmt leave each of 2,000 files old or new,
// with its mode, and nothing beside them.
func TestKilled(t *testing.T) {
	const files, rounds = 2000, 6
	for _, args := range [][]string{{"check", "--fix", "--select", "malformed-checkbox"}, {"fmt"}} {
		t.Run(args[0], func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			top := t.TempDir()
			career, cache := filepath.Join(top, "career"), filepath.Join(top, "cache")
			must(t, os.Mkdir(cache, 0o700))
			mixed := 0
			for range rounds {
				want := fillCareer(t, career, files, args[0])
				command := exec.Command("achievement-ls", append(args, career)...)
				command.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache)
				// Some are killed before they write anything, the rest after so many
				// files, and all of them a little later than that.
				killAfter(t, command, career, max(0, random.IntN(files*9/8)-files/8), time.Duration(random.IntN(2000))*time.Microsecond)
				if n := held(t, career, want); n > 0 && n < files {
					mixed++
				}
			}
			if mixed < rounds/2 {
				t.Errorf("only %d of %d were killed while they wrote", mixed, rounds)
			}
			// The next run ends the work, and what a killed one left in the cache goes.
			left, err := os.ReadDir(cache + "/achievement-ls")
			must(t, err)
			t.Logf("%d runs were killed while they wrote; left in the cache: %d", mixed, len(left))
			for _, e := range left {
				old := time.Now().Add(-2 * staleAfter)
				must(t, os.Chtimes(filepath.Join(cache, "achievement-ls", e.Name()), old, old))
			}
			want := fillCareer(t, career, files, args[0])
			command := exec.Command("achievement-ls", append(args, career)...)
			command.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache)
			if out, err := command.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if n := held(t, career, want); n != files {
				t.Errorf("%d of %d files are new after a run that nobody ended", n, files)
			}
			if left, _ := os.ReadDir(cache + "/achievement-ls"); len(left) > 0 {
				t.Errorf("left in the cache: %v", left)
			}
		})
	}
}

// careerFile is what a file may hold, and its mode.
type careerFile struct {
	old, new string
	mode     fs.FileMode
}

// fillCareer writes the files as they are before the command, and gives what each
// may hold after it, by its path.
func fillCareer(t *testing.T, career string, files int, command string) map[string]careerFile {
	t.Helper()
	want := make(map[string]careerFile, files)
	for n := range files {
		before, after := messy(n)
		path := filepath.Join(career, fmt.Sprintf("role-%d", n%5), fmt.Sprintf("ACH-%04d.md", n))
		f := careerFile{before, after[command], []fs.FileMode{0o600, 0o640, 0o644}[n%3]}
		want[path] = f
		if now, err := os.ReadFile(path); err == nil && string(now) == f.old {
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(before), f.mode))
		must(t, os.Chmod(path, f.mode))
	}
	return want
}

// held says how many files of the career are new, once each is old or new and
// nothing else is there.
func held(t *testing.T, career string, want map[string]careerFile) int {
	t.Helper()
	seen, renewed := 0, 0
	must(t, filepath.WalkDir(career, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, ok := want[path]
		if !ok {
			t.Errorf("a stray file: %s", path)
			return nil
		}
		seen++
		info, err := e.Info()
		must(t, err)
		now, err := os.ReadFile(path)
		must(t, err)
		if info.Mode() != f.mode {
			t.Errorf("%s has the mode %v, want %v", path, info.Mode(), f.mode)
		}
		switch string(now) {
		case f.new:
			renewed++
		case f.old:
		default:
			t.Errorf("%s is neither old nor new: %q", path, now)
		}
		return nil
	}))
	if seen != len(want) {
		t.Errorf("%d files are there, want %d", seen, len(want))
	}
	return renewed
}

// killAfter starts the command and kills it a moment after it has replaced so
// many files below career, or begun. It may have ended by then.
func killAfter(t *testing.T, command *exec.Cmd, career string, replaced int, moment time.Duration) {
	t.Helper()
	events, err := unix.InotifyInit1(unix.IN_CLOEXEC)
	must(t, err)
	defer unix.Close(events)
	folders, err := os.ReadDir(career)
	must(t, err)
	for _, f := range folders {
		_, err := unix.InotifyAddWatch(events, filepath.Join(career, f.Name()), unix.IN_MOVED_TO)
		must(t, err)
	}
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	must(t, command.Start())
	// A command that writes less than it should is ended all the same.
	late := time.AfterFunc(time.Minute, func() { _ = command.Process.Kill() })
	defer late.Stop()
	buffer := make([]byte, 1<<16)
	for replaced > 0 {
		n, err := unix.Read(events, buffer)
		must(t, err)
		for at := 0; at < n; replaced-- {
			length := buffer[at+12 : at+16] // inotify(7): the name's, after four 32-bit fields
			at += unix.SizeofInotifyEvent + int(length[0]) + int(length[1])<<8
		}
	}
	time.Sleep(moment) // which moment it is matters to no check
	_ = command.Process.Kill()
	err = command.Wait()
	exit, killed := command.ProcessState.Sys().(syscall.WaitStatus)
	if err != nil && !(killed && exit.Signaled()) {
		t.Fatalf("%v: %s", err, said.String())
	}
}
