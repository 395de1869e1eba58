package document

import (
	"strings"
	"testing"

	"achievement-ls/analysis/template"
)

// names are what each part of an achievement may be called.
var names = map[template.Key][]string{
	template.Summary:       {"Summary", "Overview", "TL;DR", "In brief"},
	template.STAR:          {"STAR Format", "STAR", "STARR", "STARL", "SAR", "CAR", "CARL", "PAR", "SOAR", "STAR Method", "CAR Format", "SOAR Story", "The STAR Method"},
	template.Situation:     {"Situation", "Context", "Background", "Problem", "Challenge", "Obstacle"},
	template.Task:          {"Task", "Responsibility", "Goal", "Objective", "My role"},
	template.Action:        {"Action", "Actions", "Approach", "What I did", "Implementation"},
	template.Result:        {"Result", "Results", "Impact", "Outcome", "Outcomes"},
	template.Evidence:      {"Evidence", "Proof", "Links", "Artifacts"},
	template.Skills:        {"Skills Demonstrated", "Skills", "Competencies"},
	template.Visibility:    {"Visibility & Recognition", "Visibility and Recognition"},
	template.Collaboration: {"Collaboration", "Collaborators", "Contributors", "People", "Team", "Worked with"},
	template.Lessons:       {"Lessons Learned", "Learnings", "Reflection", "Retrospective"},
	template.Tags:          {"Tags", "Labels", "Keywords"},
	template.ReviewLink:    {"Link to Review", "Reviews", "Used in"},
}

// decorations are what may stand around a heading's name, and where it may be.
var decorations = map[string]string{
	"level 1":                    "# NAME",
	"level 2":                    "## NAME",
	"level 3":                    "### NAME",
	"level 4":                    "#### NAME",
	"level 5":                    "##### NAME",
	"level 6":                    "###### NAME",
	"note in parentheses":        "## NAME (in my own words)",
	"note in full-width ones":    "## NAME（in my own words）",
	"note in braces":             "## NAME {#anchor .class}",
	"note in brackets":           "## NAME [draft]",
	"empty note":                 "## NAME ()",
	"note half typed":            "## NAME (in my",
	"colon":                      "## NAME:",
	"full-width colon":           "## NAME：",
	"colon after a blank":        "## NAME :",
	"closing number signs":       "## NAME ##",
	"colon and number signs":     "## NAME: ##",
	"numbering":                  "## 1. NAME",
	"numbering in parentheses":   "## (1) NAME",
	"numbering, no point":        "## 1 NAME",
	"numbering, parenthesis":     "## 12) NAME",
	"numbering, dash":            "## 3 - NAME",
	"numbering, two levels":      "## 2.1 NAME",
	"numbering, three levels":    "## 2.1.3. NAME",
	"numbering, full-width":      "## １．NAME",
	"numbering, keycap":          "## 1️⃣ NAME",
	"numbering, Roman":           "## IV. NAME",
	"letter and colon":           "## S: NAME",
	"letter and dash":            "## S — NAME",
	"letter and hyphen":          "## S - NAME",
	"letter and point":           "## a. NAME",
	"letter in bold":             "## **S**: NAME",
	"emoji before":               "## 🎯 NAME",
	"emoji after":                "## NAME 🎯",
	"emoji with joiner, no gap":  "## 👩‍💻NAME",
	"bold":                       "## **NAME**",
	"bold with colon":            "## **NAME:**",
	"bold by underscores":        "## __NAME__",
	"italic":                     "## *NAME*",
	"bold, numbered, with emoji": "## 📝 1. **NAME**: ##",
	"dashes around":              "## — NAME —",
	"quotation marks":            "## “NAME”",
	"link":                       "## [NAME](#top)",
	"inline HTML":                `## <a id="x"></a>NAME`,
	"blanks":                     "##    NAME   ",
	"no-break space after":       "## NAME\u00a0",
	"indented":                   "   ## NAME",
	"tab":                        "##\tNAME",
	"setext, level 1":            "NAME\n====",
	"setext, level 2":            "NAME\n---",
	"in parentheses":             "## Whatever it was (NAME)",
	"in full-width parentheses":  "## Whatever it was（NAME）",
	"in braces":                  "## Whatever it was {NAME}",
}

func TestHeadingNames(t *testing.T) {
	for key, aliases := range names {
		for _, alias := range aliases {
			for _, written := range []string{alias, strings.ToUpper(alias), strings.ToLower(alias), strings.ReplaceAll(alias, "&", "and")} {
				for decoration, pattern := range decorations {
					heading := strings.ReplaceAll(pattern, "NAME", written)
					src := "# Achievement: X\n\n" + heading + "\n\nText.\n"
					d := Parse("", src, nil)
					if len(d.Entries) != 1 || !holds(d.Entries[0], key) {
						t.Errorf("%s: %q is not read as %s:\n%s", decoration, heading, key, render(d))
					}
				}
			}
		}
	}
}

func holds(e *Entry, key template.Key) bool {
	return e.Section(key) != nil || e.Part(key) != nil
}

