package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// Of many that make one file at once, one does, and all of it is there.
func TestCreate(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	var group sync.WaitGroup
	errs := make([]error, 20)
	for i := range errs {
		group.Go(func() { errs[i] = create(name, []byte{byte('a' + i)}) })
	}
	group.Wait()
	content, err := os.ReadFile(name)
	must(t, err)
	for i, err := range errs {
		if made := string(content) == string(rune('a'+i)); made != (err == nil) || err != nil && !errors.Is(err, fs.ErrExist) {
			t.Errorf("the file holds %q, and writer %d got %v", content, i, err)
		}
	}
	left, err := os.ReadDir(dir)
	must(t, err)
	if len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if err := create(filepath.Join(dir, "none", "a.md"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a folder that is not there: %v", err)
	}
}
