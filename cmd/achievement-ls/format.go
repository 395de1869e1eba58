package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

// formatOptions are the flags of fmt.
type formatOptions struct {
	set                []string
	check, diff, stdin bool
	stdinFilename      string
}

func formatCommand(env environment) *cobra.Command {
	var o formatOptions
	c := &cobra.Command{
		Use:   "fmt [PATH…]",
		Short: "Lay files out: tables, blank lines, bullets, fields",
		Long: `Fmt lays out the achievements, reviews, roles and files of people below each
PATH, the current folder by default, in place: it aligns tables, puts one blank
line around headings, gives lists one kind of bullet, fields one form and
sections the rules between them that most have, and takes away blanks at the end
of lines. It changes no word, and leaves code, comments, HTML, quotes and front
matter alone. Files that are none of these are left alone, too.

The exit status is 0, with --check 1 when a file is not laid out, and 2 for
wrong usage, a path that can't be read or written or a configuration that can't
be parsed.`,
		Example: `  achievement-ls fmt
  achievement-ls fmt --check                       name the files it would change
  achievement-ls fmt --diff | git apply            the same as fmt, by way of a patch
  achievement-ls fmt --stdin --stdin-filename ACH-004.md <ACH-004.md`,
		RunE: func(_ *cobra.Command, paths []string) error { return formatFiles(env, o, paths) },
	}
	f := c.Flags()
	f.BoolVar(&o.check, "check", false, "change nothing, print the files that fmt would change,\nand make the exit status 1 if there are any")
	f.BoolVar(&o.diff, "diff", false, "change nothing, and print what fmt would change")
	f.BoolVar(&o.stdin, "stdin", false, "read one file from standard input, and print it laid out")
	f.StringVar(&o.stdinFilename, "stdin-filename", "", "the path the text from --stdin stands for")
	setFlag(c, &o.set)
	return c
}

// validate reports a use of the flags that means nothing.
func (o formatOptions) validate(paths []string) error {
	switch {
	case o.stdin && len(paths) > 0:
		return errors.New("fmt: --stdin reads one file, give no PATH with it")
	case o.stdinFilename != "" && !o.stdin:
		return errors.New("fmt: --stdin-filename names the text from --stdin, give that too")
	}
	return nil
}

func formatFiles(env environment, o formatOptions, paths []string) error {
	if err := o.validate(paths); err != nil {
		return err
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	set, err := setLayer(o.set)
	if err != nil {
		return fmt.Errorf("fmt: %w", err)
	}
	bar := newProgress(env)
	c := &career{today: env.today(), set: set, progress: bar}
	if o.stdin {
		b, err := io.ReadAll(env.stdin)
		if err != nil {
			return fmt.Errorf("fmt: reading standard input: %w", err)
		}
		if err := c.loadText(o.stdinFilename, string(b)); err != nil {
			return fmt.Errorf("fmt: %w", err)
		}
	} else {
		c.load(paths)
	}
	bar.end()
	m := mender{out: env.stdout, diff: o.diff, stdin: o.stdin}
	if !o.check && !o.diff && !o.stdin {
		sweep(c.folders(), time.Now())
	}
	changed := 0
	for _, f := range c.files {
		laidOut, err := f.laidOut()
		if err == nil && laidOut != f.doc.Source {
			changed++
			if o.check && !o.diff {
				_, err = fmt.Fprintln(env.stdout, text.Printable(f.shown))
			}
		}
		if err == nil && (o.diff || !o.check) {
			err = m.put(f, laidOut)
		}
		if err != nil {
			c.problems = append(c.problems, err)
		}
	}
	c.complain(env, "fmt")
	switch {
	case len(c.problems) > 0:
		return exitStatus(exitError)
	case o.check && changed > 0:
		return exitStatus(exitFindings)
	}
	return nil
}

// laidOut is the file's text formatted.
func (f *file) laidOut() (s string, err error) {
	defer caught(f.shown, &err)
	return text.Apply(f.doc.Source, format.Document(f.doc, f.configuration().Format))
}
