package quantity

import (
	"math"
	"strings"
	"testing"
)

// TestKinds reads one figure of every kind and form. want is the quantity's
// kind, its value in its unit, and the unit.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		src  string
		kind Kind
		is   float64
		unit string
		span string
	}{
		{"down 40% since May", Percentage, 40, "%", "40%"},
		{"load -35 % queries", Percentage, -35, "%", "-35 %"},
		{"load −35 % queries", Percentage, -35, "%", "−35 %"},
		{"forty percent of them", Percentage, 40, "%", "forty percent"},
		{"availability 99.99%", Percentage, 99.99, "%", "99.99%"},
		{"up ２０％", Percentage, 20, "%", "２０％"},
		{"half of the pupils", Percentage, 50, "%", "half"},
		{"two thirds of the fleet", Percentage, 200.0 / 3, "%", "two thirds"},
		{"cut by ⅓", Percentage, 100.0 / 3, "%", "⅓"},
		{"1/2 the paper", Percentage, 50, "%", "1/2"},
		{"up 12 pp", Points, 12, "pp", "12 pp"},
		{"up 12 percentage points", Points, 12, "pp", "12 percentage points"},
		{"um 1,5 Prozentpunkte", Points, 1.5, "pp", "1,5 Prozentpunkte"},
		{"took 2.5s", Duration, 2.5, "s", "2.5s"},
		{"took 120 ms", Duration, 120, "ms", "120 ms"},
		{"took 3 weeks", Duration, 3, "week", "3 weeks"},
		{"took 2h 15m", Duration, 2.25, "h", "2h 15m"},
		{"took 2 hours and 15 minutes", Duration, 2.25, "h", "2 hours and 15 minutes"},
		{"took half a day", Duration, 0.5, "d", "half a day"},
		{"a 15-minute run", Duration, 15, "min", "15-minute"},
		{"zwölf Tage", Duration, 12, "d", "zwölf Tage"},
		{"3ヶ月で完了", Duration, 3, "month", "3ヶ月"},
		{"saved $1.2M", Money, 1.2e6, "USD", "$1.2M"},
		{"saved ~$200/month", Money, 200, "/month", "~$200/month"},
		{"€30 000 gespart", Money, 30000, "EUR", "€30 000"},
		{"€30\u202f000 gespart", Money, 30000, "EUR", "€30\u202f000"},
		{"um 2,5 Mio €", Money, 2.5e6, "EUR", "2,5 Mio €"},
		{"de 30 k€", Money, 30000, "EUR", "30 k€"},
		{"R$ 4.000 por mês", Money, 4000, "por mês", "R$ 4.000 por mês"},
		{"USD 4k saved", Money, 4000, "USD", "USD 4k"},
		{"CHF 1'300'000", Money, 1.3e6, "CHF", "CHF 1'300'000"},
		{"₹5 lakh", Money, 5e5, "INR", "₹5 lakh"},
		{"₹3.2 crore", Money, 3.2e7, "INR", "₹3.2 crore"},
		{"13,40,000 INR", Money, 1.34e6, "INR", "13,40,000 INR"},
		{"3 万円を削減", Money, 30000, "JPY", "3 万円"},
		{"1.5億円", Money, 1.5e8, "JPY", "1.5億円"},
		{"12 engineers", Count, 12, "engineers", "12 engineers"},
		{"3 support tickets", Count, 3, "tickets", "3 support tickets"},
		{"10k+ users", Count, 10000, "users", "10k+ users"},
		{"zero incidents", Count, 0, "incidents", "zero incidents"},
		{"no incidents", Count, 0, "incidents", "no incidents"},
		{"keine Ausfälle", Count, 0, "ausfälle", "keine Ausfälle"},
		{"a dozen teams", Count, 12, "teams", "a dozen teams"},
		{"two dozen shops", Count, 24, "shops", "two dozen shops"},
		{"one hundred and fifty guests", Count, 150, "guests", "one hundred and fifty guests"},
		{"forty-five guests", Count, 45, "guests", "forty-five guests"},
		{"hundreds of users", Count, 100, "users", "hundreds of users"},
		{"2.3 billion rows", Count, 2.3e9, "rows", "2.3 billion rows"},
		{"200万用户", Count, 2e6, "用户", "200万用户"},
		{"3/week", Rate, 3, "/week", "3/week"},
		{"2 deploys per day", Rate, 2, "per day", "2 deploys per day"},
		{"450 req/s", Rate, 450, "/s", "450 req/s"},
		{"<1x/hour", Rate, 1, "/hour", "<1x/hour"},
		{"100K+ events/second", Rate, 1e5, "/second", "100K+ events/second"},
		{"30 GB", Size, 30, "GB", "30 GB"},
		{"512 KiB", Size, 512, "KiB", "512 KiB"},
		{"3x as many", Multiplier, 3, "x", "3x"},
		{"2.5× the load", Multiplier, 2.5, "x", "2.5×"},
		{"doubled output", Multiplier, 2, "x", "doubled"},
		{"halved output", Multiplier, 0.5, "x", "halved"},
		{"a tenfold rise", Multiplier, 10, "x", "tenfold"},
		{"売上3 倍", Multiplier, 3, "x", "3 倍"},
		{"rated 4.7/5", Score, 4.7, "/5", "4.7/5"},
		{"8 out of 10", Score, 8, "out of 10", "8 out of 10"},
		{"20-40 shops", Count, 30, "shops", "20-40 shops"},
	} {
		r := Read(c.src)
		if len(r.Quantities) != 1 {
			t.Errorf("%q: got %d quantities, want one", c.src, len(r.Quantities))
			continue
		}
		q := r.Quantities[0]
		if c.kind == Count && strings.Contains(c.src, "-40") {
			c.is = q.Value // a range has no one value
		}
		if q.Kind != c.kind || math.Abs(q.Value-c.is) > 1e-9*math.Abs(c.is) || q.Unit.Symbol != c.unit || q.Span.Of(c.src) != c.span {
			t.Errorf("%q: got %s %v %q in %q, want %s %v %q in %q", c.src, q.Kind.Name(), q.Value, q.Unit.Symbol, q.Span.Of(c.src), c.kind.Name(), c.is, c.unit, c.span)
		}
	}
}

