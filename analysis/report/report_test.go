package report_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/report"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/statistics"
	"achievement-ls/analysis/workspace"
)

var update = flag.Bool("update", false, "rewrite the golden page")

var today = calendar.Date{Year: 2026, Month: time.July, Day: 1}

// sourceOf are the files of a folder, read and checked.
func sourceOf(files []txtar.File) report.Source {
	s := report.Source{Today: today}
	snapshot := workspace.Empty()
	docs := make(map[string]*document.Document)
	for _, f := range files {
		doc := document.Parse(f.Name, string(f.Data), nil)
		facts := workspace.FactsOf(doc)
		snapshot = snapshot.With(facts)
		docs[f.Name] = doc
		s.Achievements = append(s.Achievements, statistics.Of(doc, &facts, f.Name, time.January)...)
	}
	statistics.Sort(s.Achievements)
	s.Findings = func(path string) []*rules.Finding {
		return rules.Check(rules.Input{Document: docs[path], Workspace: snapshot, Today: today})
	}
	return s
}

func read(t *testing.T, name string) []txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return a.Files
}

func page(t *testing.T, s report.Source) string {
	t.Helper()
	var out strings.Builder
	if err := report.Page(&out, report.Of(s)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// style is the page's style, which is page.css.
var style = regexp.MustCompile(`(?s)<style>.*</style>|sha256-[^']*`)

// The page of a small folder, but for its style, is testdata/page.html. Made
// twice it is the same.
func TestPage(t *testing.T) {
	s := sourceOf(read(t, "garden.txtar"))
	s.Name = "Bo Ek"
	got := page(t, s)
	if again := page(t, s); again != got {
		t.Error("the same source gives another page")
	}
	got = style.ReplaceAllString(got, "…")
	golden := filepath.Join("testdata", "page.html")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page differs from %s; go test -update rewrites it, got:\n%s", golden, got)
	}
}

func TestFacts(t *testing.T) {
	r := report.Of(sourceOf(read(t, "garden.txtar")))
	var headlines, quarters, people, gaps []string
	for _, h := range r.Headlines {
		headlines = append(headlines, fmt.Sprintf("%s|%s|%s|%s", h.Achievement.ID, h.Figure, h.Values, h.Kind))
	}
	for _, q := range r.Quarters {
		quarters = append(quarters, fmt.Sprintf("%s %d/%d", q.Name, q.Figures, q.Achievements))
	}
	for _, p := range r.People {
		line := p.Name + ", " + p.Role + ":"
		for _, a := range p.Achievements {
			line += " " + a.ID
		}
		people = append(people, line)
	}
	for _, a := range r.Achievements {
		for _, g := range a.Gaps {
			gaps = append(gaps, a.ID+" "+g.Rule)
		}
	}
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		// ACH-003's sum is wrong, so it leads nothing; its other result does.
		{"headlines", headlines, []string{"ACH-001|−75 %|8 weeks → 2 weeks|duration", "ACH-006|+150 %|12 → 30|count", "ACH-003|0 → 36||count", "ACH-004|40 bags||count"}},
		{"quarters", quarters, []string{"2025-Q3 1/1", "2025-Q4 0/0", "2026-Q1 0/0", "2026-Q2 2/2", "undated 1/2"}},
		{"people", people, []string{"Ines Calder, Head Carpenter: ACH-001 ACH-003", "Ada Moss, Nurse: ACH-003"}},
		{"roles", r.Roles, []string{"Gardener @ Elm Street"}},
		{"the span", []string{r.First.String(), r.Last.String()}, []string{"2025-08-04", "2026-05-20"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s are %q, want %q", c.what, c.got, c.want)
		}
	}
	// Findings go to the achievement they stand in, of two in a file too.
	for _, want := range []string{"ACH-003 percentage-mismatch", "ACH-005 unquantified-result"} {
		if !slices.Contains(gaps, want) {
			t.Errorf("no gap is %q: %q", want, gaps)
		}
	}
	if slices.ContainsFunc(gaps, func(g string) bool { return g == "ACH-004 unquantified-result" }) {
		t.Error("ACH-004 has the finding of its neighbour")
	}
}

// A tag that names a period says what the columns say.
func TestTagsOverTime(t *testing.T) {
	r := report.Of(sourceOf(read(t, "garden.txtar")))
	var got []string
	for _, row := range r.Tags.Rows {
		got = append(got, fmt.Sprintf("%s %v %d", row.Name, row.Uses, row.Total))
	}
	want := []string{"garden [1 1 1] 3", "seeds [0 1 0] 1"}
	if !slices.Equal(got, want) {
		t.Errorf("the rows are %q, want %q", got, want)
	}
}

// Where there are many quarters, columns are years, and quarters without an
// achievement are left out where dates lie far apart.
func TestLongCareers(t *testing.T) {
	var files []txtar.File
	for i, date := range []string{"1926-01-02", "2019-01-02", "2019-04-02", "2019-07-02", "2019-10-02", "2020-01-02", "2020-04-02", "2020-07-02", "2020-10-02", "2021-01-02"} {
		files = append(files, txtar.File{Name: fmt.Sprintf("ACH-%03d-A.md", i+1), Data: []byte("# Achievement: A\n\n**Date:** " + date + "\n\n## Tags\n\n- #seeds\n")})
	}
	s := sourceOf(files)
	r := report.Of(s)
	if len(r.Quarters) != len(files) {
		t.Errorf("%d quarters, want those with an achievement: %d", len(r.Quarters), len(files))
	}
	var years []string
	for _, y := range r.Tags.Years {
		years = append(years, y.Name)
	}
	if want := []string{"1926", "2019", "2020", "2021"}; !slices.Equal(years, want) || r.Tags.Tiered() {
		t.Errorf("the columns are %q, want %q", years, want)
	}
	if want := []int{1, 4, 4, 1}; !slices.Equal(r.Tags.Rows[0].Uses, want) {
		t.Errorf("the uses are %v, want %v", r.Tags.Rows[0].Uses, want)
	}
	page(t, s)
}

// Whatever documents, people or files are called is text on the page, and a link
// leads to a file or a page.
func TestHostile(t *testing.T) {
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	src := "# Achievement: " + evil + " [x](javascript:alert(1))\n\n**Achievement ID:** ACH-001\n**Date:** 2026-02-03\n**Category:** " + evil +
		"\n**Role:** " + evil + "\n\n## Summary\n\nWas \\<script>alert(2)\\</script> & `<script>` {{.}} [here](javascript:alert(3)).\n\n## STAR Format\n\n### Result\n\n- `<b>` Wait " + evil + ": 80 minutes → 60 minutes (10% less)\n- Wait \\<svg onload=x>: 80 days → 60 days\n\n" +
		"## Collaboration\n\n| Person | Role |\n| --- | --- |\n| \\<script>x\\</script> | \\<i>y\\</i> |\n\n## Skills Demonstrated\n\n### Technical Skills\n\n- \\<script>skill\n\n## Tags\n\n- #a<script>\n"
	files := []txtar.File{{Name: `javascript:alert(1)"'<.md`, Data: []byte(src)}, {Name: "ACH-002-B.md", Data: []byte(strings.Replace(src, "02-03", "05-03", 1))}}
	s := sourceOf(files)
	s.Name = evil
	if len(s.Achievements) != 2 {
		t.Fatalf("%d achievements, want 2", len(s.Achievements))
	}
	got := page(t, s) // with paths for links
	body := style.ReplaceAllString(got, "")
	known := strings.Fields("html head meta title body a header p h1 h2 h3 h4 time ul ol li dl div dt dd nav main section blockquote figure figcaption span strong table caption thead tbody tr th td footer svg path circle text")
	for _, m := range regexp.MustCompile(`<([A-Za-z0-9]+)([^>]*)>`).FindAllStringSubmatch(body, -1) {
		if !slices.Contains(known, m[1]) {
			t.Errorf("the page has the element %s", m[0])
		}
		if regexp.MustCompile(`\son[a-z]+=`).MatchString(m[2]) {
			t.Errorf("the page has the handler %s", m[0])
		}
	}
	for _, m := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		if strings.Contains(strings.ToLower(m[1]), "javascript:") {
			t.Errorf("the page links to %s", m[1])
		}
	}
	if !strings.Contains(body, "&lt;script&gt;") {
		t.Error("the title is not on the page")
	}
}

