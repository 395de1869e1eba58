package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/statistics"
)

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

// criteriaFlags are the flags that say which achievements are meant.
func criteriaFlags(cmd *cobra.Command, c *statistics.Criteria) {
	f := cmd.Flags()
	f.StringArrayVar(&c.Periods, "period", nil, "only those of a time, such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31")
	f.StringArrayVar(&c.Roles, "role", nil, "only those in a role: its ID, or a part of its name")
	f.StringArrayVar(&c.Tags, "tag", nil, "only those with a tag, with or without #")
	f.StringArrayVar(&c.People, "person", nil, "only those somebody worked on: a name, or a part of it")
	f.StringArrayVar(&c.Categories, "category", nil, "only those of a category, or of one below it")
}

// choose gives the achievements that fit. Its error is a period that is none.
func choose(c statistics.Criteria, all []statistics.Achievement) ([]statistics.Achievement, error) {
	if p, wrong := c.NoPeriod(); wrong {
		return nil, fmt.Errorf("--period is %q, use a time such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31", p)
	}
	return c.Choose(all), nil
}
