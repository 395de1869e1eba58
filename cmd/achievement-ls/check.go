package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/rules"
	"achievement-ls/server/disk"
)

// checkOptions are the flags of check.
type checkOptions struct {
	set            []string
	format         string
	fix, diff      bool
	stdin          bool
	stdinFilename  string
	selected       []string
	ignored        []string
	lowest, failOn string
	color          string
	statistics     bool
	baseline       string
	writeBaseline  string
	watch          bool
}

func checkCommand(env environment) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Print what is missing, vague or wrong",
		Long: `Check reads the achievement files below each PATH, the current folder by default,
and prints what it finds: where, what is wrong, and what to do. Files that are
no achievements, reviews or roles are left alone, and so is what git ignores,
unless it is named.

The exit status is 0 when nothing at or above --fail-on was found, 1 when
something was, and 2 for wrong usage, a path that can't be read or a
configuration that can't be parsed.`,
		Example: `  achievement-ls check
  achievement-ls check career/achievements --severity warning
  achievement-ls check --fix                     mend what needs no decision
  achievement-ls check --diff | git apply        the same, by way of a patch
  achievement-ls check --format json | jq '.findings[].rule'
  achievement-ls check --format sarif >findings.sarif
  achievement-ls check --format github           annotations in a workflow's log
  achievement-ls check --watch                   again whenever a file changes
  achievement-ls check --statistics              how often each rule found something
  achievement-ls check --write-baseline old.json
  achievement-ls check --baseline old.json       only what is new since then
  achievement-ls check --stdin --stdin-filename ACH-004.md <ACH-004.md`,
		RunE: func(_ *cobra.Command, paths []string) error { return check(env, o, paths) },
	}
	f := c.Flags()
	f.StringVar(&o.format, "format", "text", "how findings are printed: text, json, sarif, github or junit")
	f.BoolVar(&o.fix, "fix", false, "apply the fixes that need no decision")
	f.BoolVar(&o.diff, "diff", false, "print what --fix would change, and change nothing")
	f.BoolVar(&o.stdin, "stdin", false, "read one file from standard input; with --fix print it mended,\nand the findings on standard error")
	f.StringVar(&o.stdinFilename, "stdin-filename", "", "the path the text from --stdin stands for")
	f.StringSliceVar(&o.selected, "select", nil, "only these rules, even if they are off by default")
	f.StringSliceVar(&o.ignored, "ignore", nil, "all rules but these")
	f.StringVar(&o.lowest, "severity", "hint", "the lowest severity shown: hint, information, warning or error")
	f.StringVar(&o.failOn, "fail-on", "warning", "the lowest severity that makes the exit status 1")
	f.StringVar(&o.color, "color", "auto", "auto, always or never; auto respects NO_COLOR")
	f.BoolVar(&o.watch, "watch", false, "check again whenever a file changes, until interrupted")
	f.BoolVar(&o.statistics, "statistics", false, "count findings by rule instead of printing them")
	f.StringVar(&o.baseline, "baseline", "", "hide the findings in this file; --fix mends them all the same")
	f.StringVar(&o.writeBaseline, "write-baseline", "", "write what is found into this file, for --baseline, and print nothing of it")
	setFlag(c, &o.set)
	completeFlags(c)
	return c
}

// completeFlags tells the shell what the flags take.
func completeFlags(c *cobra.Command) {
	severities := []string{"hint", "information", "warning", "error"}
	complete(c, "format", formatNames()...)
	complete(c, "severity", severities...)
	complete(c, "fail-on", severities...)
	complete(c, "color", "auto", "always", "never")
	completeRules(c, "select")
	completeRules(c, "ignore")
}

