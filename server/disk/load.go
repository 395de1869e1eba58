package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

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
