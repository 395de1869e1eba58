package config

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// Kind is what a layer is, which says what keys it may have.
type Kind uint8

// The kinds of layers, the lowest first.
const (
	WorkspaceFile Kind = iota
	FolderFile         // of a folder within the workspace, with "root: false"
	EditorSettings
	Flags
)

// Layer is one of the places that settings come from. It has a text, or values.
type Layer struct {
	Kind Kind
	// Name is what the layer is called: the path of a file below the workspace, or
	// what an origin says, such as "editor".
	Name   string
	Source string // YAML
	// Settings are values as Settings gives them, where there is no text.
	Settings map[string]any
}

// Layers are all that a workspace's configuration is made of. What lies higher
// holds: a mapping and the rules key by key, any other value whole.
type Layers struct {
	Under   []Layer // beneath the file
	File    Layer
	Folders map[string]Layer // by the folder's path below the workspace, with slashes
	Over    []Layer          // an editor's settings, then flags
}

// Merge lays the layers over the defaults. What is wrong in one does not hold.
func (l Layers) Merge() *Config {
	c := l.merge("")
	for folder := range l.Folders {
		c.folders = append(c.folders, folderConfig{folder, l.merge(folder)})
	}
	slices.SortFunc(c.folders, func(a, b folderConfig) int {
		return cmp.Or(len(b.path)-len(a.path), strings.Compare(a.path, b.path))
	})
	return c
}

// merge is the configuration that holds in a folder; "" is the workspace's top.
func (l Layers) merge(folder string) *Config {
	c := Default()
	for _, layer := range l.Under {
		layer.lay(c, "")
	}
	l.File.lay(c, "")
	for _, f := range slices.SortedFunc(maps.Keys(l.Folders), func(a, b string) int { return len(a) - len(b) }) {
		if below(f, folder) {
			l.Folders[f].lay(c, f)
		}
	}
	for _, layer := range l.Over {
		layer.lay(c, "")
	}
	return c
}

// below reports whether path is folder, or lies below it.
func below(folder, path string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// folderConfig is the configuration of a folder that has a file of its own.
type folderConfig struct {
	path   string
	config *Config
}

// For is the configuration that holds for the file or folder at a path below the
// workspace, with slashes: that of the innermost folder which has one, else c.
func (c *Config) For(path string) *Config {
	for _, f := range c.folders {
		if below(f.path, path) {
			return f.config
		}
	}
	return c
}

// ReadsAlike reports whether two configurations, and those of their folders, say
// the same of which files there are and of what stands in them.
func (c *Config) ReadsAlike(d *Config) bool {
	same := func(a, b folderConfig) bool {
		return a.path == b.path && a.config.Template.Equal(b.config.Template)
	}
	return c.Files.equal(d.Files) && c.Template.Equal(d.Template) && slices.EqualFunc(c.folders, d.folders, same)
}

func (f Files) equal(g Files) bool {
	return f.MaxSize == g.MaxSize && slices.Equal(f.Achievements, g.Achievements) && slices.Equal(f.Reviews, g.Reviews) &&
		slices.Equal(f.Roles, g.Roles) && slices.Equal(f.People, g.People) && slices.Equal(f.Exclude, g.Exclude)
}

// BeginsWorkspace reports whether a configuration's text makes its folder the
// top of a workspace, which it does unless it says "root: false".
func BeginsWorkspace(src string) bool {
	var top struct{ Root yaml.Node }
	if err := yaml.Unmarshal([]byte(src), &top); err != nil {
		return !noRoot.MatchString(src) // as one types, the rest of it may be no YAML
	}
	return top.Root.Tag != "!!bool" || top.Root.Value != "false"
}

var noRoot = pattern.New(`(?m)^root:[ \t]+false\b`)

// Parse reads the text of a workspace's file. It always gives a configuration:
// where a key is wrong, the default holds in its place.
func Parse(src string) (*Config, []Problem) {
	return Layer{Name: FileName, Source: src}.Read()
}

// ParseFolder reads the text of a file that lies over the workspace's, as Parse.
func ParseFolder(src string) (*Config, []Problem) {
	return Layer{Kind: FolderFile, Name: FileName, Source: src}.Read()
}

// Read is the configuration that a layer alone makes, and what is wrong in it.
func (l Layer) Read() (*Config, []Problem) {
	c := Default()
	return c, l.lay(c, "")
}

// lay puts a layer over c. The globs in it are relative to folder.
func (l Layer) lay(c *Config, folder string) []Problem {
	p := &reader{layer: l, lines: text.NewLines(l.Source), config: c, folder: folder, earlier: len(c.Overrides)}
	if c.origins == nil {
		c.origins = make(map[string]Origin)
	}
	top, err := l.node()
	switch {
	case err != nil:
		return []Problem{p.syntax(err)}
	case top == nil:
		return nil
	}
	top, fault := p.written(top)
	switch {
	case fault != nil:
		return []Problem{*fault}
	case top.Kind != yaml.MappingNode:
		return []Problem{{Span: p.span(top), Message: "the configuration is no mapping of keys; write \"key: value\" lines", Fatal: true}}
	}
	p.mapping(top, definition, "")
	// What is of the wrong type was taken out, so decoding can't fail on it.
	if err := top.Decode(c); err != nil {
		p.problem(top, fmt.Sprintf("the configuration can't be read: %v", err), "")
	}
	return p.problems
}

// node is the layer as YAML has it; nil where nothing stands in it.
func (l Layer) node() (*yaml.Node, error) {
	var root yaml.Node
	if l.Settings != nil {
		return &root, root.Encode(l.Settings)
	}
	if err := yaml.Unmarshal([]byte(l.Source), &root); err != nil {
		return nil, err
	}
	if len(root.Content) == 0 || root.Content[0].Tag == "!!null" {
		return nil, nil
	}
	return root.Content[0], nil
}

// Settings reads the values of a layer from JSON: an object, which may stand in
// one under the name EditorSection. They are nil where there are none.
func Settings(src []byte) (map[string]any, error) {
	var whole any
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	if err := dec.Decode(&whole); err != nil {
		return nil, fmt.Errorf("reading settings: %w", err)
	}
	settings, ok := whole.(map[string]any)
	if inner, wrapped := settings[EditorSection]; wrapped {
		whole = inner
		settings, ok = inner.(map[string]any)
	}
	list, isList := whole.([]any)
	switch {
	case whole == nil, whole == false, ok && len(settings) == 0, isList && len(list) == 0:
		return nil, nil // the last is what an empty table of Lua becomes
	case !ok:
		return nil, errors.New("the settings must be an object of keys")
	}
	for _, own := range extensionSettings {
		delete(settings, own)
	}
	numbers(settings)
	return settings, nil
}

// numbers puts what YAML takes for numbers in the place of JSON's.
func numbers(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			v[k] = numbers(e)
		}
	case []any:
		for i, e := range v {
			v[i] = numbers(e)
		}
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	}
	return v
}

// anchored is a glob of a folder's file as one of the workspace.
func anchored(folder, glob string) string {
	if folder == "" {
		return glob
	}
	return path.Join(globEscaper.Replace(folder), glob)
}

var globEscaper = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`)
