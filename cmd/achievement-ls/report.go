package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/report"
	"achievement-ls/analysis/rules"
)

// reportOptions are the flags of report.
type reportOptions struct {
	chosen     selection
	file, name string
	force      bool
}

func reportCommand(env environment) *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report [PERIOD] [PATH…]",
		Short: "Write a page of achievements for a review talk",
		Long: `Report writes one page of HTML about the achievements below each PATH, the current
folder by default: the strongest results, a timeline, what is quantified and
complete by quarter, skills, tags and people over time, and what is still missing,
with links to the files. The page needs nothing beside itself, prints well, and is
written to --html FILE, or to standard output. A report that stands there is
replaced; any other file is not, without --force.

The first argument is a PERIOD where it is one, such as 2026, 2026-H1, 2026-Q2,
FY26 or 2026-01-01..2026-06-30; write a folder of such a name as ./2026.`,
		Example: `  achievement-ls report 2026-H1 --html report.html
  achievement-ls report --name 'Priya Nair' --role ROLE-002 --html report.html
  achievement-ls report FY26 career >report.html`,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.run(env, args); err != nil {
				if _, said := err.(exitStatus); said {
					return err
				}
				return fmt.Errorf("report: %w", err)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&o.file, "html", "-", "the file to write, - for standard output")
	f.StringVar(&o.name, "name", "", "whose achievements they are, for the title")
	f.BoolVar(&o.force, "force", false, "replace a file that is no report")
	o.chosen.flags(c)
	return c
}

func (o reportOptions) run(env environment, args []string) error {
	paths, err := o.take(args)
	if err != nil {
		return err
	}
	// Before all files are read, and again when it is written.
	if err := o.mayWrite(); err != nil {
		return err
	}
	c, err := o.chosen.load(env, paths)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	err = report.Page(&page, report.Of(report.Source{
		Achievements: c.achievements(), Chosen: o.chosen.criteria, Name: o.name, Today: c.today, Findings: c.findings(), Link: o.link,
	}))
	if err != nil {
		return err
	}
	if err := o.write(env.stdout, page.Bytes()); err != nil {
		return err
	}
	c.complain(env, "report")
	if len(c.problems) > 0 {
		return exitStatus(exitError)
	}
	return nil
}

// take reads the arguments: a period, where the first is one, and paths.
func (o *reportOptions) take(args []string) (paths []string, err error) {
	if len(args) > 0 {
		if _, ok := calendar.ParsePeriod(args[0], 1); ok {
			if len(o.chosen.criteria.Periods) > 0 {
				return nil, fmt.Errorf("the period is %q, and --period another; give one of them", args[0])
			}
			o.chosen.criteria.Periods, args = args[:1], args[1:]
		} else if _, err := os.Lstat(args[0]); err != nil {
			return nil, fmt.Errorf("%q is no file or folder, nor a period such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31", args[0])
		}
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	return args, nil
}

// findings gives those of the file shown as path. A rule that panics costs that
// file's, and is told with what could not be read.
func (c *career) findings() func(path string) []*rules.Finding {
	files := make(map[string]*file)
	for _, f := range c.files {
		files[f.shown] = f
	}
	return func(path string) []*rules.Finding {
		found, err := files[path].check()
		if err != nil {
			c.problems = append(c.problems, err)
		}
		return found
	}
}

// link is where the page leads for the file shown as path: from the folder that
// the page lies in, or from the current one.
func (o reportOptions) link(path string) string {
	folder := "."
	if o.file != "-" {
		folder = filepath.Dir(o.file)
	}
	from, err1 := filepath.Abs(folder)
	to, err2 := filepath.Abs(filepath.FromSlash(path))
	rel, err3 := filepath.Rel(from, to)
	if errors.Join(err1, err2, err3) != nil {
		rel = path
	}
	return (&url.URL{Path: filepath.ToSlash(rel)}).String()
}

// mayWrite says why the page can't go where it is asked for: a file that is no
// report is not replaced without --force, and what is no file never.
func (o reportOptions) mayWrite() error {
	if o.file == "-" {
		return nil
	}
	if o.file == "" {
		return errors.New("--html is empty; name the file to write, or - for standard output")
	}
	info, err := os.Lstat(o.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("writing %s: %w", o.file, cause(err))
	case !info.Mode().IsRegular():
		return fmt.Errorf("writing %s: something of that name is no regular file", o.file)
	case o.force:
		return nil
	}
	ours, err := isReport(o.file)
	if err == nil && !ours {
		return fmt.Errorf("writing %s: a file of that name is no report; name another, or replace it with --force", o.file)
	}
	return cause(err)
}

// isReport reports whether the file is one that report has written.
func isReport(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 1024))
	return bytes.Contains(head, []byte(`<meta name="generator" content="`+report.Generator+`">`)), err
}

// write puts the page where it is asked for, whole or not at all.
func (o reportOptions) write(stdout io.Writer, page []byte) error {
	if o.file == "-" {
		if _, err := stdout.Write(page); err != nil {
			return fmt.Errorf("printing: %w", err)
		}
		return nil
	}
	err := create(o.file, page)
	if errors.Is(err, fs.ErrExist) {
		if err := o.mayWrite(); err != nil {
			return err
		}
		err = replace(o.file, page)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", o.file, cause(err))
	}
	return nil
}