// validate reports a use of the flags that means nothing.
func (o checkOptions) validate(paths []string) error {
	switch {
	case !slices.Contains(formatNames(), o.format):
		return fmt.Errorf("check: --format is %q, use text, json, sarif, github or junit", o.format)
	case o.color != "auto" && o.color != "always" && o.color != "never":
		return fmt.Errorf("check: --color is %q, use auto, always or never", o.color)
	case o.diff && o.format != "text":
		return fmt.Errorf("check: --diff prints a diff, not %s; leave one of the two out", o.format)
	case o.statistics && (o.diff || o.format != "text"):
		return errors.New("check: --statistics counts findings, in text; leave it or --diff and --format out")
	case o.writeBaseline != "" && (o.diff || o.baseline != ""):
		return errors.New("check: --write-baseline writes all that is found; leave --baseline and --diff out")
	case o.watch && (o.fix || o.diff || o.stdin || o.writeBaseline != ""):
		return errors.New("check: --watch prints findings and changes nothing; leave --fix, --diff, --stdin and --write-baseline out")
	case o.watch && o.format != "text" && o.format != "json":
		return fmt.Errorf("check: --watch prints text or json, not %s; leave one of the two out", o.format)
	case o.stdin && len(paths) > 0:
		return errors.New("check: --stdin reads one file, give no PATH with it")
	case o.stdinFilename != "" && !o.stdin:
		return errors.New("check: --stdin-filename names the text from --stdin, give that too")
	}
	return nil
}

func check(env environment, o checkOptions, paths []string) error {
	if err := o.validate(paths); err != nil {
		return err
	}
	show, err := o.filter()
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	src := ""
	if o.stdin {
		b, err := io.ReadAll(env.stdin)
		if err != nil {
			return fmt.Errorf("check: reading standard input: %w", err)
		}
		src = string(b)
	}
	if o.watch {
		return watch(env, o, paths, func() error { return checkOnce(env, o, show, paths, src) })
	}
	return checkOnce(env, o, show, paths, src)
}

// checkOnce checks the files below paths, or src where standard input is asked
// for.
func checkOnce(env environment, o checkOptions, show filter, paths []string, src string) error {
	set, err := setLayer(o.set)
	if err != nil {
		return fmt.Errorf("check: %w", err)
	}
	bar := newProgress(env)
	defer bar.end()
	read := func(configs map[string]string) (*career, error) {
		c := &career{today: env.today(), switchOn: o.selected, set: set, configs: configs, progress: bar}
		if o.stdin {
			return c, c.loadText(o.stdinFilename, src)
		}
		c.load(paths)
		return c, nil
	}
	var known *baseline
	if o.baseline != "" {
		if known, err = readBaseline(o.baseline); err != nil {
			return fmt.Errorf("check: reading the baseline %s: %w", o.baseline, err)
		}
	}
	c, err := read(nil)
	if err != nil {
		return fmt.Errorf("check: %w", err)
	}
	r := reporter{env: env, options: o}
	if o.fix || o.diff {
		if c, r.mended, err = mend(env, o, c, show, read); err != nil {
			return fmt.Errorf("check: %w", err)
		}
	}
	found := c.check(show, known)
	if o.writeBaseline != "" {
		if err := writeBaseline(o.writeBaseline, found.found); err != nil {
			return fmt.Errorf("check: writing the baseline %s: %w", o.writeBaseline, err)
		}
		found.known, found.found, found.written = len(found.found), nil, o.writeBaseline
	}
	bar.end()
	if err := r.report(c, found); err != nil {
		return fmt.Errorf("check: printing what was found: %w", err)
	}
	switch {
	case len(c.problems) > 0:
		return exitStatus(exitError)
	case slices.ContainsFunc(found.found, func(f finding) bool { return f.Severity >= show.failOn }):
		return exitStatus(exitFindings)
	}
	return nil
}

// check gives what is found in all files, and is not known from the baseline.
func (c *career) check(show filter, known *baseline) outcome {
	r := outcome{files: c.files, failOn: show.failOn}
	for i, raw := range c.checkAll() {
		f := c.files[i]
		for _, x := range raw {
			found := finding{Finding: x, file: f}
			hidden := known.hides(found)
			switch {
			case !show.shows(x):
			case hidden:
				r.known++
			default:
				r.found = append(r.found, found)
			}
		}
	}
	r.gone = known.gone(c.files)
	r.problems = c.problems
	return r
}

// checkAll checks the files on all cores, and gives what is found in each.
func (c *career) checkAll() [][]*rules.Finding {
	found, faults := make([][]*rules.Finding, len(c.files)), make([]error, len(c.files))
	var mu sync.Mutex
	done := 0
	disk.Each(len(c.files), func(i int) {
		found[i], faults[i] = c.files[i].check()
		mu.Lock()
		defer mu.Unlock()
		done++
		c.progress.at("checking", done, len(c.files))
	})
	for _, err := range faults {
		if err != nil {
			c.problems = append(c.problems, err)
		}
	}
	return found
}

// noColor reports whether the environment asks for plain text (no-color.org).
func noColor() bool { return os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
