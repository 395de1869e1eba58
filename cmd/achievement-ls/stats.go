package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

func statsCommand(env environment) *cobra.Command {
	var chosen criteria
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
configuration sets one.`,
		Example: `  achievement-ls stats
  achievement-ls stats --period 2026 --top 5
  achievement-ls stats --role ROLE-002 --format json`,
		RunE: func(_ *cobra.Command, paths []string) error {
			var write func(io.Writer, []achievement) error
			switch format {
			case "text":
				write = func(w io.Writer, all []achievement) error { return writeStats(w, statsOf(all), top) }
			case "json":
				write = func(w io.Writer, all []achievement) error { return encodeJSON(w, statsOf(all)) }
			default:
				return fmt.Errorf("stats: --format is %q, use text or json", format)
			}
			if top < 0 {
				return fmt.Errorf("stats: --top is %d, use a number of groups, or 0 for all", top)
			}
			return withAchievements(env, "stats", chosen, paths, write)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	c.Flags().IntVar(&top, "top", 10, "how many tags, people and skills the text shows, 0 for all")
	chosen.flags(c)
	complete(c, "format", "text", "json")
	return c
}

// The JSON of stats, version 1.
type (
	jsonStats struct {
		Version int `json:"version"`
		jsonGroup
		Quarters   []jsonGroup `json:"quarters"` // in order
		Categories []jsonGroup `json:"categories"`
		Tags       []jsonGroup `json:"tags"`
		People     []jsonGroup `json:"people"`
		Skills     []jsonGroup `json:"skills"` // tools too
	}
	jsonGroup struct {
		Name         string  `json:"name,omitempty"`
		Achievements int     `json:"achievements"`
		Complete     float64 `json:"complete"`   // mean share of what is wanted that has content
		Quantified   float64 `json:"quantified"` // share of the achievements with a figure in Result
	}
)

func statsOf(all []achievement) jsonStats {
	out := jsonStats{Version: 1, jsonGroup: group("", all)}
	out.Quarters = groups(all, func(a achievement) []string {
		return []string{quarter(a)}
	})
	slices.SortFunc(out.Quarters, func(a, b jsonGroup) int { return cmp.Compare(a.Name, b.Name) })
	out.Categories = groups(all, func(a achievement) []string { return []string{cmp.Or(a.Category, "none")} })
	out.Tags = groups(all, func(a achievement) []string { return a.Tags })
	out.People = groups(all, func(a achievement) []string {
		var names []string
		for _, p := range a.People {
			names = append(names, p.Name)
		}
		return names
	})
	out.Skills = groups(all, func(a achievement) []string { return slices.Concat(a.Skills, a.Tools) })
	return out
}

// undated stands for the quarter of achievements without a date; it sorts
// behind all others.
const undated = "undated"

// quarter is the one of the achievement's date: "2026-Q2", or "FY26-Q2" where
// fiscal years do not start in January.
func quarter(a achievement) string {
	if a.Date.IsZero() {
		return undated
	}
	start := a.file.root.config.Period.FiscalYearStart
	if start <= time.January {
		return fmt.Sprintf("%d-Q%d", a.Date.Year, a.Date.Quarter())
	}
	months := (int(a.Date.Month) - int(start) + 12) % 12
	year := a.Date.Year
	if a.Date.Month >= start {
		year++ // a fiscal year bears the name of the one it ends in
	}
	return fmt.Sprintf("FY%02d-Q%d", year%100, months/3+1)
}

// groups are the achievements by names, the largest group first. An achievement
// counts once for each of its names.
func groups(all []achievement, names func(achievement) []string) []jsonGroup {
	members := make(map[string][]achievement)
	for _, a := range all {
		seen := make(map[string]bool)
		for _, n := range names(a) {
			if n != "" && !seen[n] {
				seen[n] = true
				members[n] = append(members[n], a)
			}
		}
	}
	out := []jsonGroup{}
	for _, n := range slices.Sorted(maps.Keys(members)) {
		out = append(out, group(n, members[n]))
	}
	slices.SortStableFunc(out, func(a, b jsonGroup) int { return cmp.Compare(b.Achievements, a.Achievements) })
	return out
}

func group(name string, members []achievement) jsonGroup {
	g := jsonGroup{Name: name, Achievements: len(members)}
	if len(members) == 0 {
		return g
	}
	complete, quantified := 0.0, 0
	for _, a := range members {
		complete += a.complete()
		if a.Quantified {
			quantified++
		}
	}
	g.Complete = share(complete / float64(len(members)))
	g.Quantified = share(float64(quantified) / float64(len(members)))
	return g
}

// writeStats prints the groups with a bar for how many achievements each has.
func writeStats(w io.Writer, s jsonStats, top int) error {
	if s.Achievements == 0 {
		_, err := fmt.Fprintln(w, "no achievement found")
		return err
	}
	if _, err := fmt.Fprintf(w, "%s, %s\n", plural(s.Achievements, "achievement"), s.progress()); err != nil {
		return err
	}
	for _, chart := range []struct {
		title  string
		groups []jsonGroup
		top    int
	}{
		{"quarter", s.Quarters, 0},
		{"category", s.Categories, 0},
		{"tag", s.Tags, top},
		{"person", s.People, top},
		{"skill", s.Skills, top},
	} {
		if len(chart.groups) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "\nby %s\n", chart.title); err != nil {
			return err
		}
		if err := writeBars(w, chart.groups, chart.top); err != nil {
			return err
		}
	}
	return nil
}

func writeBars(w io.Writer, groups []jsonGroup, top int) error {
	const width = 20
	most, left := 0, 0
	for _, g := range groups {
		most = max(most, g.Achievements)
	}
	if top > 0 && len(groups) > top {
		left = len(groups) - top
		groups = groups[:top]
	}
	var rows [][]string
	for _, g := range groups {
		n := max(1, int(math.Round(float64(g.Achievements)*width/float64(most))))
		bar := strings.Repeat("█", n) + strings.Repeat(" ", width-n)
		rows = append(rows, []string{"  " + g.Name, fmt.Sprintf("%*d", len(fmt.Sprint(most)), g.Achievements), bar, g.progress()})
	}
	if err := writeTable(w, rows); err != nil || left == 0 {
		return err
	}
	_, err := fmt.Fprintf(w, "  and %d more\n", left)
	return err
}

// progress says how far a group has come.
func (g jsonGroup) progress() string {
	return fmt.Sprintf("%.0f%% complete, %.0f%% quantified", 100*g.Complete, 100*g.Quantified)
}
