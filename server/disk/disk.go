// Package disk reads workspaces from the file system: where the workspace of a
// path begins, what its configuration says, and what its files hold. The editor
// and the command line both start here, so that they see the same files.
package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"achievement-ls/analysis/config"
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
