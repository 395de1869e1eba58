package main

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/workspace"
)

// achievement is one of a career, with the file it stands in.
type achievement struct {
	*workspace.EntryFacts
	rules.Measure
	file *file
}

// line is where it stands in its file, from one.
func (a achievement) line() int { return a.file.doc.Lines.LineOf(a.Offset) + 1 }

// complete is the share of what its form wants that has content.
func (a achievement) complete() float64 {
	if a.Wanted == 0 {
		return 1
	}
	return float64(a.Written) / float64(a.Wanted)
}

// achievements are those of the files, by date; those without one stand last.
func (c *career) achievements() []achievement {
	var out []achievement
	for _, f := range c.files {
		if f.config || f.doc.Kind != document.Achievement {
			continue
		}
		measures := rules.Measures(f.doc)
		facts := f.root.snapshot.File(f.doc.Path)
		for i := range facts.Entries {
			out = append(out, achievement{EntryFacts: &facts.Entries[i], Measure: measures[i], file: f})
		}
	}
	slices.SortStableFunc(out, func(a, b achievement) int {
		if a.Date.IsZero() != b.Date.IsZero() {
			return -a.Date.Compare(b.Date)
		}
		return a.Date.Compare(b.Date)
	})
	return out
}

// criteria are the flags that say which achievements are meant. Of several
// values of one flag one must fit, and of several flags all.
type criteria struct {
	periods, roles, tags, people, categories []string
}

func (c *criteria) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&c.periods, "period", nil, "only those of a time, such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31")
	f.StringArrayVar(&c.roles, "role", nil, "only those in a role: its ID, or a part of its name")
	f.StringArrayVar(&c.tags, "tag", nil, "only those with a tag, with or without #")
	f.StringArrayVar(&c.people, "person", nil, "only those somebody worked on: a name, or a part of it")
	f.StringArrayVar(&c.categories, "category", nil, "only those of a category, or of one below it")
}

// choose gives the achievements that fit. Its error is a period that is none.
func (c criteria) choose(all []achievement) ([]achievement, error) {
	for _, p := range c.periods {
		if _, ok := calendar.ParsePeriod(p, 1); !ok {
			return nil, fmt.Errorf("--period is %q, use a time such as 2026, 2026-Q2, FY26 or 2026-01-01..2026-03-31", p)
		}
	}
	return slices.DeleteFunc(all, func(a achievement) bool { return !c.fit(a) }), nil
}

func (c criteria) fit(a achievement) bool {
	return one(c.periods, func(s string) bool {
		p, _ := calendar.ParsePeriod(s, a.file.root.config.Period.FiscalYearStart)
		return !a.Date.IsZero() && p.Contains(a.Date)
	}) && one(c.roles, func(s string) bool {
		return strings.EqualFold(a.RoleID, s) || holds(a.Role, s)
	}) && one(c.tags, func(s string) bool {
		return slices.ContainsFunc(a.Tags, func(t string) bool { return strings.EqualFold(t, strings.TrimPrefix(s, "#")) })
	}) && one(c.people, func(s string) bool {
		return slices.ContainsFunc(a.People, func(p workspace.PersonFacts) bool { return holds(p.Name, s) })
	}) && one(c.categories, func(s string) bool {
		have, want := categoryPath(a.Category), categoryPath(s)
		return have == want || strings.HasPrefix(have, want+"/")
	})
}

// one reports whether a value fits; without values all do.
func one(values []string, fits func(string) bool) bool {
	return len(values) == 0 || slices.ContainsFunc(values, fits)
}

// holds reports whether part stands in s, in any case.
func holds(s, part string) bool {
	return part != "" && strings.Contains(strings.ToLower(s), strings.ToLower(part))
}

// categoryPath is a category in lower case, its levels joined by "/".
func categoryPath(category string) string {
	levels := strings.Split(strings.ToLower(category), "/")
	for i := range levels {
		levels[i] = strings.TrimSpace(levels[i])
	}
	return strings.Join(levels, "/")
}

// title is what an achievement is called where it has no title: its file.
func (a achievement) title() string { return cmp.Or(a.Title, path.Base(a.file.shown)) }
