package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"

	"achievement-ls/analysis/config"
)

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
