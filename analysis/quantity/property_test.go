package quantity

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// style is how a writer of some country puts a change.
type style struct {
	decimal, group string
	percent        string // what stands between the number and its end
	form           string // %a before, %b after, %p the percentage
	fall, rise     string
}

var styles = []style{
	{".", ",", "%", "Now %a → %b (%p %w)", "reduction", "increase"},
	{".", ",", "%", "Went from %a to %b, a %p %w", "decrease", "increase"},
	{".", ",", " percent", "%w of %p from %a to %b", "Reduction", "Increase"},
	{".", ",", "%", "%w by %p (%a -> %b)", "Reduced", "Increased"},
	{",", ".", " %", "Von %a auf %b (%p %w)", "weniger", "mehr"},
	{",", " ", " %", "Passé de %a à %b (%w de %p)", "baisse", "hausse"},
	{",", "\u202f", "\u00a0%", "%a → %b (%w de %p)", "baisse", "hausse"},
	{",", ".", "%", "Pasó de %a a %b (%p de %w)", "reducción", "aumento"},
	{",", ".", "%", "De %a para %b (%w de %p)", "queda", "aumento"},
	{".", "'", "%", "%a => %b (%p %w)", "lower", "higher"},
	{".", ",", "%", "%a → %b (%p%w)", "削減", "増加"},
	{".", ",", "％", "%aから%bに（%p%w）", "減少", "増加"},
}

// unitNames are how a value of some magnitude may be counted.
var unitNames = []string{"s", " ms", " min", " GB", " days", " kg", " kWh", " km", " MB"}

// TestTrueFiguresAreNeverContradicted renders random changes in many forms, the
// values rounded at random and the percentage computed from the true ones.
func TestTrueFiguresAreNeverContradicted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		src, ok := render(random, 0)
		if !ok {
			continue
		}
		r := Read(src)
		if len(r.Changes) != 1 || len(r.Changes[0].Stated) != 1 {
			t.Fatalf("%q: want a change with one stated figure, got %+v", src, r.Changes)
		}
		if got := finding(src); got != "ok" {
			t.Fatalf("%q is true, and called %q", src, got)
		}
	}
}

// TestFalseFiguresAreContradicted moves the percentage outside every reading.
func TestFalseFiguresAreContradicted(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		src, wrong := render(random, 1)
		if !wrong {
			continue
		}
		if got := finding(src); !strings.HasPrefix(got, "percent: ") {
			t.Fatalf("%q is false, and called %q", src, got)
		}
	}
}

// render writes a change and what it comes to: a percentage, percentage points
// or a multiplier. With lie, the figure lies outside all that the roundings
// allow; it reports whether it could.
func render(random *rand.Rand, lie float64) (string, bool) {
	switch random.IntN(5) {
	case 0:
		return renderPoints(random, lie)
	case 1:
		return renderMultiplier(random, lie)
	}
	return renderPercent(random, lie)
}

// pair makes two values far enough apart, as somebody rounds them, with half of
// the last place of each.
func pair(random *rand.Rand, s style) (a, b float64, textA, textB string, halfA, halfB float64) {
	for {
		magnitude := math.Pow(10, float64(random.IntN(4)))
		a = (1 + 8*random.Float64()) * magnitude
		b = a * (0.05 + 1.8*random.Float64())
		textA, halfA = round(random, a, s)
		textB, halfB = round(random, b, s)
		if b > halfB && a > halfA && (a+halfA < b-halfB || a-halfA > b+halfB) && math.Abs(b-a)/a > 0.03 {
			return a, b, textA, textB, halfA, halfB
		}
	}
}

func renderPercent(random *rand.Rand, lie float64) (string, bool) {
	s := styles[random.IntN(len(styles))]
	a, b, textA, textB, halfA, halfB := pair(random, s)
	unit := unitNames[random.IntN(len(unitNames))]
	unitB := unit
	if random.IntN(6) == 0 && lie == 0 { // converted
		unit, unitB = " h", " min"
		textB, _ = round(random, b*60, s)
	}
	word := s.rise
	if b < a {
		word = s.fall
	}
	stated, decimals := math.Abs(b-a)/a*100, random.IntN(2)
	if lie > 0 {
		// The values as written may stand for all within twice their rounding.
		low := (b-2*halfB)/(a+2*halfA)*100 - 100
		high := (b+2*halfB)/math.Max(a-2*halfA, 1e-9)*100 - 100
		stated, decimals = math.Round(math.Max(math.Abs(low), math.Abs(high))*1.3)+7, 0
		if stated > 900 {
			return "", false
		}
		stated = notRound(stated)
	}
	p := number(stated, decimals, s) + s.percent
	return strings.NewReplacer("%a", textA+unit, "%b", textB+unitB, "%p", p, "%w", word).Replace(s.form), true
}

