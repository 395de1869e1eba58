package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"

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
}

func (c *career) newRoot(real string, configuration disk.Configuration) (*root, error) {
	r := &root{
		path: real, snapshot: workspace.Empty(), docs: make(map[string]*document.Document), read: make(map[string]bool),
		today: c.today, switchOn: c.switchOn,
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
	if mended, ok := c.configs[real]; ok {
		configuration = disk.ParseConfig(mended)
	}
	r, err := c.newRoot(real, configuration)
	if err != nil {
		return nil, err
	}
	c.roots[real] = r
	return r, c.read(r, real)
}

// configure makes a configuration the workspace's.
func (r *root) configure(c disk.Configuration) error {
	for _, p := range c.Problems {
		if p.Fatal {
			line := text.NewLines(c.Source).OffsetPosition(p.Span.Start, text.UTF32).Line
			return fmt.Errorf("%s, line %d: %s", shownPath(r.real(config.FileName)), line+1, p.Message)
		}
	}
	r.config = c
	r.config.Config = r.withRules(c.Config)
	return nil
}

// withRules is the configuration with those rules on that were asked for by name,
// are off by default, and are not mentioned in it.
func (r *root) withRules(c *config.Config) *config.Config {
	changed := *c
	changed.Rules = maps.Clone(c.Rules)
	if changed.Rules == nil {
		changed.Rules = make(map[string]config.RuleSetting)
	}
	for _, name := range r.switchOn {
		if rule := rules.Lookup(name); rule != nil && rule.Severity == severity.Off && !changed.Rules[name].Set {
			changed.Rules[name] = config.RuleSetting{Severity: severity.Information, Set: true, Options: changed.Rules[name].Options}
		}
	}
	return &changed
}

// read reads the files of folder, which is the root or lies below it.
func (c *career) read(r *root, folder string) error {
	files, err := disk.LoadFolder(context.Background(), r.path, folder, r.config.Config, disk.Visitor{
		Document: func(doc *document.Document) { r.docs[doc.Path] = doc },
		Progress: func(done, total int) { c.progress.at("reading", done, total) },
	})
	if err != nil {
		return err
	}
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
	return real == r.path || r.read[real] || r.docs[r.relative(real)] != nil || real == r.real(config.FileName)
}
