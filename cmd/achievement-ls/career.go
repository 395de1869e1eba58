package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

// career is what a command works on: the files it was asked for, each in its
// workspace.
type career struct {
	files []*file
	roots map[string]*root
	today calendar.Date
	// problems are what could not be read; the rest is checked all the same.
	problems []error
}

// root is a workspace: a folder with what is known of all files below it.
type root struct {
	path     string // absolute
	nested   []string
	config   *config.Config
	source   string // the configuration's text
	problems []config.Problem
	snapshot *workspace.Snapshot
	docs     map[string]*document.Document // by path below the root
}

// file is one that findings are wanted for.
type file struct {
	path   string // absolute, "" for standard input
	shown  string
	root   *root
	doc    *document.Document
	today  calendar.Date
	config bool // the workspace's configuration itself
}

func (f *file) input() rules.Input {
	return rules.Input{Document: f.doc, Workspace: f.root.snapshot, Config: f.root.config, Today: f.today}
}

func (f *file) check() []*rules.Finding {
	if f.config {
		return rules.CheckConfig(f.root.config, f.root.problems)
	}
	return rules.Check(f.input())
}

// load reads the workspaces that paths lie in, and picks the files below paths.
func load(paths []string, today calendar.Date) (*career, error) {
	c := &career{roots: map[string]*root{}, today: today}
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("check: %s: %w", p, err)
		}
		info, err := os.Stat(abs)
		if err != nil {
			return nil, fmt.Errorf("check: %w", err)
		}
		folder := abs
		if !info.IsDir() {
			folder = filepath.Dir(abs)
		}
		if err := c.pick(workspaceOf(folder), abs, info.IsDir()); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(c.files, func(a, b *file) int { return strings.Compare(a.shown, b.shown) })
	c.files = slices.CompactFunc(c.files, func(a, b *file) bool { return a.path == b.path })
	return c, nil
}

