package review_test

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/workspace"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// source is a workspace of files, by path.
func source(files map[string]string) review.Source {
	docs := make(map[string]*document.Document)
	s := workspace.Empty()
	for p, src := range files {
		docs[p] = document.Parse(p, src, nil)
		s = s.With(workspace.FactsOf(docs[p]))
	}
	return review.Source{Snapshot: s, Document: func(p string) *document.Document { return docs[p] }}
}

// examples are the files of the example career that are in good order.
func examples(t *testing.T) map[string]string {
	t.Helper()
	files := make(map[string]string)
	root := os.DirFS("../../examples")
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && p == "broken" {
			return fs.SkipDir
		}
		if err != nil || path.Ext(p) != ".md" {
			return err
		}
		src, err := fs.ReadFile(root, p)
		files[p] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func draft(t *testing.T, files map[string]string, at, period string) string {
	t.Helper()
	p, ok := calendar.ParsePeriod(period, time.January)
	if !ok {
		t.Fatalf("%q is no period", period)
	}
	return source(files).Draft(at, p)
}

// A draft has no finding, in the place of the review that is there and beside
// it, and says what the golden file says.
func TestDraftOfTheExamples(t *testing.T) {
	files := examples(t)
	for _, c := range []struct{ at, period, golden string }{
		{"roles/ROLE-001-NorthgateHospital-ChargeNurse/reviews/2025-H2-Self-Review.md", "2025-H2", "2025-H2.md"},
		{"roles/ROLE-002-Wardlight-ClinicalEngineer/reviews/2026-H1-Self-Review.md", "2026-H1", "2026-H1.md"},
		{"reviews/2026-Q2-Self-Review.md", "2026-Q2", "2026-Q2.md"},
	} {
		got := draft(t, files, c.at, c.period)
		golden := "testdata/" + c.golden
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.golden, d)
		}
		checkClean(t, files, c.at, got)
		checkSaid(t, files, got)
	}
}

func checkClean(t *testing.T, files map[string]string, at, src string) {
	t.Helper()
	with := maps.Clone(files)
	with[at] = src
	s := source(with)
	for _, f := range rules.Check(rules.Input{Document: s.Document(at), Workspace: s.Snapshot}) {
		t.Errorf("the draft %s has a finding at %q: %s (%s)", at, s.Document(at).Text(f.Span), f.Message, f.Rule.Name)
	}
}

// checkSaid holds that every item and sentence below the draft's table is in one
// of the files, but for the few words that are the draft's own.
func checkSaid(t *testing.T, files map[string]string, draft string) {
	t.Helper()
	plain := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n\r\t*`|:→()[],;", r) }), " ")
	}
	all := ""
	for _, p := range slices.Sorted(maps.Keys(files)) {
		all += plain(files[p]) + "\n"
	}
	_, body, _ := strings.Cut(draft, "\n### ")
	section := ""
	for line := range strings.Lines("### " + body) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			section = rest
		}
		if line == "" || strings.HasPrefix(line, "## ") || strings.HasPrefix(line, "Details: ") || section == "Gaps" {
			continue
		}
		if strings.HasPrefix(line, "### ") {
			_, line, _ = strings.Cut(line, ": ")
		}
		line = strings.TrimPrefix(line, "- ")
		for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == ';' || section != "" && (r == ':' || r == '(' || r == ')') }) {
			if part = plain(part); part != "" && !strings.HasPrefix(part, "#") && !strings.Contains(all, part) {
				t.Errorf("the draft says %q, which no file does", part)
			}
		}
	}
}

func TestDraftOfFilesWithGaps(t *testing.T) {
	files := map[string]string{
		"ACH-002-Night.md":     "# Achievement: Night bread\n\n**Date:** 2026-05-02\n\n## Summary\n\nBaked at night, as [ACH-001](ACH-001-Noon.md) and ACH-404 had it. See [the plan](plans/night.md#when) <!-- which? -->.\n\n## Context\n\nx\n\n## What I did\n\n- y\n\n## Results\n\n- Well received\n  - By the [night shift][n]\n  - In `code`\n\n[n]: notes.md\n",
		"ACH-001-Noon.md":      "# Achievement: Noon | bread\n\n**Date:** 2026-04-02\n\n## Summary\n\nBaked twice.\n\n## Context\n\nx\n\n## What I did\n\n- y\n\n## Results\n\n| Measure | Before | After |\n| --- | --- | --- |\n| Loaves | 900 | 1200 |\n\n## Evidence\n\n- [x] [Count](https://x.example/ABC-1234)\n\n## Link to Review\n\n**Used in:** 2026-Q2-Self-Review.md — Achievement #2\n",
		"achievements/more.md": "# More\n\n## Achievement: Without a number\n\n**Date:** 2026-06-01\n\n### Situation\n\nx\n\n### Action\n\ny\n\n### Result\n\nSold 5 more loaves. The shop stayed open.\n\n## Achievement: Another\n\n**Date:** 2025-06-01\n\n### Situation\n\nx\n\n### Action\n\ny\n",
		"plans/night.md":       "# Plan\n\n## When\n",
		"notes.md":             "# Notes\n",
		"late.md":              "# Achievement: Late\n\n**Date:** 2026-07-01\n\n## Summary\n\nx\n",
	}
	got := draft(t, files, "reviews/2026-Q2-Self-Review.md", "2026-Q2")
	want := `# Self-Review: 2026-Q2

**Period:** 2026-Q2

## Achievements

| # | Achievement | Category | Impact | Link |
| --- | --- | --- | --- | --- |
| 1 | Night bread |  | Well received By the night shift In | [ACH-002](../ACH-002-Night.md) |
| 2 | Noon \| bread |  | Loaves: 900 → 1200 | [ACH-001](../ACH-001-Noon.md) |
| 3 | Without a number |  | Sold 5 more loaves. | [Without a number](../achievements/more.md) |
`
	head, rest, _ := strings.Cut(got, "\n### ")
	if d := cmp.Diff(want, head); d != "" {
		t.Errorf("the table (-want +got):\n%s", d)
	}
	for _, part := range []string{
		"Achievement #1: Night bread\n\nBaked at night, as `ACH-001` and `ACH-404` had it. See [the plan](../plans/night.md#when) .\n",
		"- Well received\n  - By the night shift\n  - In `code`\n\nDetails: [ACH-002](../ACH-002-Night.md)\n",
		"- Loaves: 900 → 1200\n",
		"- Sold 5 more loaves.\n- The shop stayed open.\n",
		"## Gaps\n\n- #1 has no evidence and no figure in its result\n- #3 has no evidence\n",
	} {
		if !strings.Contains(rest, part) {
			t.Errorf("the draft lacks %q", part)
		}
	}
	checkClean(t, files, "reviews/2026-Q2-Self-Review.md", got)
	if s := draft(t, files, "reviews/2020-Self-Review.md", "2020"); s != "" {
		t.Errorf("a period without achievements: %q", s)
	}
}
