package rules_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// While a file is typed, what is there and right is not called wrong. At each
// keystroke an error or warning is about something that is missing or empty
// still, or about the block that is being typed (half a date is no date, half a
// table row lacks cells), or it names that block as the one it disagrees with.
func TestTyping(t *testing.T) {
	files, snapshot := exampleFiles(t)
	maps.Copy(files, otherForms)
	for path, src := range files {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			in := input(t, path, map[string]string{path: src})
			in.Workspace = snapshot
			wrong := make(map[string]bool) // in the complete file
			for _, f := range rules.Check(in) {
				wrong[brief(in, f)] = true
			}
			step := 1
			switch {
			case testing.Short():
				step = 37
			case path != completeFile && otherForms[path] == "":
				step = 3
			}
			for i := 0; i <= len(src); i += step {
				in.Document = document.Parse(path, src[:i], nil)
				typed := typedAt(in.Document)
				for _, f := range rules.Check(in) {
					if f.Severity < severity.Warning || f.Rule.Absence || touches(f, typed) || wrong[brief(in, f)] {
						continue
					}
					t.Fatalf("after %q:\n%s", src[max(0, i-60):i], renderFindings(in.Document, []*rules.Finding{f}))
				}
			}
		})
	}
}

// otherForms are forms that the examples lack.
var otherForms = map[string]string{
	"achievements/wins.md": `# Wins of the year

**Role:** ROLE-001 - Baker @ Corner Oven
**Category:** Operations / Waste

## Less bread thrown away

**Achievement ID:** ACH-021
**Date:** 2026-02-03

### Summary

Halved the bread thrown away, from 40 loaves a day to 20.

### Situation

We threw away 40 loaves a day.

### Action

Counted what was sold by the hour.

### Result

- Thrown away: 40 → 20 loaves a day (50% less)

## A queue that moves

**Achievement ID:** ACH-022
**Date:** 2026-03-03

### Summary

Cut the queue on Saturdays from 12 minutes to 5.

**Situation:** The queue took 12 minutes.

**Action:** Put a second till by the door.

**Result:** 12 minutes → 5 minutes.
`,
	"achievements/front.md": `---
id: ACH-031
title: "Fewer no-shows: 18% to 9%"
date: 2026-04-01
role: ROLE-004 - Dental Assistant @ Smile House
category: Patients / Attendance
tags: [patients, "attendance"]
---

## In brief

Halved missed appointments (18% → 9%) by a call the day before.

## CAR

| | |
|---|---|
| **Challenge** | 18% of the appointments were missed |
| **Action** | Called every patient the day before |
| **Result** | Missed appointments: 18% → 9% |

## Proof
- [x] [Figures of the practice](https://example.org/figures)

## Competencies
- Telephone manner

## Team
- **Ann Lee** (Dentist): lent me the first hour of her day
`,
	"achievements/lines.md": `# Achievement: Letters answered in 3 days
**Achievement ID:** ACH-041
**Date:** 2026-05-04
**Role:** ROLE-003 - Clerk @ Town Hall
**Category:** Service / Speed
---

## Overview
Answered letters in 3 days instead of 9.
---

## STARR
- **S** — letters waited 9 days
- **T** — answer within a week
- **A** — sorted them by question, and wrote twelve model answers
- **R** — from 9 days to 3 days
- **R** — ask the colleagues who answer the telephone first
---

## Links
1. [The count](https://example.org/count)

## Skills
- Plain language

## Worked with
- Bo Lind, Registrar — checked the model answers

## Keywords
#service #plain-language
---

## Used in
[[2026-H1-Self-Review]] — Achievement #2
`,
}

// typedAt is the top-level block in which a file ends, and what is behind it.
func typedAt(doc *document.Document) text.Span {
	end := len(doc.Source)
	span := text.Span{Start: end, End: end}
	blocks := doc.Tree.Blocks
	if n := len(blocks); n > 0 {
		span.Start = blocks[n-1].Span.Start
	} else if fm := doc.Tree.FrontMatterBlock; !fm.Empty() {
		span.Start = fm.Start
	}
	return span
}

// touches reports whether a finding is about the block being typed, or holds
// another against it.
func touches(f *rules.Finding, typed text.Span) bool {
	for _, r := range f.Related {
		if r.Path == "" && r.Span.End >= typed.Start {
			return true
		}
	}
	return f.Span.End >= typed.Start || f.Judged.End >= typed.Start && !f.Judged.Empty()
}

// exampleFiles are the files in good order that the project brings, with the
// workspace they are in.
func exampleFiles(t *testing.T) (map[string]string, *workspace.Snapshot) {
	t.Helper()
	files := map[string]string{completeFile: completeExample(t)}
	root := filepath.Join("..", "..", "examples")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.Name() == "broken" {
			return fs.SkipDir
		}
		if entry.IsDir() || filepath.Ext(path) != ".md" {
			return nil
		}
		src, err := os.ReadFile(path)
		files[filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))] = string(src)
		return err
	})
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d files, %v", len(files), err)
	}
	snapshot := workspace.Empty()
	for path, src := range files {
		if path != completeFile {
			snapshot = snapshot.With(workspace.FactsOf(document.Parse(path, src, nil)))
		}
	}
	return files, snapshot
}
