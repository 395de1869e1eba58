package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// career is what a command works on: the files it was asked for, each in its
// workspace. What can't be read costs no more than itself.
type career struct {
	files    []*file
	roots    map[string]*root // by real path
	targets  []target
	problems []error // what was asked for and could not be read or written
	// failures are what else could not be read, and asked files that are too
	// large: *fs.PathErrors. They are said, and change no exit status.
	failures []error

	today    calendar.Date
	switchOn []string          // rules to run though they are off by default
	set      *config.Layer     // what flags set, over all files; nil for nothing
	configs  map[string]string // by real path, texts that stand for a configuration's file
	progress *progress
}

// file is one that findings are wanted for.
type file struct {
	path   string // real and absolute, "" for standard input
	shown  string // as printed: relative to the current folder, with slashes
	root   *root
	doc    *document.Document
	config bool // a configuration itself, the workspace's or a folder's
	// outside tells a file that was reached through a symbolic link out of the
	// workspace the link lies in; it is never written.
	outside bool
}

func (f *file) input() rules.Input {
	in := rules.Input{Document: f.doc, Workspace: f.root.snapshot, Config: f.configuration(), Today: f.root.today, Exists: disk.Exists(f.root.path)}
	// They are those of the document that was read last at its path.
	if known := f.root.snapshot.File(f.doc.Path); known != nil && f.root.docs[f.doc.Path] == f.doc {
		in.Facts = func() workspace.Facts { return *known }
	}
	return in
}

// check gives the file's findings. A rule that panics costs the file alone.
func (f *file) check() (found []*rules.Finding, err error) {
	defer caught(f.shown, &err)
	if f.config {
		return checkConfig(f.doc.Path, f.doc.Source), nil
	}
	return rules.Check(f.input()), nil
}

// checkConfig finds what is wrong in the text of a configuration, by its path
// below the workspace.
func checkConfig(name, source string) []*rules.Finding {
	if name == config.FileName {
		return rules.CheckConfig(config.Parse(source))
	}
	return rules.CheckConfig(config.ParseFolder(source))
}

// configuration is the one that holds for the file.
func (f *file) configuration() *config.Config { return f.root.config.For(f.doc.Path) }

// caught makes a panic, which is a fault of ours, an error about one file.
func caught(shown string, err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%s: a fault in achievement-ls itself, which is worth a report: %v", shown, r)
	}
}

// load reads the workspaces that paths lie in, and picks the files below paths.
func (c *career) load(paths []string) {
	c.roots = make(map[string]*root)
	for _, p := range paths {
		if err := c.add(p); err != nil {
			c.problems = append(c.problems, err)
		}
	}
	c.failures = slices.DeleteFunc(c.failures, func(err error) bool {
		var about *fs.PathError
		asked := errors.As(err, &about) && slices.ContainsFunc(c.targets, func(t target) bool { return t.holds(about.Path) })
		tooLarge := errors.As(err, new(disk.SizeError))
		if asked && !tooLarge {
			c.problems = append(c.problems, shownError(err))
		}
		return asked != tooLarge
	})
	slices.SortStableFunc(c.files, func(a, b *file) int { return strings.Compare(a.shown, b.shown) })
	seen := make(map[string]bool)
	c.files = slices.DeleteFunc(c.files, func(f *file) bool {
		again := seen[f.path]
		seen[f.path] = true
		return again
	})
}

// folders are those in which the files lie that may be written, each once.
func (c *career) folders() []string {
	folders := make(map[string]bool)
	for _, f := range c.files {
		if !f.outside && f.path != "" {
			folders[filepath.Dir(f.path)] = true
		}
	}
	return slices.Sorted(maps.Keys(folders))
}

// target is a PATH of the command line.
type target struct {
	real    string // absolute, without symbolic links
	shown   string
	folder  bool
	outside bool
}

// show is how a file at or below the target is printed.
func (t target) show(real string) string {
	rel, err := filepath.Rel(t.real, real)
	if err != nil {
		return shownPath(real)
	}
	return path.Join(t.shown, filepath.ToSlash(rel))
}

// holds reports whether real is the target, or lies below it.
func (t target) holds(real string) bool {
	return real == t.real || t.folder && disk.Within(t.real, real)
}