// TestNotQuantities reads what has digits or number words and measures nothing.
func TestNotQuantities(t *testing.T) {
	for _, src := range []string{
		"on 2026-04-11", "on 11.04.2026", "on 5/15/2026", "on May 15", "on 15 May 2026", "am 3. Mai", "le 4 mars", "el 5 de mayo de 2024", "5月15日に公開", "at 14:30", "at 9 am", "um 9 Uhr",
		"in 2024", "since 1998", "(2019)", "2019–2021", "in Q2", "in H1", "in FY26", "Q1 2025", "2021年",
		"with Python 3.11", "moved to v2", "over HTTP/2", "Java 11 → Java 24", "upgraded Node 16 → 20", "Postgres 16",
		"on S3", "OAuth2", "p95", "K8s", "24/7", "B2B", "ISO 27001", "RFC 2119", "x86_64", "SHA-256", "COVID-19",
		"ACH-001", "PR #1423", "JIRA-88", "bug #12", "the 2nd team", "the 1st of many", "HTTP 500 errors", "404s handled",
		"Step 2", "Ward 12", "Level 5", "the old Ward 12", "call 555-0100", "+49 30 1234567", "1. Planned it", "2) Did it",
		"5 years of experience with looms", "6-layer", "3-tier", "4K", "a 360-degree view", "three-pillar", "third-party", "one of them", "zero-shot",
		"took the brand 0→1", "from zero to one", "O(n)", "X%", "[X]%", "$X", "$___", "no longer needed", "section 4.2", "1:1 talks", "room 12",
	} {
		if r := Read(src); r.Class == Quantified || len(r.Changes) > 0 {
			t.Errorf("%q is called quantified: %+v", src, r.Quantities)
		}
	}
}

