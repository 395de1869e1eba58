// Package calendar holds civil dates and the periods reviews cover. It has no
// clock: today is given by the caller.
package calendar

import (
	"time"
)

// Date is a civil date. The zero value is no date.
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
	if len(s) != len("2006-01-02") {
		return Date{}, false
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, false
	}
	return Of(t), true
}
