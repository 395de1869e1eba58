package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// quantile is the q-th part of what was measured, by the nearest rank.
func quantile(of []time.Duration, q float64) time.Duration {
	if len(of) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(of))
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

func median(of []float64) float64 {
	if len(of) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(of))[len(of)/2]
}

// server is one that is measured, with what each round took.
type server struct {
	name    string
	command []string
	rounds  []times
}

// all are the times of a row in all rounds.
func (s server) all(row string) []time.Duration {
	var d []time.Duration
	for _, t := range s.rounds {
		d = append(d, t[row]...)
	}
	return d
}

// ratio is the median, over the rounds, of this server's quantile to the
// floor's of the same round.
func (s server) ratio(floor server, row string, q float64) float64 {
	var ratios []float64
	for i, t := range s.rounds {
		if of := quantile(floor.rounds[i][row], q); of > 0 {
			ratios = append(ratios, float64(quantile(t[row], q))/float64(of))
		}
	}
	return median(ratios)
}

// timesTable writes the rows of times as a markdown table: each server's
// quantiles, and its ratios to the first server's.
func timesTable(w io.Writer, servers []server) {
	floor := servers[0]
	fmt.Fprintln(w, "| what | server | p50 | p95 | p99 | max | p50 ÷ floor | p99 ÷ floor |")
	fmt.Fprintln(w, "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, row := range rows {
		for i, s := range servers {
			all := s.all(row)
			fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |", row, s.name, short(quantile(all, 0.5)), short(quantile(all, 0.95)), short(quantile(all, 0.99)), short(quantile(all, 1)))
			if i == 0 {
				fmt.Fprintln(w, " 1 | 1 |")
				continue
			}
			fmt.Fprintf(w, " %.1f | %.1f |\n", s.ratio(floor, row, 0.5), s.ratio(floor, row, 0.99))
		}
	}
}

// short writes a duration with three digits.
func short(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return fmt.Sprintf("%d µs", d.Microseconds())
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%.2f ms", d.Seconds()*1000)
	case d < time.Second:
		return fmt.Sprintf("%.0f ms", d.Seconds()*1000)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

func megabytes(bytes int) string { return fmt.Sprintf("%.1f MB", float64(bytes)/1e6) }
