package rules_test

import (
	"strings"
	"testing"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
)

// Summaries with the Results that bear them out, or not: what stands before the
// text is what the rule says of it.
func TestClaims(t *testing.T) {
	for _, tt := range []struct {
		want            severity.Severity // Off for silence
		summary, result string            // statements of the Result parted by "; "
	}{
		{severity.Off, "Cut the monthly close from 5 days to 2.", "The close takes 2 days instead of 5"},
		{severity.Off, "Cut the monthly close from 5 days to 2.", "The close is 3 days shorter"},
		{severity.Off, "Cut the monthly close from 5 days to 2.", "The close is 60% shorter"},
		{severity.Off, "Cut the monthly close from 5 days to 2.", "Before: 5 days; After: 2 days"},
		{severity.Off, "Cut the monthly close by 60%.", "5 days → 2 days"},
		{severity.Off, "Cut the monthly close by more than half.", "5 days → 2 days"},
		{severity.Off, "Cut the monthly close by three days.", "5 days → 2 days"},
		{severity.Off, "Halved the wait.", "Wait: 40 min → 20 min"},
		{severity.Off, "Halved the wait.", "Wait: 52% shorter"},
		{severity.Off, "Doubled the visitors.", "Visitors up 100%"},
		{severity.Off, "Doubled the visitors.", "Visitors: 410 → 822 a month"},
		{severity.Off, "Tripled the yield.", "Yield: 3.1x"},
		{severity.Off, "Saved over €100k.", "Licences: €64,000 less; Hosting: €41,000 less"},
		{severity.Off, "Saved $50k a year.", "Saves $4,200 per month"},
		{severity.Off, "Saved $2,400.", "Saved $200/month for a year"},
		{severity.Off, "Won a €1.2M contract.", "Contract of €1,180,000 signed"},
		{severity.Off, "Raised £12k.", "£12,340 raised from 80 donors"},
		{severity.Off, "90% of pupils passed.", "27 of 30 pupils passed"},
		{severity.Off, "90% of pupils passed.", "27 out of 30 pupils passed"},
		{severity.Off, "90% of pupils passed.", "Pass rate 90 %"},
		{severity.Off, "A third fewer falls.", "Falls: 15 → 10"},
		{severity.Off, "Cut falls by about 35%.", "Falls: 15 → 10 per quarter"},
		{severity.Off, "Lifted the pass rate by 12 points to 83%.", "Pass rate: 71% → 83%"},
		{severity.Off, "Lifted the pass rate by 17%.", "Pass rate: 71% → 83%"},
		{severity.Off, "Made builds 40% faster.", "Builds: 10.0 min → 6.0 min"},
		{severity.Off, "Made builds 40% faster.", "Builds: 7.0 min → 5.0 min"},
		{severity.Off, "Builds run at 2.5x the speed.", "Builds: 10.0 min → 4.0 min"},
		{severity.Off, "Grew sales 30% to $1.3M.", "Sales: $1.0M → $1.3M"},
		{severity.Off, "Errors went from 2% to 0.5%, a 75% drop.", "Error rate: 2% → 0.5%"},
		{severity.Off, "Brought unsold bread down 38%.", "Unsold bread (kg a day): 50 → 31"},
		{severity.Off, "Reduced late trains from 347 to 171.", "Late trains fell by half"},
		{severity.Off, "Response within 24 hours for 95% of requests, up from 60%.", "Answered within a day: 60% → 95%"},
		{severity.Off, "Cut costs by $1.5 million.", "Costs: $6.0M → $4.5M"},
		{severity.Off, "Réduit les coûts de 1,5 M€.", "Coûts : 6,0 M€ → 4,5 M€"},
		{severity.Off, "Wartezeit um 40 % gesenkt.", "Wartezeit: 45,0 → 27,0 Minuten"},
		{severity.Off, "Horas extra: un 45 % menos.", "Horas extra: 400 → 220 al mes"},
		{severity.Off, "A espera caiu pela metade.", "Espera: 80 → 40 minutos"},
		{severity.Off, "出荷ミスを半減した。", "出荷ミス：24件 → 12件"},
		{severity.Off, "Cut fuel by 8% per crossing.", "Fuel per crossing: 610 l → 560 l"},
		{severity.Off, "Uptime of 99.95%.", "Uptime: 99.5% → 99.95%"},
		{severity.Off, "Ten times less downtime.", "Downtime: 216 min → 21.6 min a month"},
		{severity.Off, "Served 12 towns with 5 vans in 3 weeks.", "Orders: 410 → 820 a month"},
		{severity.Off, "Cut the close from 5 days to 2, for 14 shops.", "Close: 5 → 2 days; Shops: 14"},

		{severity.Information, "Saved €9,000.", "Visitors: 410 → 820"},
		{severity.Information, "Cut falls by 70%.", "Visitors: 410 → 820"},
		{severity.Information, "Made builds 9x faster.", "Complaints: 40% fewer"},
		{severity.Information, "Brought rent down from €12k to €9k.", "Complaints: 40% fewer"},
		{severity.Information, "Cut energy use by 40%.", "Energy of the roof: 85% from the sun"},
		{severity.Information, "Cut patient waiting by 70%.", "Patient complaints: 30% fewer"},

		{severity.Warning, "Cut the monthly close from 5 days to 2.", "Close: 5 days → 3 days"},
		{severity.Warning, "Cut the monthly close from 6 days to 2.", "Close: 5 days → 2 days"},
		{severity.Warning, "Cut the monthly close by 80%.", "Close: 50% shorter"},
		{severity.Warning, "Cut the monthly close by 80%.", "Monthly close: 10.0 days → 5.0 days"},
		{severity.Warning, "Raised the pass rate to 95%.", "Pass rate: 71% → 83%"},
		{severity.Warning, "Saved €90,000 of overtime.", "Overtime: €60,000 saved"},
		{severity.Warning, "Made builds 5x faster.", "Builds: 10.0 min → 5.0 min"},
		{severity.Warning, "Reduced late trains from 347 to 171.", "Late trains: 347 → 240"},
		{severity.Warning, "Wartezeit um 60 % gesenkt.", "Wartezeit: 45,0 → 27,0 Minuten"},
		{severity.Warning, "Unsold bread fell by 60%.", "Unsold bread: 50.0 kg → 30.0 kg (40% less)"},
	} {
		t.Run(tt.summary+"/"+tt.result, func(t *testing.T) {
			src := "# Achievement: A calmer night shift\n\n**Date:** 2026-05-15\n\n## Summary\n\n" + tt.summary +
				"\n\n## Context\n\nIt was loud.\n\n## What I did\n\n- Moved the stock count\n\n## Results\n\n- " + strings.ReplaceAll(tt.result, "; ", "\n- ") + "\n"
			in, found := checkAlone(t, "ACH-001-Night-Shift.md", src)
			got := severity.Off
			for _, f := range found {
				if f.Rule.Name != "unsupported-claim" {
					t.Errorf("besides: %s", renderFindings(in.Document, []*rules.Finding{f}))
				}
				got = max(got, f.Severity)
			}
			if got != tt.want {
				t.Errorf("got %v, want %v\n%s", got, tt.want, renderFindings(in.Document, found))
			}
		})
	}
}

// What nobody writes is not looked into: claims beyond the first of very many, and
// what some two of hundreds of figures come to. Changes count, however many.
func TestClaimsBeyondMeasure(t *testing.T) {
	for _, tt := range []struct {
		name            string
		summary, result string
		want            int
	}{
		{"claims", strings.Repeat("Cut falls by 70%. ", 1000), "Visitors: 410 → 820", 64},
		{"changes", "Cut falls by 70%.", strings.Repeat("Falls: 5 → 4; ", 1000), 1},
		{"figures", "Saved €90,000.", strings.Repeat("9 apples and 7 pears, ", 200), 0},
	} {
		src := "# Achievement: A calmer night shift\n\n## Summary\n\n" + tt.summary + "\n\n## Results\n\n- " + strings.ReplaceAll(tt.result, "; ", "\n- ") + "\n"
		_, found := checkAlone(t, "ACH-001-Night-Shift.md", src)
		got := 0
		for _, f := range found {
			if f.Rule.Name == "unsupported-claim" {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("too many %s: %d findings, want %d", tt.name, got, tt.want)
		}
	}
}
