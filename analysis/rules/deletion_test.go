package rules_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

const completeFile = "ACH-007-Ward-Handover.md"

func completeExample(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../testdata/" + completeFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// checkAlone checks a file that is no part of a workspace.
func checkAlone(t *testing.T, name, src string) (rules.Input, []*rules.Finding) {
	t.Helper()
	in := input(t, name, map[string]string{name: src})
	in.Workspace = nil
	found := rules.Check(in)
	checkFindings(t, in.Document, found)
	return in, found
}

// brief is a finding as the tables below name it: "rule line: quotation".
func brief(in rules.Input, f *rules.Finding) string {
	line := in.Document.Lines.LineOf(f.Span.Start) + 1
	return fmt.Sprintf("%s %d: %s", f.Rule.Name, line, in.Document.Text(f.Span))
}

const title = "Achievement: Cut Ward Handover from 45 to 20 Minutes"

// An achievement in good order has no finding. Whatever line is deleted from
// it, what is found is what a reader would say is wrong, and nothing else; a
// line not listed here can go without one.
func TestDeleteLine(t *testing.T) {
	want := map[string][]string{
		"# " + title:                     {"missing-title 1: "},
		"**Date:** 2026-03-18":           {"missing-field 1: " + title},
		"**Role:** ROLE-002":             {"missing-field 1: " + title},
		"**Category:** Process":          {"missing-field 1: " + title},
		"## Summary":                     {"missing-section 1: " + title},
		"Cut the shift handover":         {"empty-section 10: Summary"},
		"## STAR Format":                 {"missing-section 1: " + title},
		"### Situation (Context)":        {"missing-star-field 16: STAR Format"},
		"### Task (Your Responsibility)": {"missing-star-field 16: STAR Format"},
		"### Action (What You Did)":      {"missing-star-field 16: STAR Format"},
		"### Result (Quantified Impact)": {"missing-star-field 16: STAR Format"},
		"## Evidence":                    {"missing-section 1: " + title},
		// The Result no longer bears out what title and Summary claim.
		"- **Handover:** 45 minutes":      {"unsupported-claim 1: 45 to 20 Minutes", "unsupported-claim 12: 45 minutes to 20"},
		"- **Missed medication checks:**": {"unsupported-claim 12: 6 a month to 1"},
		"| Type | Link/Location |":        {"table-columns 42: |------|---------------|-------|"},
		"## Skills Demonstrated":          {"missing-section 1: " + title},
		"- Coaching colleagues in pairs":  {"empty-section 55: Soft Skills"},
		"- Quality portal":                {"empty-section 58: Tools/Technologies"},
		"- [x] Named in the hospital's":   {"empty-section 69: Recognition Received"},
		"| Date | Venue | Audience |":     {"table-columns 73: |------|-------|----------|"},
		"| 2026-04-09 | Safety forum":     {"empty-section 72: Presentations/Sharing"},
		"## Collaboration":                {"missing-section 1: " + title},
		"| Person | Role |":               {"table-columns 81: |--------|------|--------------------|"},
		"- Timing first":                  {"empty-section 90: What Worked Well"},
		"- Would have asked":              {"empty-section 93: What You'd Do Differently"},
		"- The one-page sheet":            {"empty-section 96: Reusable Patterns"},
		"## Tags":                         {"missing-section 1: " + title},
		"**Used in:**":                    {"empty-section 109: Link to Review"},
		// The rows of dashes, by the line they stand on.
		"43 |------": {"table-columns 42: | Type | Link/Location | Notes |"},
		"74 |------": {"table-columns 73: | Date | Venue | Audience |"},
		"82 |------": {"table-columns 81: | Person | Role | Their Contribution |"},
	}
	src := completeExample(t)
	if in, found := checkAlone(t, completeFile, src); len(found) > 0 {
		t.Fatalf("the example has findings:\n%s", renderFindings(in.Document, found))
	}
	lines := strings.SplitAfter(src, "\n")
	used := make(map[string]bool)
	for i, line := range lines {
		var expected []string
		for prefix, findings := range want {
			if strings.HasPrefix(line, prefix) || strings.HasPrefix(fmt.Sprintf("%d %s", i+1, line), prefix) {
				used[prefix], expected = true, findings
			}
		}
		cut := strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "")
		expectDeleted(t, fmt.Sprintf("line %d, %q", i+1, strings.TrimSpace(line)), cut, expected)
	}
	for prefix := range want {
		if !used[prefix] {
			t.Errorf("no line starts with %q", prefix)
		}
	}
}

