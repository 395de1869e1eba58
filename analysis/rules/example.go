package rules

import "strings"

// storyText is the body of an achievement in the light form, in good order, for
// rules whose examples need a whole file around the line in question.
const storyText = `## Summary

Cut the monthly payroll close from 5 days to 2.

## Context (Situation)

Payroll took 5 days each month, and 3 colleagues waited for it.

## What I Did (Action)

1. Mapped the steps and removed 4 of them.
2. Automated the bank file.

## Results (Quantified)

- **Payroll close:** 5 days → 2 days
`

// fullText is the same in the template's full form, from the fields on.
const fullText = `**Achievement ID:** ACH-001
**Date:** 2026-05-15
**Role:** ROLE-001 - Payroll Lead @ Northwind
**Category:** Operations / Finance

` + fullBody

// fullBody is fullText without its fields.
const fullBody = fullStory + fullEvidence + fullSkills + fullCollaboration + fullTags

const fullStory = `## Summary

Cut the monthly payroll close from 5 days to 2.

` + fullStar

const fullStar = `## STAR Format

` + fullSituation + fullTask + fullAction + fullResult

const (
	fullSituation = `### Situation (Context)
- Payroll took 5 days each month

`
	fullTask = `### Task (Your Responsibility)
- Bring it below 3 days before the audit

`
	fullAction = `### Action (What You Did)
1. Mapped the steps and removed 4 of them
2. Automated the bank file

`
	fullResult = `### Result (Quantified Impact)
- **Payroll close:** 5 days → 2 days

`
	fullEvidence = `## Evidence

| Type | Link/Location | Notes |
|------|---------------|-------|
| Report | payroll/2026-05.pdf | Days to close |

`
	fullSkills = `## Skills Demonstrated

- Process mapping

`
	fullCollaboration = `## Collaboration

| Person | Role | Their Contribution |
|--------|------|--------------------|
| Ada Moreau | Accountant | Tested the bank file |

`
	fullTags = `## Tags

- #payroll
- #automation
`
)

// deeper is a text with its headings one level further down, as the entries of
// a file of many need it.
func deeper(s string) string { return strings.ReplaceAll(s, "## ", "### ") }