// workspaceOf is the nearest folder from folder upwards that holds a
// configuration, else the nearest that holds .git, else folder itself.
func workspaceOf(folder string) string {
	for _, marker := range []string{config.FileName, ".git"} {
		for dir := folder; ; dir = filepath.Dir(dir) {
			if _, err := os.Lstat(filepath.Join(dir, marker)); err == nil {
				return dir
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return folder
}

// pick adds the files of a workspace that stand at or below target, and those of
// the workspaces nested there.
func (c *career) pick(workspacePath, target string, folder bool) error {
	r, err := c.root(workspacePath)
	if err != nil {
		return err
	}
	found := false
	for p, doc := range r.docs {
		abs := filepath.Join(r.path, filepath.FromSlash(p))
		if abs == target || folder && within(target, abs) {
			c.files = append(c.files, &file{path: abs, shown: shownPath(abs), root: r, doc: doc, today: c.today})
			found = found || abs == target
		}
	}
	if len(r.problems) > 0 && folder && within(target, filepath.Join(r.path, config.FileName)) {
		abs := filepath.Join(r.path, config.FileName)
		doc := document.ParseAs(document.Other, config.FileName, r.source, nil)
		c.files = append(c.files, &file{path: abs, shown: shownPath(abs), root: r, doc: doc, today: c.today, config: true})
	}
	if !folder && !found { // named outright, so checked though ignored
		rel := r.relative(target)
		doc, err := r.parse(rel)
		if err != nil {
			return fmt.Errorf("check: %w", err)
		}
		c.files = append(c.files, &file{path: target, shown: shownPath(target), root: r, doc: doc, today: c.today})
	}
	for _, n := range r.nested {
		nested := filepath.Join(r.path, filepath.FromSlash(n))
		if folder && within(target, nested) {
			if err := c.pick(nested, target, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// within reports whether path is folder or lies below it.
func within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// root reads a workspace once.
func (c *career) root(abs string) (*root, error) {
	if r := c.roots[abs]; r != nil {
		return r, nil
	}
	r := &root{path: abs, config: config.Default(), docs: map[string]*document.Document{}, snapshot: workspace.Empty()}
	c.roots[abs] = r
	src, err := os.ReadFile(filepath.Join(abs, config.FileName))
	switch {
	case err == nil:
		r.source = string(src)
		r.config, r.problems = config.Parse(r.source)
		for _, p := range r.problems {
			if p.Fatal {
				line := text.NewLines(r.source).OffsetPosition(p.Span.Start, text.UTF32).Line
				return nil, fmt.Errorf("check: %s, line %d: %s", shownPath(filepath.Join(abs, config.FileName)), line+1, p.Message)
			}
		}
		if len(rules.CheckConfig(r.config, nil)) > 0 && len(r.problems) == 0 {
			r.problems = []config.Problem{} // rule names that are none are findings too
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("check: reading the configuration: %w", err)
	}
	found, err := scan.Walk(context.Background(), os.DirFS(abs), scan.Options{
		Exclude: func(p string) bool { return r.config.Place(p) == config.ExcludedPlace },
	})
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	r.nested = found.Nested
	for _, problem := range found.Unreadable {
		c.problems = append(c.problems, fmt.Errorf("check: in %s: %w", shownPath(abs), problem))
	}
	docs := make([]*document.Document, len(found.Files))
	failures := make([]error, len(found.Files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range found.Files {
		group.Go(func() error {
			docs[i], failures[i] = r.parse(p)
			return nil
		})
	}
	_ = group.Wait() // failures are in their own list
	for i, doc := range docs {
		if failures[i] != nil {
			c.problems = append(c.problems, fmt.Errorf("check: %w", failures[i]))
			continue
		}
		r.docs[found.Files[i]] = doc
	}
	r.snapshot = workspace.Of(func(yield func(workspace.Facts) bool) {
		for _, doc := range docs {
			if doc != nil && !yield(workspace.FactsOf(doc)) {
				return
			}
		}
	})
	return r, nil
}

// parse reads the file at a path below the root.
func (r *root) parse(rel string) (*document.Document, error) {
	name := filepath.Join(r.path, filepath.FromSlash(rel))
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.Size() > int64(r.config.Files.MaxSize) {
		return nil, fmt.Errorf("%s has %d bytes, more than files.maxSize allows (%d), and was left out", shownPath(name), info.Size(), r.config.Files.MaxSize)
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return rules.Parse(r.config, rel, string(src)), nil
}

func (r *root) relative(abs string) string {
	rel, err := filepath.Rel(r.path, abs)
	if err != nil {
		return filepath.Base(abs)
	}
	return filepath.ToSlash(rel)
}

// loadText is the career of one text that stands for the file named.
func loadText(name, src string, today calendar.Date) (*career, error) {
	c := &career{roots: map[string]*root{}, today: today}
	if name == "" {
		r := &root{config: config.Default(), snapshot: workspace.Empty()}
		c.files = []*file{{shown: "<stdin>", root: r, doc: document.Parse("", src, nil), today: today}}
		return c, nil
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return nil, fmt.Errorf("check: %s: %w", name, err)
	}
	folder := filepath.Dir(abs)
	for { // the file need not exist, nor its folder
		if info, err := os.Stat(folder); err == nil && info.IsDir() || folder == filepath.Dir(folder) {
			break
		}
		folder = filepath.Dir(folder)
	}
	r, err := c.root(workspaceOf(folder))
	if err != nil {
		return nil, err
	}
	rel := r.relative(abs)
	doc := rules.Parse(r.config, rel, src)
	r.snapshot = r.snapshot.With(workspace.FactsOf(doc))
	c.files = []*file{{shown: path.Clean(filepath.ToSlash(name)), root: r, doc: doc, today: today}}
	return c, nil
}

// replace puts a mended text in the place of a file's.
func (c *career) replace(f *file, fixed string) {
	f.doc = rules.Parse(f.root.config, f.doc.Path, fixed)
	f.root.docs[f.doc.Path] = f.doc
	f.root.snapshot = f.root.snapshot.With(workspace.FactsOf(f.doc))
}

// elsewhere is a path of the finding's workspace as it is printed.
func (f finding) elsewhere(rel string) string {
	return shownPath(filepath.Join(f.root.path, filepath.FromSlash(rel)))
}

// rangeIn is where a related place stands in another file of the workspace.
func (f finding) rangeIn(rel string, span text.Span) (jsonRange, bool) {
	doc := f.root.docs[rel]
	if doc == nil || span.End > len(doc.Source) {
		return jsonRange{}, false
	}
	return rangeOf(doc.Source, doc.Lines, span), true
}
