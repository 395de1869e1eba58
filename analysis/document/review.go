package document

import (
	"path"
	"strings"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// PeriodText is what says which time a review covers, and where: its period
// field, else its file's name, else its title. Of a name the place is empty. ok
// is false where none says so.
func (d *Document) PeriodText() (s string, span text.Span, ok bool) {
	for _, f := range d.Fields {
		if f.Key == template.PeriodField && f.Text != "" {
			return f.Text, f.Value, mentionsPeriod(f.Text)
		}
	}
	if base := strings.TrimSuffix(d.Base(), path.Ext(d.Base())); mentionsPeriod(base) {
		return base, text.Span{}, true
	}
	if d.Title != nil && mentionsPeriod(d.Title.Name) {
		return d.Title.Name, d.Title.Heading.Text, true
	}
	return "", text.Span{}, false
}

// mentionsPeriod reports whether a text says which time is meant; in which month
// a fiscal year starts has no say in that.
func mentionsPeriod(s string) bool {
	_, _, ok := calendar.FindPeriod(s, time.January)
	return ok
}

// Period is the time a review covers, fiscal years starting in the month given;
// ok is false where nothing says so.
func (d *Document) Period(fiscalYearStart time.Month) (calendar.Period, bool) {
	s, _, ok := d.PeriodText()
	if !ok {
		return calendar.Period{}, false
	}
	p, _, ok := calendar.FindPeriod(s, fiscalYearStart)
	return p, ok
}
