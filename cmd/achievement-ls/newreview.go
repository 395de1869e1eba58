package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/server/disk"
)

func newReviewCommand(env environment) *cobra.Command {
	var role string
	c := &cobra.Command{
		Use:   "review PERIOD",
		Short: "Draft a review from the achievements of a period",
		Long: `Review writes a self-review of a period, and prints its path: a table of the
period's achievements, of each what came of it, whom to thank, the skills shown,
and what is still missing. Every sentence is one of your files. In a role's folder,
or with --role, it is about that role; elsewhere about all. It lies where other
reviews do, else in a folder "reviews". A file that is there already is never
overwritten.`,
		Example: `  achievement-ls new review 2026-H1
  achievement-ls new review 'Q2 2026' --role ROLE-002
  achievement-ls new review FY26`,
		Args: func(_ *cobra.Command, words []string) error {
			if len(words) == 0 {
				return errors.New("new review: name a PERIOD, such as 2026-H1, 2026-Q2 or FY26")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, words []string) error {
			if err := newReview(env, strings.Join(words, " "), role); err != nil {
				return fmt.Errorf("new review: %w", err)
			}
			return nil
		},
	}
	c.Flags().StringVar(&role, "role", "", "the role's ID, instead of that of the current folder")
	return c
}

func newReview(env environment, period, role string) error {
	h, err := here()
	if err != nil {
		return err
	}
	p, ok := calendar.ParsePeriod(period, h.root.config.Period.FiscalYearStart)
	if !ok {
		return fmt.Errorf("%q names no period; write one such as 2026, 2026-H1, 2026-Q2, FY26 or 2026-01-01..2026-06-30", period)
	}
	f, err := h.draft().Review(p, role, func(path string) *document.Document {
		doc, err := disk.ReadFile(h.root.path, h.root.config.Config, path)
		if err != nil {
			return nil // it is gone since the folder was read
		}
		return rules.WithoutPlaceholders(doc)
	})
	if err != nil {
		return err
	}
	return h.write(env, h.root.real(f.Path), f.Content)
}
