package calendar

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]bool{
		"2026-05-15": true, "2024-02-29": true, "2026-02-29": false, "2026-5-15": false, "2026-05-15 ": false, "20260515": false, "2026-13-01": false, "": false, "２026-05-15": false,
	} {
		if _, got := ParseDate(in); got != want {
			t.Errorf("ParseDate(%q) is %t, want %t", in, got, want)
		}
	}
}

func TestUnderstand(t *testing.T) {
	for in, want := range map[string]string{
		"15 May 2026": "2026-05-15", "May 15, 2026": "2026-05-15", "May 15th, 2026": "2026-05-15", "15. Mai 2026": "2026-05-15", "1er mars 2026": "2026-03-01",
		"15 de mayo de 2026": "2026-05-15", "2026/05/15": "2026-05-15", "2026.5.15": "2026-05-15", "2026-5-3": "2026-05-03", "15.05.2026": "2026-05-15",
		"20260515": "2026-05-15", "２０２６-０５-１５": "2026-05-15", "2026-05-15T10:00:00Z": "2026-05-15",
		"25/06/2026": "2026-06-25", "06/25/2026": "2026-06-25", "05/05/2026": "2026-05-05",
		"05/06/2026": "", "May 2026": "", "31 June 2026": "", "2026-13-45": "", "soon": "", "15.05.26": "",
	} {
		got, ok := Understand(in)
		if got.String() != want || ok != (want != "") {
			t.Errorf("Understand(%q) = %q, %t; want %q", in, got, ok, want)
		}
	}
}

func TestFindPeriod(t *testing.T) {
	tests := []struct {
		in         string
		fiscal     time.Month
		start, end string
	}{
		{"2026", 1, "2026-01-01", "2026-12-31"},
		{"2026-H1", 1, "2026-01-01", "2026-06-30"},
		{"H2 2025", 1, "2025-07-01", "2025-12-31"},
		{"2026-Q2", 1, "2026-04-01", "2026-06-30"},
		{"q2-2026", 1, "2026-04-01", "2026-06-30"},
		{"2026_h1", 1, "2026-01-01", "2026-06-30"},
		{"FY26", 1, "2026-01-01", "2026-12-31"},
		{"fy26", 7, "2025-07-01", "2026-06-30"},
		{"FY2026-Q2", 10, "2026-01-01", "2026-03-31"},
		{"2026-05", 1, "2026-05-01", "2026-05-31"},
		{"May 2026", 1, "2026-05-01", "2026-05-31"},
		{"2026-01-01..2026-06-30", 1, "2026-01-01", "2026-06-30"},
		{"January–June 2026", 1, "2026-01-01", "2026-06-30"},
		{"Nov 2025 - Feb 2026", 1, "2025-11-01", "2026-02-28"},
		{"November to February 2026", 1, "2025-11-01", "2026-02-28"},
		{"2026-H1-Self-Review", 1, "2026-01-01", "2026-06-30"},
		{"Self-Review: 2026-H1", 1, "2026-01-01", "2026-06-30"},
		{"2026-H3", 1, "2026-01-01", "2026-12-31"}, // no such half: the year remains
		{"Self-Review", 1, "", ""},
		{"Room 20261", 1, "", ""},
	}
	for _, test := range tests {
		p, span, ok := FindPeriod(test.in, test.fiscal)
		if p.Start.String() != test.start || p.End.String() != test.end || ok != (test.start != "") {
			t.Errorf("FindPeriod(%q) = %v to %v, want %s to %s", test.in, p.Start, p.End, test.start, test.end)
		}
		if span.Start < 0 || span.End > len(test.in) {
			t.Errorf("FindPeriod(%q) is at %v", test.in, span)
		}
	}
}

func TestParsePeriodWantsAllOfIt(t *testing.T) {
	if _, ok := ParsePeriod("2026-H1", 1); !ok {
		t.Error("2026-H1 is no period")
	}
	if _, ok := ParsePeriod("2026-H1-Self-Review", 1); ok {
		t.Error("a file's name is a period")
	}
}

func TestDate(t *testing.T) {
	d, _ := ParseDate("2026-05-15")
	if d.Quarter() != 2 || d.Half() != 1 || d.Weekday() != time.Friday || d.AddDays(20).String() != "2026-06-04" || d.EndOfMonth().String() != "2026-05-31" {
		t.Errorf("%v: quarter %d, half %d, %v", d, d.Quarter(), d.Half(), d.Weekday())
	}
	if !d.Before(d.AddDays(1)) || d.After(d) || !(Date{}).IsZero() || (Date{}).String() != "" {
		t.Error("order or zero is wrong")
	}
}

func FuzzFindPeriod(f *testing.F) {
	f.Add("FY26-Q2 2026-H1")
	f.Fuzz(func(t *testing.T, s string) {
		p, span, ok := FindPeriod(s, time.April)
		if ok && (p.End.Before(p.Start) || span.Start < 0 || span.End > len(s)) {
			t.Fatalf("%q gives %v at %v", s, p, span)
		}
		if d, ok := Understand(s); ok && Of(d.Time()) != d {
			t.Fatalf("%q is %v, which is no day", s, d)
		}
	})
}
