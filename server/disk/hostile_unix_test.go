//go:build unix

package disk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"achievement-ls/analysis/config"
)

// Files without an end, or that nobody writes, hold nothing up: whoever made the
// folder may not be the one who opens it.
func TestEndlessFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"ACH-001-A.md": "# Achievement: A\n", "large/.achievements.yaml": strings.Repeat("# much\n", 1<<20), "big/.gitignore": strings.Repeat("x\n", 1<<20)})
	pipe := func(name string) {
		t.Helper()
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755), syscall.Mkfifo(filepath.Join(dir, name), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	link := func(name, to string) {
		t.Helper()
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755), os.Symlink(to, filepath.Join(dir, name))); err != nil {
			t.Fatal(err)
		}
	}
	pipe("ACH-002-Pipe.md")
	pipe("pipe/.achievements.yaml")
	pipe("ignored/.gitignore")
	link("ACH-003-Zero.md", "/dev/zero")
	link("zero/.achievements.yaml", "/dev/zero")
	link("endless/.gitignore", "/dev/zero")
	link("loop/loop", "../loop")
	files, err := Load(context.Background(), dir, Configuration{Config: config.Default()}, Visitor{})
	if err != nil {
		t.Fatal(err)
	}
	if files.Snapshot.Len() != 1 || files.Snapshot.File("ACH-001-A.md") == nil {
		t.Errorf("%d files are read", files.Snapshot.Len())
	}
	for _, folder := range []string{"pipe", "zero", "large"} {
		if c, err := ReadConfig(filepath.Join(dir, folder)); err == nil || c.Source != "" {
			t.Errorf("the configuration in %s is read: %v", folder, err)
		}
	}
	for _, name := range []string{"ACH-002-Pipe.md", "ACH-003-Zero.md"} {
		if Includes(dir, config.Default(), name) {
			t.Errorf("%s counts as a file", name)
		}
		if _, err := ReadFile(dir, config.Default(), name); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// Of a file that grows while it is read no more is read than counts.
func TestGrowingFile(t *testing.T) {
	dir := t.TempDir()
	c, _ := config.Parse("files:\n  maxSize: 100000\n")
	name := filepath.Join(dir, "ACH-001-A.md")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			default:
				if _, err := f.WriteString(strings.Repeat("and more\n", 100)); err != nil {
					return
				}
			}
		}
	}()
	for range 10000 {
		doc, err := ReadFile(dir, c, "ACH-001-A.md")
		if err == nil && len(doc.Source) > 100000 {
			t.Errorf("%d bytes are read", len(doc.Source))
		}
		var large SizeError
		if errors.As(err, &large) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	<-done
}

// Whether something is there is told of what lies inside alone: a document's
// links are no means to look around.
func TestExistsLooksInsideAlone(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "career")
	write(t, dir, map[string]string{"a.md": "", "sub/b.txt": ""})
	write(t, top, map[string]string{"outside/c.txt": ""})
	for name, to := range map[string]string{"in": "sub", "out": "../outside", "absolute": filepath.Join(top, "outside")} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	exists := Exists(dir)
	for path, want := range map[string]bool{
		"a.md": true, "b.md": false, "sub": true, "sub/b.txt": true, "sub/c.txt": false, "in/b.txt": true, "in/c.txt": false, "a.md/b": false,
		// Each of these counts as there, whether it is or not.
		"out/c.txt": true, "out/none": true, "absolute/c.txt": true, "absolute/none": true, "../outside/c.txt": true, "../outside/none": true,
		"/etc/passwd": true, "/etc/none": true, "sub/../../none": true,
	} {
		if got := exists(path); got != want {
			t.Errorf("%s counts as there: %t", path, got)
		}
	}
}

// No link is followed to a file: of a folder of others' making only its own files
// are read.
func TestLinksAreNotRead(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "career")
	write(t, dir, map[string]string{"ACH-001-A.md": "# Achievement: A\n"})
	write(t, top, map[string]string{"outside/ACH-002-Secret.md": "# Achievement: Secret\n"})
	for name, to := range map[string]string{"ACH-003-Link.md": "../outside/ACH-002-Secret.md", "folder": "../outside", "self": "."} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Load(context.Background(), dir, config.Default(), Visitor{})
	if err != nil {
		t.Fatal(err)
	}
	if files.Snapshot.Len() != 1 {
		t.Errorf("%d files are read", files.Snapshot.Len())
	}
	for _, name := range []string{"ACH-003-Link.md", "folder/ACH-002-Secret.md", "../outside/ACH-002-Secret.md", "self/ACH-001-A.md"} {
		if Includes(dir, config.Default(), name) {
			t.Errorf("%s counts as a file of the workspace", name)
		}
	}
}
