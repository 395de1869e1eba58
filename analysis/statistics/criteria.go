package statistics

import (
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/workspace"
)

// Criteria say which achievements are meant. Of several values of one kind one
// must fit, and of several kinds all.
type Criteria struct {
	Periods    []string // as calendar.ParsePeriod reads them
	Roles      []string // an ID, or a part of the Role field
	Tags       []string // with or without #
	People     []string // a name, or a part of it
	Categories []string // a category holds those below it
}

// NoPeriod gives the first of the periods that is none, where one is.
func (c Criteria) NoPeriod() (period string, found bool) {
	for _, p := range c.Periods {
		if _, ok := calendar.ParsePeriod(p, 1); !ok {
			return p, true
		}
	}
	return "", false
}

// Choose gives the achievements that fit, in their order.
func (c Criteria) Choose(all []Achievement) []Achievement {
	var out []Achievement
	for _, a := range all {
		if c.fit(a) {
			out = append(out, a)
		}
	}
	return out
}

func (c Criteria) fit(a Achievement) bool {
	return one(c.Periods, func(s string) bool {
		p, _ := calendar.ParsePeriod(s, a.FiscalYearStart)
		return !a.Date.IsZero() && p.Contains(a.Date)
	}) && one(c.Roles, func(s string) bool {
		return strings.EqualFold(a.RoleID, s) || holds(a.Role, s)
	}) && one(c.Tags, func(s string) bool {
		return slices.ContainsFunc(a.Tags, func(t string) bool { return strings.EqualFold(t, strings.TrimPrefix(s, "#")) })
	}) && one(c.People, func(s string) bool {
		return slices.ContainsFunc(a.People, func(p workspace.PersonFacts) bool { return holds(p.Name, s) })
	}) && one(c.Categories, func(s string) bool {
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
