// Command evaluate measures how well package quantity reads statements that
// were labelled by hand. Each argument is a file of JSON lines with the fields
// text, label (quantified, ambiguous, unquantified), spans and pairs.
//
//	go run ./analysis/quantity/evaluate [-spans] FILE…
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
)

// statement is one line of a labelled file.
type statement struct {
	Text  string   `json:"text"`
	Label string   `json:"label"`
	Spans []string `json:"spans"`
	Pairs []pair   `json:"pairs"`
}

// pair is a change that the statement tells, its values in one unit.
type pair struct {
	From    float64  `json:"from"`
	To      float64  `json:"to"`
	Percent *float64 `json:"change_pct"`
	Points  *float64 `json:"change_pp"`
}

func main() {
	spans := flag.Bool("spans", false, "print labelled spans that no quantity covers")
	flag.Parse()
	for _, name := range flag.Args() {
		if err := evaluate(os.Stdout, name, *spans); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func evaluate(w io.Writer, name string, spans bool) error {
	statements, err := load(name)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %d statements\n", name, len(statements))
	var t tally
	for _, s := range statements {
		t.count(w, s, spans)
	}
	t.print(w)
	return nil
}

func load(name string) ([]statement, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open labelled statements: %w", err)
	}
	defer f.Close()
	var all []statement
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var s statement
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
		all = append(all, s)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read labelled statements: %w", err)
	}
	return all, nil
}

// tally counts labels against classes, and what of spans and pairs was found.
type tally struct {
	confusion                 [3][3]int // label, class
	spans, spansFound         int
	pairs, pairsRight, doubts int
}

var labels = map[string]quantity.Class{
	"unquantified": quantity.Unquantified,
	"ambiguous":    quantity.Ambiguous,
	"quantified":   quantity.Quantified,
}

var names = [...]string{"unquantified", "ambiguous", "quantified"}

func (t *tally) count(w io.Writer, s statement, spans bool) {
	r := quantity.Read(markdown.Parse(s.Text, func(string) bool { return false }).Prose)
	label := labels[s.Label]
	t.confusion[label][r.Class]++
	if label != r.Class && (label != quantity.Ambiguous || r.Class == quantity.Unquantified) {
		fmt.Fprintf(w, "  %s, read as %s: %s\n", s.Label, names[r.Class], s.Text)
	}
	for _, span := range s.Spans {
		t.spans++
		if covered(s.Text, span, r) {
			t.spansFound++
		} else if spans {
			fmt.Fprintf(w, "  span not found: %q in %s\n", span, s.Text)
		}
	}
	for _, p := range s.Pairs {
		t.pairs++
		if p.among(r.Changes) {
			t.pairsRight++
		} else {
			fmt.Fprintf(w, "  pair not found: %v to %v in %s\n", p.From, p.To, s.Text)
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		for k := range c.Stated {
			if !c.Check(k).Possible {
				t.doubts++
				fmt.Fprintf(w, "  contradicted: %s: %s\n", c.Explain(s.Text, k), s.Text)
			}
		}
		if span, ok := c.Misdirected(); ok {
			t.doubts++
			fmt.Fprintf(w, "  the other way: %q: %s\n", span.Of(s.Text), s.Text)
		}
		if c.Incompatible() {
			t.doubts++
			fmt.Fprintf(w, "  units: %s\n", s.Text)
		}
	}
}

// covered reports whether some quantity, or change in words, overlaps the span.
func covered(all, part string, r quantity.Reading) bool {
	part = strings.Trim(part, "*")
	at := strings.Index(all, part)
	if at < 0 {
		return false
	}
	span := text.Span{Start: at, End: at + len(part)}
	for _, q := range r.Quantities {
		if q.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

func (p pair) among(changes []quantity.Change) bool {
	for i := range changes {
		sum, ok := changes[i].Sum()
		if !ok {
			continue
		}
		switch {
		case p.Percent != nil && math.Abs(sum.Percent-*p.Percent) < 0.011:
			return true
		case p.Percent == nil && p.Points != nil && math.Abs(sum.Points-*p.Points) < 0.011:
			return true
		}
	}
	return false
}

func (t *tally) print(w io.Writer) {
	fmt.Fprintf(w, "  %-14s %14s %14s %14s\n", "label \\ class", names[0], names[1], names[2])
	for label, row := range t.confusion {
		fmt.Fprintf(w, "  %-14s %14d %14d %14d\n", names[label], row[0], row[1], row[2])
	}
	const u, a, q = quantity.Unquantified, quantity.Ambiguous, quantity.Quantified
	c := &t.confusion
	t.scores(w, "class is quantified", c[q][q], c[u][q], c[q][u]+c[q][a])
	t.scores(w, "not unquantified", c[q][q]+c[q][a], c[u][q]+c[u][a], c[q][u])
	fmt.Fprintf(w, "  quantified called unquantified: %.2f %%\n", 100*ratio(c[q][u], c[q][q]+c[q][a]+c[q][u]))
	fmt.Fprintf(w, "  spans found %d of %d, pairs right %d of %d, findings %d\n", t.spansFound, t.spans, t.pairsRight, t.pairs, t.doubts)
}

func (t *tally) scores(w io.Writer, what string, hit, alarm, miss int) {
	precision, recall := ratio(hit, hit+alarm), ratio(hit, hit+miss)
	f1 := 0.0
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	fmt.Fprintf(w, "  %-20s precision %.4f recall %.4f F1 %.4f\n", what, precision, recall, f1)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
