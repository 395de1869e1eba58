// Package disk reads workspaces from the file system: where the workspace of a
// path begins, what its configuration says, and what its files hold. The editor
// and the command line both start here, so that they see the same files.
package disk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

// RootOf is where the workspace of a folder begins: the nearest folder from
// there upwards that holds a configuration which begins one, else the nearest
// that holds .git, else "".
func RootOf(folder string) string {
	if dir := above(folder, beginsWorkspace); dir != "" {
		return dir
	}
	return above(folder, isRepository)
}

// above is the nearest folder from folder upwards of which is holds, else "".
func above(folder string, is func(dir string) bool) string {
	for dir := folder; ; dir = filepath.Dir(dir) {
		if is(dir) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

func isRepository(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, ".git"))
	return err == nil
}

// beginsWorkspace reports whether a folder holds a configuration that begins a
// workspace. A folder is no configuration; one that can't be read does begin one,
// so that somebody is told.
func beginsWorkspace(dir string) bool {
	name := filepath.Join(dir, config.FileName)
	if info, err := os.Stat(name); err != nil || info.IsDir() {
		return false
	}
	src, err := readRegular(name, maxConfiguration)
	return err != nil || config.BeginsWorkspace(string(src))
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
	Layers   config.Layers
	Source   string // of the workspace's file; "" where there is none
	Problems []config.Problem
}

// Configure makes a configuration of its layers. Its problems are those of the
// workspace's file.
func Configure(l config.Layers) Configuration {
	c := Configuration{Config: l.Merge(), Layers: l, Source: l.File.Source}
	_, c.Problems = l.File.Read()
	return c
}

// ParseConfig reads a configuration's text.
func ParseConfig(source string) Configuration {
	return Configure(config.Layers{File: config.Layer{Name: config.FileName, Source: source}})
}

// maxConfiguration is how many bytes a configuration may have.
const maxConfiguration = 1 << 20

// ReadConfig reads the configuration at a root, without that of folders. Without
// a file it is the default one; an error is that of reading the file, an
// *fs.PathError.
func ReadConfig(root string) (Configuration, error) {
	name := filepath.Join(root, config.FileName)
	src, err := readRegular(name, maxConfiguration)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	case errors.As(err, new(SizeError)):
		err = unreadable(name, fmt.Errorf("it has more than %d bytes", maxConfiguration))
	case err != nil:
		err = unreadable(name, err)
	}
	return ParseConfig(string(src)), err
}

// FolderLayer reads what the folder at a path below root, with slashes, lays over
// the workspace's configuration; ok is false where it does not.
func FolderLayer(root, folder string) (l config.Layer, ok bool) {
	src, err := readRegular(filepath.Join(root, filepath.FromSlash(folder), config.FileName), maxConfiguration)
	if err != nil || folder == "." || config.BeginsWorkspace(string(src)) {
		return config.Layer{}, false
	}
	return FolderText(folder, string(src)), true
}

// FolderText is the layer that a folder's file with that text is.
func FolderText(folder, source string) config.Layer {
	return config.Layer{Kind: config.FolderFile, Name: path.Join(folder, config.FileName), Source: source}
}

// WithFolder is the configuration with the layers of the folders on the way to
// the one at a path below root, with slashes.
func (c Configuration) WithFolder(root, folder string) Configuration {
	folders := maps.Clone(c.Layers.Folders)
	if folders == nil {
		folders = make(map[string]config.Layer)
	}
	addFolders(folders, root, folder)
	if len(folders) == len(c.Layers.Folders) {
		return c
	}
	c.Layers.Folders = folders
	c.Config = c.Layers.Merge()
	return c
}

// addFolders adds those layers that are not known yet.
func addFolders(known map[string]config.Layer, root, folder string) {
	for dir := folder; dir != "."; dir = path.Dir(dir) {
		if _, ok := known[dir]; ok {
			continue
		}
		if l, ok := FolderLayer(root, dir); ok {
			known[dir] = l
		}
	}
}

// ReadFile reads and parses the file at rel below root, by the configuration of
// its folder. An error is an
// *fs.PathError with the file's absolute path, around a SizeError where the file
// is too large.
func ReadFile(root string, c *config.Config, rel string) (doc *document.Document, err error) {
	c = c.For(rel)
	name := filepath.Join(root, filepath.FromSlash(rel))
	defer func() {
		// A panic is a fault of ours, and costs the one file.
		if r := recover(); r != nil {
			doc, err = nil, unreadable(name, fmt.Errorf("a fault in achievement-ls itself, which is worth a report: %v", r))
		}
	}()
	src, err := readRegular(name, c.Files.MaxSize)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return rules.Parse(c, rel, string(src)), nil
}

// readRegular reads a regular file, and of one that grows meanwhile no more than
// a byte beyond size; one above that is a SizeError. What is no regular file
// might have no end, or never begin.
func readRegular(name string, size int) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not a regular file")
	case info.Size() > int64(size):
		return nil, SizeError{int(info.Size()), size}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	src := bytes.NewBuffer(make([]byte, 0, int(info.Size())+bytes.MinRead))
	if _, err := src.ReadFrom(io.LimitReader(f, int64(size)+1)); err != nil {
		return nil, err
	}
	if src.Len() > size {
		return nil, SizeError{src.Len(), size}
	}
	return src.Bytes(), nil
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
	// Configuration is the one they were read by, with that of the folders.
	Configuration Configuration
	Snapshot      *workspace.Snapshot
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
func Load(ctx context.Context, root string, c Configuration, v Visitor) (Files, error) {
	return LoadFolder(ctx, root, root, c, v)
}

// LoadFolder reads the files of a folder of the workspace at root, though git
// ignores it or it is hidden. The snapshot holds those alone.
func LoadFolder(ctx context.Context, root, folder string, c Configuration, v Visitor) (Files, error) {
	top := repository(folder)
	found, err := scan.Walk(ctx, os.DirFS(top), scanOptions(top, root, folder, c.Config))
	if err != nil {
		return Files{}, err
	}
	folders := make(map[string]config.Layer)
	for dir, l := range c.Layers.Folders { // those of the folder are read again
		if !Within(folder, filepath.Join(root, filepath.FromSlash(dir))) {
			folders[dir] = l
		}
	}
	addFolders(folders, root, Relative(root, folder))
	for _, dir := range found.Layers {
		addFolders(folders, root, Relative(root, filepath.Join(folder, filepath.FromSlash(dir))))
	}
	c.Layers.Folders = folders
	c.Config = c.Layers.Merge()
	out := Files{Configuration: c}
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
	Each(len(found.Files), func(i int) {
		if ctx.Err() != nil {
			return
		}
		doc, err := ReadFile(root, c.Config, Relative(root, filepath.Join(folder, filepath.FromSlash(found.Files[i]))))
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
	})
	if err := ctx.Err(); err != nil {
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

// Each calls do with every number below n, on all cores. There is one goroutine a
// core, whose stack need grow but once.
func Each(n int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

// repository is the top of the repository that a folder is in, whose .gitignore
// files hold in it too, else the folder itself.
func repository(folder string) string {
	if top := above(folder, isRepository); top != "" {
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
// outside, or behind a symbolic link that leads there, is not looked at, and
// counts as there; nil for a text without a folder.
func Exists(root string) func(path string) bool {
	if root == "" {
		return nil
	}
	return func(path string) bool {
		local := filepath.FromSlash(path)
		if !filepath.IsLocal(local) {
			return true
		}
		folder, err := os.OpenRoot(root)
		if err != nil {
			return false
		}
		defer folder.Close()
		_, err = folder.Stat(local)
		return !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR)
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
