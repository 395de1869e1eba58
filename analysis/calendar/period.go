package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// Period is the time a review covers, both ends included.
type Period struct {
	Name       string // "2026-H1", "FY26", "2026-05"
	Start, End Date
}

// Contains reports whether d lies in the period.
func (p Period) Contains(d Date) bool { return !d.Before(p.Start) && !d.After(p.End) }

const (
	join  = `[-_/ ]?`
	dates = `\d{4}-\d{2}-\d{2}`
)

var (
	fullRange  = pattern.New(`(` + dates + `)\s*(?:\.\.|–|—|to|-)\s*(` + dates + `)`)
	fiscal     = pattern.New(`(?i)\bfy` + join + `(\d{4}|\d{2})(?:` + join + `([qh])([1-4]))?(?:\b|_)`)
	yearPart   = pattern.New(`(?i)(?:\b|_)(\d{4})` + join + `([qh])([1-4])(?:\b|_)`)
	partYear   = pattern.New(`(?i)(?:\b|_)([qh])([1-4])` + join + `(\d{4})(?:\b|_)`)
	yearMonth  = pattern.New(`\b(\d{4})-(\d{2})(?:\b|_)`)
	monthRange = pattern.New(`(?i)(\p{L}+)(?:\s+(\d{4}))?\s*(?:–|—|-|to|bis|à|a)\s*(\p{L}+)\s+(\d{4})`)
	monthYear  = pattern.New(`(?i)(\p{L}+)\s+(\d{4})\b`)
	bareYear   = pattern.New(`(?:\b|_)((?:19|20)\d{2})(?:\b|_)`)
)

// ParsePeriod reads a period that is all of s: 2026, 2026-H1, Q2 2026, FY26,
// FY26-Q2, 2026-05, 2026-01-01..2026-06-30, "January–June 2026". A fiscal year
// bears the name of the calendar year in which it ends, and starts in the month
// given.
func ParsePeriod(s string, fiscalYearStart time.Month) (Period, bool) {
	p, span, ok := FindPeriod(s, fiscalYearStart)
	if !ok || strings.TrimSpace(s[:span.Start]+s[span.End:]) != "" {
		return Period{}, false
	}
	return p, true
}

// FindPeriod gives the first period that s mentions, such as in the name
// "2026-H1-Self-Review", and where. The most telling form wins: in
// "2026-01-01..2026-06-30" that is the range, not the year.
func FindPeriod(s string, fiscalYearStart time.Month) (Period, text.Span, bool) {
	for _, form := range []func(string, time.Month) (Period, text.Span, bool){
		findRange, findFiscal, findParts, findMonths, findYear,
	} {
		if p, span, ok := form(s, fiscalYearStart); ok {
			return p, span, true
		}
	}
	return Period{}, text.Span{}, false
}

func findRange(s string, _ time.Month) (Period, text.Span, bool) {
	if m := fullRange.FindStringSubmatchIndex(s); m != nil {
		a, ok1 := ParseDate(s[m[2]:m[3]])
		b, ok2 := ParseDate(s[m[4]:m[5]])
		if ok1 && ok2 && !b.Before(a) {
			return Period{Name: a.String() + ".." + b.String(), Start: a, End: b}, text.Span{Start: m[0], End: m[1]}, true
		}
	}
	return Period{}, text.Span{}, false
}

func findFiscal(s string, start time.Month) (Period, text.Span, bool) {
	m := fiscal.FindStringSubmatchIndex(s)
	if m == nil {
		return Period{}, text.Span{}, false
	}
	year, _ := strconv.Atoi(s[m[2]:m[3]])
	if year < 100 {
		year += 2000
	}
	first := Date{year, start, 1}
	if start > time.January {
		first.Year--
	}
	name := fmt.Sprintf("FY%02d", year%100)
	from, length := 0, 12
	if m[4] >= 0 {
		n := int(s[m[6]] - '0')
		length = 3
		if s[m[4]]|0x20 == 'h' {
			length = 6
		}
		from = (n - 1) * length
		if from >= 12 {
			return Period{}, text.Span{}, false
		}
		name += "-" + strings.ToUpper(s[m[4]:m[5]]) + s[m[6]:m[7]]
	}
	return span(name, first, from, length), text.Span{Start: m[0], End: m[1]}, true
}

// span is the period of length months that starts from months after first.
func span(name string, first Date, from, length int) Period {
	a := first.Time().AddDate(0, from, 0)
	return Period{Name: name, Start: Of(a), End: Of(a.AddDate(0, length, -1))}
}

func findParts(s string, _ time.Month) (Period, text.Span, bool) {
	var year, unit, n string
	var at text.Span
	if m := yearPart.FindStringSubmatchIndex(s); m != nil {
		year, unit, n, at = s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]], text.Span{Start: m[0], End: m[1]}
	} else if m := partYear.FindStringSubmatchIndex(s); m != nil {
		year, unit, n, at = s[m[6]:m[7]], s[m[2]:m[3]], s[m[4]:m[5]], text.Span{Start: m[0], End: m[1]}
	} else {
		return Period{}, text.Span{}, false
	}
	y, _ := strconv.Atoi(year)
	i, _ := strconv.Atoi(n)
	length := 3
	if unit == "h" || unit == "H" {
		length = 6
	}
	if (i-1)*length >= 12 {
		return Period{}, text.Span{}, false
	}
	return span(year+"-"+strings.ToUpper(unit)+n, Date{y, time.January, 1}, (i-1)*length, length), at, true
}

func findMonths(s string, _ time.Month) (Period, text.Span, bool) {
	if m := monthRange.FindStringSubmatchIndex(s); m != nil {
		from, to := months[strings.ToLower(s[m[2]:m[3]])], months[strings.ToLower(s[m[6]:m[7]])]
		year, _ := strconv.Atoi(s[m[8]:m[9]])
		first := year
		if m[4] >= 0 {
			first, _ = strconv.Atoi(s[m[4]:m[5]])
		} else if from > to {
			first--
		}
		length := (year-first)*12 + to - from + 1
		if from > 0 && to > 0 && length > 0 {
			return span(s[m[0]:m[1]], Date{first, time.Month(from), 1}, 0, length), text.Span{Start: m[0], End: m[1]}, true
		}
	}
	if m := yearMonth.FindStringSubmatchIndex(s); m != nil {
		year, _ := strconv.Atoi(s[m[2]:m[3]])
		month, _ := strconv.Atoi(s[m[4]:m[5]])
		if month >= 1 && month <= 12 {
			return span(s[m[2]:m[5]], Date{year, time.Month(month), 1}, 0, 1), text.Span{Start: m[0], End: m[1]}, true
		}
	}
	for _, m := range monthYear.FindAllStringSubmatchIndex(s, -1) {
		if month := months[strings.ToLower(s[m[2]:m[3]])]; month > 0 {
			year, _ := strconv.Atoi(s[m[4]:m[5]])
			return span(fmt.Sprintf("%d-%02d", year, month), Date{year, time.Month(month), 1}, 0, 1), text.Span{Start: m[0], End: m[1]}, true
		}
	}
	return Period{}, text.Span{}, false
}

func findYear(s string, _ time.Month) (Period, text.Span, bool) {
	if m := bareYear.FindStringSubmatchIndex(s); m != nil {
		year, _ := strconv.Atoi(s[m[2]:m[3]])
		return span(s[m[2]:m[3]], Date{year, time.January, 1}, 0, 12), text.Span{Start: m[0], End: m[1]}, true
	}
	return Period{}, text.Span{}, false
}
