package completion

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// dates offers, in Date fields and columns, the days that are most often meant.
// An achievement's own date lies never in the future, so there only days up to
// today are offered.
func dates(p *place, l *list) {
	if p.Today.IsZero() {
		return
	}
	if f, ok := p.field(); ok {
		if f.key == template.PeriodField && p.doc.Kind == document.Review {
			p.addPeriods(l, f)
			return
		}
		past := f.key == template.Date && p.doc.Kind == document.Achievement
		if past || p.doc.Kind == document.Role && roleDate(f.name) {
			p.addDates(l, past, func(day string) text.Edit { return p.valueEdit(f, day) })
		}
		if p.doc.Kind == document.Role && strings.HasPrefix(f.name, "end") {
			l.add(Candidate{Kind: Date, Label: "present", Detail: "the role is held still", Edit: p.valueEdit(f, "present")})
		}
		return
	}
	if r := p.row(); r != nil && r.columns != nil {
		if here := r.columns[r.at : r.at+1]; p.column(here, template.When) == 0 || column(here, "when", "day") == 0 {
			p.addDates(l, false, func(day string) text.Edit { return p.edit(p.cell(r, r.at), day) })
		}
		return
	}
	if s, columns, ok := p.newRow(); ok {
		if i := p.column(columns, template.When); i >= 0 && p.within(template.Presentations) {
			p.addDates(l, false, func(day string) text.Edit { return p.edit(s, rowOf(columns, map[int]string{i: day})) })
		}
	}
}

// roleDate reports whether a field of a role is its start or end.
func roleDate(name string) bool {
	switch name {
	case "date", "start", "started", "start date", "from", "end", "ended", "end date", "until":
		return true
	}
	return false
}

func (p *place) addDates(l *list, past bool, make func(string) text.Edit) {
	today := p.Today
	quarter := quarterEnd(today)
	friday := today.AddDays((int(time.Friday) - int(today.Weekday()) + 7) % 7)
	for _, day := range []struct {
		date   calendar.Date
		detail string
	}{
		{today, "today"},
		{today.AddDays(-1), "yesterday"},
		{friday, "end of this week or sprint"},
		{friday.AddDays(-7), "end of last week or sprint"},
		{quarter, "end of this quarter"},
		{quarterEnd(startOfQuarter(quarter).AddDays(-1)), "end of last quarter"},
	} {
		if past && day.date.After(today) {
			continue
		}
		s := day.date.String()
		l.add(Candidate{
			Kind: Date, Label: s, Detail: strings.TrimSpace(day.date.Weekday().String() + ", " + day.detail),
			Filter: s + " " + day.detail, Edit: make(s),
		})
	}
}

// addPeriods offers the periods that reviews written today cover: this half-year,
// quarter and year, then those before.
func (p *place) addPeriods(l *list, f field) {
	quarter := startOfQuarter(p.Today)
	half := quarter
	if half.Quarter()%2 == 0 {
		half = startOfQuarter(half.AddDays(-1))
	}
	for _, period := range []struct{ name, detail string }{
		{halfYear(half), "this half-year"},
		{quarterOf(quarter), "this quarter"},
		{strconv.Itoa(half.Year), "this year"},
		{halfYear(half.AddDays(-1)), "last half-year"},
		{quarterOf(quarter.AddDays(-1)), "last quarter"},
		{strconv.Itoa(half.Year - 1), "last year"},
	} {
		l.add(Candidate{Kind: Date, Label: period.name, Detail: period.detail, Edit: p.valueEdit(f, period.name)})
	}
}

func halfYear(d calendar.Date) string  { return fmt.Sprintf("%d-H%d", d.Year, d.Half()) }
func quarterOf(d calendar.Date) string { return fmt.Sprintf("%d-Q%d", d.Year, d.Quarter()) }

func startOfQuarter(d calendar.Date) calendar.Date {
	return calendar.Date{Year: d.Year, Month: time.Month(3*d.Quarter() - 2), Day: 1}
}

func quarterEnd(d calendar.Date) calendar.Date {
	return calendar.Date{Year: d.Year, Month: time.Month(3 * d.Quarter()), Day: 1}.EndOfMonth()
}
