// Package disk reads workspaces from the file system: where the workspace of a
// path begins, what its configuration says, and what its files hold. The editor
// and the command line both start here, so that they see the same files.
package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

// RootOf is where the workspace of a folder begins: the nearest folder from
// there upwards that holds a configuration, else the nearest that holds .git,
// else "".
func RootOf(folder string) string {
	for _, marker := range []string{config.FileName, ".git"} {
		for dir := folder; ; dir = filepath.Dir(dir) {
			if _, err := os.Lstat(filepath.Join(dir, marker)); err == nil {
				return dir
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return ""
}

// Within reports whether path is folder or lies below it.
func Within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// Relative is path below root, with slashes, as documents and facts name it.
func Relative(root, path string) string {
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return filepath.Base(path)
	}
	return filepath.ToSlash(rel)
}

// Configuration is a workspace's configuration as read.
type Configuration struct {
	*config.Config
	Source   string // "" where there is no file
	Problems []config.Problem
}

// ParseConfig reads a configuration's text.
func ParseConfig(source string) Configuration {
	c := Configuration{Source: source}
	c.Config, c.Problems = config.Parse(source)
	return c
}

// ReadConfig reads the configuration at a root. Without a file it is the
// default one; an error is that of reading the file.
func ReadConfig(root string) (Configuration, error) {
	src, err := os.ReadFile(filepath.Join(root, config.FileName))
	switch {
	case err == nil:
		return ParseConfig(string(src)), nil
	case errors.Is(err, fs.ErrNotExist):
		return Configuration{Config: config.Default()}, nil
	}
	return Configuration{Config: config.Default()}, fmt.Errorf("reading the configuration: %w", err)
}

// ReadFile reads and parses the file at rel below root.
func ReadFile(root string, c *config.Config, rel string) (*document.Document, error) {
	name := filepath.Join(root, filepath.FromSlash(rel))
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case TooLarge(c, int(info.Size())):
		return nil, fmt.Errorf("%s: %w", name, SizeError{int(info.Size()), c.Files.MaxSize})
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return rules.Parse(c, rel, string(src)), nil
}

// TooLarge reports whether a file of so many bytes is not analysed.
func TooLarge(c *config.Config, size int) bool { return size > c.Files.MaxSize }

// SizeError says that a file is larger than the configuration allows.
type SizeError struct{ Size, Max int }

func (e SizeError) Error() string {
	return fmt.Sprintf("has %d bytes, more than files.maxSize allows (%d), and is left out", e.Size, e.Max)
}

// Files is what was read of a workspace.
type Files struct {
	Snapshot *workspace.Snapshot
	// Nested are the roots of workspaces within this one, absolute.
	Nested []string
	// Unreadable is why files and folders are missing from the snapshot.
	Unreadable []error
}

// Visitor sees what Load does as it does it; each of its functions may be nil
// and is called from one goroutine at a time.
type Visitor struct {
	Document func(*document.Document)
	Progress func(done, total int)
}

// Load reads all files of the workspace at root. An error is ctx's alone.
func Load(ctx context.Context, root string, c *config.Config, v Visitor) (Files, error) {
	found, err := scan.Walk(ctx, os.DirFS(root), scanOptions(c))
	if err != nil {
		return Files{}, err
	}
	out := Files{Unreadable: found.Unreadable}
	for _, n := range found.Nested {
		out.Nested = append(out.Nested, filepath.Join(root, filepath.FromSlash(n)))
	}
	facts := make([]*workspace.Facts, len(found.Files))
	var mu sync.Mutex
	done := 0
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, rel := range found.Files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			doc, err := ReadFile(root, c, rel)
			if err == nil {
				f := workspace.FactsOf(doc)
				facts[i] = &f
			}
			mu.Lock()
			defer mu.Unlock()
			done++
			switch {
			case err != nil:
				out.Unreadable = append(out.Unreadable, err)
			case v.Document != nil:
				v.Document(doc)
			}
			if v.Progress != nil {
				v.Progress(done, len(found.Files))
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return Files{}, fmt.Errorf("reading %s: %w", root, err)
	}
	out.Snapshot = workspace.Of(func(yield func(workspace.Facts) bool) {
		for _, f := range facts {
			if f != nil && !yield(*f) {
				return
			}
		}
	})
	return out, nil
}

func scanOptions(c *config.Config) scan.Options {
	return scan.Options{Exclude: func(p string) bool { return c.Place(p) == config.ExcludedPlace }}
}
