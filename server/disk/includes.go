package disk

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace/scan"
)

// Includes reports whether Load would read the file at rel below root.
func Includes(root string, c *config.Config, rel string) bool {
	top := repository(root)
	o := scanOptions(top, root, root, c)
	found, err := scan.Walk(context.Background(), corridor{os.DirFS(top), path.Join(o.Below, rel)}, o)
	return err == nil && slices.Contains(found.Files, rel)
}

// corridor is a file system in which folders hold only what lies on the way to
// one path, and the files that say which folders are workspaces.
type corridor struct {
	fs.FS
	path string
}

func (c corridor) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(c.FS, name)
	return slices.DeleteFunc(all, func(e fs.DirEntry) bool {
		p := path.Join(name, e.Name())
		return p != c.path && !strings.HasPrefix(c.path, p+"/") && e.Name() != config.FileName && e.Name() != ".git"
	}), err
}
