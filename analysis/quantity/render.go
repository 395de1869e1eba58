package quantity

import (
	"math"
	"strconv"
	"strings"
)

// Figure writes value in the place and the form of q, as q stands in src: with
// its sign, bound, currency and unit, with its decimal sign and at most one
// decimal more than it has. It is what a fix puts at q.Span.
func (q *Quantity) Figure(src string, value float64) string {
	head, number, tail := src[q.Span.Start:q.Number.Start], q.Number.Of(src), src[q.Number.End:q.Span.End]
	// The sign that is written belongs to q; another one replaces it.
	if q.Signed {
		head = sign(head, value < 0)
		value = math.Abs(value)
	}
	if q.Value != 0 && q.scale() != 1 {
		value /= q.scale()
	}
	if q.share { // "a third" becomes "40%"
		tail = "%" + tail
	}
	return head + format(number, value) + tail
}

// scale is the factor of a magnitude word: what is written differs from Value
// by it.
func (q *Quantity) scale() float64 {
	if q.magnitude == 0 {
		return 1
	}
	return q.magnitude
}

// sign replaces the sign in head.
func sign(head string, negative bool) string {
	for _, minus := range [...]string{"−", "–", "-", "－"} {
		if strings.Contains(head, minus) && !negative {
			return strings.Replace(head, minus, "+", 1)
		}
	}
	if negative {
		return strings.Replace(head, "+", "-", 1)
	}
	return head
}

// format writes v with the decimals and the decimal sign of number, which is a
// figure as somebody wrote it.
func format(number string, v float64) string {
	decimals, comma := 0, ","
	sep := strings.LastIndexAny(number, ".,")
	if sep >= 0 && len(number)-sep-1 != 3 {
		decimals = len(number) - sep - 1
		comma = number[sep : sep+1]
	} else if sep < 0 {
		comma = "."
	}
	// A whole number stays whole unless rounding would make it something else.
	if decimals == 0 && v < 10 && math.Abs(v-math.Round(v)) > 0.05 {
		decimals = 1
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if comma == "," {
		s = strings.Replace(s, ".", ",", 1)
	}
	if strings.ContainsFunc(number, fullWidth) {
		s = strings.Map(func(r rune) rune { return r + '０' - '0' }, s)
	}
	return s
}

func fullWidth(r rune) bool { return r >= '０' && r <= '９' }

// Name is the kind's name, lower case.
func (k Kind) Name() string {
	return [...]string{"", "count", "percentage", "percentage points", "duration", "money", "rate", "size", "multiplier", "score"}[k]
}

// Describe says what was understood of a quantity, which stands in src:
// "money, $200/month".
func (q *Quantity) Describe(src string) string {
	return q.Kind.Name() + ", " + clean(q.Span.Of(src))
}

// Describe says what was understood of a change: "duration, 2.5 s → 1.5 s, −40 %".
func (c *Change) Describe(src string) string {
	s := c.After.Kind.Name() + ", " + c.Values(src)
	if computed := c.Computed(); computed != "" {
		s += ", " + computed
	}
	return s
}

// Values are both values as written, an arrow between. src is the text that holds
// them, unless they stand apart.
func (c *Change) Values(src string) string {
	return clean(c.Before.Span.Of(c.before(src))) + " → " + clean(c.After.Span.Of(c.after(src)))
}

// before and after are the texts that the values' spans refer to.
func (c *Change) before(src string) string { return or(c.beforeSrc, src) }
func (c *Change) after(src string) string  { return or(c.afterSrc, src) }

func or(s, fallback string) string {
	if s != "" {
		return s
	}
	return fallback
}

// Computed is what the change comes to: "−40 %", for percentages in points
// "+8 pp", and "" where nothing can be computed.
func (c *Change) Computed() string {
	sum, ok := c.Sum()
	switch {
	case !ok:
		return ""
	case !math.IsNaN(sum.Points):
		return signed(sum.Points) + " pp"
	case math.IsNaN(sum.Percent):
		return ""
	}
	return signed(sum.Percent) + " %"
}

// Percent is the change in percent without a sign, to be written between
// "(" and "%" after the values; "" where there is none.
func (c *Change) Percent() string {
	sum, ok := c.Sum()
	if !ok || math.IsNaN(sum.Percent) {
		return ""
	}
	return short(math.Abs(sum.Percent))
}

func signed(v float64) string {
	if v < 0 {
		return "−" + short(-v)
	}
	return "+" + short(v)
}

// short writes v with one decimal below ten where it has one, else whole.
func short(v float64) string {
	if v < 10 && math.Abs(v-math.Round(v)) > 0.05 || v > 99 && v < 100 && math.Round(v) == 100 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// Explain is the sum that contradicts Stated[i]: "2.5s → 1.5s is a 40%
// reduction, not 45%". In src stand the values, and the figure.
func (c *Change) Explain(src string, i int) string {
	s := &c.Stated[i]
	return c.ExplainStated(src, s, c.Check(i).Right, clean(s.Span.Of(src)))
}

// ExplainStated is Explain for a figure that stands elsewhere, in src: right is
// what follows from the values, and wrong the figure as it is to be shown.
func (c *Change) ExplainStated(src string, s *Stated, right float64, wrong string) string {
	wrong = strings.TrimLeft(wrong, "+-−–－＋")
	if s.verb {
		return c.Values(src) + " is a factor of " + short(right) + ", not " + strings.ToLower(wrong)
	}
	shown := s.plain(src, right)
	if s.Kind == Multiplier || s.Kind == Points {
		return c.Values(src) + " is " + shown + ", not " + wrong
	}
	noun := "increase"
	if sum, _ := c.Sum(); sum.Difference < 0 {
		noun = "reduction"
	}
	article := "a "
	whole, _, _ := strings.Cut(strings.TrimRight(shown, "%"), " ")
	if strings.HasPrefix(whole, "8") || whole == "11" || whole == "18" {
		article = "an "
	}
	return c.Values(src) + " is " + article + shown + " " + noun + ", not " + wrong
}

// plain is Figure without the writer's sign and bound, in ASCII digits: what
// the values come to is neither "over" nor "about".
func (q *Quantity) plain(src string, value float64) string {
	p := *q
	p.Signed = false
	p.Span.Start = p.Number.Start
	s := strings.TrimRight(clean(p.Figure(src, math.Abs(value))), "+")
	if p.Kind == Percentage {
		if i := strings.IndexAny(s, "%％﹪"); i >= 0 {
			s = s[:i] + "%"
		}
	}
	return strings.Map(func(r rune) rune {
		if fullWidth(r) {
			return r - '０' + '0'
		}
		return r
	}, s)
}

// clean is s without the marks that the markdown reader set to NUL, on one line.
func clean(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if strings.ContainsAny(s, "\r\n\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}
