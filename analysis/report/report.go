// Package report makes of achievements what a person brings to a review talk:
// the strongest results, a timeline, how far the files have come, skills, tags
// and people over time, and what is still missing, as one page of HTML.
package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/statistics"
)

// Source is what a report is made of.
type Source struct {
	// Achievements are all there are, in the order of their dates; Chosen says
	// which of them the report is about.
	Achievements []statistics.Achievement
	Chosen       statistics.Criteria
	// Name says whose they are; "" for nobody's in particular.
	Name string
	// Today is the day the report is made.
	Today calendar.Date
	// Findings are those of the file at an Achievement's Path. It is asked once
	// a file; nil where nothing is known.
	Findings func(path string) []*rules.Finding
	// Link is where the page leads for the file at an Achievement's Path: a
	// relative or http(s) URL. nil for the path itself.
	Link func(path string) string
}

// Report is what the page says.
type Report struct {
	Name         string
	Period       string // "2026-H1", or several; "" for all time
	First, Last  calendar.Date
	Roles        []string // as their fields say, without the ID; the latest last
	Made         calendar.Date
	Statistics   statistics.Statistics
	Achievements []Achievement // by date; those without one stand last
	Headlines    []Headline    // the strongest first
	Quarters     []Quarter     // in order, those without an achievement too
	Skills, Tags Matrix
	People       []Person
}

// Achievement is one of the report's.
type Achievement struct {
	statistics.Achievement
	Number int // from one, in the order of the report
	Link   string
	// Gaps are what its file lacks, by severity; Hints how many hints there are
	// besides.
	Gaps  []Gap
	Hints int
}

// Quarter is one of the calendar or the fiscal year.
type Quarter struct {
	statistics.Group
	Figures int // how many achievements have one in their Result
}

// Person is somebody worked with.
type Person struct {
	Name, Role   string // the role given last
	Achievements []*Achievement
}

// Of makes the report. It is a function of its source alone. Its criteria's
// periods must be ones (see Criteria.NoPeriod).
func Of(s Source) Report {
	chosen := s.Chosen.Choose(s.Achievements)
	r := Report{Name: s.Name, Made: s.Today, Statistics: statistics.Count(chosen)}
	found := s.findings(chosen)
	for i, a := range chosen {
		one := Achievement{Achievement: a, Number: i + 1, Link: a.Path}
		if s.Link != nil {
			one.Link = s.Link(a.Path)
		}
		one.judge(found[a.EntryFacts])
		r.Achievements = append(r.Achievements, one)
		r.Headlines = append(r.Headlines, headlineOf(&one, found[a.EntryFacts])...)
		if held := strings.TrimPrefix(a.Role, a.RoleID+" - "); held != "" {
			r.Roles = append(slices.DeleteFunc(r.Roles, func(role string) bool { return role == held }), held)
		}
	}
	for i := range r.Headlines {
		r.Headlines[i].Achievement = &r.Achievements[r.Headlines[i].Achievement.Number-1]
	}
	slices.SortStableFunc(r.Headlines, byStrength)
	r.Period, r.First, r.Last = span(chosen, s.Chosen.Periods)
	r.Quarters = quarters(chosen, r.Statistics)
	r.Skills = matrix("Skills and tools", chosen, r.Statistics.Skills, func(a statistics.Achievement) []string { return slices.Concat(a.Skills, a.Tools) })
	// A tag such as "2026-q2" says what the columns say.
	telling := slices.DeleteFunc(slices.Clone(r.Statistics.Tags), func(g statistics.Group) bool {
		_, period := calendar.ParsePeriod(g.Name, time.January)
		return period
	})
	r.Tags = matrix("Tags", chosen, telling, func(a statistics.Achievement) []string { return a.Tags })
	r.People = r.people()
	return r
}

// span is the time a report covers: that of the one period asked for, else from
// the first date to the last.
func span(chosen []statistics.Achievement, periods []string) (name string, first, last calendar.Date) {
	start := time.January
	for _, a := range chosen {
		start = a.FiscalYearStart
		if !a.Date.IsZero() {
			first = cmp.Or(first, a.Date)
			last = a.Date
		}
	}
	if len(periods) == 1 {
		p, _ := calendar.ParsePeriod(periods[0], start)
		return p.Name, p.Start, p.End
	}
	return strings.Join(periods, ", "), first, last
}

// maxQuarters is how many quarters in a row are shown with the empty ones among
// them; beyond, a date is likely to be a slip.
const maxQuarters = 24

// quarters are those from the first to the last date, or where these lie far
// apart those with achievements.
func quarters(chosen []statistics.Achievement, s statistics.Statistics) []Quarter {
	var out []Quarter
	add := func(g statistics.Group) {
		q := Quarter{Group: g}
		for _, a := range chosen {
			if a.Quarter() == g.Name && a.Quantified {
				q.Figures++
			}
		}
		out = append(out, q)
	}
	for i, g := range s.Quarters {
		if i > 0 {
			if between, ok := between(chosen, s.Quarters[i-1].Name, g.Name); ok {
				for _, name := range between {
					add(statistics.Group{Name: name})
				}
			}
		}
		add(g)
	}
	return out
}

// between are the names of the quarters between two, which achievements chosen
// are in. It reports false where there are too many of them.
func between(chosen []statistics.Achievement, from, to string) ([]string, bool) {
	i := slices.IndexFunc(chosen, func(a statistics.Achievement) bool { return a.Quarter() == from })
	if i < 0 || chosen[i].Date.IsZero() {
		return nil, false
	}
	at := *chosen[i].EntryFacts
	at.Date.Day = 1
	var names []string
	for range maxQuarters {
		at.Date = calendar.Of(at.Date.Time().AddDate(0, 3, 0))
		name := statistics.Achievement{EntryFacts: &at, FiscalYearStart: chosen[i].FiscalYearStart}.Quarter()
		if name == to {
			return names, true
		}
		names = append(names, name)
	}
	return nil, false
}

// people are those worked with, the most frequent first.
func (r *Report) people() []Person {
	var out []Person
	place := make(map[string]int)
	for i, g := range r.Statistics.People {
		out = append(out, Person{Name: g.Name})
		place[g.Name] = i
	}
	for i := range r.Achievements {
		a := &r.Achievements[i]
		for _, p := range a.People {
			if p.Name == "" {
				continue
			}
			known := &out[place[p.Name]]
			known.Role = cmp.Or(p.Role, known.Role)
			if !slices.Contains(known.Achievements, a) {
				known.Achievements = append(known.Achievements, a)
			}
		}
	}
	return out
}