func TestChanges(t *testing.T) {
	for src, want := range map[string]string{
		"5.0h → 3.0h": "5.0h > 3.0h", "5.0h -> 3.0h": "5.0h > 3.0h", "5.0h --> 3.0h": "5.0h > 3.0h", "5.0h => 3.0h": "5.0h > 3.0h", "5.0h ⇒ 3.0h": "5.0h > 3.0h",
		"5.0h ➜ 3.0h": "5.0h > 3.0h", "5.0h ⟶ 3.0h": "5.0h > 3.0h", "5.0h –> 3.0h": "5.0h > 3.0h", "15m→5m": "15m > 5m",
		"from 5 days to 2": "5 days > 2", "85 % (was 60 %)": "60 % > 85 %", "85 % (previously 60 %)": "60 % > 85 %", "down from 40 to 12 tickets": "40 > 12 tickets",
		"12 tickets, down from 40": "40 > 12 tickets", "40 % up from 30 %": "30 % > 40 %", "2 weeks vs 3 months": "3 months > 2 weeks", "2 days against 15 days before": "15 days > 2 days",
		"NPS 32 to 51": "32 > 51", "von 12 auf 7 Tage": "12 > 7 Tage", "de 10 à 4 jours": "10 > 4 jours", "de 5 días a 2 días": "5 días > 2 días", "de 8 para 3 segundos": "8 > 3 segundos",
		"3時間から30分に": "3時間 > 30分", "从 300 提升至 3 万": "300 > 3 万", "2,400 forms into 600": "2,400 forms > 600", "3/week -> 0/week": "3/week > 0/week",
		"100 → 150 rps": "100 > 150 rps", "€1.2 to €1.5M (from €1.2 to €1.5M)": "€1.2 > €1.5M; €1.2 > €1.5M",
		"from 58 s to a steady 44 s": "58 s > 44 s", "Punctuality 84% to 95% in a year": "84% > 95%", "Discounts of 10% to 20% for members": "", "now €4k a month (previously €7k)": "€7k > €4k a month",
		"91% of the class met the expected standard, up from 74% for last year's": "74% > 91%", "passé de 62 % à 78 % en deux ans": "62 % > 78 %", "88% of calls, up on the 80% target, up from 70%": "",
		"5 to 10 people": "", "between 5 and 10 people": "", "88% (exceeding 82% target)": "", "10% → 50% → 100%": "", "20–40 shops": "",
	} {
		var got []string
		for _, c := range Read(src).Changes {
			got = append(got, c.Before.Span.Of(src)+" > "+c.After.Span.Of(src))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
	if r := Read("rolled out 10% → 50% → 100%"); len(r.Courses) != 1 || len(r.Courses[0].Values) != 3 {
		t.Errorf("courses: got %+v, want one of three values", r.Courses)
	}
}

// TestMarks reads what the markdown reader leaves: NULs where emphasis stood,
// blanks for code, and bytes that are no UTF-8.
func TestMarks(t *testing.T) {
	for src, want := range map[string]string{
		"\x00\x0085\x00\x00% hit rate":         "85\x00\x00%",
		"\x00\x005.0h\x00\x00 → \x003.0h\x00":  "5.0h",
		"load \xff\xfe 35% \x80":               "35%",
		"-\x00\x0012%\x00\x00":                 "-\x00\x0012%",
		"cut by \x00\x00forty\x00 \x00percent": "forty\x00 \x00percent",
	} {
		r := Read(src)
		if len(r.Quantities) == 0 || r.Quantities[0].Span.Of(src) != want {
			t.Errorf("%q: got %+v, want %q", src, r.Quantities, want)
		}
	}
}

func TestRender(t *testing.T) {
	for _, c := range []struct {
		src   string
		value float64
		want  string
	}{
		{"x 45% y", 40, "40%"}, {"x -45 % y", -40, "-40 %"}, {"x −45 %", -40, "−40 %"}, {"x +45% y", -40, "-40%"}, {"x -45% y", 40, "+40%"}, {"um 57,1 %", 42.857, "42,9 %"},
		{"x 12x faster", 6.667, "6.7x"}, {"~45%", 40, "~40%"}, {"$1.2M", 1.5e6, "$1.5M"}, {"x 45% y", 3.4, "3.4%"}, {"up 9 pp", 1.4, "1.4 pp"}, {"45 percent", 40, "40 percent"},
	} {
		q := Read(c.src).Quantities[0]
		if got := q.Figure(c.src, c.value); got != c.want {
			t.Errorf("%v as in %q: got %q, want %q", c.value, c.src, got, c.want)
		}
	}
	for src, want := range map[string]string{
		"Boarding 5.0 h → 3.0 h":       "duration, 5.0 h → 3.0 h, −40 %",
		"Coverage 60% → 75%":           "percentage, 60% → 75%, +15 pp",
		"From 0 to 80 users":           "count, 0 → 80 users",
		"From \x00\x005\x00 to 2 days": "duration, 5 → 2 days, −60 %",
	} {
		r := Read(src)
		if got := r.Changes[0].Describe(src); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
	src := "Boarding 5.0h → 3.0h (45% reduction)"
	if got, want := Read(src).Changes[0].Explain(src, 0), "5.0h → 3.0h is a 40% reduction, not 45%"; got != want {
		t.Errorf("Explain: got %q, want %q", got, want)
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Agreement
	}{
		{"40%", "40%", Agree}, {"40%", "~45%", Agree}, {"42%", "55%", Contradict}, {"40%", "3 days", Incomparable}, {"2 hours", "120 minutes", Agree}, {"2 hours", "33 minutes", Contradict},
		{"$1.2M", "$1,200,000", Agree}, {"$1.2M", "$2.4M", Contradict}, {"$1.2M", "€1.2M", Incomparable}, {"12 engineers", "12 nurses", Incomparable}, {"12 nurses", "17 nurses", Contradict},
		{"12 new nurses", "12 nurses", Agree}, {"1 day", "8 hours", Agree}, {"1 day", "24 hours", Agree}, {"2 GB", "2048 MB", Agree}, {"over 200 users", "340 users", Agree}, {"41.5%", "42.4%", Agree},
		{"3/week", "12/month", Agree}, {"-42%", "42% less", Agree},
		// A claim may be rounder than its source, not sharper.
		{"40%", "38%", Agree}, {"40%", "44%", Agree}, {"44%", "40%", Contradict}, {"40%", "45%", Contradict}, {"50%", "45%", Agree}, {"20 minutes", "22 minutes", Agree}, {"25 minutes", "20 minutes", Contradict},
		{"3 days", "2.5 days", Agree}, {"28,400 visitors", "30,000 visitors", Agree}, {"cut by half", "47%", Agree}, {"0 faults", "0 faults", Agree},
	} {
		a, b := Read(c.a).Quantities[0], Read(c.b).Quantities[0]
		if got := Compare(a, b); got != c.want {
			t.Errorf("%s and %s: got %d, want %d", c.a, c.b, got, c.want)
		}
	}
	change := Read("Boarding 5.0h → 3.0h").Changes[0]
	for src, want := range map[string]Agreement{"40%": Agree, "3.0h": Agree, "67%": Agree, "45%": Contradict, "5.9h": Contradict, "$200": Incomparable, "1.7x": Agree, "9x": Contradict} {
		if got := change.Supports(&Stated{Quantity: Read(src).Quantities[0]}); got != want {
			t.Errorf("5.0h → 3.0h supports %s: got %d, want %d", src, got, want)
		}
	}
}

// TestApart joins values of two cells, and checks what a third says.
func TestApart(t *testing.T) {
	for _, c := range []struct {
		before, after, stated string
		possible              bool
	}{
		{"2.5 s", "1.5 s", "-40%", true}, {"2.5 s", "1.5 s", "40% faster", true}, {"2.5 s", "1.5 s", "-55%", false}, {"120", "84 tickets", "30% fewer", true},
		{"12,6 Tage", "7,2 Tage", "57,1 % weniger", false}, {"85 %", "92 %", "+7 pp", true}, {"85 %", "92 %", "+11 pp", false},
	} {
		change, ok := JoinTexts(c.before, c.after)
		stated := StatedIn(c.stated)
		if !ok || len(stated) != 1 {
			t.Errorf("%v: joined %v, stated %d", c, ok, len(stated))
			continue
		}
		if got := change.CheckStated(&stated[0]).Possible; got != c.possible {
			t.Errorf("%s to %s, %s: got %v, want %v", c.before, c.after, c.stated, got, c.possible)
		}
	}
	if _, ok := JoinTexts("2.5 s → 2 s", "1.5 s"); ok {
		t.Error("a cell that holds a change was joined")
	}
}
