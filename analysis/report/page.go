package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"achievement-ls/analysis/calendar"
)

// Generator is what the page's meta element "generator" says, within its first
// kilobyte.
const Generator = "achievement-ls report"

var (
	//go:embed page.css
	style string
	//go:embed page.html
	source string

	page = sync.OnceValue(func() *template.Template {
		return template.Must(template.New("page").Funcs(template.FuncMap{
			"cut": cut, "day": day, "percent": percent, "plural": plural,
		}).Parse(source))
	})
)

// How much a page shows, so that it stays one that is read, and loads at once.
const (
	maxBytes     = 500_000
	maxHeadlines = 6
	maxEntries   = 300 // achievements in the timeline, of those with gaps a fifth
	maxPeople    = 24
	maxTitle     = 160 // in characters, like the next
	maxWords     = 320
	maxGaps      = 8 // of one achievement
)

// view is what the template shows beside the report.
type view struct {
	Report
	Generator, StyleHash         string
	Style                        template.CSS
	Lead                         []Headline
	Entries                      []entries
	Partners                     []Person
	Lacking                      []Achievement
	Earlier, Others, MoreLacking int // how many are left out
	Lanes, Counts, Completeness  template.HTML
	MaxTitle, MaxWords, MaxGaps  int
}

// entries are the achievements of a quarter.
type entries struct {
	Quarter      string
	Achievements []Achievement
}

// Page writes the report as one page of HTML 5, which needs nothing beside
// itself: no script, no font, no picture from elsewhere. Whatever the documents
// say is text in it. Links lead where Source.Link says, if that is relative or
// http, https or mailto. What would make it larger than 500 kB, the earliest
// achievements, is left out, and the page says so.
func Page(w io.Writer, r Report) error {
	var out bytes.Buffer
	for most := maxEntries; ; most /= 2 {
		v, err := newView(r, most)
		if err != nil {
			return err
		}
		out.Reset()
		if err := page().Execute(&out, v); err != nil {
			return fmt.Errorf("writing the page: %w", err)
		}
		if out.Len() < maxBytes || most == 0 {
			break
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

// newView is what a page shows that has room for most achievements.
func newView(r Report, most int) (view, error) {
	hash := sha256.Sum256([]byte(style))
	v := view{
		Report: r, Generator: Generator, Style: template.CSS(style), StyleHash: base64.StdEncoding.EncodeToString(hash[:]),
		Lead: r.Headlines[:min(len(r.Headlines), maxHeadlines)], Partners: r.People[:min(len(r.People), maxPeople)],
		Earlier: max(0, len(r.Achievements)-most), Others: max(0, len(r.People)-maxPeople),
		MaxTitle: maxTitle, MaxWords: maxWords, MaxGaps: maxGaps,
	}
	for _, a := range r.Achievements[v.Earlier:] {
		if n := len(v.Entries); n == 0 || v.Entries[n-1].Quarter != a.Quarter() {
			v.Entries = append(v.Entries, entries{Quarter: a.Quarter()})
		}
		last := &v.Entries[len(v.Entries)-1]
		last.Achievements = append(last.Achievements, a)
	}
	for _, a := range r.Achievements {
		if len(a.Gaps) > 0 {
			v.Lacking = append(v.Lacking, a)
		}
	}
	v.MoreLacking = max(0, len(v.Lacking)-most/5)
	v.Lacking = v.Lacking[v.MoreLacking:]
	if len(r.Achievements) == 0 {
		return v, nil
	}
	var err error
	for _, chart := range []struct {
		to   *template.HTML
		draw func() (template.HTML, error)
	}{{&v.Lanes, r.lanes}, {&v.Counts, r.counts}, {&v.Completeness, r.completeness}} {
		if *chart.to, err = chart.draw(); err != nil {
			return v, err
		}
	}
	return v, nil
}

// Heading is the page's title.
func (v view) Heading() string {
	switch {
	case v.Name != "" && v.Period != "":
		return v.Name + ", " + v.Period
	case v.Name != "":
		return v.Name
	case v.Period != "":
		return "Achievements, " + v.Period
	}
	return "Achievements"
}

// GapCount is how many gaps all achievements have.
func (v view) GapCount() (n int) {
	for _, a := range v.Achievements {
		n += len(a.Gaps)
	}
	return n
}

// HintCount is how many hints all achievements have.
func (v view) HintCount() (n int) {
	for _, a := range v.Achievements {
		n += a.Hints
	}
	return n
}

// Shown reports whether the timeline has the achievement.
func (v view) Shown(a *Achievement) bool { return a.Number > v.Earlier }

// day is a date as a reader says it: "12 February 2026".
func day(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// percent is a share, 0 to 1.
func percent(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }

// plural is a number of things: "1 achievement", "3 achievements".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// cut is s of at most most characters.
func cut(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return s
}
