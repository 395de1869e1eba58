package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/statistics"
)

// selection is which achievements a command is about, and what is set for it.
type selection struct {
	criteria statistics.Criteria
	set      []string
}

// flags adds those that say which achievements are meant.
func (s *selection) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&s.criteria.Periods, "period", nil, "only those of a time, such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31")
	f.StringArrayVar(&s.criteria.Roles, "role", nil, "only those in a role: its ID, or a part of its name")
	f.StringArrayVar(&s.criteria.Tags, "tag", nil, "only those with a tag, with or without #")
	f.StringArrayVar(&s.criteria.People, "person", nil, "only those somebody worked on: a name, or a part of it")
	f.StringArrayVar(&s.criteria.Categories, "category", nil, "only those of a category, or of one below it")
	setFlag(cmd, &s.set)
}

// load reads the files below paths, the current folder where there are none. Its
// error is a flag that means nothing.
func (s selection) load(env environment, paths []string) (*career, error) {
	if p, wrong := s.criteria.NoPeriod(); wrong {
		return nil, fmt.Errorf("--period is %q, use a time such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31", p)
	}
	set, err := setLayer(s.set)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	bar := newProgress(env)
	defer bar.end()
	c := &career{today: env.today(), set: set, progress: bar}
	c.load(paths)
	return c, nil
}

// print prints the achievements chosen below paths, and says what could not be
// read, as the command of that name.
func (s selection) print(env environment, command string, paths []string, write func(io.Writer, *career, []statistics.Achievement) error) error {
	c, err := s.load(env, paths)
	if err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	if err := write(env.stdout, c, s.criteria.Choose(c.achievements())); err != nil {
		return fmt.Errorf("%s: printing: %w", command, err)
	}
	c.complain(env, command)
	if len(c.problems) > 0 {
		return exitStatus(exitError)
	}
	return nil
}

// achievements are those of the files, by date; those without one stand last.
func (c *career) achievements() []statistics.Achievement {
	var out []statistics.Achievement
	for _, f := range c.files {
		if !f.config {
			out = append(out, statistics.Of(f.doc, f.root.snapshot.File(f.doc.Path), f.shown, f.root.config.Period.FiscalYearStart)...)
		}
	}
	statistics.Sort(out)
	return out
}

// nothingRead reports whether there is nothing to say but what went wrong.
func (c *career) nothingRead() bool { return len(c.files) == 0 && len(c.problems) > 0 }
