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
		src, _ := render(random, 0)
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

// render writes a change and a percentage. With lie, the percentage lies
// outside all that the roundings allow; it reports whether it could.
func render(random *rand.Rand, lie float64) (string, bool) {
	s := styles[random.IntN(len(styles))]
	magnitude := math.Pow(10, float64(random.IntN(4)))
	a := (1 + 8*random.Float64()) * magnitude
	b := a * (0.05 + 1.8*random.Float64())
	unit := unitNames[random.IntN(len(unitNames))]
	textA, halfA := round(random, a, s)
	textB, halfB := round(random, b, s)
	if b <= halfB || a <= halfA {
		return render(random, lie)
	}
	change := (b - a) / a * 100
	word := s.rise
	if change < 0 {
		word = s.fall
	}
	if math.Abs(change) < 3 || a+halfA >= b-halfB && a-halfA <= b+halfB {
		return render(random, lie)
	}
	stated := math.Abs(change)
	if lie > 0 {
		// The values as written may stand for all within twice their rounding.
		low := (b-2*halfB)/(a+2*halfA)*100 - 100
		high := (b+2*halfB)/math.Max(a-2*halfA, 1e-9)*100 - 100
		far := math.Max(math.Abs(low), math.Abs(high))
		stated = math.Round(far*1.3) + 7
		if stated > 900 {
			return render(random, lie)
		}
		if int(stated)%10 == 0 {
			stated++ // or it would stand for all from 5 below to 5 above
		}
	}
	decimals := random.IntN(2)
	if lie > 0 {
		decimals = 0
	}
	p := number(stated, decimals, s) + s.percent
	src := strings.NewReplacer("%a", textA+unit, "%b", textB+unit, "%p", p, "%w", word).Replace(s.form)
	return src, lie > 0
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
