package rules

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/severity"
)

var periodTag = &Rule{
	Name:     "period-tag",
	Group:    Tags,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A tag names a quarter, half, month or fiscal year in which the achievement's date does not lie: `#q2-2026`, `#2026-h1`, `#2026-05`, `#fy26`.",
		Why:     "Who gathers a review by the tag cites what belongs to another.",
		Bad:     tagExample("#q3-2026"),
		Good:    tagExample("#q2-2026"),
		Options: "`period.fiscalYearStart` of the configuration is the month in which the fiscal year starts.",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			date, field := p.dateOf(e)
			if field == nil {
				continue
			}
			for _, t := range e.Tags {
				if p.inPeriod(t.Name, date) {
					continue
				}
				form, _ := readPeriodTag(t.Name)
				right := form.at(date, p.Config.Period.FiscalYearStart)
				f := p.Report(t.Span, fmt.Sprintf("%q does not hold the achievement's date, %s; write %q, or correct the date", p.Document.Text(t.Span), date, written(p.Document, t, right))).
					Also(field.Value, "the achievement's date")
				p.fixTag(f, e, t, right, false)
			}
		}
	},
}

// inPeriod reports whether a tag either names no period or one that holds the
// date. Where the fiscal year is not the calendar's, a quarter may be of either.
func (p *Pass) inPeriod(tag string, date calendar.Date) bool {
	form, ok := readPeriodTag(tag)
	start := p.Config.Period.FiscalYearStart
	tag = strings.ToLower(tag)
	if !ok || form.at(date, start) == tag {
		return true
	}
	if form.fiscal || form.unit == "m" {
		return false
	}
	form.fiscal = true
	return strings.Replace(form.at(date, start), "fy", "", 1) == tag
}

// periodForm is how a tag writes a period: the order of its pieces, and what
// joins them.
type periodForm struct {
	fiscal    bool
	unit      string // "q", "h", "m" for a month, "" for a year
	unitFirst bool   // q2-2026, not 2026-q2
	yearJoin  string // between "fy" and the year
	join      string
	long      bool // four digits of the year
}

var (
	unitYear   = pattern.New(`^([qh])([1-4])([-/]?)(fy)?(\d{4}|\d{2})$`)
	yearUnit   = pattern.New(`^(fy)?(-?)(\d{4}|\d{2})(?:([-/]?)([qh])([1-4]))?$`)
	yearMonths = pattern.New(`^(?:19|20)\d{2}([-/])(?:0[1-9]|1[0-2])$`)
)

// readPeriodTag reads how a tag writes a period; ok is false for one that names
// none. A number alone is no tag, whatever year it may mean.
func readPeriodTag(tag string) (form periodForm, ok bool) {
	tag = strings.ToLower(tag)
	if m := yearMonths.FindStringSubmatch(tag); m != nil {
		return periodForm{unit: "m", join: m[1], long: true}, true
	}
	if m := unitYear.FindStringSubmatch(tag); m != nil {
		if m[1] == "h" && m[2] > "2" {
			return form, false
		}
		return periodForm{fiscal: m[4] != "", unit: m[1], unitFirst: true, join: m[3], long: len(m[5]) == 4}, true
	}
	m := yearUnit.FindStringSubmatch(tag)
	if m == nil || m[1] == "" && (m[2] != "" || m[5] == "") || m[5] == "h" && m[6] > "2" {
		return form, false
	}
	if m[1] == "" && len(m[3]) == 2 {
		return form, false // "24h2"
	}
	return periodForm{fiscal: m[1] != "", unit: m[5], yearJoin: m[2], join: m[4], long: len(m[3]) == 4}, true
}

// at is the tag of the period that holds a date.
func (f periodForm) at(date calendar.Date, start time.Month) string {
	year, month := date.Year, int(date.Month)-1
	if f.fiscal && start > time.January {
		// A fiscal year bears the name of the calendar year in which it ends.
		month = (month - int(start) + 1 + 12) % 12
		if date.Month >= start {
			year++
		}
	}
	y := strconv.Itoa(year)
	if !f.long {
		y = fmt.Sprintf("%02d", year%100)
	}
	if f.fiscal {
		y = "fy" + f.yearJoin + y
	}
	unit := f.unit
	switch f.unit {
	case "":
		return y
	case "m":
		return fmt.Sprintf("%s%s%02d", y, f.join, int(date.Month))
	case "q":
		unit += strconv.Itoa(month/3 + 1)
	case "h":
		unit += strconv.Itoa(month/6 + 1)
	}
	if f.unitFirst {
		return unit + f.join + y
	}
	return y + f.join + unit
}
