package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/report"
	"achievement-ls/analysis/statistics"
)

func statsCommand(env environment) *cobra.Command {
	var chosen selection
	var format string
	var top int
	c := &cobra.Command{
		Use:   "stats [PATH…]",
		Short: "Count achievements by quarter, category, tag, person and skill",
		Long: `Stats counts the achievements below each PATH, the current folder by default, by
quarter, category, tag, person and skill, and says of each group how complete
it is (the share of the fields, sections and STAR parts wanted that have
content) and how much of it is quantified (the share of the achievements in whose
Result a figure stands). Quarters are those of the fiscal year, where the
configuration sets one. At the end stand the strongest results, one of each
achievement, by the figure it comes to; one in which something is wrong is left
out.`,
		Example: `  achievement-ls stats
  achievement-ls stats --period 2026 --top 5
  achievement-ls stats --role ROLE-002 --format json`,
		RunE: func(_ *cobra.Command, paths []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("stats: --format is %q, use text or json", format)
			}
			if top < 0 {
				return fmt.Errorf("stats: --top is %d, use a number of groups, or 0 for all", top)
			}
			return chosen.print(env, "stats", paths, func(w io.Writer, c *career, all []statistics.Achievement) error {
				r := report.Of(report.Source{Achievements: all, Today: c.today, Findings: c.findings()})
				if format == "json" {
					return encodeJSON(w, r.Summary())
				}
				if c.nothingRead() {
					return nil
				}
				_, err := io.WriteString(w, r.Text(top))
				return err
			})
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	c.Flags().IntVar(&top, "top", 10, "how many tags, people, skills and results the text shows, 0 for all")
	chosen.flags(c)
	complete(c, "format", "text", "json")
	return c
}
