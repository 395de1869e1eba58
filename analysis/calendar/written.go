package calendar

import (
	"strconv"
	"strings"
	"unicode"
)

// months are the names of months, in lower case, with their usual
// abbreviations, in English, German, French, Spanish and Portuguese.
var months = monthNames(
	"january jan januar jänner janvier janv enero ene janeiro",
	"february feb februar février févr fév febrero fevereiro fev",
	"march mar märz mär mrz mars marzo março",
	"april apr avril avr abril abr",
	"may mai mayo maio",
	"june jun juni juin junio junho",
	"july jul juli juillet juil julio julho",
	"august aug août agosto ago",
	"september sep sept septembre septiembre setembro set",
	"october oct oktober okt octobre octubre outubro out",
	"november nov novembre noviembre novembro",
	"december dec dezember dez décembre déc diciembre dic dezembro",
)

func monthNames(lines ...string) map[string]int {
	m := make(map[string]int)
	for i, line := range lines {
		for _, name := range strings.Fields(line) {
			m[name] = i + 1
		}
	}
	return m
}

// Understand reads a date that is written otherwise than YYYY-MM-DD, where its
// meaning is certain: "15 May 2026", "May 15th, 2026", "2026/5/15",
// "15.05.2026" (with points the day comes first), "20260515", an ISO date with a
// time. "05/06/2026" is not certain, "25/06/2026" is.
func Understand(s string) (Date, bool) {
	s = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return '0' + r - '０'
		}
		return r
	}, strings.TrimSpace(s))
	if len(s) > len("2006-01-02") && (s[10] == 'T' || s[10] == ' ') {
		if d, ok := ParseDate(s[:10]); ok && strings.Contains(s[10:], ":") {
			return d, true
		}
	}
	if len(s) == len("20060102") && strings.Trim(s, "0123456789") == "" {
		return ints(s[:4], s[4:6], s[6:])
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 5 && words[1] == "de" && words[3] == "de" { // 15 de mayo de 2026
		words = []string{words[0], words[2], words[4]}
	}
	if len(words) != 3 {
		return Date{}, false
	}
	if month := months[strings.ToLower(words[1])]; month > 0 {
		return ints(words[2], strconv.Itoa(month), ordinal(words[0]))
	}
	if month := months[strings.ToLower(words[0])]; month > 0 {
		return ints(words[2], strconv.Itoa(month), ordinal(words[1]))
	}
	switch {
	case len(words[0]) == 4:
		return ints(words[0], words[1], words[2])
	case len(words[2]) != 4:
		return Date{}, false
	case strings.Count(s, ".") == 2:
		return ints(words[2], words[1], words[0])
	}
	dayFirst, ok1 := ints(words[2], words[1], words[0])
	monthFirst, ok2 := ints(words[2], words[0], words[1])
	switch {
	case ok1 && (!ok2 || dayFirst == monthFirst):
		return dayFirst, true
	case ok2 && !ok1:
		return monthFirst, true
	}
	return Date{}, false
}

// ordinal takes the ending off "15th", "1st", "1er".
func ordinal(s string) string {
	return strings.TrimRightFunc(s, unicode.IsLetter)
}

func ints(year, month, day string) (Date, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil || len(year) != 4 || len(month) > 2 || len(day) > 2 {
		return Date{}, false
	}
	return valid(y, m, d)
}