func renderMultiplier(random *rand.Rand, lie float64) (string, bool) {
	s := styles[0]
	a, b, textA, textB, halfA, halfB := pair(random, s)
	ratio, decimals := math.Max(a/b, b/a), random.IntN(2)
	if lie > 0 {
		most := math.Max((a+2*halfA)/math.Max(b-2*halfB, 1e-9), (b+2*halfB)/math.Max(a-2*halfA, 1e-9))
		if ratio, decimals = notRound(math.Round(most*1.3)+4), 0; ratio > 900 {
			return "", false
		}
	}
	unit := unitNames[random.IntN(len(unitNames))]
	return fmt.Sprintf("Went from %s to %s (%sx)", textA+unit, textB+unit, number(ratio, decimals, s)), true
}

func renderPoints(random *rand.Rand, lie float64) (string, bool) {
	s := styles[random.IntN(4)]
	a, b := 1+97*random.Float64(), 1+97*random.Float64()
	textA, halfA := round(random, a, s)
	textB, halfB := round(random, b, s)
	points := math.Abs(b - a)
	if lie > 0 {
		points = notRound(math.Round(points+3*(halfA+halfB)) + 3)
	} else if points < 2 {
		return render(random, lie)
	}
	sign := "+"
	if b < a {
		sign = "−"
	}
	return fmt.Sprintf("%s%% → %s%% (%s%s pp)", textA, textB, sign, number(points, 0, s)), a != b && math.Abs(b-a) > halfA+halfB
}

// notRound is v, but for the tens, which stand for all from 5 below to 5 above.
func notRound(v float64) float64 {
	if int(v)%10 == 0 {
		return v + 1
	}
	return v
}

// round writes v at a random precision and tells half of its last place.
func round(random *rand.Rand, v float64, s style) (string, float64) {
	decimals := random.IntN(3)
	if v >= 100 {
		decimals = random.IntN(2)
	}
	return number(v, decimals, s), math.Pow(10, -float64(decimals)) / 2 * placeOf(v, decimals)
}

// placeOf is how much wider a whole number rounds because it ends in zeros.
func placeOf(v float64, decimals int) float64 {
	if decimals > 0 {
		return 1
	}
	n := int(math.Round(v))
	place := 1.0
	for n > 0 && n%10 == 0 {
		n /= 10
		place *= 10
	}
	return place
}

func number(v float64, decimals int, s style) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', decimals, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + s.group + whole[i:]
	}
	if fraction != "" {
		return whole + s.decimal + fraction
	}
	return whole
}

// FuzzRead holds what is true of any text: spans lie inside, in order, without
// overlap, and every answer can be given.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Boarding 5.0h → 3.0h (40% reduction)", "1,1,1,1", "%%%", "→→→", "3\x00%\x00", "\xff\xfe3 %", "Umsatz um 2,5 Mio. € (was 60 %)",
		"処理時間を3時間から30分に短縮", "from 5 days to 2", "２０％", "½ ⅓ 1/2 3/4", "$1.2M–$3.4M", "2h 15m", "single-digit ms", "no more incidents",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		r := Read(src)
		end := 0
		for i := range r.Quantities {
			q := &r.Quantities[i]
			if q.Span.Start < end || q.Span.End > len(src) || q.Span.Empty() || !q.Span.Covers(q.Number) {
				t.Fatalf("quantity %d of %q spans %v, its number %v, after %d", i, src, q.Span, q.Number, end)
			}
			end = q.Span.End
			_ = q.Describe(src)
			_ = q.Figure(src, 12.5)
			if math.IsNaN(q.Range.Low) || math.IsNaN(q.Range.High) || q.Range.Low > q.Range.High {
				t.Fatalf("quantity %d of %q has the range %v", i, src, q.Range)
			}
		}
		for i := range r.Changes {
			c := &r.Changes[i]
			if c.Span.Start < 0 || c.Span.End > len(src) || c.SaidSpan.End > len(src) {
				t.Fatalf("change %d of %q spans %v", i, src, c.Span)
			}
			_ = c.Describe(src)
			c.Misdirected()
			for k := range c.Stated {
				if v := c.Check(k); !v.Possible {
					_ = c.Explain(src, k)
				}
			}
		}
		for _, c := range r.Courses {
			if len(c.Values) < 3 || c.Span.End > len(src) {
				t.Fatalf("course %v of %q", c, src)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for name, src := range map[string]string{
		"change":      "**Boarding time:** 5.0h → 3.0h (40% reduction) for the booking page under peak load",
		"prose":       "Rebuilt the intake process with the nursing team so that patients are seen sooner and nobody has to repeat their story",
		"achievement": "Reduced average onboarding time from 3 weeks to 4 days (81% faster) for 240 volunteers across 6 counties, saving roughly $48,000 a year",
		"japanese":    "問い合わせ件数を月100件から40件に削減し、処理時間を3時間から30分に短縮",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Read(src)
			}
		})
	}
}

// BenchmarkHostile shows that the cost is linear in the text's length.
func BenchmarkHostile(b *testing.B) {
	for _, part := range []string{"1,", "%", "→", "1%→", "3 days "} {
		for _, size := range []int{1 << 10, 100 << 10, 10 << 20} {
			src := strings.Repeat(part, size/len(part))
			b.Run(fmt.Sprintf("%s/%d", part, size), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					Read(src)
				}
			})
		}
	}
}
