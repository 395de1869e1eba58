package main

import (
	"context"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// root is a workspace: a folder with what is known of all files below it.
type root struct {
	path     string // real and absolute, "" for a text without a name
	config   disk.Configuration
	nested   []string // workspaces within, absolute
	snapshot *workspace.Snapshot
	docs     map[string]*document.Document // by path below the root
	read     map[string]bool               // what was read though it is ignored, by real path

	today    calendar.Date
	switchOn []string
	set      *config.Layer
}

func (c *career) newRoot(real string, configuration disk.Configuration) (*root, error) {
	r := &root{
		path: real, snapshot: workspace.Empty(), docs: make(map[string]*document.Document), read: make(map[string]bool),
		today: c.today, switchOn: c.switchOn, set: c.set,
	}
	return r, r.configure(configuration)
}

// root reads a workspace once. Its error is a configuration that can't be used.
func (c *career) root(real string) (*root, error) {
	if r := c.roots[real]; r != nil {
		return r, nil
	}
	configuration, err := disk.ReadConfig(real)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", shownPath(filepath.Join(real, config.FileName)), cause(err))
	}
	if mended, ok := c.configs[filepath.Join(real, config.FileName)]; ok {
		configuration = disk.ParseConfig(mended)
	}
	r, err := c.newRoot(real, configuration)
	if err != nil {
		return nil, err
	}
	c.roots[real] = r
	if err := c.read(r, real); err != nil {
		return nil, err
	}
	for name, mended := range c.configs {
		if l, ok := r.config.Layers.Folders[r.relative(filepath.Dir(name))]; ok {
			r.lay(l.Name, mended)
		}
	}
	return r, r.usable()
}

// configure makes a configuration the workspace's, between what flags switch on
// and what they set.
func (r *root) configure(c disk.Configuration) error {
	c.Layers.Under = r.switchedOn()
	c.Layers.Over = nil
	if r.set != nil {
		c.Layers.Over = []config.Layer{*r.set}
	}
	r.config = disk.Configure(c.Layers)
	return r.usable()
}

// usable is an error where a file of the configuration can't be parsed.
func (r *root) usable() error {
	unparsed := func(name, source string, problems []config.Problem) error {
		for _, p := range problems {
			if p.Fatal {
				line := text.NewLines(source).OffsetPosition(p.Span.Start, text.UTF32).Line
				return fmt.Errorf("%s, line %d: %s", shownPath(r.real(name)), line+1, p.Message)
			}
		}
		return nil
	}
	if err := unparsed(config.FileName, r.config.Source, r.config.Problems); err != nil {
		return err
	}
	for _, folder := range slices.Sorted(maps.Keys(r.config.Layers.Folders)) {
		l := r.config.Layers.Folders[folder]
		_, problems := l.Read()
		if err := unparsed(l.Name, l.Source, problems); err != nil {
			return err
		}
	}
	return nil
}

// switchedOn is a layer with those rules that were asked for by name and are off
// by default. What the configuration says of them holds.
func (r *root) switchedOn() []config.Layer {
	on := make(map[string]any)
	for _, name := range r.switchOn {
		if rule := rules.Lookup(name); rule != nil && rule.Severity == severity.Off {
			on[name] = severity.Information.String()
		}
	}
	if len(on) == 0 {
		return nil
	}
	return []config.Layer{{Kind: config.Flags, Name: "--select", Settings: map[string]any{"rules": on}}}
}

// read reads the files of folder, which is the root or lies below it.
func (c *career) read(r *root, folder string) error {
	files, err := disk.LoadFolder(context.Background(), r.path, folder, r.config, disk.Visitor{
		Document: func(doc *document.Document) { r.docs[doc.Path] = doc },
		Progress: func(done, total int) { c.progress.at("reading", done, total) },
	})
	if err != nil {
		return err
	}
	r.config = files.Configuration
	c.failures = append(c.failures, files.Unreadable...)
	r.nested = append(r.nested, files.Nested...)
	if folder == r.path {
		r.snapshot = files.Snapshot
		return nil
	}
	for f := range files.Snapshot.All() {
		r.snapshot = r.snapshot.With(*f)
	}
	return nil
}

// lay puts another text in the place of the configuration of that name below the
// root.
func (r *root) lay(name, source string) {
	layers := r.config.Layers
	if name == config.FileName {
		layers.File.Source = source
	} else {
		layers.Folders = maps.Clone(layers.Folders)
		layers.Folders[path.Dir(name)] = disk.FolderText(path.Dir(name), source)
	}
	r.config = disk.Configure(layers)
}

// add makes a document one of the workspace's.
func (r *root) add(doc *document.Document) {
	r.docs[doc.Path] = doc
	r.snapshot = r.snapshot.With(workspace.FactsOf(doc))
}

// real is the absolute path of one below the root.
func (r *root) real(rel string) string { return filepath.Join(r.path, filepath.FromSlash(rel)) }

// relative is an absolute path as one below the root.
func (r *root) relative(abs string) string { return disk.Relative(r.path, abs) }

// covers reports whether what is at real was looked at.
func (r *root) covers(real string) bool {
	return real == r.path || r.read[real] || r.docs[r.relative(real)] != nil || filepath.Base(real) == config.FileName
}
