package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/rules"
)

// allOn is a configuration in which every rule on figures is on.
const allOn = "rules:\n  effort-only: warning\n"

// Whole achievements of many professions and languages, true in every figure
// and in good order: nothing in them is to be found fault with.
func TestHonest(t *testing.T) {
	files, err := filepath.Glob("../testdata/honest/*.md")
	if err != nil || len(files) < 29 {
		t.Fatalf("found %d files, %v", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			in := input(t, "achievements/"+filepath.Base(file), map[string]string{"achievements/" + filepath.Base(file): string(src), configFile: allOn})
			if found := rules.Check(in); len(found) > 0 {
				t.Error(renderFindings(in.Document, found))
			}
		})
	}
}

// One slip in an honest achievement is found, at its place, and nothing else is.
func TestCorrupted(t *testing.T) {
	for _, tt := range []struct {
		file, old, new string
		want           []string // as brief writes them, without the line
	}{
		{"ACH-001-Bakery-Waste.md", "a day (40% less)", "a day (60% less)", []string{"percentage-mismatch: 60%"}},
		{"ACH-001-Bakery-Waste.md", "# Achievement: Cut Unsold Bread by 40%", "# Achievement: Cut Unsold Bread by 50%", []string{"unsupported-claim: 50%"}},
		{"ACH-001-Bakery-Waste.md", "25 kg → 20 kg (-20%)", "20 kg → 25 kg (-20%)", []string{"direction-mismatch: -20%"}},
		{"ACH-002-Library-Loans.md", "410 to 820", "410 to 890", []string{"unsupported-claim: 410 to 890 a month"}},
		{"ACH-002-Library-Loans.md", "3x (40 → 120)", "5x (40 → 120)", []string{"percentage-mismatch: 5x"}},
		{"ACH-003-Ward-Falls.md", "14 → 9 per quarter (36% fewer)", "14 → 9 per quarter (56% fewer)", []string{"percentage-mismatch: 56%"}},
		{"ACH-003-Ward-Falls.md", "- **Injuries from falls:** 3 → 0", "- **Injuries from falls:** fell considerably", []string{"unquantified-statement: **Injuries from falls:** fell considerably"}},
		{"ACH-005-Rechnungslauf.md", "(−71 %)", "(−51 %)", []string{"percentage-mismatch: −51 %"}},
		{"ACH-005-Rechnungslauf.md", "und 1,2 Mio. € früher", "und 2,1 Mio. € früher", []string{"unsupported-claim: 2,1 Mio. €"}},
		{"ACH-006-Cantine.md", "120 kg → 74 kg", "120 kg → 74 €", []string{"unit-mismatch: 120 kg → 74 € par semaine"}},
		{"ACH-006-Cantine.md", "(−38 %)", "(−28 %)", []string{"percentage-mismatch: −28 %"}},
		{"ACH-007-Turnos.md", "(45 % menos)", "(35 % menos)", []string{"percentage-mismatch: 35 %"}},
		{"ACH-008-Fila.md", "- Espera: 80 → 40 minutos (50% a menos)", "- Espera: 80 → 40 minutos (30% a menos)", []string{"percentage-mismatch: 30%"}},
		{"ACH-009-Soko.md", "8時間から6時間に短縮（25%減）", "8時間から6時間に短縮（45%減）", []string{"percentage-mismatch: 45%"}},
		{"ACH-010-Kiln.md", "| 8% | 3% | -5 pp |", "| 8% | 3% | -9 pp |", []string{"percentage-mismatch: -9 pp"}},
		{"ACH-010-Kiln.md", "| 6 | 9 | +50% |", "| 9 | 6 | +50% |", []string{"direction-mismatch: +50%"}},
		{"ACH-010-Kiln.md", "| 14 h | 11 h 30 min | -18% |", "| 14 h | 30 kg | -18% |", []string{"unit-mismatch: 14 h | 30 kg"}},
		{"ACH-011-Build-Farm.md", "(25% cheaper)", "(35% cheaper)", []string{"percentage-mismatch: 35%"}},
		{"ACH-011-Build-Farm.md", "# Achievement: Builds 3x Faster", "# Achievement: Builds 5x Faster", []string{"unsupported-claim: 5x"}},
		{"ACH-012-Fundraising.md", "Raised $1.2M in nine", "Raised $1.5M in nine", []string{"unsupported-claim: $1.5M"}},
		{"ACH-013-Sales-Renewals.md", "(+12 pp)", "(+22 pp)", []string{"percentage-mismatch: +22 pp"}},
		{"ACH-013-Sales-Renewals.md", "from 71% to 83%,", "from 71% to 88%,", []string{"percentage-mismatch: 12 points", "unsupported-claim: 71% to 88%"}},
		{"ACH-014-Uptime.md", "- Zero data loss in 4 rehearsals", "- Many fewer complaints from clinics", []string{"unquantified-statement: Many fewer complaints from clinics"}},
		{"ACH-015-Warehouse.md", "100 → 140 lines per hour (40% faster)", "100 → 140 lines per hour (400% faster)", []string{"percentage-mismatch: 400%"}},
		{"ACH-016-Theatre.md", "Filled 93% of seats (was 64%) by selling the season as six evenings.", "Filled significantly more seats by selling the season in one piece.", []string{"vague-quantifier: significantly"}},
		{"ACH-020-Nested.md", "in 2 days instead of 9", "in 4 days instead of 9", []string{"unsupported-claim: 4 days instead of 9"}},
		{"ACH-019-Tables.md", "Weight 410 g → 320 g (22% less)", "Weight 410 g → 320 g (32% less)", []string{"percentage-mismatch: 32%"}},
		{"ACH-020-Nested.md", "- **Simple claims** (78% faster)", "- **Simple claims** (58% faster)", []string{"percentage-mismatch: 58%"}},
		{"Small-Wins.md", "Saved 8% of fuel", "Saved 18% of fuel", []string{"unsupported-claim: 18%"}},
		{"Small-Wins.md", "(40% shorter)", "(14% shorter)", []string{"percentage-mismatch: 14%"}},
		{"ACH-022-Car.md", "- Sick days: ~20 → ~10 a month (50% fewer)\n- Turnover of staff: 60% → 25% a year\n- Sales held: €94k vs €95k the year before", "- The kitchen is a calmer place\n- Guests noticed it too", []string{"unquantified-result: Result"}},
		{"ACH-030-Coach.md", "29 → 47 (+62%)", "47 → 29 (+62%)", []string{"direction-mismatch: +62%"}},
		{"ACH-025-Lawyer.md", "Turnaround fell from 11 working days to 3.", "Turnaround rose from 11 working days to 3.", []string{"direction-mismatch: rose"}},
		{"ACH-027-Security.md", "from 45 days to 6, an 87% reduction", "from 45 days to 6, a 77% reduction", []string{"percentage-mismatch: 77%"}},
		{"ACH-029-Data.md", "12.0 TB → 8400 GB (30% less)", "12.0 TB → 8400 GB (20% less)", []string{"percentage-mismatch: 20%"}},
		{"ACH-030-Coach.md", "(down 42%)", "(up 42%)", []string{"direction-mismatch: up"}},
	} {
		t.Run(tt.file+"/"+tt.new, func(t *testing.T) {
			src, err := os.ReadFile("../testdata/honest/" + tt.file)
			if err != nil || strings.Count(string(src), tt.old) != 1 {
				t.Fatalf("%q stands there %d times, %v", tt.old, strings.Count(string(src), tt.old), err)
			}
			in := input(t, "achievements/"+tt.file, map[string]string{"achievements/" + tt.file: strings.Replace(string(src), tt.old, tt.new, 1)})
			found := rules.Check(in)
			checkFindings(t, in.Document, found)
			var got []string
			for _, f := range found {
				got = append(got, f.Rule.Name+": "+in.Document.Text(f.Span))
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if !slices.Equal(got, tt.want) {
				t.Errorf("want %q\n%s", tt.want, renderFindings(in.Document, found))
			}
		})
	}
}
