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
	if dir := above(folder, config.FileName); dir != "" {
		return dir
	}
	return above(folder, ".git")
}

// above is the nearest folder from folder upwards that holds an entry of that
// name, else "". A folder is no configuration.
func above(folder, name string) string {
	for dir := folder; ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !(info.IsDir() && name == config.FileName) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
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
// default one; an error is that of reading the file, an *fs.PathError.
func ReadConfig(root string) (Configuration, error) {
	src, err := os.ReadFile(filepath.Join(root, config.FileName))
	switch {
	case err == nil:
		return ParseConfig(string(src)), nil
	case errors.Is(err, fs.ErrNotExist):
		return Configuration{Config: config.Default()}, nil
	}
	return Configuration{Config: config.Default()}, unreadable(filepath.Join(root, config.FileName), err)
}

// ReadFile reads and parses the file at rel below root. An error is an
// *fs.PathError with the file's absolute path, around a SizeError where the file
// is too large.
func ReadFile(root string, c *config.Config, rel string) (doc *document.Document, err error) {
	name := filepath.Join(root, filepath.FromSlash(rel))
	defer func() {
		// A panic is a fault of ours, and costs the one file.
		if r := recover(); r != nil {
			doc, err = nil, unreadable(name, fmt.Errorf("a fault in achievement-ls itself, which is worth a report: %v", r))
		}
	}()
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case !info.Mode().IsRegular():
		return nil, unreadable(name, errors.New("it is not a regular file"))
	case TooLarge(c, int(info.Size())):
		return nil, unreadable(name, SizeError{int(info.Size()), c.Files.MaxSize})
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return rules.Parse(c, rel, string(src)), nil
}

// unreadable is err as one about the file or folder of that name.
func unreadable(name string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return &fs.PathError{Op: "reading", Path: name, Err: err}
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
	// Unreadable is why files and folders are missing from the snapshot. Each is
	// an *fs.PathError with an absolute path.
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
	return LoadFolder(ctx, root, root, c, v)
}

// LoadFolder reads the files of a folder of the workspace at root, though git
// ignores it or it is hidden. The snapshot holds those alone.
func LoadFolder(ctx context.Context, root, folder string, c *config.Config, v Visitor) (Files, error) {
	top := repository(folder)
	found, err := scan.Walk(ctx, os.DirFS(top), scanOptions(top, root, folder, c))
	if err != nil {
		return Files{}, err
	}
	var out Files
	for _, problem := range found.Unreadable {
		name := folder
		if inner := (*fs.PathError)(nil); errors.As(problem, &inner) {
			name = filepath.Join(folder, filepath.FromSlash(inner.Path))
		}
		out.Unreadable = append(out.Unreadable, unreadable(name, problem))
	}
	for _, n := range found.Nested {
		out.Nested = append(out.Nested, filepath.Join(folder, filepath.FromSlash(n)))
	}
	facts := make([]*workspace.Facts, len(found.Files))
	var mu sync.Mutex
	done := 0
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range found.Files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			doc, err := ReadFile(root, c, Relative(root, filepath.Join(folder, filepath.FromSlash(name))))
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

// repository is the top of the repository that a folder is in, whose .gitignore
// files hold in it too, else the folder itself.
func repository(folder string) string {
	if top := above(folder, ".git"); top != "" {
		return top
	}
	return folder
}

// scanOptions are those of a walk from top through folder, in the workspace at root.
func scanOptions(top, root, folder string, c *config.Config) scan.Options {
	return scan.Options{
		Below: Relative(top, folder),
		Exclude: func(p string) bool {
			return c.Place(Relative(root, filepath.Join(folder, filepath.FromSlash(p)))) == config.ExcludedPlace
		},
	}
}

// Exists tells what is on disk by its path below root, with slashes. What lies
// outside is not looked at, and counts as there; nil for a text without a folder.
func Exists(root string) func(path string) bool {
	if root == "" {
		return nil
	}
	return func(path string) bool {
		local := filepath.FromSlash(path)
		if !filepath.IsLocal(local) {
			return true
		}
		_, err := os.Stat(filepath.Join(root, local))
		return err == nil
	}
}

// FoldersIn gives the names of the folders in a folder of the workspace at root,
// by its path below that, with slashes; none where it can't be read.
func FoldersIn(root string) func(folder string) []string {
	return func(folder string) []string {
		entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(folder)))
		if err != nil {
			return nil
		}
		var names []string
		for _, e := range entries {
			// A link to a folder is one too.
			if info, err := os.Stat(filepath.Join(root, filepath.FromSlash(folder), e.Name())); err == nil && info.IsDir() {
				names = append(names, e.Name())
			}
		}
		return names
	}
}

// Folders are a folder and those below it that can hold a workspace's files:
// hidden ones and node_modules are left out, and so is what can't be read.
func Folders(folder string) []string {
	var folders []string
	_ = filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || !e.IsDir():
		case name != folder && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules"):
			return fs.SkipDir
		default:
			folders = append(folders, name)
		}
		return nil
	})
	return folders
}
