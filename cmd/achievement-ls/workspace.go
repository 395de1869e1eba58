package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

// root is a workspace: a folder with what is known of all files below it.
type root struct {
	path     string // real and absolute, "" for a text without a name
	nested   []string
	config   *config.Config
	source   string // the configuration's text
	problems []config.Problem
	snapshot *workspace.Snapshot
	docs     map[string]*document.Document // by path below the root
	read     map[string]bool               // what was read though ignored, by real path

	today    calendar.Date
	switchOn []string
}

func (c *career) newRoot(real string) *root {
	r := &root{
		path: real, config: config.Default(), snapshot: workspace.Empty(), today: c.today, switchOn: c.switchOn,
		docs: make(map[string]*document.Document), read: make(map[string]bool),
	}
	r.config = r.withRules(r.config)
	return r
}

// real is the absolute path of one below the root.
func (r *root) real(rel string) string { return filepath.Join(r.path, filepath.FromSlash(rel)) }

// relative is an absolute path as one below the root.
func (r *root) relative(abs string) string {
	rel, err := filepath.Rel(r.path, abs)
	if err != nil {
		return filepath.Base(abs)
	}
	return filepath.ToSlash(rel)
}

// covers reports whether the walk through the root came by what is at real.
func (r *root) covers(real string) bool {
	return real == r.path || r.read[real] || r.docs[r.relative(real)] != nil || real == r.real(config.FileName)
}

// root reads a workspace once. Its error is a configuration that can't be used.
func (c *career) root(real string) (*root, error) {
	if r := c.roots[real]; r != nil {
		return r, nil
	}
	r := c.newRoot(real)
	src, mended := c.configs[real]
	if !mended {
		b, err := os.ReadFile(r.real(config.FileName))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("reading %s: %w", shownPath(r.real(config.FileName)), cause(err))
		}
		src = string(b)
	}
	if err := r.configure(src); err != nil {
		return nil, err
	}
	c.roots[real] = r
	return r, c.walk(r, real)
}

// configure sets the configuration to what src says.
func (r *root) configure(src string) error {
	r.source = src
	c, problems := config.Parse(src)
	for _, p := range problems {
		if p.Fatal {
			line := text.NewLines(src).OffsetPosition(p.Span.Start, text.UTF32).Line
			return fmt.Errorf("%s, line %d: %s", shownPath(r.real(config.FileName)), line+1, p.Message)
		}
	}
	r.config, r.problems = r.withRules(c), problems
	return nil
}

// withRules is the configuration with those rules on that were asked for by name,
// are off by default, and are not mentioned in it.
func (r *root) withRules(c *config.Config) *config.Config {
	changed := *c
	changed.Rules = make(map[string]config.RuleSetting)
	for name, setting := range c.Rules {
		changed.Rules[name] = setting
	}
	for _, name := range r.switchOn {
		if rule := rules.Lookup(name); rule != nil && rule.Severity == severity.Off && !changed.Rules[name].Set {
			changed.Rules[name] = config.RuleSetting{Severity: severity.Information, Set: true, Options: changed.Rules[name].Options}
		}
	}
	return &changed
}

// walk reads the files of folder, which is the root or lies below it.
func (c *career) walk(r *root, folder string) error {
	repository, ok := above(folder, ".git")
	if !ok || !within(repository, r.path) && !within(r.path, repository) {
		repository = r.path
	}
	rel, err := filepath.Rel(repository, folder)
	if err != nil {
		return fmt.Errorf("reading %s: %w", shownPath(folder), err)
	}
	found, err := scan.Walk(context.Background(), os.DirFS(repository), scan.Options{
		Below: filepath.ToSlash(rel),
		Exclude: func(p string) bool {
			return r.config.Place(r.relative(filepath.Join(folder, filepath.FromSlash(p)))) == config.ExcludedPlace
		},
	})
	if err != nil {
		return err
	}
	for _, problem := range found.Unreadable {
		where := folder
		if inner := (*fs.PathError)(nil); errors.As(problem, &inner) {
			where = filepath.Join(folder, filepath.FromSlash(inner.Path))
		}
		c.failures = append(c.failures, failure{where, fmt.Errorf("reading %s: %w", shownPath(where), cause(problem))})
	}
	paths := make([]string, len(found.Files))
	for i, p := range found.Files {
		paths[i] = r.relative(filepath.Join(folder, filepath.FromSlash(p)))
	}
	for _, p := range found.Nested {
		r.nested = append(r.nested, r.relative(filepath.Join(folder, filepath.FromSlash(p))))
	}
	c.readAll(r, paths)
	return nil
}

// readAll reads files of a workspace, side by side.
func (c *career) readAll(r *root, paths []string) {
	docs := make([]*document.Document, len(paths))
	facts := make([]workspace.Facts, len(paths))
	failures := make([]error, len(paths))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range paths {
		group.Go(func() error {
			docs[i], failures[i] = r.parse(p)
			if failures[i] == nil {
				facts[i] = workspace.FactsOf(docs[i])
			}
			return nil
		})
	}
	_ = group.Wait() // failures are in their own list
	for f := range r.snapshot.All() {
		facts = append(facts, *f)
	}
	for i, doc := range docs {
		if failures[i] != nil {
			c.failures = append(c.failures, failure{r.real(paths[i]), failures[i]})
			continue
		}
		r.docs[doc.Path] = doc
	}
	r.snapshot = workspace.Of(func(yield func(workspace.Facts) bool) {
		for _, f := range facts {
			if f.Path != "" && !yield(f) { // a failure has none
				return
			}
		}
	})
}

// add makes a document one of the workspace's.
func (r *root) add(doc *document.Document) {
	r.docs[doc.Path] = doc
	r.snapshot = r.snapshot.With(workspace.FactsOf(doc))
}

// parse reads the file at a path below the root.
func (r *root) parse(rel string) (doc *document.Document, err error) {
	name := r.real(rel)
	shown := shownPath(name)
	defer caught(shown, &err)
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", shown, cause(err))
	}
	if err := r.fits(shown, info.Size()); err != nil {
		return nil, err
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", shown, cause(err))
	}
	return rules.Parse(r.config, rel, string(src)), nil
}

var errTooLarge = errors.New("more than files.maxSize allows, so it was left out")

func (r *root) fits(shown string, size int64) error {
	if size > int64(r.config.Files.MaxSize) {
		return fmt.Errorf("%s has %d bytes, %w (%d)", shown, size, errTooLarge, r.config.Files.MaxSize)
	}
	return nil
}
