package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// mender applies, or with --diff shows, the fixes that need no decision.
type mender struct {
	out         io.Writer
	diff, stdin bool
	files       int // how many were written
}

// mend mends the files of c. It gives the career as it is then, which with
// --diff is c itself, and how many files were written. A mended configuration
// can make other files achievements, so it is mended first, and read gives the
// career under the configurations as they are then.
func mend(env environment, o checkOptions, c *career, show filter, read func(configs map[string]string) (*career, error)) (*career, int, error) {
	m := mender{out: env.stdout, diff: o.diff, stdin: o.stdin}
	if !o.diff && !o.stdin {
		sweep(c.folders(), time.Now())
	}
	configs := make(map[string]string)
	for _, f := range c.files {
		if f.config {
			if fixed := m.mend(c, f, show); fixed != f.doc.Source {
				configs[f.path] = fixed
				if o.stdin && !o.diff {
					f.replace(fixed)
				}
			}
		}
	}
	now := c
	if len(configs) > 0 && !o.stdin {
		var err error
		if now, err = read(configs); err != nil {
			return c, m.files, err
		}
		now.problems = append(c.problems, now.problems...)
	}
	for _, f := range now.files {
		if f.config {
			continue
		}
		if fixed := m.mend(now, f, show); fixed != f.doc.Source && !o.diff {
			f.replace(fixed)
		}
	}
	if o.diff {
		return c, 0, nil
	}
	return now, m.files, nil
}

// mend mends one file and gives its text as it is then: with --diff, as it
// would be.
func (m *mender) mend(c *career, f *file, show filter) string {
	fixed, err := f.mended(show.shows)
	if err == nil {
		err = m.put(f, fixed)
	}
	if err != nil {
		c.problems = append(c.problems, err)
		return f.doc.Source
	}
	return fixed
}

// put brings a mended text to where it belongs.
func (m *mender) put(f *file, fixed string) error {
	var err error
	switch {
	case m.diff && fixed == f.doc.Source:
	case m.diff:
		_, err = io.WriteString(m.out, unified(f.shown, f.doc.Source, fixed))
	case m.stdin:
		_, err = io.WriteString(m.out, fixed)
	case fixed == f.doc.Source:
	case f.outside:
		return fmt.Errorf("writing %s: a symbolic link leads out of the workspace to it; name %s instead", f.shown, shownPath(f.path))
	default:
		if err := write(f.path, f.doc.Source, fixed); err != nil {
			return fmt.Errorf("writing %s: %w", f.shown, cause(err))
		}
		m.files++
	}
	return err
}

// mended is the file's text with every certain fix made.
func (f *file) mended(wanted func(*rules.Finding) bool) (fixed string, err error) {
	defer caught(f.shown, &err)
	if !f.config {
		return rules.FixAll(f.input(), wanted), nil
	}
	fixed = f.doc.Source
	for range 4 { // a key that is right now may hold others that are not
		edits := rules.CertainEdits(f.doc, checkConfig(f.doc.Path, fixed), wanted)
		next, err := text.Apply(fixed, edits)
		if err != nil || next == fixed {
			break
		}
		fixed = next
	}
	return fixed, nil
}

// write puts fixed into the file at path in one step, and only while the file
// still holds what was read from it. The file's mode is kept.
func write(path, read, fixed string) error {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	if real != path {
		return fmt.Errorf("it has become a symbolic link; run the command again")
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return fmt.Errorf("it is read-only")
	}
	now, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if string(now) != read {
		return fmt.Errorf("it changed meanwhile; run the command again")
	}
	return replace(path, []byte(fixed))
}
