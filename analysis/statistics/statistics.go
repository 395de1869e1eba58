package statistics

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/workspace"
)

// Statistics are achievements counted, and their JSON, version 1.
type Statistics struct {
	Version int `json:"version"`
	Group
	Quarters   []Group `json:"quarters"` // in order
	Categories []Group `json:"categories"`
	Tags       []Group `json:"tags"`
	People     []Group `json:"people"`
	Skills     []Group `json:"skills"` // tools too
}

// Group is a number of achievements that have something in common.
type Group struct {
	Name         string  `json:"name,omitempty"`
	Achievements int     `json:"achievements"`
	Complete     float64 `json:"complete"`   // mean share of what is wanted that has content
	Quantified   float64 `json:"quantified"` // share of the achievements with a figure in Result
}

// Count counts achievements by quarter, category, tag, person and skill.
func Count(all []Achievement) Statistics {
	out := Statistics{Version: 1, Group: group("", all)}
	out.Quarters = groups(all, func(a Achievement) []string { return []string{a.Quarter()} })
	slices.SortFunc(out.Quarters, func(a, b Group) int { return cmp.Compare(a.Name, b.Name) })
	out.Categories = groups(all, func(a Achievement) []string { return []string{cmp.Or(a.Category, "none")} })
	out.Tags = groups(all, func(a Achievement) []string { return a.Tags })
	out.People = groups(all, func(a Achievement) []string {
		var names []string
		for _, p := range a.People {
			names = append(names, p.Name)
		}
		return names
	})
	out.Skills = groups(all, func(a Achievement) []string { return slices.Concat(a.Skills, a.Tools) })
	return out
}

// undated stands for the quarter of achievements without a date; it sorts
// behind all others.
const undated = "undated"

// Quarter is the one of the achievement's date: "2026-Q2", or "FY26-Q2" where
// fiscal years do not start in January; "undated" without a date.
func (a Achievement) Quarter() string {
	if a.Date.IsZero() {
		return undated
	}
	year, quarter := yearOf(a.Date, a.FiscalYearStart)
	return fmt.Sprintf("%s-Q%d", year, quarter)
}

// yearOf is the year that a date is in, "2026" or "FY26", and its quarter.
func yearOf(d calendar.Date, fiscalYearStart time.Month) (year string, quarter int) {
	if fiscalYearStart <= time.January {
		return strconv.Itoa(d.Year), d.Quarter()
	}
	months := (int(d.Month) - int(fiscalYearStart) + 12) % 12
	y := d.Year
	if d.Month >= fiscalYearStart {
		y++ // a fiscal year bears the name of the one it ends in
	}
	return fmt.Sprintf("FY%02d", y%100), months/3 + 1
}

// Periods are the years, halves and quarters in which achievements are dated, of
// each kind the latest first.
func Periods(all []workspace.Place, fiscalYearStart time.Month) []string {
	var years, halves, quarters []string
	for _, p := range all {
		if p.Entry.Date.IsZero() {
			continue
		}
		year, quarter := yearOf(p.Entry.Date, fiscalYearStart)
		years = append(years, year)
		halves = append(halves, fmt.Sprintf("%s-H%d", year, (quarter+1)/2))
		quarters = append(quarters, fmt.Sprintf("%s-Q%d", year, quarter))
	}
	out := []string{}
	for _, kind := range [][]string{years, halves, quarters} {
		slices.Sort(kind)
		kind = slices.Compact(kind)
		slices.Reverse(kind)
		out = append(out, kind...)
	}
	return out
}

// groups are the achievements by names, the largest group first. An achievement
// counts once for each of its names.
func groups(all []Achievement, names func(Achievement) []string) []Group {
	members := make(map[string][]Achievement)
	for _, a := range all {
		seen := make(map[string]bool)
		for _, n := range names(a) {
			if n != "" && !seen[n] {
				seen[n] = true
				members[n] = append(members[n], a)
			}
		}
	}
	out := []Group{}
	for _, n := range slices.Sorted(maps.Keys(members)) {
		out = append(out, group(n, members[n]))
	}
	slices.SortStableFunc(out, func(a, b Group) int { return cmp.Compare(b.Achievements, a.Achievements) })
	return out
}

func group(name string, members []Achievement) Group {
	g := Group{Name: name, Achievements: len(members)}
	if len(members) == 0 {
		return g
	}
	complete, quantified := 0.0, 0
	for _, a := range members {
		complete += a.Complete()
		if a.Quantified {
			quantified++
		}
	}
	g.Complete = share(complete / float64(len(members)))
	g.Quantified = share(float64(quantified) / float64(len(members)))
	return g
}
