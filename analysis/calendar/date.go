// Package calendar holds civil dates and the periods reviews cover. It has no
// clock: today is given by the caller.
package calendar

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a civil date. The zero value is no date. Dates compare with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of is the date of t in t's own location.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads exactly YYYY-MM-DD, and only a day that exists (ISO 8601
// calendar date, extended format).
func ParseDate(s string) (Date, bool) {
	if len(s) != len(time.DateOnly) {
		return Date{}, false
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, false
	}
	return Of(t), true
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Time is midnight of d in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String is d as YYYY-MM-DD, "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Compare is negative, zero or positive as d lies before, on or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d lies before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d lies after e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// AddDays is the date n days after d, before it for a negative n.
func (d Date) AddDays(n int) Date { return Of(d.Time().AddDate(0, 0, n)) }

// Quarter is 1 to 4, by calendar years.
func (d Date) Quarter() int { return (int(d.Month)-1)/3 + 1 }

// Half is 1 or 2, by calendar years.
func (d Date) Half() int { return (int(d.Month)-1)/6 + 1 }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// EndOfMonth is the last day of d's month.
func (d Date) EndOfMonth() Date { return Of(time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC)) }

// valid gives the date of year, month and day, where there is such a day.
func valid(year, month, day int) (Date, bool) {
	d := Date{year, time.Month(month), day}
	ok := year >= 1000 && year <= 9999 && Of(d.Time()) == d
	if !ok {
		return Date{}, false
	}
	return d, true
}