func TestSections(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"decoration", head + "## 📝 1. **Summary**:\n\nText.\n\n## Visibility and Recognition ##\n", "section summary 2\nsection visibility 2"},
		{"subsections", head + "## Skills Demonstrated\n\n### Technical Skills\n- a\n\n### Soft Skills\n- b\n\n### Tools/Technologies\n- c\n\n## Lessons Learned\n\n### What Worked Well\n- d\n\n### What You’d Do Differently\n- e\n\n### Reusable Patterns\n- f\n",
			"sub technical-skills\nsub soft-skills\nsub tools\nsub worked-well\nsub differently\nsub patterns"},
		{"subsections of Visibility", head + "## Visibility & Recognition\n\n### Who Knows About This?\n- [x] a\n\n### Recognition Received\n- [ ] b — N/A\n\n### Presentations/Sharing\n", "sub who-knows\nsub recognition\nsub presentations"},
		{"a subsection elsewhere is unknown", head + "## Evidence\n\n### Tools\n\n- a\n", "section evidence 2\nnot sub"},
		{"setext", head + "Summary\n-------\n\nText.\n", "section summary 2"},
		{"a sentence above dashes is no heading", head + "## Summary\n\nCut queues from 9 to 4 minutes.\n---\n\n## Tags\n\n- #care\n", "section summary 2\nsection tags 2"},
		{"wrong level", head + "## STAR Format\n\n### Situation\n\nA.\n\n### Evidence\n\nB.\n", "section star 2\nsection evidence 3\nstar situation=\"A.\""},
		{"an alias below another section is its own", head + "## Visibility\n\n### Team\n\n- Ann\n", "section visibility 2\nnot section collaboration"},
		{"what stands outside parentheses goes first", head + "## Context (Situation and Task)\n\nA.\n", `star situation="A."`},
		{"inside parentheses", head + "## Where we stood (Situation)\n\nA.\n", `star situation="A."`},
		{"two in parentheses", head + "## How it began (Situation & Task)\n\nA.\n", `star situation+task="A."`},
		{"unknown", head + "## Budget\n\nNone.\n\n## Situational awareness\n\nHigh.\n", "not section\nnot star"},
		{"a word that only starts alike", head + "## Taskforce\n\n## Impactful\n\n## Tagsoup\n", "not section\nnot star"},
		{"in code and quotes", head + "```\n## Summary\n```\n\n> ## Evidence\n\n    ## Tags\n", "not section"},
		{"in a comment", head + "<!--\n## Summary\n-->\n", "not section"},
		{"unclosed fence", head + "## Summary\n\n```\ncode\n\n## Evidence\n\n- x\n", "section summary 2\nsection evidence 2"},
		{"unclosed fence before an unknown heading", head + "## Summary\n\n```\n# a comment\n\n## Evidence\n\n- x\n", "section summary 2\nsection evidence 2"},
		{"unclosed comment", head + "## Summary\n\n<!-- later\n\n## Evidence\n\n- x\n", "section summary 2\nsection evidence 2"},
		{"unclosed comment in a paragraph", head + "## Summary\n\nText <!-- later\n\n## Evidence\n\n- x\n", "section summary 2\nsection evidence 2"},
		{"an empty heading", head + "## \n\n## Evidence\n", "section evidence 2"},
		{"CRLF", strings.ReplaceAll(head+"## Summary\n\nText.\n\n## Tags\n", "\n", "\r\n"), "section summary 2\nsection tags 2"},
		{"lone CR", strings.ReplaceAll(head+"## Summary\n\nText.\n\n## Tags\n", "\n", "\r"), "section summary 2\nsection tags 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}

// A heading that is the accident of dashes right below a paragraph is not
// trusted; what looks like a heading is.
func TestSetextAccidents(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"fields", head + "**Date:** 2026-03-01\n**Role:** Nurse\n---\n\n## Summary\n", "field date=\"2026-03-01\"\nfield role=\"Nurse\"\nsection summary 2"},
		{"one field", head + "**Date:** 2026-03-01\n---\n", `field date="2026-03-01"`},
		{"plain fields", head + "Date: 2026-03-01\nRole: Nurse\n---\n", "field date=\"2026-03-01\"\nfield role=\"Nurse\""},
		{"plain field alone", head + "Date: 2026-03-01\n---\n", `field date="2026-03-01"`},
		{"tags", head + "## Tags\n\n#care #triage\n---\n", "tag #care\ntag #triage"},
		{"review", head + "## Link to Review\n\n**Used in:** 2026-H1-Self-Review.md\n---\n", "review 2026-H1-Self-Review.md #0"},
		{"list", head + "## Tags\n\n- #care\n---\n", "tag #care"},
		{"table", head + "## Collaboration\n\n| Person | Role |\n|---|---|\n| Ann | Nurse |\n---\n", "person Ann|Nurse|"},
		{"label", head + "**Situation:** a\n**Result:** b\n---\n", "star situation=\"a\"\nstar result=\"b\""},
		{"equals signs", head + "**Date:** 2026-03-01\n===\n", `field date="2026-03-01"`},
		{"title", "Achievement: X\n==============\n\n**Date:** 2026-03-01\n", "achievement\nentry \"X\"\nfield date=\"2026-03-01\""},
		{"title by dashes", "Achievement: X\n---\n\n**Achievement ID:** ACH-001\n\n## Result\n\na\n", "entry \"X\""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "ACH-001-X.md", test.src, test.want) })
	}
}
