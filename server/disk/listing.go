package disk

import (
	"os"
	"path/filepath"
	"slices"
)

// Listing gives the names of what lies in a folder of the workspace at root, by its
// path below that, with slashes, in order; those of folders end with one. What lies
// outside, or behind a symbolic link that leads there, is not looked at; nil for a
// text without a folder.
func Listing(root string) func(folder string) []string {
	if root == "" {
		return nil
	}
	return func(folder string) []string {
		within, err := os.OpenRoot(root)
		if err != nil {
			return nil
		}
		defer within.Close()
		f, err := within.Open(filepath.FromSlash(folder))
		if err != nil {
			return nil
		}
		defer f.Close()
		entries, err := f.ReadDir(maxListed)
		if err != nil {
			return nil
		}
		var names []string
		for _, e := range entries {
			name := e.Name()
			switch info, err := within.Stat(filepath.Join(filepath.FromSlash(folder), name)); {
			case err != nil:
				continue
			case info.IsDir():
				name += "/"
			case !info.Mode().IsRegular():
				continue
			}
			names = append(names, name)
		}
		slices.Sort(names)
		return names
	}
}

// maxListed is how many names of a folder are read: a list is asked for while
// somebody types.
const maxListed = 2000
