package statistics

import (
	"slices"
	"testing"
	"time"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/workspace"
)

func dated(title string, d calendar.Date) Achievement {
	return Achievement{EntryFacts: &workspace.EntryFacts{ID: "ACH-001", Title: title, Date: d, Summary: "Lent <b>40</b> bags."}, Path: "a/ACH-001.md"}
}

func TestTimeline(t *testing.T) {
	all := []Achievement{
		dated("Seeds [of] *all*", calendar.Date{Year: 2026, Month: 3, Day: 14}),
		dated("Herbs", calendar.Date{Year: 2026, Month: 7, Day: 1}),
		dated("Plan", calendar.Date{}),
	}
	const want = `## 2026-Q1

- 2026-03-14 [ACH-001 Seeds \[of\] \*all\*](to/a/ACH-001.md): Lent \<b>40\</b> bags.

## 2026-Q3

- 2026-07-01 [ACH-001 Herbs](to/a/ACH-001.md): Lent \<b>40\</b> bags.

## undated

- [ACH-001 Plan](to/a/ACH-001.md): Lent \<b>40\</b> bags.
`
	if got := Timeline(all, func(path string) string { return "to/" + path }); got != want {
		t.Errorf("the timeline is\n%s", got)
	}
}

func TestPeriods(t *testing.T) {
	day := calendar.Date{Year: 2026, Month: 7, Day: 1}
	places := []workspace.Place{{Entry: &workspace.EntryFacts{Date: day}}, {Entry: &workspace.EntryFacts{}}, {Entry: &workspace.EntryFacts{Date: calendar.Date{Year: 2025, Month: 12, Day: 31}}}}
	for _, tt := range []struct {
		start time.Month
		want  []string
	}{
		{time.January, []string{"2026", "2025", "2026-H2", "2025-H2", "2026-Q3", "2025-Q4"}},
		{time.July, []string{"FY27", "FY26", "FY27-H1", "FY26-H1", "FY27-Q1", "FY26-Q2"}},
	} {
		if got := Periods(places, tt.start); !slices.Equal(got, tt.want) {
			t.Errorf("with years from %s they are %q, want %q", tt.start, got, tt.want)
		}
	}
}
