package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// checkOptions are the flags of check.
type checkOptions struct {
	format         string
	fix, diff      bool
	stdin          bool
	stdinFilename  string
	selected       []string
	ignored        []string
	lowest, failOn string
	color          string
}

func checkCommand(env environment) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Print what is missing, vague or wrong",
		Long: `Check reads the achievement files below each PATH, the current folder by default,
and prints what it finds: where, what is wrong, and what to do. Files that are
no achievements, reviews or roles are left alone.

The exit status is 0 when nothing at or above --fail-on was found, 1 when
something was, and 2 for wrong usage, a path that can't be read or a
configuration that can't be parsed.`,
		Example: `  achievement-ls check
  achievement-ls check career/achievements --severity warning
  achievement-ls check --diff                    show what --fix would change
  achievement-ls check --format json | jq '.findings[].rule'
  cat ACH-004.md | achievement-ls check --stdin --stdin-filename ACH-004.md`,
		RunE: func(_ *cobra.Command, paths []string) error { return check(env, o, paths) },
	}
	f := c.Flags()
	f.StringVar(&o.format, "format", "text", "how findings are printed: text or json")
	f.BoolVar(&o.fix, "fix", false, "apply the fixes that need no decision")
	f.BoolVar(&o.diff, "diff", false, "print what --fix would change, and change nothing")
	f.BoolVar(&o.stdin, "stdin", false, "read one file from standard input; with --fix print it mended")
	f.StringVar(&o.stdinFilename, "stdin-filename", "", "the path the text from --stdin stands for")
	f.StringSliceVar(&o.selected, "select", nil, "only these rules")
	f.StringSliceVar(&o.ignored, "ignore", nil, "all rules but these")
	f.StringVar(&o.lowest, "severity", "hint", "the lowest severity shown: hint, information, warning or error")
	f.StringVar(&o.failOn, "fail-on", "warning", "the lowest severity that makes the exit status 1")
	f.StringVar(&o.color, "color", "auto", "auto, always or never; NO_COLOR is respected")
	return c
}

// filter says which findings are shown.
type filter struct {
	selected, ignored []string
	lowest, failOn    severity.Severity
}

func (o checkOptions) filter() (filter, error) {
	f := filter{selected: o.selected, ignored: o.ignored}
	for _, name := range slices.Concat(o.selected, o.ignored) {
		if rules.Lookup(name) == nil {
			return f, fmt.Errorf("check: there is no rule %q%s; \"achievement-ls rules\" lists all", name, didYouMean(name))
		}
	}
	for flag, level := range map[string]*severity.Severity{"severity": &f.lowest, "fail-on": &f.failOn} {
		value := o.lowest
		if flag == "fail-on" {
			value = o.failOn
		}
		s, ok := severity.Parse(value)
		if !ok || s == severity.Off {
			return f, fmt.Errorf("check: --%s is %q, use hint, information, warning or error", flag, value)
		}
		*level = s
	}
	return f, nil
}

func (f filter) shows(found *rules.Finding) bool {
	return found.Severity >= f.lowest &&
		(len(f.selected) == 0 || slices.Contains(f.selected, found.Rule.Name)) &&
		!slices.Contains(f.ignored, found.Rule.Name)
}

// finding is a rule's finding with the file it stands in.
type finding struct {
	*rules.Finding
	path   string // as printed: relative to the current folder, with slashes
	source string
	lines  *text.Lines
	root   *root // of the workspace the file is in
}

// bom is 1 where a column counts a byte order mark, which no editor shows.
func bom(source string, at text.Position) int {
	if at.Line == 0 && at.Column > 0 && strings.HasPrefix(source, "\ufeff") {
		return 1
	}
	return 0
}

func check(env environment, o checkOptions, paths []string) error {
	show, err := o.filter()
	if err != nil {
		return err
	}
	if o.format != "text" && o.format != "json" {
		return fmt.Errorf("check: unknown format %q, use text or json", o.format)
	}
	var folder *career
	if o.stdin {
		if len(paths) > 0 {
			return errors.New("check: --stdin reads one file, give no PATH with it")
		}
		src, err := io.ReadAll(env.stdin)
		if err != nil {
			return fmt.Errorf("check: reading standard input: %w", err)
		}
		folder, err = loadText(o.stdinFilename, string(src), env.today())
		if err != nil {
			return err
		}
	} else {
		if len(paths) == 0 {
			paths = []string{"."}
		}
		if folder, err = load(paths, env.today()); err != nil {
			return err
		}
	}
	if o.fix || o.diff {
		if err := mend(env, o, folder, show); err != nil {
			return err
		}
		if o.diff || o.stdin {
			return nil
		}
	}
	var found []finding
	for _, f := range folder.files {
		for _, r := range f.check() {
			if show.shows(r) {
				found = append(found, finding{Finding: r, path: f.shown, source: f.doc.Source, lines: f.doc.Lines, root: f.root})
			}
		}
	}
	if err := report(env, o, folder, found); err != nil {
		return err
	}
	for _, problem := range folder.problems {
		fmt.Fprintf(env.stderr, "achievement-ls: %v\n", problem)
	}
	switch {
	case len(folder.problems) > 0:
		return exitStatus(exitError)
	case slices.ContainsFunc(found, func(f finding) bool { return f.Severity >= show.failOn }):
		return errFindings
	}
	return nil
}

func report(env environment, o checkOptions, folder *career, found []finding) error {
	if o.format == "json" {
		return writeJSON(env.stdout, len(folder.files), found)
	}
	p := newPalette(wantsColor(o.color, env.stdout))
	for _, f := range found {
		writeText(env.stdout, p, f)
	}
	_, err := fmt.Fprintln(env.stdout, summary(len(folder.files), found))
	return err
}

// summary is the line that ends the text output.
func summary(files int, found []finding) string {
	checked := plural(files, "file") + " checked"
	if len(found) == 0 {
		return checked + ", nothing found"
	}
	counts := map[severity.Severity]int{}
	in := map[string]bool{}
	fixable := 0
	for _, f := range found {
		counts[f.Severity]++
		in[f.path] = true
		if isFixable(f.Finding) {
			fixable++
		}
	}
	var parts []string
	for _, s := range []severity.Severity{severity.Error, severity.Warning, severity.Information, severity.Hint} {
		switch n := counts[s]; {
		case n == 0:
		case s == severity.Information:
			parts = append(parts, fmt.Sprintf("%d for information", n))
		default:
			parts = append(parts, plural(n, s.String()))
		}
	}
	line := fmt.Sprintf("%s, %s in %s: %s", checked, plural(len(found), "finding"), plural(len(in), "file"), strings.Join(parts, ", "))
	if fixable > 0 {
		line += fmt.Sprintf("; %d can be mended with --fix", fixable)
	}
	return line
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// isFixable reports whether --fix mends the finding.
func isFixable(f *rules.Finding) bool {
	return slices.ContainsFunc(f.Fixes, func(x *rules.Fix) bool { return x.Certain })
}

func wantsColor(mode string, w io.Writer) bool {
	switch mode {
	case "always":
		return true
	case "never":
		return false
	}
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isatty.IsTerminal(f.Fd())
}

// shownPath is an absolute path as it is printed: relative to the current
// folder, with slashes.
func shownPath(path string) string {
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, path); err == nil {
			path = rel
		}
	}
	return filepath.ToSlash(path)
}