// The same for whole sections, subsections and STAR parts, heading and all.
func TestDeleteSection(t *testing.T) {
	tests := []struct {
		heading string
		want    []string
	}{
		{"## Summary", []string{"missing-section 1: " + title}},
		{"## STAR Format", []string{"missing-section 1: " + title}},
		{"### Situation (Context)", []string{"missing-star-field 16: STAR Format"}},
		{"### Task (Your Responsibility)", []string{"missing-star-field 16: STAR Format"}},
		{"### Action (What You Did)", []string{"missing-star-field 16: STAR Format"}},
		{"### Result (Quantified Impact)", []string{"missing-star-field 16: STAR Format"}},
		{"## Evidence", []string{"missing-section 1: " + title}},
		{"## Skills Demonstrated", []string{"missing-section 1: " + title}},
		{"### Technical Skills", nil},
		{"### Soft Skills", nil},
		{"### Tools/Technologies", nil},
		{"## Visibility & Recognition", nil},
		{"### Who Knows About This?", nil},
		{"### Recognition Received", nil},
		{"### Presentations/Sharing", nil},
		{"## Collaboration", []string{"missing-section 1: " + title}},
		{"## Lessons Learned", nil},
		{"### What Worked Well", nil},
		{"## Tags", []string{"missing-section 1: " + title}},
		{"## Link to Review", nil},
	}
	src := completeExample(t)
	for _, test := range tests {
		cut, ok := withoutSection(src, test.heading)
		if !ok {
			t.Errorf("the example has no %q", test.heading)
			continue
		}
		expectDeleted(t, test.heading, cut, test.want)
	}
}

// The content of a section, STAR part or field gone, its name left.
func TestDeleteContent(t *testing.T) {
	tests := []struct {
		heading string
		want    []string
	}{
		{"## Summary", []string{"empty-section 10: Summary"}},
		{"### Situation (Context)", []string{"empty-section 18: Situation (Context)"}},
		{"### Task (Your Responsibility)", []string{"empty-section 23: Task (Your Responsibility)"}},
		{"### Action (What You Did)", []string{"empty-section 27: Action (What You Did)"}},
		{"### Result (Quantified Impact)", []string{"empty-section 33: Result (Quantified Impact)"}},
		{"## STAR Format", []string{"empty-section 16: STAR Format"}},
		{"## Evidence", []string{"empty-section 40: Evidence"}},
		{"## Skills Demonstrated", []string{"empty-section 49: Skills Demonstrated"}},
		{"### Soft Skills", []string{"empty-section 55: Soft Skills"}},
		{"## Collaboration", []string{"empty-section 79: Collaboration"}},
		{"## Lessons Learned", []string{"empty-section 88: Lessons Learned"}},
		{"## Tags", []string{"empty-section 101: Tags"}},
		{"## Link to Review", []string{"empty-section 109: Link to Review"}},
	}
	src := completeExample(t)
	for _, test := range tests {
		cut, ok := withoutSection(src, test.heading)
		if !ok {
			t.Errorf("the example has no %q", test.heading)
			continue
		}
		at := strings.Index(src, test.heading)
		cut = src[:at] + test.heading + "\n\n" + cut[at:]
		expectDeleted(t, "content of "+test.heading, cut, test.want)
	}
	for i, field := range []string{"Date", "Role", "Category"} {
		at := strings.Index(src, "**"+field+":**") + len("**"+field+":**")
		end := at + strings.IndexByte(src[at:], '\n')
		want := fmt.Sprintf("missing-field %d: %s", 4+i, field)
		expectDeleted(t, "value of "+field, src[:at]+src[end:], []string{want})
	}
}

// withoutSection is src without a heading and what stands below it, up to the
// next heading of its level or the next rule.
func withoutSection(src, heading string) (string, bool) {
	start := strings.Index(src, heading+"\n")
	if start < 0 {
		return "", false
	}
	hashes, _, _ := strings.Cut(heading, " ")
	end := len(src)
	for _, stop := range []string{"\n" + hashes + " ", "\n" + hashes[1:] + " ", "\n---\n"} {
		if n := strings.Index(src[start+1:], stop); n >= 0 {
			end = min(end, start+1+n+1)
		}
	}
	return src[:start] + src[end:], true
}

// expectDeleted checks what is found in the example after something was
// deleted, and that each way out that is offered leads out, in files of either
// line end.
func expectDeleted(t *testing.T, what, src string, want []string) {
	t.Helper()
	in, found := checkAlone(t, completeFile, src)
	var got []string
	for _, f := range found {
		got = append(got, brief(in, f))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s deleted: found %q, want %q", what, got, want)
	}
	for _, eol := range []string{"\n", "\r\n"} {
		in, found := checkAlone(t, completeFile, strings.ReplaceAll(src, "\n", eol))
		for _, f := range found {
			for _, fix := range f.Fixes {
				expectFixed(t, what, eol, in, f, fix)
			}
		}
	}
}

func expectFixed(t *testing.T, what, eol string, in rules.Input, f *rules.Finding, fix *rules.Fix) {
	t.Helper()
	if fix.Edits == nil {
		return
	}
	edits := fix.Edits()
	fixed, err := text.Apply(in.Document.Source, edits)
	if err != nil || len(edits) == 0 {
		t.Errorf("%s deleted, %s: %d edits, %v", what, fix.Title, len(edits), err)
		return
	}
	if strings.Contains(strings.ReplaceAll(fixed, eol, ""), "\n") {
		t.Errorf("%s deleted, %s: other line ends than the file's", what, fix.Title)
	}
	after, rest := checkAlone(t, completeFile, fixed)
	for _, left := range rest {
		if left.Rule.Name != "placeholder-text" {
			t.Errorf("%s deleted, %s leaves %s\n%s", what, fix.Title, brief(after, left), fixed)
		}
	}
}