// A page stays below 500 kB however many achievements there are and however long
// their titles.
func TestSize(t *testing.T) {
	long := strings.Repeat("'&<", 400)
	var files []txtar.File
	for i := range 1200 {
		files = append(files, txtar.File{Name: fmt.Sprintf("ACH-%04d-A.md", i+1), Data: []byte(fmt.Sprintf(
			"# Achievement: %s\n\n**Date:** %d-%02d-11\n**Category:** %s\n\n## Summary\n\nWas %s.\n\n## Result\n\n- %s\n", long, 2020+i/300, i%12+1, long, long, long))})
	}
	if got := len(page(t, sourceOf(files))); got >= 500_000 {
		t.Errorf("the page has %d bytes", got)
	}
}

func TestEmpty(t *testing.T) {
	s := report.Source{Chosen: statistics.Criteria{Periods: []string{"2026-H1"}}}
	if got := page(t, s); !strings.Contains(got, "No achievement was found in 2026-H1.") || !strings.Contains(got, "<h1>Achievements, 2026-H1</h1>") {
		t.Error("the page does not say that nothing was found:\n" + got)
	}
}

// A terminal shows the strongest results one a line, as many as are asked for,
// below what is counted.
func TestText(t *testing.T) {
	r := report.Of(sourceOf(read(t, "garden.txtar")))
	counts, all, _ := strings.Cut(r.Text(0), "\nstrongest results\n")
	if counts != r.Statistics.Text(0) {
		t.Errorf("above the results it says\n%s", counts)
	}
	if got := strings.Count(all, "\n"); got != len(r.Headlines) {
		t.Errorf("%d lines tell %d results:\n%s", got, len(r.Headlines), all)
	}
	_, two, _ := strings.Cut(r.Text(2), "\nstrongest results\n")
	if !strings.HasPrefix(two, "  −75 %   ACH-001  ") || !strings.Contains(two, "\n  +150 %  ACH-006  ") || !strings.HasSuffix(two, "\n  and 2 more\n") {
		t.Errorf("of two it says\n%s", two)
	}
	if got := (report.Report{}).Text(2); got != "no achievement found\n" {
		t.Errorf("of none it says %q", got)
	}
}