func (c *career) add(name string) error {
	if name == "" {
		return errors.New("a PATH is empty; leave it out to check the current folder")
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	t := target{shown: shownPath(abs)}
	if t.real, err = filepath.EvalSymlinks(abs); err != nil {
		return fmt.Errorf("reading %s: %w", name, cause(err))
	}
	info, err := os.Stat(t.real)
	switch {
	case err != nil:
		return fmt.Errorf("reading %s: %w", name, cause(err))
	case info.IsDir():
		t.folder = true
	case !info.Mode().IsRegular():
		return fmt.Errorf("reading %s: it is neither a file nor a folder", name)
	}
	linked, err := filepath.EvalSymlinks(workspaceOf(folderOf(abs, t.folder)))
	t.outside = err != nil || !disk.Within(linked, t.real)
	c.targets = append(c.targets, t)
	return c.pick(workspaceOf(folderOf(t.real, t.folder)), t)
}

func folderOf(name string, folder bool) string {
	if folder {
		return name
	}
	return filepath.Dir(name)
}

// pick adds the files of a workspace that the target holds, and those of the
// workspaces nested there.
func (c *career) pick(workspacePath string, t target) error {
	r, err := c.root(workspacePath)
	if err != nil {
		return err
	}
	picked := len(c.files)
	for p, doc := range r.docs {
		if real := r.real(p); t.holds(real) {
			c.files = append(c.files, &file{path: real, shown: t.show(real), root: r, doc: doc, outside: t.outside})
		}
	}
	c.pickConfigurations(r, t)
	for _, nested := range r.nested {
		if t.holds(nested) {
			if err := c.pick(nested, t); err != nil {
				c.problems = append(c.problems, err)
			}
		}
	}
	if len(c.files) == picked && !r.covers(t.real) {
		return c.readIgnored(r, t)
	}
	return nil
}

// pickConfigurations adds those of a workspace's configurations in which something
// is wrong, or that are the target.
func (c *career) pickConfigurations(r *root, t target) {
	layers := []config.Layer{r.config.Layers.File}
	for _, l := range r.config.Layers.Folders {
		layers = append(layers, l)
	}
	for _, l := range layers {
		if real := r.real(l.Name); t.holds(real) && (len(checkConfig(l.Name, l.Source)) > 0 || t.real == real) {
			doc := document.ParseAs(document.Other, l.Name, l.Source, nil)
			c.files = append(c.files, &file{path: real, shown: t.show(real), root: r, doc: doc, outside: t.outside, config: true})
		}
	}
}

// readIgnored reads what the walk through a workspace left out though the
// command line names it: a file or folder that is hidden or that git ignores.
func (c *career) readIgnored(r *root, t target) error {
	if !t.folder {
		r.config = r.config.WithFolder(r.path, path.Dir(r.relative(t.real)))
		doc, err := disk.ReadFile(r.path, r.config.Config, r.relative(t.real))
		if err != nil {
			return shownError(err)
		}
		r.add(doc)
	} else if err := c.read(r, t.real); err != nil {
		return err
	}
	r.read[t.real] = true
	return c.pick(r.path, t)
}

// loadText makes one text, which stands for the file named, the only one that
// findings are wanted for.
func (c *career) loadText(name, src string) error {
	c.roots = make(map[string]*root)
	if name == "" {
		r, err := c.newRoot("", disk.ParseConfig(""))
		if err != nil {
			return err
		}
		c.files = []*file{{shown: "<stdin>", root: r, doc: document.Parse("", src, nil)}}
		return nil
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	folder := filepath.Dir(abs)
	for { // the file need not exist, nor its folder
		if real, err := filepath.EvalSymlinks(folder); err == nil {
			abs = filepath.Join(real, strings.TrimPrefix(abs, folder))
			folder = real
			break
		}
		if folder == filepath.Dir(folder) {
			break
		}
		folder = filepath.Dir(folder)
	}
	r, err := c.root(workspaceOf(folder))
	if err != nil {
		return err
	}
	if disk.TooLarge(r.config.Config, len(src)) {
		return fmt.Errorf("%s %w", shownPath(abs), disk.SizeError{Size: len(src), Max: r.config.Files.MaxSize})
	}
	rel := r.relative(abs)
	f := &file{shown: shownPath(abs), root: r}
	r.config = r.config.WithFolder(r.path, path.Dir(rel))
	if path.Base(rel) == config.FileName {
		f.config = true
		f.doc = document.ParseAs(document.Other, rel, src, nil)
		r.lay(rel, src)
		if err := r.usable(); err != nil {
			return err
		}
	} else {
		f.doc = rules.Parse(r.config.For(rel), rel, src)
		r.add(f.doc)
	}
	c.files = []*file{f}
	return nil
}

// complain says on standard error what could not be done, each once, as the
// command of that name.
func (c *career) complain(env environment, command string) {
	said := make(map[string]bool)
	say := func(err error) {
		if message := err.Error(); !said[message] {
			said[message] = true
			fmt.Fprintf(env.stderr, "achievement-ls: %s: %s\n", command, text.Printable(message))
		}
	}
	for _, err := range c.problems {
		say(err)
	}
	for _, err := range c.failures {
		say(shownError(err))
	}
}

// replace puts a mended text in the place of a file's.
func (f *file) replace(fixed string) {
	if f.config {
		f.doc = document.ParseAs(document.Other, f.doc.Path, fixed, nil)
		f.root.lay(f.doc.Path, fixed)
		return
	}
	f.doc = rules.Parse(f.configuration(), f.doc.Path, fixed)
	f.root.add(f.doc)
}

// finding is a rule's finding with the file it stands in.
type finding struct {
	*rules.Finding
	file *file
}

// elsewhere is a path of the finding's workspace as it is printed.
func (f finding) elsewhere(rel string) string { return shownPath(f.file.root.real(rel)) }

// rangeIn is where a related place stands in another file of the workspace.
func (f finding) rangeIn(rel string, span text.Span) (jsonRange, bool) {
	doc := f.file.root.docs[rel]
	if doc == nil || span.End > len(doc.Source) {
		return jsonRange{}, false
	}
	return rangeOf(doc, span), true
}
